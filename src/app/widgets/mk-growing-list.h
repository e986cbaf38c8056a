/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GListModel *mk_growing_list_new (GListModel *model,
                                 GtkWidget  *shown_by);

G_END_DECLS
