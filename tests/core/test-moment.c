/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-clock.h"
#include "mk-format.h"
#include "mk-random.h"

#include <gio/gio.h>
#include <string.h>

/* The two things that differ from one run to the next: the clock and randomness. */

static void
test_clock_is_real_at_first (void)
{
  g_autoptr (GDateTime) real = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) now = mk_clock_now ();

  g_assert_cmpint (ABS (g_date_time_difference (now, real)), <, 10 * G_TIME_SPAN_SECOND);
}

static void
test_clock_goes_on_from_where_it_is_set (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) wanted = g_date_time_new_from_iso8601 ("2026-12-01T14:30:00+01:00", NULL);
  g_autoptr (GDateTime) first = NULL;
  g_autoptr (GDateTime) second = NULL;

  g_assert_true (mk_clock_set ("2026-12-01T14:30:00+01:00", &error));
  g_assert_no_error (error);
  first = mk_clock_now ();
  g_usleep (2000);
  second = mk_clock_now ();
  g_assert_cmpint (g_date_time_difference (first, wanted), >=, 0);
  g_assert_cmpint (g_date_time_difference (first, wanted), <, 10 * G_TIME_SPAN_SECOND);
  g_assert_cmpint (g_date_time_difference (second, first), >=, 2000);
}

static void
test_clock_writes_what_the_contract_wants (void)
{
  g_autofree char *winter = NULL;
  g_autofree char *summer = NULL;

  g_assert_true (mk_clock_set ("2026-12-01T13:30:00.25Z", NULL));
  winter = mk_clock_text ();
  g_assert_cmpint (mk_format_judge_date_time (winter), ==, MK_FORMAT_GOOD);
  g_assert_true (g_str_has_prefix (winter, "2026-12-01T14:30:"));
  g_assert_true (g_str_has_suffix (winter, "+01:00"));
  g_assert_true (mk_clock_set ("2026-07-01T14:30:00+02:00", NULL));
  summer = mk_clock_text ();
  g_assert_true (g_str_has_prefix (summer, "2026-07-01T14:30:"));
  g_assert_true (g_str_has_suffix (summer, "+02:00"));
}

static void
test_clock_refuses_what_is_no_moment (void)
{
  static const char *const bad[] = { "", "i morgen", "2026-12-01", "2026-12-01T14:30:00",
                                     "2026-02-30T14:30:00Z" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (mk_clock_set (bad[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
}

static void
test_uuid_is_of_version_4 (void)
{
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *uuid = mk_random_uuid ();

      g_assert_cmpint (mk_format_judge_uuid (uuid), ==, MK_FORMAT_GOOD);
      g_assert_true (uuid[14] == '4');
      g_assert_nonnull (strchr ("89ab", uuid[19]));
    }
}

static void
test_uuid_is_never_the_same (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 10000; i++)
    g_assert_true (g_hash_table_add (seen, mk_random_uuid ()));
}

static void
test_bytes_fill_what_they_are_asked_for (void)
{
  guint8 buffer[1000] = { 0 };
  guint different = 0;

  mk_random_bytes (buffer, 0);
  g_assert_cmpuint (buffer[0], ==, 0);
  mk_random_bytes (buffer, sizeof buffer - 1);
  g_assert_cmpuint (buffer[sizeof buffer - 1], ==, 0);
  for (guint i = 0; i < sizeof buffer; i++)
    different += buffer[i] != 0 ? 1 : 0;
  g_assert_cmpuint (different, >, 900);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "Europe/Copenhagen", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/is-real-at-first", test_clock_is_real_at_first);
  g_test_add_func ("/clock/goes-on-from-where-it-is-set", test_clock_goes_on_from_where_it_is_set);
  g_test_add_func ("/clock/writes-what-the-contract-wants",
                   test_clock_writes_what_the_contract_wants);
  g_test_add_func ("/clock/refuses-what-is-no-moment", test_clock_refuses_what_is_no_moment);
  g_test_add_func ("/random/uuid-is-of-version-4", test_uuid_is_of_version_4);
  g_test_add_func ("/random/uuid-is-never-the-same", test_uuid_is_never_the_same);
  g_test_add_func ("/random/bytes-fill-what-they-are-asked-for",
                   test_bytes_fill_what_they_are_asked_for);
  return g_test_run ();
}
