/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is refused when a database is opened, by name and without a byte touched. */
#include "mk-store-test.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void
assert_refused (MkStoreTest *test,
                int          code)
{
  g_autofree char *before = mk_store_test_print (test->directory);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  MkDatabase *database = mk_store_test_open (test, mk_test_scripts, &error);

  g_assert_null (database);
  g_assert_error (error, MK_STORE_ERROR, code);
  g_assert_null (strstr (error->message, test->directory));
  after = mk_store_test_print (test->directory);
  g_assert_cmpstr (after, ==, before);
}

static void
make_one (MkStoreTest *test)
{
  MkDatabase *database = mk_store_test_create (test);

  g_assert_true (mk_statement_run (mk_database_query (database, "test-note-fill", 2000), NULL));
  mk_database_close (database);
}

static char *
read_database (MkStoreTest *test,
               gsize       *length)
{
  g_autofree char *path = mk_store_test_path (test, "makker.db");
  char *bytes;

  g_assert_true (g_file_get_contents (path, &bytes, length, NULL));
  return bytes;
}

static void
test_missing_is_never_made (MkStoreTest  *test,
                            gconstpointer data)
{
  g_autoptr (GDir) listing = NULL;

  assert_refused (test, MK_STORE_ERROR_MISSING);
  listing = g_dir_open (test->directory, 0, NULL);
  g_assert_null (g_dir_read_name (listing));
}

