/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* As many items as are made for one frame. */
#define MK_GROWING_LIST_STEP 8

GListModel *mk_growing_list_new (GListModel *model,
                                 guint       n_first,
                                 GtkWidget  *shown_by);

G_END_DECLS
