/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_DATE_ROW (mk_date_row_get_type ())

G_DECLARE_FINAL_TYPE (MkDateRow, mk_date_row, MK, DATE_ROW, AdwActionRow)

void        mk_date_row_set_day (MkDateRow  *self,
                                 const char *day);
const char *mk_date_row_get_day (MkDateRow *self);

G_END_DECLS
