/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  mk_passage_go_to     (GtkScrolledWindow *scroll,
                            const char        *passage);
void  mk_passage_look_for  (GtkScrolledWindow *scroll,
                            const char        *searched);
void  mk_passage_set_place (GtkScrolledWindow *scroll,
                            guint              place);
guint mk_passage_get_place (GtkScrolledWindow *scroll);

G_END_DECLS
