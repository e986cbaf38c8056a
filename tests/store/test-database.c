/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-store-test.h"

#include <glib/gstdio.h>

static void
test_values_come_back (MkStoreTest  *test,
                       gconstpointer data)
{
  g_autoptr (MkDatabase) database = mk_store_test_create (test);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a\0b", 3);
  g_autoptr (GBytes) none = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) got = NULL;
  g_autoptr (GBytes) got_none = NULL;
  g_autoptr (MkStatement) list = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (mk_statement_run (
      mk_database_query (database, "test-note-insert", "Rødgrød", bytes, 1.5), &error));
  g_assert_cmpint (mk_database_changes (database), ==, 1);
  g_assert_cmpint (mk_database_last_rowid (database), ==, 1);
  g_assert_true (mk_statement_run (
      mk_database_query (database, "test-note-insert", (char *) NULL, none, NULL), &error));

  list = mk_database_query (database, "test-note-list");
  g_assert_true (mk_statement_step (list, &error));
  g_assert_cmpint (mk_statement_int64 (list, 0), ==, 1);
  g_assert_cmpstr (mk_statement_text (list, 1), ==, "Rødgrød");
  got = mk_statement_blob (list, 2);
  g_assert_true (g_bytes_equal (got, bytes));
  g_assert_cmpfloat (mk_statement_double (list, 3), ==, 1.5);

  g_assert_true (mk_statement_step (list, &error));
  g_assert_true (mk_statement_is_null (list, 1));
  g_assert_null (mk_statement_text (list, 1));
  got_none = mk_statement_blob (list, 2);
  g_assert_cmpuint (g_bytes_get_size (got_none), ==, 0);
  g_assert_true (mk_statement_is_null (list, 3));
  g_assert_false (mk_statement_step (list, &error));
  g_assert_no_error (error);
}

static void
test_statement_left_early_is_given_back (MkStoreTest  *test,
                                         gconstpointer data)
{
  g_autoptr (MkDatabase) database = mk_store_test_create (test);
  MkStatement *first;

  mk_store_test_add (database, "one");
  mk_store_test_add (database, "two");
  {
    g_autoptr (MkStatement) list = mk_database_query (database, "test-note-list");

    g_assert_true (mk_statement_step (list, NULL));
    g_assert_false (mk_database_is_at_rest (database));
    first = list;
  }
  g_assert_true (mk_database_is_at_rest (database));
  g_assert_true (mk_database_query (database, "test-note-list") == first);
  mk_statement_reset (first);
}

static void
test_statement_within_itself (MkStoreTest  *test,
                              gconstpointer data)
{
  g_autoptr (MkDatabase) database = mk_store_test_create (test);
  g_autoptr (MkStatement) outer = NULL;
  guint pairs = 0;

  for (guint i = 0; i < 3; i++)
    mk_store_test_add (database, "note");
  outer = mk_database_query (database, "test-note-list");
  while (mk_statement_step (outer, NULL))
    {
      g_autoptr (MkStatement) inner = mk_database_query (database, "test-note-list");

      while (mk_statement_step (inner, NULL))
        pairs++;
    }
  g_assert_cmpuint (pairs, ==, 9);
}

static void
test_content_is_judged (MkStoreTest  *test,
                        gconstpointer data)
{
  g_autoptr (MkDatabase) database = mk_store_test_create (test);
  g_autoptr (GError) error = NULL;

  g_assert_false (mk_statement_run (mk_database_query (database, "test-page-insert", 12), &error));
  g_assert_error (error, MK_STORE_ERROR, MK_STORE_ERROR_CONSTRAINT);
  g_assert_true (mk_database_is_at_rest (database));
}

