/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-reminder.h"

#include "mk-holidays.h"

#include <string.h>

/* When a message may come on the desktop: nothing but a function of what is wanted and of the time. */

/* HH:MM are compared as they are written. Hours without an end on one side are none, and those that
 * end before they begin go over midnight. */
static gboolean
is_quiet (const char *from,
          const char *to,
          const char *clock)
{
  if (*from == '\0' || *to == '\0' || g_str_equal (from, to))
    return FALSE;
  if (strcmp (from, to) < 0)
    return strcmp (clock, from) >= 0 && strcmp (clock, to) < 0;
  return strcmp (clock, from) >= 0 || strcmp (clock, to) < 0;
}

static gboolean
is_closed (GDateTime *now)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now), (GDateYear) g_date_time_get_year (now));
  return mk_holidays_is_closed (&date);
}

/**
 * mk_reminder_may_come:
 * @wish: what is known of messages
 * @now: the moment, in local time
 *
 * Messages come only where they are wanted, one a day, on working days and outside of the quiet
 * hours. A last one that is later than this day, by a clock that was set back, counts as this day's.
 *
 * Returns: whether one may come now
 */
gboolean
mk_reminder_may_come (const MkReminderWish *wish,
                      GDateTime            *now)
{
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;

  g_return_val_if_fail (wish != NULL && now != NULL, FALSE);

  if (!wish->is_wanted || is_closed (now))
    return FALSE;
  day = g_date_time_format (now, "%Y-%m-%d");
  clock = g_date_time_format (now, "%H:%M");
  return strcmp (wish->last, day) < 0 && !is_quiet (wish->quiet_from, wish->quiet_to, clock);
}
