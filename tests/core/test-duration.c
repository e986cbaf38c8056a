/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-duration.h"

typedef struct
{
  const char *text;
  gint64      minutes;
} Case;

static void
assert_each (const Case *cases)
{
  for (; cases->text != NULL; cases++)
    {
      gint64 minutes = -1;

      g_test_message ("»%s«", cases->text);
      g_assert_cmpint (mk_duration_parse (cases->text, &minutes), ==, MK_FORMAT_GOOD);
      g_assert_cmpint (minutes, ==, cases->minutes);
    }
}

static void
assert_none (const char *const *texts,
             MkFormat           expected)
{
  for (; *texts != NULL; texts++)
    {
      gint64 minutes = 4711;

      g_test_message ("»%s«", *texts);
      g_assert_cmpint (mk_duration_parse (*texts, &minutes), ==, expected);
      g_assert_cmpint (minutes, ==, 4711);
    }
}

static void
test_a_number_alone_is_hours (void)
{
  static const Case cases[] = { { "3", 180 },  { "0", 0 },     { "24", 1440 },     { " 3 ", 180 },
                                { "03", 180 }, { "3\n", 180 }, { "\u00a07", 420 }, { NULL, 0 } };

  assert_each (cases);
}

static void
test_a_comma_begins_decimals (void)
{
  static const Case cases[] = { { "2,5", 150 },      { "2,50", 150 }, { "2,25", 135 },
                                { "0,75", 45 },      { "7,4", 444 },  { "2,333", 140 },
                                { "1,0", 60 },       { "2,30", 138 }, { "2,5 t", 150 },
                                { "1,5 timer", 90 }, { "0,01", 1 },   { NULL, 0 } };

  assert_each (cases);
}

static void
test_two_digits_behind_a_stop_are_a_clocks (void)
{
  static const Case cases[] = { { "2:30", 150 },   { "2.30", 150 }, { "2.50", 170 },
                                { "0:45", 45 },    { "00.05", 5 },  { "24:00", 1440 },
                                { "2.30 t", 150 }, { NULL, 0 } };

  assert_each (cases);
}

static void
test_one_digit_behind_a_full_stop_is_a_decimal (void)
{
  static const Case cases[] = { { "2.5", 150 }, { "7.4", 444 }, { "0.5 t", 30 }, { NULL, 0 } };

  assert_each (cases);
}

static void
test_words_for_hours_and_minutes (void)
{
  static const Case cases[] = { { "3 t", 180 },
                                { "3t", 180 },
                                { "3 T.", 180 },
                                { "1 time", 60 },
                                { "3 timer", 180 },
                                { "3 hours", 180 },
                                { "3 h 15", 195 },
                                { "3 t 15", 195 },
                                { "3t15", 195 },
                                { "3 t 5", 185 },
                                { "3 t 00", 180 },
                                { "3t15m", 195 },
                                { "3 timer og 15 minutter", 195 },
                                { "1 hour and 1 minute", 61 },
                                { "1 t. 30 min.", 90 },
                                { "3\u00a0t\u00a015", 195 },
                                { "150 min", 150 },
                                { "90m", 90 },
                                { "0 min", 0 },
                                { "1 minut", 1 },
                                { "1440 minutter", 1440 },
                                { NULL, 0 } };

  assert_each (cases);
}

static void
test_more_than_a_day (void)
{
  static const char *const texts[] = { "25",  "24,1",   "24:01",   "24 t 1", "1441 min", "24.1",
                                       "150", "999999", "99999 t", "24,01",  NULL };

  assert_none (texts, MK_FORMAT_BAD_VALUE);
}

static void
test_more_than_59_minutes_beside_hours (void)
{
  static const char *const texts[] = { "2:60", "2.75", "1 t 60", "1 t 90 min", NULL };

  assert_none (texts, MK_FORMAT_BAD_VALUE);
}

static void
test_what_is_no_duration (void)
{
  static const char *const texts[] = { "",           " ",       "t",       "-1",      "+1",
                                       "tre",        "2:5",     "2:300",   "2.305",   "2,",
                                       ",5",         "2..30",   "2,5,5",   "1 2",     "3 t t",
                                       "15 min 3 t", "3 x",     "1e1",     "3 t -15", "0x10",
                                       "３",         "2,5 min", "1234567", "2/3",     NULL };

  assert_none (texts, MK_FORMAT_BAD_FORM);
}

static void
assert_text (char       *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_figures (void)
{
  assert_text (mk_duration_to_figures (180), "3 h 00");
  assert_text (mk_duration_to_figures (45), "0 h 45");
  assert_text (mk_duration_to_figures (0), "0 h 00");
  assert_text (mk_duration_to_figures (65), "1 h 05");
  assert_text (mk_duration_to_figures (1800), "30 h 00");
}

static void
test_words (void)
{
  assert_text (mk_duration_to_words (180), "3 hours");
  assert_text (mk_duration_to_words (60), "1 hour");
  assert_text (mk_duration_to_words (0), "0 hours");
  assert_text (mk_duration_to_words (150), "2 h 30 min");
  assert_text (mk_duration_to_words (61), "1 h 1 min");
  assert_text (mk_duration_to_words (45), "45 min");
  assert_text (mk_duration_to_words (1560), "26 hours");
}

static void
test_what_is_shown_can_be_typed (void)
{
  for (gint64 minutes = 0; minutes <= MK_DURATION_MAX; minutes++)
    {
      g_autofree char *figures = mk_duration_to_figures (minutes);
      g_autofree char *words = mk_duration_to_words (minutes);
      gint64 back = -1;

      g_assert_cmpint (mk_duration_parse (figures, &back), ==, MK_FORMAT_GOOD);
      g_assert_cmpint (back, ==, minutes);
      back = -1;
      g_assert_cmpint (mk_duration_parse (words, &back), ==, MK_FORMAT_GOOD);
      g_assert_cmpint (back, ==, minutes);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/duration/a-number-alone-is-hours", test_a_number_alone_is_hours);
  g_test_add_func ("/duration/a-comma-begins-decimals", test_a_comma_begins_decimals);
  g_test_add_func ("/duration/two-digits-behind-a-stop-are-a-clocks",
                   test_two_digits_behind_a_stop_are_a_clocks);
  g_test_add_func ("/duration/one-digit-behind-a-full-stop-is-a-decimal",
                   test_one_digit_behind_a_full_stop_is_a_decimal);
  g_test_add_func ("/duration/words-for-hours-and-minutes", test_words_for_hours_and_minutes);
  g_test_add_func ("/duration/more-than-a-day-is-refused", test_more_than_a_day);
  g_test_add_func ("/duration/more-than-59-minutes-beside-hours-is-refused",
                   test_more_than_59_minutes_beside_hours);
  g_test_add_func ("/duration/what-is-no-duration-is-refused", test_what_is_no_duration);
  g_test_add_func ("/duration/figures", test_figures);
  g_test_add_func ("/duration/words", test_words);
  g_test_add_func ("/duration/what-is-shown-can-be-typed", test_what_is_shown_can_be_typed);
  return g_test_run ();
}
