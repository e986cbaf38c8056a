/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_HEADED_LIST (mk_headed_list_get_type ())

G_DECLARE_FINAL_TYPE (MkHeadedList, mk_headed_list, MK, HEADED_LIST, GObject)

MkHeadedList *mk_headed_list_new (gpointer    head,
                                  GListModel *model);

G_END_DECLS
