/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-date-text.h"
#include "mk-holidays.h"

#include <stdio.h>

/* Days on which Danish offices are closed, by calendars of several years. */

static gboolean
is_closed (const char *text)
{
  unsigned int year, month, day;
  GDate date;

  g_assert_cmpint (sscanf (text, "%u-%u-%u", &year, &month, &day), ==, 3);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return mk_holidays_is_closed (&date);
}

static void
assert_closed (const char *const *days,
               gsize              n_days)
{
  for (gsize i = 0; i < n_days; i++)
    if (!is_closed (days[i]))
      g_error ("%s is taken for a working day", days[i]);
}

static void
test_easter (void)
{
  static const char *const closed[] = {
    /* Easter at its earliest and latest in a lifetime, and in years around now. */
    "2008-03-24", "2011-04-25", "2038-04-26", "2019-04-18", "2019-04-19", "2019-04-22",
    "2024-03-28", "2024-03-29", "2024-04-01", "2025-04-17", "2025-04-18", "2025-04-21",
    "2026-04-02", "2026-04-03", "2026-04-06", "2027-03-25", "2027-03-26", "2027-03-29",
  };

  assert_closed (closed, G_N_ELEMENTS (closed));
}

static void
test_closed_days (void)
{
  static const char *const closed[] = {
    /* Ascension and the Monday of Pentecost. */
    "2024-05-09",
    "2024-05-20",
    "2025-05-29",
    "2025-06-09",
    "2026-05-14",
    "2026-05-25",
    "2027-05-06",
    "2027-05-17",
    /* Store bededag, as long as there was one. */
    "2022-05-13",
    "2023-05-05",
    /* The same every year. */
    "2026-01-01",
    "2026-06-05",
    "2026-12-24",
    "2026-12-25",
    "2026-12-31",
    "2030-12-26",
    /* Weekends. */
    "2026-12-05",
    "2026-12-06",
  };

  assert_closed (closed, G_N_ELEMENTS (closed));
}

static void
test_working_days (void)
{
  static const char *const open[] = {
    "2024-04-26", "2025-05-16", "2026-05-01", "2027-04-23", "2026-04-01",
    "2026-04-07", "2026-05-15", "2026-12-23", "2026-12-28", "2026-12-30",
    "2026-01-02", "2026-06-04", "2026-06-08", "2026-12-03",
  };

  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    if (is_closed (open[i]))
      g_error ("%s is taken for a holiday", open[i]);
}

/* So many weekdays are closed in a year, whatever the year. */
static void
test_every_year_has_its_holidays (void)
{
  for (guint year = 2024; year < 2100; year++)
    {
      GDate date;
      guint moving = 0;

      g_date_clear (&date, 1);
      g_date_set_dmy (&date, 1, G_DATE_MARCH, (GDateYear) year);
      for (; g_date_get_month (&date) < G_DATE_JULY; g_date_add_days (&date, 1))
        moving += g_date_get_weekday (&date) <= G_DATE_FRIDAY && mk_holidays_is_closed (&date) &&
                  !(g_date_get_month (&date) == G_DATE_JUNE && g_date_get_day (&date) == 5);
      /* Two before Easter, one after, Ascension, the Monday of Pentecost; one may fall on Constitution Day. */
      g_assert_cmpuint (moving, >=, 4);
      g_assert_cmpuint (moving, <=, 5);
    }
}

static void
test_next_working_day (void)
{
  static const struct
  {
    const char *moment;
    const char *next;
  } cases[] = {
    { "2026-12-03T11:05:00+01:00", "2026-12-04" }, { "2026-12-04T11:05:00+01:00", "2026-12-07" },
    { "2026-12-23T08:00:00+01:00", "2026-12-28" }, { "2026-12-30T23:59:59+01:00", "2027-01-04" },
    { "2026-04-01T15:00:00+02:00", "2026-04-07" }, { "2026-05-13T15:00:00+02:00", "2026-05-15" },
    { "2026-06-04T15:00:00+02:00", "2026-06-08" }, { "2023-05-04T15:00:00+02:00", "2023-05-08" },
    { "2024-04-25T15:00:00+02:00", "2024-04-26" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) moment = mk_date_text_read (cases[i].moment);
      g_autoptr (GDateTime) next = mk_working_day_after (moment);
      g_autofree char *date = g_date_time_format (next, "%Y-%m-%d");
      g_autofree char *time = g_date_time_format (next, "%H:%M:%S");

      g_assert_cmpstr (date, ==, cases[i].next);
      g_assert_cmpstr (time, ==, "00:00:00");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/holidays/easter", test_easter);
  g_test_add_func ("/holidays/closed-days", test_closed_days);
  g_test_add_func ("/holidays/working-days", test_working_days);
  g_test_add_func ("/holidays/every-year-has-its-own", test_every_year_has_its_holidays);
  g_test_add_func ("/holidays/next-working-day", test_next_working_day);
  return g_test_run ();
}
