/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/mk-attendance-plan.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_PLAN_DAY_ROW (mk_plan_day_row_get_type ())

G_DECLARE_FINAL_TYPE (MkPlanDayRow, mk_plan_day_row, MK, PLAN_DAY_ROW, AdwActionRow)

MkPlanDayRow *mk_plan_day_row_new         (gint64 day);
void          mk_plan_day_row_set         (MkPlanDayRow *self,
                                           const char   *from,
                                           const char   *to);
gboolean      mk_plan_day_row_is_checked  (MkPlanDayRow *self);
gboolean      mk_plan_day_row_is_empty    (MkPlanDayRow *self);
gboolean      mk_plan_day_row_is_at_fault (MkPlanDayRow *self);
MkPlanDay    *mk_plan_day_row_dup_day     (MkPlanDayRow *self);

G_END_DECLS
