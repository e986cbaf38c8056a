/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "week/mk-week.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_WEEK_ROW (mk_week_row_get_type ())

G_DECLARE_FINAL_TYPE (MkWeekRow, mk_week_row, MK, WEEK_ROW, AdwPreferencesRow)

MkWeekRow   *mk_week_row_new          (const MkWeekDay *day,
                                       const char      *absence_notice);
gboolean     mk_week_row_is_confirmed (MkWeekRow *self);
gboolean     mk_week_row_is_at_fault  (MkWeekRow *self);
MkWeekAnswer mk_week_row_get_answer   (MkWeekRow *self);
void         mk_week_row_confirm      (MkWeekRow  *self,
                                       const char *attendance,
                                       gint64      minutes);

G_END_DECLS
