/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintOperation *mk_week_print_new    (GPtrArray  *paragraphs,
                                         const char *job_name);
gboolean           mk_week_print_to_pdf (GPtrArray  *paragraphs,
                                         const char *path,
                                         GError    **error);

G_END_DECLS