static gint64
read_int (MkDatabase *database,
          const char *sql)
{
  sqlite3_stmt *statement;
  gint64 value;

  g_assert_cmpint (sqlite3_prepare_v2 (database->handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return value;
}

static void
test_promises_are_set (MkStoreTest  *test,
                       gconstpointer data)
{
  g_autoptr (MkDatabase) database = mk_store_test_create (test);
  int is_defensive = 0;

  g_assert_cmpint (read_int (database, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), ==,
                   1);
  g_assert_cmpint (read_int (database, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (read_int (database, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (read_int (database, "PRAGMA trusted_schema"), ==, 0);
  g_assert_cmpint (read_int (database, "PRAGMA secure_delete"), ==, 1);
  g_assert_cmpint (read_int (database, "PRAGMA temp_store"), ==, 2);
  g_assert_cmpint (read_int (database, "PRAGMA application_id"), ==, 0x4d4b4b52);
  g_assert_cmpint (read_int (database, "PRAGMA user_version"), ==, 1);
  sqlite3_db_config (database->handle, SQLITE_DBCONFIG_DEFENSIVE, -1, &is_defensive);
  g_assert_true (is_defensive);
}

static void
test_transactions (MkStoreTest  *test,
                   gconstpointer data)
{
  g_autoptr (MkDatabase) database = mk_store_test_create (test);
  g_autoptr (GError) error = NULL;

  g_assert_true (mk_database_begin (database, &error));
  mk_store_test_add (database, "kept");
  g_assert_true (mk_database_begin (database, &error));
  mk_store_test_add (database, "given up");
  g_assert_cmpint (mk_store_test_count (database), ==, 2);
  mk_database_rollback (database);
  g_assert_true (mk_database_begin (database, &error));
  mk_store_test_add (database, "kept too");
  g_assert_true (mk_database_commit (database, &error));
  g_assert_true (mk_database_in_transaction (database));
  g_assert_true (mk_database_end (database, TRUE, &error));
  g_assert_false (mk_database_in_transaction (database));
  g_assert_cmpint (mk_store_test_count (database), ==, 2);

  g_assert_true (mk_database_begin (database, &error));
  mk_store_test_add (database, "given up");
  g_assert_false (mk_database_end (database, FALSE, &error));
  g_assert_cmpint (mk_store_test_count (database), ==, 2);
  g_assert_no_error (error);
}

/* SQLite rolls back by itself on some failures; what comes after must not be kept alone. */
static void
test_lost_transaction_keeps_nothing (MkStoreTest  *test,
                                     gconstpointer data)
{
  g_autoptr (MkDatabase) database = mk_store_test_create (test);
  g_autoptr (GError) error = NULL;

  g_assert_true (mk_database_begin (database, NULL));
  g_assert_true (mk_database_begin (database, NULL));
  mk_store_test_add (database, "lost");
  g_assert_true (mk_database_execute (database, "ROLLBACK", NULL));

  g_assert_false (mk_statement_run (
      mk_database_query (database, "test-note-insert", "alone", NULL, NULL), &error));
  g_assert_error (error, MK_STORE_ERROR, MK_STORE_ERROR_FAILED);
  g_assert_false (mk_database_begin (database, NULL));
  g_assert_false (mk_database_commit (database, NULL));
  g_assert_false (mk_database_commit (database, NULL));
  g_assert_false (mk_database_in_transaction (database));
  g_assert_cmpint (mk_store_test_count (database), ==, 0);
  mk_store_test_add (database, "again");
  g_assert_cmpint (mk_store_test_count (database), ==, 1);
}

static void
test_full_disk_changes_nothing (MkStoreTest  *test,
                                gconstpointer data)
{
  g_autoptr (MkDatabase) database = mk_store_test_create (test);
  g_autofree char *before = mk_database_dump (database);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (mk_database_execute (database, "PRAGMA max_page_count = 5", NULL));
  g_assert_true (mk_database_begin (database, NULL));
  mk_store_test_add (database, "small");
  g_assert_false (mk_statement_run (mk_database_query (database, "test-note-fill", 10000), &error));
  g_assert_error (error, MK_STORE_ERROR, MK_STORE_ERROR_FULL);
  mk_database_rollback (database);
  after = mk_database_dump (database);
  g_assert_cmpstr (after, ==, before);

  g_assert_true (mk_database_execute (database, "PRAGMA max_page_count = 100000", NULL));
  g_assert_true (mk_statement_run (mk_database_query (database, "test-note-fill", 10000), NULL));
}

/* What is written to a file without a name is lost with the program. */
static void
test_vanished_folder_takes_nothing (MkStoreTest  *test,
                                    gconstpointer data)
{
  g_autoptr (MkDatabase) database = mk_store_test_create (test);
  g_autofree char *away = g_strconcat (test->directory, "-væk", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rename (test->directory, away), ==, 0);
  g_assert_false (mk_database_begin (database, &error));
  g_assert_error (error, MK_STORE_ERROR, MK_STORE_ERROR_MISSING);
  g_assert_cmpint (g_rename (away, test->directory), ==, 0);
  g_assert_true (mk_database_begin (database, NULL));
  mk_store_test_add (database, "again");
  g_assert_true (mk_database_commit (database, NULL));
  g_assert_cmpint (mk_store_test_count (database), ==, 1);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (50 * 1000);
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_reading_is_cancelled (MkStoreTest  *test,
                           gconstpointer data)
{
  g_autoptr (MkDatabase) database = mk_store_test_create (test);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) error_again = NULL;

  mk_database_set_cancellable (database, cancellable);
  g_assert_false (
      mk_statement_run (mk_database_query (database, "test-count-up", G_MAXINT64), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);

  g_assert_false (
      mk_statement_run (mk_database_query (database, "test-count-up", 1), &error_again));
  g_assert_error (error_again, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  mk_database_set_cancellable (database, NULL);
  g_assert_true (mk_statement_run (mk_database_query (database, "test-count-up", 1), NULL));
}

static void
test_writing_is_never_cancelled (MkStoreTest  *test,
                                 gconstpointer data)
{
  g_autoptr (MkDatabase) database = mk_store_test_create (test);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  mk_database_set_cancellable (database, cancellable);
  g_assert_true (mk_statement_run (mk_database_query (database, "test-note-fill", 50000), &error));
  g_assert_true (mk_database_begin (database, &error));
  g_assert_true (mk_statement_run (mk_database_query (database, "test-count-up", 50000), &error));
  g_assert_true (mk_database_commit (database, &error));
  g_assert_no_error (error);
}

static void
test_nothing_readable_on_the_disk (MkStoreTest  *test,
                                   gconstpointer data)
{
  static const char marker[] = "Makker must never write this in the clear";
  MkDatabase *database = mk_store_test_create (test);
  g_autofree char *log = mk_store_test_path (test, "makker.db-wal");
  g_autofree char *memory = mk_store_test_path (test, "makker.db-shm");

  for (guint i = 0; i < 100; i++)
    mk_store_test_add (database, marker);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (memory, G_FILE_TEST_EXISTS));
  g_assert_false (mk_store_test_holds (test->directory, marker));
  g_assert_false (mk_store_test_holds (test->directory, "SQLite format 3"));
  mk_database_close (database);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_false (mk_store_test_holds (test->directory, marker));
}

static void
test_only_the_owner_can_read (MkStoreTest  *test,
                              gconstpointer data)
{
  static const char *const names[] = { "makker.db", "makker.db-wal", "makker.lock" };
  g_autoptr (MkDatabase) database = mk_store_test_create (test);

  mk_store_test_add (database, "note");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = mk_store_test_path (test, names[i]);
      GStatBuf status;

      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpint (status.st_mode & 0777, ==, 0600);
    }
}

static void
test_copy_is_the_same (MkStoreTest  *test,
                       gconstpointer data)
{
  g_autofree char *inner = mk_store_test_path (test, "copy");
  g_autofree char *path = g_build_filename (inner, "makker.db", NULL);
  MkDatabase *database = mk_store_test_create (test);
  MkDatabaseOptions options = { .scripts = mk_test_scripts };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *copied = NULL;
  g_autofree char *print = NULL;

  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  g_assert_true (mk_statement_run (mk_database_query (database, "test-note-fill", 5000), NULL));
  before = mk_database_dump (database);
  g_assert_true (mk_database_copy (database, path, &error));
  g_assert_true (mk_database_copy (database, path, &error));
  g_assert_no_error (error);
  mk_database_close (database);
  print = mk_store_test_print (inner);
  g_assert_true (g_str_has_prefix (print, "makker.db "));
  g_assert_null (strchr (print, '\n')[1] != '\0' ? print : NULL);

  database = mk_database_open_full (inner, mk_test_key, &options, &error);
  g_assert_no_error (error);
  copied = mk_database_dump (database);
  g_assert_cmpstr (copied, ==, before);
  mk_database_close (database);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mk_store_test_add_case ("/database/values-come-back", test_values_come_back);
  mk_store_test_add_case ("/database/statement-left-early-is-given-back",
                          test_statement_left_early_is_given_back);
  mk_store_test_add_case ("/database/statement-within-itself", test_statement_within_itself);
  mk_store_test_add_case ("/database/content-is-judged", test_content_is_judged);
  mk_store_test_add_case ("/database/promises-are-set", test_promises_are_set);
  mk_store_test_add_case ("/database/transactions", test_transactions);
  mk_store_test_add_case ("/database/lost-transaction-keeps-nothing",
                          test_lost_transaction_keeps_nothing);
  mk_store_test_add_case ("/database/full-disk-changes-nothing", test_full_disk_changes_nothing);
  mk_store_test_add_case ("/database/vanished-folder-takes-nothing",
                          test_vanished_folder_takes_nothing);
  mk_store_test_add_case ("/database/reading-is-cancelled", test_reading_is_cancelled);
  mk_store_test_add_case ("/database/writing-is-never-cancelled", test_writing_is_never_cancelled);
  mk_store_test_add_case ("/database/nothing-readable-on-the-disk",
                          test_nothing_readable_on_the_disk);
  mk_store_test_add_case ("/database/only-the-owner-can-read", test_only_the_owner_can_read);
  mk_store_test_add_case ("/database/copy-is-the-same", test_copy_is_the_same);
  return g_test_run ();
}
