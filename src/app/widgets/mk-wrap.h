/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mk_wrap_words  (GtkWidget *control);
void mk_wrap_titles (GtkWidget *widget);

G_END_DECLS
