/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-migrations.h"
#include "mk-packages-out.h"
#include "mk-store-test.h"

#include <string.h>

#define ADD_COLUMN "ALTER TABLE note ADD COLUMN place TEXT"
#define ADD_TABLE "CREATE TABLE place (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID"

/* The way a table is changed in SQLite. */
#define BUILD_ANEW                                                                                  \
  "CREATE TABLE note_2 (id INTEGER PRIMARY KEY, text TEXT NOT NULL, bytes BLOB, real REAL) STRICT;" \
  "INSERT INTO note_2 SELECT id, coalesce (text, ''), bytes, real FROM note;"                       \
  "DROP TABLE note;"                                                                                \
  "ALTER TABLE note_2 RENAME TO note;"

/* The second one is as long as the file's own first one. */
static const char **
scripts_with (const char *second,
              const char *third)
{
  const char **scripts = g_new0 (const char *, 4);

  scripts[0] = mk_test_scripts[0];
  scripts[1] = second;
  scripts[2] = third;
  return scripts;
}

static char *
make_old (MkStoreTest *test)
{
  MkDatabase *database = mk_store_test_create (test);
  char *dump;

  mk_store_test_add (database, "before");
  g_assert_true (mk_statement_run (mk_database_query (database, "test-page-insert", 1), NULL));
  dump = mk_database_dump (database);
  mk_database_close (database);
  return dump;
}

static char *
dump_of (MkStoreTest       *test,
         const char *const *scripts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database = mk_store_test_open (test, scripts, &error);

  g_assert_no_error (error);
  return mk_database_dump (database);
}

/* Puts the copy from before in the place of a store of its own, and dumps that. */
static char *
dump_backup (MkStoreTest *test,
             const char  *name)
{
  g_autofree char *path = mk_store_test_path (test, name);
  g_autofree char *directory = g_dir_make_tmp ("makker-store-XXXXXX", NULL);
  MkStoreTest other = { .directory = g_steal_pointer (&directory) };
  g_autofree char *target = mk_store_test_path (&other, "makker.db");
  g_autofree char *bytes = NULL;
  gsize length;
  char *dump;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (target, bytes, (gssize) length, NULL));
  dump = dump_of (&other, mk_test_scripts);
  mk_store_test_tear_down (&other, NULL);
  return dump;
}

static void
test_old_one_is_brought_up_to_date (MkStoreTest  *test,
                                    gconstpointer data)
{
  g_autofree const char **scripts = scripts_with (ADD_COLUMN, ADD_TABLE);
  g_autofree char *before = make_old (test);
  g_autofree char *after = dump_of (test, scripts);
  g_autofree char *again = dump_of (test, scripts);
  g_autofree char *backup = dump_backup (test, "makker.db.before-3");

  g_assert_nonnull (strstr (after, "!version=3"));
  g_assert_nonnull (strstr (after, "note|id=1|text=before|bytes=NULL|real=NULL|place=NULL"));
  g_assert_cmpstr (again, ==, after);
  g_assert_cmpstr (backup, ==, before);
}

static void
test_same_as_a_new_one (MkStoreTest  *test,
                        gconstpointer data)
{
  g_autofree const char **scripts = scripts_with (ADD_COLUMN, ADD_TABLE);
  g_autofree char *new_directory = g_dir_make_tmp ("makker-store-XXXXXX", NULL);
  MkStoreTest other = { .directory = g_steal_pointer (&new_directory) };
  MkDatabaseOptions options = { .scripts = scripts };
  MkDatabase *fresh;
  g_autofree char *upgraded = NULL;
  g_autofree char *made = NULL;

  mk_database_close (mk_store_test_create (test));
  upgraded = dump_of (test, scripts);
  fresh = mk_database_create_full (other.directory, mk_test_key, &options, NULL);
  made = mk_database_dump (fresh);
  mk_database_close (fresh);
  g_assert_cmpstr (upgraded, ==, made);
  mk_store_test_tear_down (&other, NULL);
}

static void
assert_fails_and_keeps (MkStoreTest *test,
                        const char  *second,
                        int          code)
{
  g_autofree const char **scripts = scripts_with (second, NULL);
  g_autofree char *before = make_old (test);
  g_autofree char *after = NULL;
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (mk_store_test_open (test, scripts, &error));
  g_assert_error (error, MK_STORE_ERROR, code);
  after = dump_of (test, mk_test_scripts);
  g_assert_cmpstr (after, ==, before);
  backup = dump_backup (test, "makker.db.before-2");
  g_assert_cmpstr (backup, ==, before);
}

static void
test_failing_script_changes_nothing (MkStoreTest  *test,
                                     gconstpointer data)
{
  assert_fails_and_keeps (test,
                          ADD_COLUMN "; UPDATE note SET text = 'after'; CREATE TABLE note (x)",
                          MK_STORE_ERROR_FAILED);
}

static void
test_broken_reference_changes_nothing (MkStoreTest  *test,
                                       gconstpointer data)
{
  assert_fails_and_keeps (test, "INSERT INTO page (note) VALUES (77)", MK_STORE_ERROR_DAMAGED);
}

static void
test_later_failure_keeps_what_went_well (MkStoreTest  *test,
                                         gconstpointer data)
{
  g_autofree const char **scripts = scripts_with (ADD_COLUMN, "DROP TABLE nothing");
  g_autofree const char **good = scripts_with (ADD_COLUMN, NULL);
  g_autofree char *before = make_old (test);
  g_autofree char *after = NULL;

  g_assert_null (mk_store_test_open (test, scripts, NULL));
  after = dump_of (test, good);
  g_assert_nonnull (strstr (after, "!version=2"));
}

