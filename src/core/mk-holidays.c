/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-holidays.h"

/* Danish days on which offices are closed. */

/* The last year in which Store bededag was a public holiday. */
#define LAST_PRAYER_DAY 2023

/* The days that move, counted from Easter Sunday: Maundy Thursday, Good Friday, Easter and the day
 * after, Ascension, Pentecost and the day after. */
static const int from_easter[] = { -3, -2, 0, 1, 39, 49, 50 };
#define PRAYER_DAY 26

/* The days that do not: New Year, Constitution Day, Christmas with its eve, New Year's Eve. Three of
 * them are no public holidays, but nobody is at an office. */
static const struct
{
  GDateMonth month;
  GDateDay day;
} fixed[] = { { 1, 1 }, { 6, 5 }, { 12, 24 }, { 12, 25 }, { 12, 26 }, { 12, 31 } };

/* Easter is the Sunday after the first full moon of spring, both by the tables of the church: the
 * place of the year in the moon's nineteen, the centuries' corrections, and the day of the week. */
static void
find_easter (guint  year,
             GDate *easter)
{
  guint golden = year % 19;
  guint century = year / 100;
  guint leap_centuries = century / 4;
  guint moon_drift = (8 * century + 13) / 25;
  guint epact = (century - leap_centuries - moon_drift + 19 * golden + 15) % 30;
  guint full_moon = epact - (epact > 28 || (epact == 28 && golden > 10) ? 1 : 0);
  guint weekday = (year + year / 4 + full_moon + 2 - century + leap_centuries) % 7;
  int after_march = 28 + (int) full_moon - (int) weekday;

  g_date_set_dmy (easter, 1, G_DATE_MARCH, (GDateYear) year);
  g_date_add_days (easter, (guint) (after_march - 1));
}

static gboolean
is_moving_holiday (const GDate *date)
{
  GDate easter;
  int distance;

  g_date_clear (&easter, 1);
  find_easter (g_date_get_year (date), &easter);
  distance = g_date_days_between (&easter, date);
  for (guint i = 0; i < G_N_ELEMENTS (from_easter); i++)
    if (distance == from_easter[i])
      return TRUE;
  return distance == PRAYER_DAY && g_date_get_year (date) <= LAST_PRAYER_DAY;
}

/**
 * mk_holidays_is_holiday:
 * @date: a day from the year 1700 on
 *
 * Says whether it is a day on which nobody is expected at work whatever day of the week it is: a
 * public holiday, Constitution Day, Christmas Eve or New Year's Eve.
 *
 * Returns: whether it is
 */
gboolean
mk_holidays_is_holiday (const GDate *date)
{
  g_return_val_if_fail (date != NULL && g_date_valid (date), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (g_date_get_month (date) == fixed[i].month && g_date_get_day (date) == fixed[i].day)
      return TRUE;
  return is_moving_holiday (date);
}

/**
 * mk_holidays_is_closed:
 * @date: a day from the year 1700 on
 *
 * Says whether Danish offices are closed: on weekends and on mk_holidays_is_holiday().
 *
 * Returns: whether they are
 */
gboolean
mk_holidays_is_closed (const GDate *date)
{
  g_return_val_if_fail (date != NULL && g_date_valid (date), FALSE);

  return g_date_get_weekday (date) > G_DATE_FRIDAY || mk_holidays_is_holiday (date);
}

static void
read_day (GDateTime *moment,
          GDate     *date)
{
  int year, month, day;

  g_date_time_get_ymd (moment, &year, &month, &day);
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/**
 * mk_holidays_is_holiday_at:
 * @moment: a moment
 *
 * Returns: mk_holidays_is_holiday() of its day, in its own time zone
 */
gboolean
mk_holidays_is_holiday_at (GDateTime *moment)
{
  GDate date;

  g_return_val_if_fail (moment != NULL, FALSE);

  read_day (moment, &date);
  return mk_holidays_is_holiday (&date);
}

static gboolean
is_working_day (GDateTime *moment)
{
  GDate date;

  read_day (moment, &date);
  return !mk_holidays_is_closed (&date);
}

/**
 * mk_working_day_after:
 * @moment: a moment
 *
 * Finds the next day, after that of @moment, on which offices work.
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
