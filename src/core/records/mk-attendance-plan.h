/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"

G_BEGIN_DECLS

/**
 * MkPlanDay:
 * @day: 1 to 7, Monday is 1
 * @from: time of day
 * @to: time of day, after @from
 */
typedef struct
{
  gint64 day;
  char  *from;
  char  *to;
} MkPlanDay;

/**
 * MkAttendancePlanData:
 * @from_date: the first day that it holds for
 * @days: GPtrArray of MkPlanDay, no weekday twice
 *
 * `moedeplan`: when the candidate is expected. Stays at this workplace.
 */
typedef struct
{
  char      *placement_id;
  char      *from_date;
  GPtrArray *days;
} MkAttendancePlanData;

extern const MkRecordType mk_attendance_plan_type;

void                        mk_plan_day_free      (MkPlanDay *day);
const MkAttendancePlanData *mk_plan_on            (const GPtrArray *plans,
                                                   const char      *date);
const MkPlanDay            *mk_plan_day_on        (const GPtrArray *plans,
                                                   const char      *date);
gint64                      mk_plan_day_minutes   (const MkPlanDay *day);
char                       *mk_plan_next_expected (const GPtrArray  *plans,
                                                   const char       *after,
                                                   const MkPlanDay **day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkPlanDay, mk_plan_day_free)

G_END_DECLS
