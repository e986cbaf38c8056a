/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-date-text.h"

typedef char *(*Write) (GDateTime *moment);

static void
assert_text (char       *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
assert_written (Write       write,
                const char *moment,
                const char *expected)
{
  g_autoptr (GDateTime) read = mk_date_text_read (moment);

  g_assert_nonnull (read);
  assert_text (write (read), expected);
}

static void
assert_relative (const char *moment,
                 const char *now,
                 const char *expected)
{
  g_autoptr (GDateTime) then = mk_date_text_read (moment);
  g_autoptr (GDateTime) present = mk_date_text_read (now);

  assert_text (mk_date_text_relative (then, present), expected);
}

static void
test_day (void)
{
  assert_written (mk_date_text_day, "2026-12-03", "Thursday 3 December");
  assert_written (mk_date_text_day, "2026-11-23", "Monday 23 November");
  assert_written (mk_date_text_day, "2026-11-22", "Sunday 22 November");
}

static void
test_long (void)
{
  assert_written (mk_date_text_long, "2026-12-03", "3 December 2026");
  assert_written (mk_date_text_long, "2026-01-31", "31 January 2026");
}

static void
test_short (void)
{
  g_autoptr (GDateTime) now = mk_date_text_read ("2026-12-03");
  g_autoptr (GDateTime) this_year = mk_date_text_read ("2026-11-21");
  g_autoptr (GDateTime) next_year = mk_date_text_read ("2027-01-01");

  assert_text (mk_date_text_short (this_year, now), "21 November");
  assert_text (mk_date_text_short (next_year, now), "1 January 2027");
}

static void
test_week (void)
{
  assert_written (mk_date_text_week, "2026-11-22", "week 47");
  assert_written (mk_date_text_week, "2026-11-23", "week 48");
  assert_written (mk_date_text_week, "2026-12-31", "week 53");
  assert_written (mk_date_text_week, "2027-01-03", "week 53");
  assert_written (mk_date_text_week, "2027-01-04", "week 1");
}

static void
test_time (void)
{
  assert_written (mk_date_text_clock, "2026-12-01T14:30:00+01:00", "14:30");
  assert_written (mk_date_text_clock, "2026-12-01T07:05:59+01:00", "7:05");
  assert_written (mk_date_text_clock, "2026-12-01", "0:00");
  assert_written (mk_date_text_time, "2026-12-01T14:30:00+01:00", "at 14:30");
}

static void
test_time_of_opening_hours (void)
{
  assert_text (mk_date_text_clock_of ("07:30"), "7:30");
  assert_text (mk_date_text_clock_of ("08:09"), "8:09");
  assert_text (mk_date_text_clock_of ("00:00"), "0:00");
  assert_text (mk_date_text_clock_of ("23:59"), "23:59");
  g_assert_null (mk_date_text_clock_of ("24:00"));
  assert_text (mk_date_text_span ("08:00", "11:30"), "8:00–11:30");
  g_assert_null (mk_date_text_span ("08:00", "24:00"));
  g_assert_null (mk_date_text_clock_of ("7.30"));
}

static void
test_time_is_read (void)
{
  static const struct
  {
    const char *typed;
    const char *read;
  } cases[] = {
    { "8", "08:00" },    { "18", "18:00" },     { "11.05", "11:05" },
    { "7:30", "07:30" }, { "07:30", "07:30" },  { "730", "07:30" },
    { "1830", "18:30" }, { "kl. 18", "18:00" }, { " kl. 7.30 ", "07:30" },
    { "0", "00:00" },    { "24", NULL },        { "11.60", NULL },
    { "11.30x", NULL },  { "7.5", NULL },       { "7.", NULL },
    { ".30", NULL },     { "7.3.0", NULL },     { "12345", NULL },
    { ".", NULL },       { "", NULL },          { "  ", NULL },
    { "syv", NULL },     { "+9", NULL },        { "8.-0", NULL },
    { "8. 5", NULL },    { "8.30\n9", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *read = mk_date_text_read_time (cases[i].typed);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (read, ==, cases[i].read);
    }
}

static void
test_local_time_is_shown (void)
{
  assert_written (mk_date_text_clock, "2026-12-01T13:30:00Z", "14:30");
  assert_written (mk_date_text_clock, "2026-07-01T13:30:00Z", "15:30");
  assert_written (mk_date_text_long, "2026-12-01T23:30:00Z", "2 December 2026");
}

static void
test_relative (void)
{
  assert_relative ("2026-12-01T23:59:00+01:00", "2026-12-01T00:00:00+01:00", "today");
  assert_relative ("2026-12-01T23:59:00+01:00", "2026-12-02T00:00:00+01:00", "yesterday");
  assert_relative ("2026-12-02T00:00:00+01:00", "2026-12-01T23:59:00+01:00", "tomorrow");
  assert_relative ("2026-12-03", "2026-12-01T12:00:00+01:00", "Thursday 3 December");
  assert_relative ("2026-01-05", "2026-12-01T12:00:00+01:00", "Monday 5 January");
  assert_relative ("2027-01-05", "2026-12-01T12:00:00+01:00", "5 January 2027");
  assert_relative ("2027-01-01", "2026-12-31T12:00:00+01:00", "tomorrow");
}

static void
test_relative_when_clocks_change (void)
{
  assert_relative ("2026-10-24", "2026-10-25T23:30:00+01:00", "yesterday");
  assert_relative ("2026-03-29", "2026-03-28T23:30:00+01:00", "tomorrow");
}

static void
test_read_refuses (void)
{
  g_assert_null (mk_date_text_read (""));
  g_assert_null (mk_date_text_read ("2026-02-30"));
  g_assert_null (mk_date_text_read ("3-12-2026"));
  g_assert_null (mk_date_text_read ("2026-12-03T12:00"));
}

static void
test_capitalize (void)
{
  assert_text (mk_date_text_capitalize ("torsdag den 3. december"), "Torsdag den 3. december");
  assert_text (mk_date_text_capitalize ("årlig"), "Årlig");
  assert_text (mk_date_text_capitalize ("Today"), "Today");
  assert_text (mk_date_text_capitalize ("3 December"), "3 December");
  assert_text (mk_date_text_capitalize (""), "");
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "Europe/Copenhagen", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-text/day", test_day);
  g_test_add_func ("/date-text/long", test_long);
  g_test_add_func ("/date-text/short", test_short);
  g_test_add_func ("/date-text/week-is-iso", test_week);
  g_test_add_func ("/date-text/time", test_time);
  g_test_add_func ("/date-text/time-of-opening-hours", test_time_of_opening_hours);
  g_test_add_func ("/date-text/time-is-read-as-people-write-it", test_time_is_read);
  g_test_add_func ("/date-text/local-time-is-shown", test_local_time_is_shown);
  g_test_add_func ("/date-text/relative", test_relative);
  g_test_add_func ("/date-text/relative-when-clocks-change", test_relative_when_clocks_change);
  g_test_add_func ("/date-text/read-refuses-what-is-no-moment", test_read_refuses);
  g_test_add_func ("/date-text/capitalize", test_capitalize);
  return g_test_run ();
}
