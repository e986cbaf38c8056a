/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workplace/mk-working-day.h"

static gboolean
is_working_day (GDateTime *moment)
{
  return g_date_time_get_day_of_week (moment) <= G_DATE_FRIDAY;
}

/**
 * mk_working_day_after:
 * @moment: a moment
 *
 * Finds the next day, after that of @moment, on which offices work. Public holidays are not known
 * yet.
 *
 * Returns: (transfer full): its midnight, in the time zone of @moment
 */
GDateTime *
mk_working_day_after (GDateTime *moment)
{
  int year, month, day;
  g_autoptr (GDateTime) next = NULL;

  g_return_val_if_fail (moment != NULL, NULL);

  g_date_time_get_ymd (moment, &year, &month, &day);
  next = g_date_time_new (g_date_time_get_timezone (moment), year, month, day, 0, 0, 0);
  do
    {
      g_autoptr (GDateTime) before = g_steal_pointer (&next);

      next = g_date_time_add_days (before, 1);
    }
  while (!is_working_day (next));
  return g_steal_pointer (&next);
}
