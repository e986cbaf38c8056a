/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "week/mk-week.h"

#include "check-in/mk-check-in-edits.h"
#include "mk-date-text.h"

#include <string.h>

/* A week of one placement as it is offered, worked out from nothing but the arguments. */

#define N_DAYS 7
#define FRIDAY 5

/* When a day is told about where no plan says when it ends. */
#define NOON "12:00"

static void
week_day_free (gpointer data)
{
  MkWeekDay *day = data;

  g_free (day->date);
  g_clear_object (&day->written);
  g_free (day->from);
  g_free (day->to);
  g_free (day);
}

static char *
date_after (const char *monday,
            int         days)
{
  g_autoptr (GDateTime) first = mk_date_text_read (monday);
  g_autoptr (GDateTime) day = g_date_time_add_days (first, days);

  return g_date_time_format (day, "%Y-%m-%d");
}

/* The check-ins come with the last moment first. */
static MkCheckInItem *
written_on (GPtrArray  *check_ins,
            const char *date)
{
  for (guint i = 0; i < check_ins->len; i++)
    {
      MkCheckInItem *item = g_ptr_array_index (check_ins, i);

      if (g_str_has_prefix (mk_check_in_item_get_data (item)->moment, date))
        return item;
    }
  return NULL;
}

static MkWeekDay *
new_day (const MkArrangement *arrangement,
         const MkCheckInData *last,
         const char          *date,
         GDateTime           *now)
{
  const MkPlanDay *planned = mk_plan_day_on (arrangement->plans, date);
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  MkWeekDay *day = g_new0 (MkWeekDay, 1);

  day->date = g_strdup (date);
  day->has_come = strcmp (date, today) <= 0;
  if (planned != NULL)
    {
      day->from = g_strdup (planned->from);
      day->to = g_strdup (planned->to);
      day->minutes = mk_plan_day_minutes (planned);
    }
  else if (last != NULL)
    day->minutes = last->paid_minutes + last->unpaid_minutes;
  return day;
}

/* With a plan its days, without one Monday to Friday; and whatever was written on another. */
static gboolean
belongs (const MkArrangement *arrangement,
         const MkWeekDay     *day,
         int                  index)
{
  if (day->written != NULL || day->from != NULL)
    return TRUE;
  return mk_plan_on (arrangement->plans, day->date) == NULL && index < FRIDAY;
}

/**
 * mk_week_new:
 * @arrangement: what is arranged about the placement
 * @last: (nullable): an earlier check-in whose hours a day without a plan probably has too
 * @check_ins: (element-type MkCheckInItem): of that week, the last moment first
 * @monday: the first day of the week, YYYY-MM-DD
 * @now: the present moment
 *
 * Returns: (transfer full) (element-type MkWeekDay): the days that are shown, the first first
 */
GPtrArray *
mk_week_new (const MkArrangement *arrangement,
             const MkCheckInData *last,
             GPtrArray           *check_ins,
             const char          *monday,
             GDateTime           *now)
{
  GPtrArray *days = g_ptr_array_new_with_free_func (week_day_free);

  for (int i = 0; i < N_DAYS; i++)
    {
      g_autofree char *date = date_after (monday, i);
      MkWeekDay *day = new_day (arrangement, last, date, now);

      g_set_object (&day->written, written_on (check_ins, date));
      if (belongs (arrangement, day, i))
        g_ptr_array_add (days, day);
      else
        week_day_free (day);
    }
  return days;
}

/**
 * mk_week_monday:
 * @now: the present moment
 * @weeks_ago: 0 for this week
 *
 * Returns: (transfer full): the first day of that week, YYYY-MM-DD
 */
char *
mk_week_monday (GDateTime *now,
                int        weeks_ago)
{
  int back = g_date_time_get_day_of_week (now) - 1 + 7 * weeks_ago;
  g_autoptr (GDateTime) monday = g_date_time_add_days (now, -back);

  return g_date_time_format (monday, "%Y-%m-%d");
}

/* The end of the planned day, but nothing is written about what has not come. */
static char *
moment_of (const MkWeekDay *day,
           GDateTime       *now)
{
  const char *time = day->to != NULL ? day->to : NOON;
  g_autoptr (GDateTime) midnight = mk_date_text_read (day->date);
  int year, month, month_day;
  g_autoptr (GDateTime) moment = NULL;

  g_date_time_get_ymd (midnight, &year, &month, &month_day);
  moment = g_date_time_new (g_date_time_get_timezone (midnight), year, month, month_day,
                            (int) g_ascii_strtoll (time, NULL, 10),
                            (int) g_ascii_strtoll (time + 3, NULL, 10), 0);
  return g_date_time_format (g_date_time_compare (moment, now) > 0 ? now : moment,
                             "%Y-%m-%dT%H:%M:%S%:z");
}

/**
 * mk_week_day_draft:
 * @answer: a day that a person confirmed
 * @arrangement: what is arranged about the placement
 * @last: (nullable): an earlier check-in whose split this day has where no scheme says another
 * @placement_id: UUID of it
 * @author: who confirmed
 * @now: the present moment
 *
 * Returns: (transfer full): the check-in of that day, to be saved
 */
MkCheckInDraft *
mk_week_day_draft (const MkWeekAnswer  *answer,
                   const MkArrangement *arrangement,
                   const MkCheckInData *last,
                   const char          *placement_id,
                   const char          *author,
                   GDateTime           *now)
{
  g_autofree char *moment = moment_of (answer->day, now);
  g_autoptr (MkCheckInDraft) empty = mk_check_in_draft_new (placement_id, author, moment, last);
  g_autoptr (MkCheckInDraft) attended =
      mk_check_in_draft_with_attendance (empty, answer->attendance);
  g_autoptr (MkCheckInDraft) timed = mk_check_in_draft_with_minutes (attended, answer->minutes);

  return mk_check_in_draft_arranged (timed, NULL, arrangement->schemes);
}
