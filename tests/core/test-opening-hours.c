/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-opening-hours.h"
#include "records/mk-contact.h"

#include <string.h>

/* When a telephone is taken. Hours are written here as "12345 07:30-16:00; 6 10:00-12:00". */

static MkOpeningHours *
parse_span (const char *text)
{
  MkOpeningHours *hours = g_new0 (MkOpeningHours, 1);
  g_auto (GStrv) parts = g_strsplit_set (text, " -", 3);

  hours->days = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (const char *c = parts[0]; *c != '\0'; c++)
    {
      gint64 day = *c - '0';

      g_array_append_val (hours->days, day);
    }
  hours->from = g_strdup (parts[1]);
  hours->to = g_strdup (parts[2]);
  return hours;
}

static void
span_free (gpointer data)
{
  MkOpeningHours *hours = data;

  g_array_unref (hours->days);
  g_free (hours->from);
  g_free (hours->to);
  g_free (hours);
}

static GPtrArray *
parse (const char *text)
{
  GPtrArray *hours = g_ptr_array_new_with_free_func (span_free);
  g_auto (GStrv) spans = g_strsplit (text, "; ", -1);

  for (guint i = 0; spans[i] != NULL; i++)
    g_ptr_array_add (hours, parse_span (spans[i]));
  return hours;
}

static GDateTime *
local (const char *text)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Copenhagen");

  g_assert_nonnull (zone);
  return g_date_time_new_from_iso8601 (text, zone);
}

static char *
words_at (const char *hours,
          const char *moment)
{
  g_autoptr (GPtrArray) parsed = parse (hours);
  g_autoptr (GDateTime) now = local (moment);
  g_auto (MkOpenState) state = { 0 };

  mk_opening_hours_at (parsed, now, &state);
  return mk_opening_hours_words (&state, now);
}

#define OFFICE "1234 07:30-16:00; 5 07:30-13:30"
#define NIGHT "1234567 22:00-06:00"
#define SPLIT "12345 08:00-12:00; 12345 13:00-15:00"

typedef struct
{
  const char *hours;
  const char *moment;
  const char *words;
} Case;

static void
assert_words (const Case *cases,
              gsize       n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *words = words_at (cases[i].hours, cases[i].moment);

      if (g_strcmp0 (words, cases[i].words) != 0)
        g_error ("%s at %s: “%s”, not “%s”", cases[i].hours, cases[i].moment, words,
                 cases[i].words);
    }
}

static void
test_days (void)
{
  static const Case cases[] = {
    /* Working days, and their ends to the minute. */
    { OFFICE, "2026-12-03T11:05:00", "takes the telephone until 16:00" },
    { OFFICE, "2026-12-03T07:29:59", "opens at 7:30" },
    { OFFICE, "2026-12-03T07:30:00", "takes the telephone until 16:00" },
    { OFFICE, "2026-12-03T15:59:59", "takes the telephone until 16:00" },
    { OFFICE, "2026-12-03T16:00:00", "opens tomorrow at 7:30" },
    { OFFICE, "2026-12-04T13:29:00", "takes the telephone until 13:30" },
    { OFFICE, "2026-12-04T13:30:00", "opens Monday at 7:30" },
    { OFFICE, "2026-12-05T12:00:00", "opens Monday at 7:30" },
    /* Several spans a day, and spans that touch. */
    { SPLIT, "2026-12-03T12:30:00", "opens at 13:00" },
    { SPLIT, "2026-12-03T14:00:00", "takes the telephone until 15:00" },
    { "4 08:00-12:00; 4 12:00-15:00", "2026-12-03T09:00:00", "takes the telephone until 15:00" },
    { "4 08:00-13:00; 4 12:00-15:00", "2026-12-03T09:00:00", "takes the telephone until 15:00" },
    /* Over midnight. */
    { NIGHT, "2026-12-03T23:30:00", "takes the telephone until 6:00" },
    { NIGHT, "2026-12-04T05:59:00", "takes the telephone until 6:00" },
    { NIGHT, "2026-12-04T06:00:00", "opens at 22:00" },
    { "5 22:00-06:00", "2026-12-05T01:00:00", "takes the telephone until 6:00" },
    { "5 22:00-06:00", "2026-12-04T01:00:00", "opens at 22:00" },
  };

  assert_words (cases, G_N_ELEMENTS (cases));
}

