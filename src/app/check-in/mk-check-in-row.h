/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-check-in-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_CHECK_IN_ROW (mk_check_in_row_get_type ())

G_DECLARE_FINAL_TYPE (MkCheckInRow, mk_check_in_row, MK, CHECK_IN_ROW, GtkListBoxRow)

MkCheckInRow  *mk_check_in_row_new      (MkCheckInItem *item,
                                         gboolean       names_day);
MkCheckInItem *mk_check_in_row_get_item (MkCheckInRow *self);
void           mk_check_in_row_open     (MkCheckInRow *self);

G_END_DECLS
