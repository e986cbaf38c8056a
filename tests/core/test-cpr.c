/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-cpr.h"

#include <string.h>

/* No number here is a person's: the four digits behind the date are invented. */

static void
assert_found (const char *text,
              const char *run)
{
  gsize start = 4711, end = 4711;

  g_test_message ("»%s«", text);
  g_assert_true (mk_cpr_find (text, &start, &end));
  g_assert_cmpuint (start, ==, (gsize) (strstr (text, run) - text));
  g_assert_cmpuint (end - start, ==, strlen (run));
}

static void
assert_free (const char *text)
{
  gsize start = 4711, end = 4711;

  g_test_message ("»%s«", text != NULL ? text : "NULL");
  g_assert_false (mk_cpr_find (text, &start, &end));
  g_assert_cmpuint (start, ==, 4711);
  g_assert_cmpuint (end, ==, 4711);
}

static void
test_hyphen_space_or_none (void)
{
  assert_found ("010101-0000", "010101-0000");
  assert_found ("010101 0000", "010101 0000");
  assert_found ("0101010000", "0101010000");
  assert_found ("010101\u00a00000", "010101\u00a00000");
  assert_found ("010101\u20110000", "010101\u20110000");
  assert_found ("010101\u20100000", "010101\u20100000");
}

static void
test_one_separator_at_most (void)
{
  assert_free ("010101--0000");
  assert_free ("010101  0000");
  assert_free ("010101 -0000");
  assert_free ("010101 - 0000");
  assert_free ("010101/0000");
  assert_free ("010101.0000");
  assert_free ("010101\n0000");
  assert_free ("010101\t0000");
  assert_free ("01 01 01 0000");
  assert_free ("01-01-01-0000");
  assert_free ("010101-000 0");
}

static void
test_a_real_day (void)
{
  assert_found ("311299-0000", "311299-0000");
  assert_found ("300426-0000", "300426-0000");
  assert_free ("310426-0000");
  assert_free ("320101-0000");
  assert_free ("000101-0000");
  assert_free ("010001-0000");
  assert_free ("011301-0000");
  assert_free ("999999-0000");
  /* Numbers for people without one of their own add 60 to the day, and are no date. */
  assert_free ("610101-0000");
}

static void
test_a_leap_day_of_some_century (void)
{
  assert_found ("290200-0000", "290200-0000");
  assert_found ("290296-0000", "290296-0000");
  assert_found ("290204 0000", "290204 0000");
  assert_free ("290201-0000");
  assert_free ("290299-0000");
  assert_free ("300200-0000");
}

static void
test_ten_digits_exactly (void)
{
  assert_free ("010101000");
  assert_free ("01010100000");
  assert_free ("010101-000");
  assert_free ("010101-00000");
  assert_free ("1010101-0000");
  assert_free ("10101010000");
  assert_free ("010101");
  assert_free ("");
  assert_free (NULL);
}

static void
test_anything_but_a_digit_around (void)
{
  assert_found ("a010101-0000b", "010101-0000");
  assert_found ("(010101-0000)", "010101-0000");
  assert_found ("cpr:010101-0000.", "010101-0000");
  assert_found ("-010101-0000-", "010101-0000");
  assert_found ("æ0101010000ø", "0101010000");
  assert_found ("010101-0000-", "010101-0000");
}

static void
test_behind_other_digits (void)
{
  assert_found ("7 010101-0000", "010101-0000");
  assert_found ("010101 010101 0000", "010101 0000");
  assert_found ("Ring 12 34 56 78 om 010101-0000", "010101-0000");
  assert_found ("999999-0000 eller 010101-0000", "010101-0000");
  assert_found ("020202-00000 010101-0000", "010101-0000");
}

static void
test_the_first_of_several (void)
{
  assert_found ("020202-0000 og 010101-0000", "020202-0000");
}

static void
test_other_numbers_stay (void)
{
  assert_free ("Tlf. 12 34 56 78");
  assert_free ("+45 70 10 10 99");
  assert_free ("CVR 99999926");
  assert_free ("den 21-11-2026 kl. 14.30");
  assert_free ("2026-11-21T07:30:00+01:00");
  assert_free ("1.234,50 kr.");
}

