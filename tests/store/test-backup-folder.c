/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-backup-folder.h"
#include "mk-store-test.h"

#include <glib/gstdio.h>
#include <string.h>

#define OURS "3b83fa44-0000-4000-8000-000000000001"
#define THEIRS "7df4eb9b-0000-4000-8000-000000000002"

static char *
join (char **days)
{
  return g_strjoinv (" ", days);
}

/* Days in words: what is there, what the present day is, what goes. */
typedef struct
{
  const char *there;
  const char *today;
  const char *dropped;
} Case;

static void
assert_dropped (const Case *cases,
                gsize       n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_auto (GStrv) there = g_strsplit (cases[i].there, " ", -1);
      g_auto (GStrv) dropped = mk_backup_days_to_drop ((const char *const *) there, cases[i].today);
      g_autofree char *text = join (dropped);

      g_assert_cmpstr (text, ==, cases[i].dropped);
    }
}

static void
test_chooses_what_goes (void)
{
  static const Case cases[] = {
    { "", "2026-11-25", "" },
    { "2026-11-25", "2026-11-25", "" },
    /* Seven days are kept, in whatever order they are told. */
    { "2026-11-23 2026-11-25 2026-11-24 2026-11-26 2026-11-27 2026-11-28 2026-11-29", "2026-11-29",
      "" },
    /* The eighth day is of a week that has a newer one, and of the same month. */
    { "2026-11-16 2026-11-17 2026-11-18 2026-11-19 2026-11-20 2026-11-21 2026-11-22 2026-11-23",
      "2026-11-23", "2026-11-16" },
    /* A Sunday and the Monday after it are of different weeks. */
    { "2026-11-15 2026-11-16 2026-11-17 2026-11-18 2026-11-19 2026-11-20 2026-11-21 2026-11-22 "
      "2026-11-23",
      "2026-11-23", "2026-11-16" },
    /* One a week: four of them by week, the others by month, and of November but the newest. */
    { "2026-10-05 2026-10-12 2026-10-19 2026-10-26 2026-11-02 2026-11-09 2026-11-16 2026-11-17 "
      "2026-11-18 2026-11-19 2026-11-20 2026-11-21 2026-11-22 2026-11-23",
      "2026-11-23", "2026-11-16 2026-10-19 2026-10-12 2026-10-05" },
    /* One a month, for a year: seven of them are the newest seven days. */
    { "2026-01-01 2026-02-01 2026-03-01 2026-04-01 2026-05-01 2026-06-01 2026-07-01 2026-08-01 "
      "2026-09-01 2026-10-01 2026-11-01",
      "2026-11-01", "2026-04-01 2026-03-01 2026-02-01 2026-01-01" },
  };

  assert_dropped (cases, G_N_ELEMENTS (cases));
}

static void
test_odd_clocks (void)
{
  static const Case cases[] = {
    /* A clock a year ahead throws nothing out that a day more would not. */
    { "2026-11-20 2026-11-21 2026-11-22 2027-11-25", "2027-11-25", "" },
    /* Back again: what it made meanwhile stays, and takes no place of the others. */
    { "2026-11-16 2026-11-17 2026-11-18 2026-11-19 2026-11-20 2026-11-21 2026-11-22 2026-11-23 "
      "2027-11-25 2027-11-26 2027-11-27 2027-11-28 2027-11-29 2027-11-30 2027-12-01 2027-12-02",
      "2026-11-23", "2026-11-16" },
    /* A clock a year behind: the one it makes is kept, and so are all others. */
    { "2025-11-23 2026-11-20 2026-11-21 2026-11-22", "2025-11-23", "" },
    /* A long pause is no reason to throw out. */
    { "2024-01-01 2024-01-02 2026-11-25", "2026-11-25", "" },
  };

  assert_dropped (cases, G_N_ELEMENTS (cases));
}

static char *
day_after (int n_days)
{
  g_autoptr (GDateTime) first = g_date_time_new_utc (2026, 1, 1, 12, 0, 0);
  g_autoptr (GDateTime) day = g_date_time_add_days (first, n_days);

  return g_date_time_format (day, "%Y-%m-%d");
}

