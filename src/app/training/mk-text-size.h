/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mk_text_size_install (GtkWidgetClass *page_class);
void mk_text_size_follow  (GtkWidget *page,
                           GtkWidget *content);

G_END_DECLS