static void
test_holidays (void)
{
  static const Case cases[] = {
    /* Holidays: Christmas, Easter, Ascension, Constitution Day; a working day between two. */
    { OFFICE, "2026-12-23T16:00:00", "opens Monday at 7:30" },
    { OFFICE, "2026-12-24T10:00:00", "opens Monday at 7:30" },
    { OFFICE, "2027-03-25T10:00:00", "opens Tuesday at 7:30" },
    { OFFICE, "2026-05-14T10:00:00", "opens tomorrow at 7:30" },
    { OFFICE, "2026-06-05T10:00:00", "opens Monday at 7:30" },
    { OFFICE, "2026-12-31T10:00:00", "opens Monday at 7:30" },
    { "5 08:00-12:00", "2026-12-18T13:00:00", "opens 8 January 2027 at 8:00" },
    /* The night before a holiday is served to its end, that of the holiday is not. */
    { NIGHT, "2026-12-24T02:00:00", "takes the telephone until 6:00" },
    { NIGHT, "2026-12-24T23:00:00", "opens Sunday at 22:00" },
  };

  assert_words (cases, G_N_ELEMENTS (cases));
}

static void
test_no_pause (void)
{
  static const Case cases[] = {
    /* Always, and never. */
    { "1234567 00:00-23:59", "2026-12-24T23:00:00", "always takes the telephone" },
    { "12345 00:00-00:00; 67 00:00-00:00", "2026-12-24T23:00:00", "always takes the telephone" },
    { "7 12:00-12:00", "2026-12-06T13:00:00", "takes the telephone until 12:00" },
    /* Without a pause, but not on holidays. */
    { "1234567 00:00-12:00; 1234567 12:00-00:00", "2026-07-01T13:00:00",
      "takes the telephone until Thursday 24 December at 0:00" },
  };

  assert_words (cases, G_N_ELEMENTS (cases));
}

static void
test_clock_changes (void)
{
  static const Case cases[] = {
    /* The clock goes forward on 29 March, back on 25 October. */
    { "1234567 00:00-06:00", "2026-03-29T01:59:00", "takes the telephone until 6:00" },
    { "1234567 02:30-06:00", "2026-03-29T01:00:00", "opens at 3:00" },
    /* Those that the clock jumps over are none. */
    { "1234567 02:30-02:50", "2026-03-28T19:09:36", "opens Monday at 2:30" },
    { "1234567 00:00-06:00", "2026-10-25T02:30:00", "takes the telephone until 6:00" },
    { OFFICE, "2026-10-24T12:00:00", "opens Monday at 7:30" },
  };

  assert_words (cases, G_N_ELEMENTS (cases));
}

static void
test_no_hours_are_always (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GDateTime) christmas = local ("2026-12-24T23:00:00");
  g_auto (MkOpenState) state = { 0 };

  mk_opening_hours_at (none, christmas, &state);
  g_assert_true (state.is_open);
  g_assert_null (state.changes);
}

/* From whatever moment of many years: what is said to come next is true when it has come. */
static void
test_what_comes_next_comes (void)
{
  static const char *const hours[] = { OFFICE, NIGHT, SPLIT, "1 00:30-00:15", "67 10:00-02:30" };

  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    {
      g_autoptr (GPtrArray) parsed = parse (hours[i]);
      g_autoptr (GDateTime) moment = local ("2024-01-01T00:17:00");

      while (g_date_time_get_year (moment) < 2029)
        {
          g_auto (MkOpenState) state = { 0 };
          g_auto (MkOpenState) then = { 0 };
          g_auto (MkOpenState) before = { 0 };
          g_autoptr (GDateTime) just_before = NULL;

          mk_opening_hours_at (parsed, moment, &state);
          g_assert_nonnull (state.changes);
          just_before = g_date_time_add_seconds (state.changes, -1);
          mk_opening_hours_at (parsed, state.changes, &then);
          mk_opening_hours_at (parsed, just_before, &before);
          g_assert_cmpint (then.is_open, ==, !state.is_open);
          g_assert_cmpint (before.is_open, ==, state.is_open);
          g_date_time_unref (moment);
          moment = g_date_time_ref (state.changes);
        }
    }
}

static void
test_summary (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) office = parse (OFFICE);
  g_autoptr (GPtrArray) odd = parse ("13 08:00-12:00; 67 00:00-00:00");
  g_autofree char *always = mk_opening_hours_summary (none);
  g_autofree char *words = mk_opening_hours_summary (office);
  g_autofree char *odd_words = mk_opening_hours_summary (odd);

  g_assert_cmpstr (always, ==, "always");
  g_assert_cmpstr (words, ==, "Monday–Thursday 7:30–16:00; Friday 7:30–13:30");
  g_assert_cmpstr (odd_words, ==, "Monday, Wednesday 8:00–12:00; Saturday, Sunday all day");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opening-hours/said-of-working-days", test_days);
  g_test_add_func ("/opening-hours/said-of-holidays", test_holidays);
  g_test_add_func ("/opening-hours/said-of-what-never-closes", test_no_pause);
  g_test_add_func ("/opening-hours/said-when-the-clock-changes", test_clock_changes);
  g_test_add_func ("/opening-hours/no-hours-are-always", test_no_hours_are_always);
  g_test_add_func ("/opening-hours/what-comes-next-comes", test_what_comes_next_comes);
  g_test_add_func ("/opening-hours/summary-for-paper", test_summary);
  return g_test_run ();
}