static void
drop_from (GPtrArray  *days,
           const char *today)
{
  g_auto (GStrv) dropped = NULL;

  g_ptr_array_add (days, NULL);
  dropped = mk_backup_days_to_drop ((const char *const *) days->pdata, today);
  g_ptr_array_remove_index (days, days->len - 1);
  for (guint i = 0; dropped[i] != NULL; i++)
    {
      guint index = 0;

      g_assert_cmpstr (dropped[i], !=, today);
      g_assert_true (g_ptr_array_find_with_equal_func (days, dropped[i], g_str_equal, &index));
      g_ptr_array_remove_index (days, index);
    }
}

/* A backup a day for two years: never more than are promised, and always one of four months ago:
 * the sixth month, counted from the present one, has one of its last day. */
static void
test_a_day_at_a_time (void)
{
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < 730; i++)
    {
      g_autofree char *today = day_after (i);
      g_autofree char *long_ago = day_after (i - 120);
      gboolean has_old = FALSE;

      g_ptr_array_add (days, g_strdup (today));
      drop_from (days, today);
      g_assert_cmpuint (days->len, <=, MK_BACKUP_DAYS + MK_BACKUP_WEEKS + MK_BACKUP_MONTHS);
      for (guint j = 0; j < days->len; j++)
        has_old = has_old || strcmp (days->pdata[j], long_ago) <= 0;
      g_assert_true (has_old || i < 151);
    }
}

static void
put (const char *folder,
     const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "x", 1, NULL));
}

static void
put_day (const char *folder,
         const char *installation,
         const char *day)
{
  g_autofree char *path = mk_backup_folder_path (folder, installation, day);

  g_assert_true (g_file_set_contents (path, "x", 1, NULL));
}

static gboolean
has (const char *folder,
     const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_only_ours_are_removed (MkStoreTest  *test,
                            gconstpointer data)
{
  static const char *const others[] = {
    "ferie.jpg",
    "makker-sikkerhedskopi-3b83fa44-2026-11-16.makkerkopi.bak",
    "makker-sikkerhedskopi-3b83fa44-2026-11-99.makkerkopi",
    "min makker-sikkerhedskopi-3b83fa44-2026-11-16.makkerkopi",
    "makker-sikkerhedskopi-3b83fa44-før.makkerkopi",
  };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) left = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    put (test->directory, others[i]);
  for (int day = 16; day <= 25; day++)
    {
      g_autofree char *name = g_strdup_printf ("2026-11-%d", day);

      put_day (test->directory, OURS, name);
      put_day (test->directory, THEIRS, name);
    }
  put (test->directory, "makker-sikkerhedskopi-3b83fa44-2026-11-24.makkerkopi.tmp");
  g_assert_true (mk_backup_folder_tidy (test->directory, OURS, "2026-11-25", &error));
  g_assert_no_error (error);

  left = mk_backup_folder_list (test->directory, OURS, &error);
  text = join (left);
  g_assert_cmpstr (text, ==,
                   "2026-11-25 2026-11-24 2026-11-23 2026-11-22 2026-11-21 2026-11-20 2026-11-19");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_true (has (test->directory, others[i]));
  g_assert_false (
      has (test->directory, "makker-sikkerhedskopi-3b83fa44-2026-11-24.makkerkopi.tmp"));
  g_strfreev (left);
  left = mk_backup_folder_list (test->directory, THEIRS, &error);
  g_assert_cmpuint (g_strv_length (left), ==, 10);
}

static void
test_missing_folder_is_said (MkStoreTest  *test,
                             gconstpointer data)
{
  g_autofree char *away = mk_store_test_path (test, "usb");
  g_autoptr (GError) error = NULL;

  g_assert_null (mk_backup_folder_list (away, OURS, &error));
  g_assert_error (error, MK_STORE_ERROR, MK_STORE_ERROR_MISSING);
  g_assert_false (mk_backup_folder_tidy (away, OURS, "2026-11-25", NULL));
  g_assert_false (g_file_test (away, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup-folder/chooses-what-goes", test_chooses_what_goes);
  g_test_add_func ("/backup-folder/odd-clocks-throw-nothing-out", test_odd_clocks);
  g_test_add_func ("/backup-folder/a-day-at-a-time", test_a_day_at_a_time);
  mk_store_test_add_case ("/backup-folder/only-ours-are-removed", test_only_ours_are_removed);
  mk_store_test_add_case ("/backup-folder/missing-folder-is-said", test_missing_folder_is_said);
  return g_test_run ();
}