static void
test_plain_sqlite_is_foreign (MkStoreTest  *test,
                              gconstpointer data)
{
  g_autofree char *path = mk_store_test_path (test, "makker.db");
  sqlite3 *plain;

  g_assert_cmpint (sqlite3_open (path, &plain), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (plain, "PRAGMA application_id = 0x4d4b4b52; CREATE TABLE t (x)",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (plain);
  assert_refused (test, MK_STORE_ERROR_FOREIGN);
}

static void
test_other_application_is_foreign (MkStoreTest  *test,
                                   gconstpointer data)
{
  MkDatabase *database = mk_store_test_create (test);

  g_assert_true (mk_database_execute (database, "PRAGMA application_id = 7", NULL));
  mk_database_close (database);
  assert_refused (test, MK_STORE_ERROR_FOREIGN);
}

static void
test_directory_is_foreign (MkStoreTest  *test,
                           gconstpointer data)
{
  g_autofree char *path = mk_store_test_path (test, "makker.db");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_null (mk_store_test_open (test, mk_test_scripts, &error));
  g_assert_nonnull (error);
}

static void
test_newer (MkStoreTest  *test,
            gconstpointer data)
{
  MkDatabase *database = mk_store_test_create (test);

  g_assert_true (mk_database_execute (database, "PRAGMA user_version = 2", NULL));
  mk_database_close (database);
  assert_refused (test, MK_STORE_ERROR_NEWER);
}

/* As a crash leaves it: the newer Makker's version stands in its log alone. */
static void
test_newer_in_its_log (MkStoreTest  *test,
                       gconstpointer data)
{
  g_autofree char *crashed = mk_store_test_path (test, "crashed");
  MkStoreTest inner = { .directory = crashed };
  MkDatabase *database = mk_store_test_create (test);

  g_assert_cmpint (g_mkdir (crashed, 0700), ==, 0);
  g_assert_true (mk_database_execute (database, "PRAGMA user_version = 2", NULL));
  mk_store_test_copy (test->directory, crashed, "makker.db");
  mk_store_test_copy (test->directory, crashed, "makker.db-wal");
  mk_database_close (database);
  assert_refused (&inner, MK_STORE_ERROR_NEWER);
}

static void
test_log_of_a_crash_is_read (MkStoreTest  *test,
                             gconstpointer data)
{
  g_autofree char *crashed = mk_store_test_path (test, "crashed");
  MkStoreTest inner = { .directory = crashed };
  MkDatabase *database = mk_store_test_create (test);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (crashed, 0700), ==, 0);
  mk_store_test_add (database, "committed");
  mk_store_test_copy (test->directory, crashed, "makker.db");
  mk_store_test_copy (test->directory, crashed, "makker.db-wal");
  mk_database_close (database);
  database = mk_store_test_open (&inner, mk_test_scripts, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mk_store_test_count (database), ==, 1);
  mk_database_close (database);
}

static void
test_other_key (MkStoreTest  *test,
                gconstpointer data)
{
  MkDatabaseOptions options = { .scripts = mk_test_scripts };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  make_one (test);
  before = mk_store_test_print (test->directory);
  g_assert_null (mk_database_open_full (test->directory, mk_test_other_key, &options, &error));
  g_assert_error (error, MK_STORE_ERROR, MK_STORE_ERROR_WRONG_KEY);
  after = mk_store_test_print (test->directory);
  g_assert_cmpstr (after, ==, before);
}

static void
test_empty_file (MkStoreTest  *test,
                 gconstpointer data)
{
  mk_store_test_write (test, "makker.db", "", 0);
  assert_refused (test, MK_STORE_ERROR_DAMAGED);
}

static void
test_short_text (MkStoreTest  *test,
                 gconstpointer data)
{
  mk_store_test_write (test, "makker.db", "Kære kollega", 13);
  assert_refused (test, MK_STORE_ERROR_DAMAGED);
}

/* Nothing in it tells it from a store of another key. */
static void
test_garbage (MkStoreTest  *test,
              gconstpointer data)
{
  g_autofree char *garbage = g_strnfill (20000, 'x');

  mk_store_test_write (test, "makker.db", garbage, 20000);
  assert_refused (test, MK_STORE_ERROR_WRONG_KEY);
}

static void
test_cut_short (MkStoreTest  *test,
                gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  make_one (test);
  bytes = read_database (test, &length);
  for (gsize cut = 1; cut < length; cut = cut * 3 + 7)
    {
      mk_store_test_write (test, "makker.db", bytes, cut);
      assert_refused (test, MK_STORE_ERROR_DAMAGED);
    }
  mk_store_test_write (test, "makker.db", bytes, length - 4096);
  assert_refused (test, MK_STORE_ERROR_DAMAGED);
}

/* A page that does not verify is found when it is read, and is not copied. */
static void
test_damaged_within (MkStoreTest  *test,
                     gconstpointer data)
{
  g_autofree char *copy = mk_store_test_path (test, "copy.db");
  g_autofree char *bytes = NULL;
  gsize length;
  MkDatabase *database;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) error_copying = NULL;

  make_one (test);
  bytes = read_database (test, &length);
  for (gsize page = 3; page < length / 4096; page++)
    bytes[page * 4096 + 100] ^= 1;
  mk_store_test_write (test, "makker.db", bytes, length);

  database = mk_store_test_open (test, mk_test_scripts, &error);
  g_assert_no_error (error);
  g_assert_false (mk_statement_run (mk_database_query (database, "test-note-list"), &error));
  g_assert_error (error, MK_STORE_ERROR, MK_STORE_ERROR_DAMAGED);
  g_assert_false (mk_database_copy (database, copy, &error_copying));
  g_assert_error (error_copying, MK_STORE_ERROR, MK_STORE_ERROR_DAMAGED);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  mk_database_close (database);
}

static void
test_new_one_replaces_nothing (MkStoreTest  *test,
                               gconstpointer data)
{
  static const char *const names[] = { "makker.db", "makker.db-wal", "makker.db-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = mk_store_test_path (test, names[i]);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      mk_store_test_write (test, names[i], "here first", 10);
      before = mk_store_test_print (test->directory);
      g_assert_null (mk_database_create (test->directory, mk_test_key, &error));
      g_assert_error (error, MK_STORE_ERROR, MK_STORE_ERROR_EXISTS);
      after = mk_store_test_print (test->directory);
      g_assert_cmpstr (after, ==, before);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

static void
test_failed_making_leaves_nothing (MkStoreTest  *test,
                                   gconstpointer data)
{
  static const char *const scripts[] = { "CREATE TABLE t (x); CREATE TABLE t (x)", NULL };
  MkDatabaseOptions options = { .scripts = scripts };
  g_autofree char *print = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (mk_database_create_full (test->directory, mk_test_key, &options, &error));
  g_assert_error (error, MK_STORE_ERROR, MK_STORE_ERROR_FAILED);
  print = mk_store_test_print (test->directory);
  g_assert_cmpstr (print, ==, "");
}

static void
test_second_time_here (MkStoreTest  *test,
                       gconstpointer data)
{
  MkDatabase *database = mk_store_test_create (test);
  MkDatabaseOptions patient = { .scripts = mk_test_scripts, .wait = 200 };
  gint64 started = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_path_get_basename (g_get_prgname ());
  g_autofree char *process = g_strdup_printf ("%d", (int) getpid ());

  g_assert_null (mk_database_open_full (test->directory, mk_test_key, &patient, &error));
  g_assert_error (error, MK_STORE_ERROR, MK_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, program));
  g_assert_nonnull (strstr (error->message, process));
  g_assert_cmpint (g_get_monotonic_time () - started, >=, 200 * 1000);

  mk_database_close (database);
  database = mk_store_test_open (test, mk_test_scripts, NULL);
  g_assert_nonnull (database);
  mk_database_close (database);
}

static pid_t
hold_in_another_process (MkStoreTest *test)
{
  int ready[2];
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      if (mk_store_test_open (test, mk_test_scripts, NULL) == NULL || write (ready[1], "x", 1) != 1)
        _exit (1);
      pause ();
    }
  close (ready[1]);
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  close (ready[0]);
  return child;
}