/* Dropping a table with what refers to it would delete that too, were references looked after. */
static void
test_table_is_built_anew (MkStoreTest  *test,
                          gconstpointer data)
{
  g_autofree const char **scripts = scripts_with (BUILD_ANEW, NULL);
  g_autofree char *before = make_old (test);
  g_autoptr (GError) error = NULL;
  g_autofree char *after = dump_of (test, scripts);
  g_autoptr (MkDatabase) database = NULL;

  g_assert_nonnull (strstr (after, "page|id=1|note=1"));
  g_assert_nonnull (strstr (after, "note|id=1|text=before"));
  database = mk_store_test_open (test, scripts, NULL);
  g_assert_false (mk_statement_run (mk_database_query (database, "test-page-insert", 12), &error));
  g_assert_error (error, MK_STORE_ERROR, MK_STORE_ERROR_CONSTRAINT);
}

static void
test_no_backup_no_migration (MkStoreTest  *test,
                             gconstpointer data)
{
  g_autofree const char **scripts = scripts_with (ADD_COLUMN, NULL);
  g_autofree char *before = make_old (test);
  g_autofree char *way = mk_store_test_path (test, "makker.db.before-2");
  g_autofree char *inner = g_build_filename (way, "full", NULL);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  g_assert_null (mk_store_test_open (test, scripts, &error));
  g_assert_nonnull (error);
  after = dump_of (test, mk_test_scripts);
  g_assert_cmpstr (after, ==, before);
}

static void
test_real_ones_load (void)
{
  g_auto (GStrv) scripts = mk_migrations_load ();

  g_assert_cmpuint (g_strv_length (scripts), >=, 1);
}

/* The scripts as they were before the one that has @mark in it. */
static GStrv
scripts_before (const char *mark)
{
  g_auto (GStrv) scripts = mk_migrations_load ();
  g_autoptr (GStrvBuilder) older = g_strv_builder_new ();

  for (gsize i = 0; scripts[i] != NULL && strstr (scripts[i], mark) == NULL; i++)
    g_strv_builder_add (older, scripts[i]);
  return g_strv_builder_end (older);
}

#define OLD_PACKAGES                                                                           \
  "INSERT INTO partner (partner, id, role, name, started)"                                     \
  "  VALUES (1, '11111111-1111-4111-8111-111111111111', 'myndighed', 'Kommunen', 1);"          \
  "INSERT INTO epoch (epoch, partner, direction, id, present) VALUES (1, 1, 'out', 'e', 1);"   \
  "INSERT INTO package_out (package, epoch, number, id, sha256, entries, sealed, bytes)"       \
  "  VALUES (7, 1, 1, 'p1', 's1', 1, 't', x'0102'), (9, 1, 2, 'p2', 's2', 1, 't', x'000304');" \
  "UPDATE package_out SET receipt = 'modtaget', written = 't' WHERE number = 1;"

static void
assert_package (MkDatabase *database,
                gint64      number,
                const char *bytes,
                gsize       length)
{
  g_autoptr (GBytes) kept = mk_package_out_bytes (database, 1, number, NULL);

  g_assert_nonnull (kept);
  g_assert_cmpmem (g_bytes_get_data (kept, NULL), g_bytes_get_size (kept), bytes, length);
}

static void
test_packages_keep_their_bytes (MkStoreTest  *test,
                                gconstpointer data)
{
  g_auto (GStrv) older = scripts_before ("CREATE TABLE package_bytes");
  g_auto (GStrv) scripts = mk_migrations_load ();
  MkDatabaseOptions options = { .scripts = (const char *const *) older };
  MkDatabase *database = mk_database_create_full (test->directory, mk_test_key, &options, NULL);
  g_autoptr (GPtrArray) to_send = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (mk_database_execute (database, OLD_PACKAGES, &error));
  mk_database_close (database);
  database = mk_store_test_open (test, (const char *const *) scripts, &error);
  g_assert_no_error (error);
  assert_package (database, 1, "\1\2", 2);
  assert_package (database, 2, "\0\3\4", 3);
  to_send = mk_package_out_to_send (database, 1, 0, &error);
  g_assert_cmpuint (to_send->len, ==, 1);
  g_assert_cmpstr (((MkSealed *) to_send->pdata[0])->sha256, ==, "s2");
  mk_database_close (database);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mk_store_test_add_case ("/migrations/old-one-is-brought-up-to-date",
                          test_old_one_is_brought_up_to_date);
  mk_store_test_add_case ("/migrations/same-as-a-new-one", test_same_as_a_new_one);
  mk_store_test_add_case ("/migrations/failing-script-changes-nothing",
                          test_failing_script_changes_nothing);
  mk_store_test_add_case ("/migrations/broken-reference-changes-nothing",
                          test_broken_reference_changes_nothing);
  mk_store_test_add_case ("/migrations/later-failure-keeps-what-went-well",
                          test_later_failure_keeps_what_went_well);
  mk_store_test_add_case ("/migrations/table-is-built-anew", test_table_is_built_anew);
  mk_store_test_add_case ("/migrations/no-backup-no-migration", test_no_backup_no_migration);
  mk_store_test_add_case ("/migrations/packages-keep-their-bytes", test_packages_keep_their_bytes);
  g_test_add_func ("/migrations/real-ones-load", test_real_ones_load);
  return g_test_run ();
}
