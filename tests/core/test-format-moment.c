/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-format.h"

typedef MkFormat (*Judge) (const char *text);

static void
assert_each (Judge              judge,
             const char *const *texts,
             MkFormat           expected)
{
  for (; *texts != NULL; texts++)
    {
      g_test_message ("»%s«", *texts);
      g_assert_cmpint (judge (*texts), ==, expected);
    }
}

static void
test_date_is_a_real_day (void)
{
  static const char *const good[] = { "2026-11-21", "2026-01-01", "2026-12-31", "0001-01-01",
                                      "9999-12-31", "2026-04-30", "2026-01-31", NULL };
  static const char *const bad[] = { "2026-11-31", "2026-04-31", "2026-13-01", "2026-00-10",
                                     "2026-10-00", "2026-01-32", "2026-99-99", NULL };

  assert_each (mk_format_judge_date, good, MK_FORMAT_GOOD);
  assert_each (mk_format_judge_date, bad, MK_FORMAT_BAD_VALUE);
}

static void
test_date_knows_leap_years (void)
{
  static const char *const good[] = { "2024-02-29", "2000-02-29", "0004-02-29", "2400-02-29",
                                      NULL };
  static const char *const bad[] = { "2026-02-29", "1900-02-29", "2100-02-29", "2024-02-30", NULL };

  assert_each (mk_format_judge_date, good, MK_FORMAT_GOOD);
  assert_each (mk_format_judge_date, bad, MK_FORMAT_BAD_VALUE);
}

static void
test_date_has_no_year_0000 (void)
{
  static const char *const bad[] = { "0000-01-01", "0000-02-29", "0000-12-31", NULL };
  static const char *const moments[] = { "0000-01-01T00:00:00Z", NULL };

  assert_each (mk_format_judge_date, bad, MK_FORMAT_BAD_VALUE);
  assert_each (mk_format_judge_date_time, moments, MK_FORMAT_BAD_VALUE);
}

static void
test_date_has_one_form (void)
{
  static const char *const bad[] = { "",
                                     "2026-11-2",
                                     "2026-1-21",
                                     "26-11-21",
                                     "2026-11-21 ",
                                     " 2026-11-21",
                                     "2026/11/21",
                                     "21-11-2026",
                                     "20261121",
                                     "2026-11-2a",
                                     "+026-11-21",
                                     "2026-11-21T00:00:00Z",
                                     "2026-11-21\n",
                                     "2026–11–21",
                                     "２０２６-11-21",
                                     "-026-11-21",
                                     NULL };

  assert_each (mk_format_judge_date, bad, MK_FORMAT_BAD_FORM);
}

static void
test_time_is_of_a_day (void)
{
  static const char *const good[] = { "00:00", "23:59", "07:30", NULL };
  static const char *const bad[] = { "24:00", "23:60", "99:99", "00:60", NULL };

  assert_each (mk_format_judge_time, good, MK_FORMAT_GOOD);
  assert_each (mk_format_judge_time, bad, MK_FORMAT_BAD_VALUE);
}

static void
test_time_has_one_form (void)
{
  static const char *const bad[] = { "",        "7:30",   "07.30",  "0730", "07:30:00",
                                     "07:30Z",  " 07:30", "07:30 ", "07:3", "ab:cd",
                                     "07:30\n", "-7:30",  NULL };

  assert_each (mk_format_judge_time, bad, MK_FORMAT_BAD_FORM);
}

static void
test_date_time_has_fraction_and_offset (void)
{
  static const char *const good[] = {
    "2026-11-21T07:30:00Z",      "2026-11-21T07:30:00+01:00",
    "2026-11-21T07:30:00-00:00", "2026-11-21T07:30:00+00:00",
    "2026-11-21T07:30:00.1Z",    "2026-11-21T07:30:59.123456789012345678901234567890-05:30",
    "2026-11-21T23:59:59+14:00", "2026-11-21T00:00:00-14:00",
    "2024-02-29T12:00:00Z",      NULL
  };

  assert_each (mk_format_judge_date_time, good, MK_FORMAT_GOOD);
}

static void
test_date_time_is_a_real_instant (void)
{
  static const char *const bad[] = { "2026-11-21T24:00:00Z",      "2026-11-21T23:60:00Z",
                                     "2026-11-21T23:59:60Z",      "2026-06-30T23:59:60Z",
                                     "2016-12-31T23:59:60Z",      "2026-02-29T12:00:00Z",
                                     "2026-11-21T07:30:00+14:01", "2026-11-21T07:30:00-15:00",
                                     "2026-11-21T07:30:00+01:60", "2026-11-21T07:30:00+99:99",
                                     "2026-11-21T07:30:61.5Z",    NULL };

  assert_each (mk_format_judge_date_time, bad, MK_FORMAT_BAD_VALUE);
}

static void
test_date_time_has_one_form (void)
{
  static const char *const bad[] = { "",
                                     "2026-11-21",
                                     "2026-11-21t07:30:00Z",
                                     "2026-11-21T07:30:00z",
                                     "2026-11-21 07:30:00Z",
                                     "2026-11-21T07:30:00",
                                     "2026-11-21T07:30Z",
                                     "2026-11-21T07:30:00.Z",
                                     "2026-11-21T07:30:00,5Z",
                                     "2026-11-21T07:30:00+0100",
                                     "2026-11-21T07:30:00+01",
                                     "2026-11-21T07:30:00+1:00",
                                     "2026-11-21T07:30:00 +01:00",
                                     "2026-11-21T07:30:00+01:00 ",
                                     "2026-11-21T07:30:00ZZ",
                                     "2026-11-21T07:30:00Z\n",
                                     "2026-11-21T07:30:00−01:00",
                                     "20261121T073000Z",
                                     NULL };

  assert_each (mk_format_judge_date_time, bad, MK_FORMAT_BAD_FORM);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/date-is-a-real-day", test_date_is_a_real_day);
  g_test_add_func ("/format/date-knows-leap-years", test_date_knows_leap_years);
  g_test_add_func ("/format/date-has-no-year-0000", test_date_has_no_year_0000);
  g_test_add_func ("/format/date-has-one-form", test_date_has_one_form);
  g_test_add_func ("/format/time-is-of-a-day", test_time_is_of_a_day);
  g_test_add_func ("/format/time-has-one-form", test_time_has_one_form);
  g_test_add_func ("/format/date-time-has-fraction-and-offset",
                   test_date_time_has_fraction_and_offset);
  g_test_add_func ("/format/date-time-is-a-real-instant", test_date_time_is_a_real_instant);
  g_test_add_func ("/format/date-time-has-one-form", test_date_time_has_one_form);
  return g_test_run ();
}