static void
test_no_place_is_asked_for (void)
{
  g_assert_true (mk_cpr_find ("010101-0000", NULL, NULL));
}

static void
append_words (GString *text,
              guint    most)
{
  for (guint n = (guint) g_test_rand_int_range (0, (gint32) most); n > 0; n--)
    {
      gunichar c = (gunichar) g_test_rand_int_range (1, 0x11000);

      if (g_unichar_validate (c) && !g_unichar_isdigit (c))
        g_string_append_unichar (text, c);
    }
}

static char *
random_run (void)
{
  static const char *const separators[] = { "", "-", " " };
  guint year = (guint) g_test_rand_int_range (0, 100);
  guint month = (guint) g_test_rand_int_range (1, 13);
  guint days = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) (2000 + year));

  return g_strdup_printf ("%02u%02u%02u%s%04u",
                          (guint) g_test_rand_int_range (1, (gint32) days + 1), month, year,
                          separators[g_test_rand_int_range (0, 3)],
                          (guint) g_test_rand_int_range (0, 10000));
}

static void
test_words_never_and_a_run_among_them_always (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *run = random_run ();
      gsize place, start, end;

      append_words (text, 30);
      g_assert_false (mk_cpr_find (text->str, NULL, NULL));
      place = text->len;
      g_string_append (text, run);
      append_words (text, 30);
      g_assert_true (mk_cpr_find (text->str, &start, &end));
      g_assert_cmpuint (start, ==, place);
      g_assert_cmpuint (end, ==, place + strlen (run));
    }
}

/* The rule once more, as a pattern tried at every place. */
static gboolean
is_found_by_pattern (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("(?<!\\d)(?=(\\d{6})[- ]?\\d{4}(?!\\d))", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *digits = g_match_info_fetch (match, 1);
      guint64 number = g_ascii_strtoull (digits, NULL, 10);

      for (guint century = 1800; century <= 2000; century += 100)
        if (g_date_valid_dmy ((GDateDay) (number / 10000), (GDateMonth) (number / 100 % 100),
                              (GDateYear) (century + number % 100)))
          return TRUE;
    }
  return FALSE;
}

static void
test_as_the_rule_says (void)
{
  static const char letters[] = "00000111123456789- a";
  guint found = 0;

  for (guint i = 0; i < 100000; i++)
    {
      char text[25] = "";
      gboolean expected;

      for (gint32 n = g_test_rand_int_range (9, 24) - 1; n >= 0; n--)
        text[n] = letters[g_test_rand_int_range (0, (gint32) strlen (letters))];
      expected = is_found_by_pattern (text);
      found += expected ? 1 : 0;
      if (mk_cpr_find (text, NULL, NULL) != expected)
        g_error ("The rule says %s of »%s«.", expected ? "yes" : "no", text);
    }
  g_assert_cmpuint (found, >, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cpr/hyphen-space-or-none", test_hyphen_space_or_none);
  g_test_add_func ("/cpr/one-separator-at-most", test_one_separator_at_most);
  g_test_add_func ("/cpr/a-real-day", test_a_real_day);
  g_test_add_func ("/cpr/a-leap-day-of-some-century", test_a_leap_day_of_some_century);
  g_test_add_func ("/cpr/ten-digits-exactly", test_ten_digits_exactly);
  g_test_add_func ("/cpr/anything-but-a-digit-around", test_anything_but_a_digit_around);
  g_test_add_func ("/cpr/behind-other-digits", test_behind_other_digits);
  g_test_add_func ("/cpr/the-first-of-several", test_the_first_of_several);
  g_test_add_func ("/cpr/other-numbers-stay", test_other_numbers_stay);
  g_test_add_func ("/cpr/no-place-is-asked-for", test_no_place_is_asked_for);
  g_test_add_func ("/cpr/words-never-and-a-run-among-them-always",
                   test_words_never_and_a_run_among_them_always);
  g_test_add_func ("/cpr/as-the-rule-says", test_as_the_rule_says);
  return g_test_run ();
}
