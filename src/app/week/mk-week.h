/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check-in/mk-check-in-draft.h"
#include "workplace/mk-placement-item.h"

G_BEGIN_DECLS

/**
 * MkWeekDay:
 * @date: YYYY-MM-DD
 * @written: (nullable): the last check-in of that day; such a day is not offered
 * @has_come: whether it is today or before
 * @from: (nullable): HH:MM, by the plan
 * @to: (nullable): HH:MM
 * @minutes: by the plan, else of the last check-in
 *
 * One day of a week as it is offered: filled in, and confirmed by nobody.
 */
typedef struct
{
  char          *date;
  MkCheckInItem *written;
  gboolean       has_come;
  char          *from;
  char          *to;
  gint64         minutes;
} MkWeekDay;

/**
 * MkWeekAnswer:
 * @day: which day
 * @attendance: one of the MK_ATTENDANCE_… strings
 * @minutes: of the day
 *
 * A day that a person confirmed. Borrowed.
 */
typedef struct
{
  const MkWeekDay *day;
  const char      *attendance;
  gint64           minutes;
} MkWeekAnswer;

GPtrArray      *mk_week_new       (const MkArrangement *arrangement,
                                   const MkCheckInData *last,
                                   GPtrArray           *check_ins,
                                   const char          *monday,
                                   GDateTime           *now);
char           *mk_week_monday    (GDateTime *now,
                                   int        weeks_ago);
MkCheckInDraft *mk_week_day_draft (const MkWeekAnswer  *answer,
                                   const MkArrangement *arrangement,
                                   const MkCheckInData *last,
                                   const char          *placement_id,
                                   const char          *author,
                                   GDateTime           *now);

G_END_DECLS
