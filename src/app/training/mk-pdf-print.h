/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     mk_pdf_print_run     (GtkWidget *widget,
                               GBytes    *bytes);
gboolean mk_pdf_print_to_file (GBytes     *bytes,
                               const char *path,
                               GError    **error);

G_END_DECLS
