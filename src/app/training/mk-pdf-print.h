/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mk_pdf_print_run (GtkWidget *widget,
                       GBytes    *bytes);

G_END_DECLS