static void
test_another_process_has_it (MkStoreTest  *test,
                             gconstpointer data)
{
  g_autofree char *process = NULL;
  g_autoptr (GError) error = NULL;
  MkDatabase *database;
  pid_t child;

  make_one (test);
  child = hold_in_another_process (test);
  process = g_strdup_printf ("%d", (int) child);
  g_assert_null (mk_store_test_open (test, mk_test_scripts, &error));
  g_assert_error (error, MK_STORE_ERROR, MK_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, process));
  g_clear_error (&error);

  /* However it ends, it holds nothing any more. */
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  database = mk_store_test_open (test, mk_test_scripts, &error);
  g_assert_no_error (error);
  mk_database_close (database);
}

static void
test_lock_file_of_somebody_else (MkStoreTest  *test,
                                 gconstpointer data)
{
  MkDatabase *database = mk_store_test_create (test);
  MkDatabaseOptions options = { .scripts = mk_test_scripts };
  g_autofree char *path = mk_store_test_path (test, "makker.lock");
  g_autoptr (GError) error = NULL;
  FILE *file = g_fopen (path, "r+");

  fputs ("%s\033[31m <b>rm</b> -1", file);
  fclose (file);
  g_assert_null (mk_database_open_full (test->directory, mk_test_key, &options, &error));
  g_assert_error (error, MK_STORE_ERROR, MK_STORE_ERROR_BUSY);
  g_assert_null (strstr (error->message, "rm"));
  mk_database_close (database);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mk_store_test_add_case ("/opening/missing-is-never-made", test_missing_is_never_made);
  mk_store_test_add_case ("/opening/plain-sqlite-is-foreign", test_plain_sqlite_is_foreign);
  mk_store_test_add_case ("/opening/other-application-is-foreign",
                          test_other_application_is_foreign);
  mk_store_test_add_case ("/opening/directory-is-foreign", test_directory_is_foreign);
  mk_store_test_add_case ("/opening/newer", test_newer);
  mk_store_test_add_case ("/opening/newer-in-its-log", test_newer_in_its_log);
  mk_store_test_add_case ("/opening/log-of-a-crash-is-read", test_log_of_a_crash_is_read);
  mk_store_test_add_case ("/opening/other-key", test_other_key);
  mk_store_test_add_case ("/opening/empty-file", test_empty_file);
  mk_store_test_add_case ("/opening/short-text", test_short_text);
  mk_store_test_add_case ("/opening/garbage", test_garbage);
  mk_store_test_add_case ("/opening/cut-short", test_cut_short);
  mk_store_test_add_case ("/opening/damaged-within", test_damaged_within);
  mk_store_test_add_case ("/making/new-one-replaces-nothing", test_new_one_replaces_nothing);
  mk_store_test_add_case ("/making/failed-one-leaves-nothing", test_failed_making_leaves_nothing);
  mk_store_test_add_case ("/lock/second-time-here", test_second_time_here);
  mk_store_test_add_case ("/lock/another-process-has-it", test_another_process_has_it);
  mk_store_test_add_case ("/lock/file-of-somebody-else", test_lock_file_of_somebody_else);
  return g_test_run ();
}
