/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-key-slots-private.h"
#include "mk-store-files.h"
#include "mk-store-keys.h"
#include "mk-store-test.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define PASSPHRASE "en kort sætning"

static char *
make_store (const char *directory)
{
  g_autoptr (GError) error = NULL;
  char *code = NULL;
  MkDatabase *database = mk_store_files_create (directory, PASSPHRASE, &code, &error);

  g_assert_no_error (error);
  g_assert_nonnull (code);
  mk_database_close (database);
  return code;
}

static void
assert_opens (const char *directory)
{
  g_autoptr (GError) error = NULL;
  MkDatabase *database = mk_store_files_open (directory, PASSPHRASE, &error);

  g_assert_no_error (error);
  mk_database_close (database);
}

static void
assert_stays_shut (const char *directory,
                   const char *passphrase,
                   int         code)
{
  g_autofree char *before = mk_store_test_print (directory);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (mk_store_files_open (directory, passphrase, &error));
  g_assert_error (error, MK_STORE_ERROR, code);
  after = mk_store_test_print (directory);
  g_assert_cmpstr (after, ==, before);
}

static void
assert_not_made (const char *directory,
                 const char *passphrase,
                 int         code)
{
  g_autofree char *before = mk_store_test_print (directory);
  g_autofree char *after = NULL;
  g_autofree char *recovery_code = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (mk_store_files_create (directory, passphrase, &recovery_code, &error));
  g_assert_error (error, MK_STORE_ERROR, code);
  g_assert_null (recovery_code);
  after = mk_store_test_print (directory);
  g_assert_cmpstr (after, ==, before);
}

static guint
mode_of (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_mode & 0777;
}

static void
test_made_in_a_missing_directory (MkStoreTest  *test,
                                  gconstpointer data)
{
  g_autofree char *directory = mk_store_test_path (test, "new/store");
  g_autofree char *outer = mk_store_test_path (test, "new");
  g_autoptr (MkSecretText) code = make_store (directory);

  g_assert_cmpuint (mode_of (outer), ==, 0700);
  g_assert_cmpuint (mode_of (directory), ==, 0700);
  assert_opens (directory);
}

static void
test_opened_again (MkStoreTest  *test,
                   gconstpointer data)
{
  g_autoptr (MkSecretText) code = make_store (test->directory);
  g_autofree char *print = mk_store_test_print (test->directory);
  g_autoptr (GError) error = NULL;
  MkDatabase *database;

  g_assert_true (g_str_has_prefix (print, "makker.db "));
  g_assert_nonnull (strstr (print, "\nmakker.keys "));
  g_assert_null (strstr (print, ".new"));
  assert_opens (test->directory);
  assert_stays_shut (test->directory, "en kort sætnin", MK_STORE_ERROR_WRONG_KEY);
  assert_stays_shut (test->directory, NULL, MK_STORE_ERROR_NO_KEY);
  database = mk_store_files_open_with_recovery (test->directory, code, &error);
  g_assert_no_error (error);
  mk_database_close (database);
}

static void
test_no_two_stores_have_the_same_key (MkStoreTest  *test,
                                      gconstpointer data)
{
  g_autofree char *one = mk_store_test_path (test, "one");
  g_autofree char *other = mk_store_test_path (test, "other");
  g_autoptr (MkSecretText) code = make_store (one);
  g_autoptr (MkSecretText) other_code = make_store (other);
  MkDatabase *first = mk_store_files_open (one, PASSPHRASE, NULL);
  MkDatabase *second = mk_store_files_open (other, PASSPHRASE, NULL);

  g_assert_cmpstr (code, !=, other_code);
  g_assert_cmpint (memcmp (first->key, second->key, MK_KEY_SIZE), !=, 0);
  mk_database_close (first);
  mk_database_close (second);

  /* The key of one does not fit the other, although the passphrase does. */
  mk_store_test_copy (other, one, "makker.keys");
  assert_stays_shut (one, PASSPHRASE, MK_STORE_ERROR_DAMAGED);
}

static void
test_not_made_where_anything_is (MkStoreTest  *test,
                                 gconstpointer data)
{
  static const char *const names[] = { "brev.txt",  ".skjult",       "makker.keys",
                                       "makker.db", "makker.db-wal", "makker.db.before-2" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = mk_store_test_path (test, names[i]);

      mk_store_test_write (test, names[i], "here first", 10);
      assert_not_made (test->directory, PASSPHRASE, MK_STORE_ERROR_EXISTS);
      assert_not_made (path, PASSPHRASE, MK_STORE_ERROR_EXISTS);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

static void
test_store_is_not_made_over_a_store (MkStoreTest  *test,
                                     gconstpointer data)
{
  g_autoptr (MkSecretText) code = make_store (test->directory);

  assert_not_made (test->directory, PASSPHRASE, MK_STORE_ERROR_EXISTS);
  assert_opens (test->directory);
}

static void
test_short_passphrase_makes_nothing (MkStoreTest  *test,
                                     gconstpointer data)
{
  g_autofree char *directory = mk_store_test_path (test, "new");

  assert_not_made (directory, "kort", MK_STORE_ERROR_REFUSED);
  g_assert_false (g_file_test (directory, G_FILE_TEST_EXISTS));
}

static void
test_missing_key_makes_no_store (MkStoreTest  *test,
                                 gconstpointer data)
{
  g_autoptr (MkSecretText) code = make_store (test->directory);
  g_autofree char *keys = mk_store_test_path (test, "makker.keys");

  g_assert_cmpint (g_remove (keys), ==, 0);
  assert_stays_shut (test->directory, PASSPHRASE, MK_STORE_ERROR_NO_KEY);
  assert_not_made (test->directory, PASSPHRASE, MK_STORE_ERROR_EXISTS);
}

static void
test_missing_database_makes_no_store (MkStoreTest  *test,
                                      gconstpointer data)
{
  g_autoptr (MkSecretText) code = make_store (test->directory);
  g_autofree char *path = mk_store_test_path (test, "makker.db");

  g_assert_cmpint (g_remove (path), ==, 0);
  assert_stays_shut (test->directory, PASSPHRASE, MK_STORE_ERROR_MISSING);
  assert_not_made (test->directory, PASSPHRASE, MK_STORE_ERROR_EXISTS);
}

static void
test_missing_directory_is_not_made (MkStoreTest  *test,
                                    gconstpointer data)
{
  g_autofree char *directory = mk_store_test_path (test, "nowhere");

  assert_stays_shut (directory, PASSPHRASE, MK_STORE_ERROR_MISSING);
  g_assert_false (g_file_test (directory, G_FILE_TEST_EXISTS));
}

/* What an interruption leaves at each step. */
static void
test_interrupted_making_starts_again (MkStoreTest  *test,
                                      gconstpointer data)
{
  static const char *const left[][4] = {
    { "makker.lock" },
    { "makker.lock", "makker.db.new" },
    { "makker.lock", "makker.db.new", "makker.keys.tmp" },
    { "makker.lock", "makker.db.new", "makker.keys" },
    { "makker.db.new", "makker.keys", "makker.db.new-wal", "makker.db.new-journal" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (left); i++)
    {
      g_autofree char *name = g_strdup_printf ("%d", (int) i);
      g_autofree char *directory = mk_store_test_path (test, name);
      MkStoreTest inner = { .directory = directory };
      g_autoptr (MkSecretText) code = NULL;
      g_autofree char *print = NULL;

      g_assert_cmpint (g_mkdir (directory, 0700), ==, 0);
      for (gsize j = 0; j < 4 && left[i][j] != NULL; j++)
        mk_store_test_write (&inner, left[i][j], "half", j);
      assert_stays_shut (directory, PASSPHRASE, MK_STORE_ERROR_MISSING);
      code = make_store (directory);
      assert_opens (directory);
      print = mk_store_test_print (directory);
      g_assert_null (strstr (print, ".new"));
      g_assert_null (strstr (print, ".tmp"));
    }
}

/* A store that a moment ended, at whatever moment, is a whole one or none. */
static void
test_killed_making_is_whole_or_none (MkStoreTest  *test,
                                     gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);
      g_autofree char *directory = mk_store_test_path (test, name);
      g_autoptr (GError) error = NULL;
      MkDatabase *database;
      pid_t child = fork ();

      if (child == 0)
        {
          char *code;

          mk_store_files_create (directory, PASSPHRASE, &code, NULL);
          _exit (0);
        }
      g_usleep (i * 4 * 1000);
      kill (child, SIGKILL);
      waitpid (child, NULL, 0);

      database = mk_store_files_open (directory, PASSPHRASE, &error);
      if (database == NULL)
        {
          g_autoptr (MkSecretText) code = NULL;

          g_assert_error (error, MK_STORE_ERROR, MK_STORE_ERROR_MISSING);
          code = make_store (directory);
          assert_opens (directory);
        }
      mk_database_close (database);
    }
}

static void
test_keys_are_changed_later (MkStoreTest  *test,
                             gconstpointer data)
{
  g_autoptr (MkSecretText) former = make_store (test->directory);
  g_autoptr (MkSecretText) newer = NULL;
  g_autoptr (GError) error = NULL;
  MkDatabase *database = mk_store_files_open (test->directory, PASSPHRASE, NULL);

  g_assert_true (mk_store_keys_add_passphrase (database, "en anden sætning", &error));
  g_assert_false (mk_store_keys_add_passphrase (database, "kort", NULL));
  g_assert_true (mk_store_keys_new_recovery (database, &newer, &error));
  g_assert_no_error (error);
  mk_database_close (database);

  assert_opens (test->directory);
  database = mk_store_files_open (test->directory, "en anden sætning", &error);
  g_assert_no_error (error);
  mk_database_close (database);
  database = mk_store_files_open_with_recovery (test->directory, newer, &error);
  g_assert_no_error (error);
  mk_database_close (database);
  g_assert_null (mk_store_files_open_with_recovery (test->directory, former, &error));
  g_assert_error (error, MK_STORE_ERROR, MK_STORE_ERROR_WRONG_KEY);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mk_key_slots_weaken_for_tests ();
  mk_store_test_add_case ("/store-files/made-in-a-missing-directory",
                          test_made_in_a_missing_directory);
  mk_store_test_add_case ("/store-files/opened-again", test_opened_again);
  mk_store_test_add_case ("/store-files/no-two-stores-have-the-same-key",
                          test_no_two_stores_have_the_same_key);
  mk_store_test_add_case ("/store-files/not-made-where-anything-is",
                          test_not_made_where_anything_is);
  mk_store_test_add_case ("/store-files/store-is-not-made-over-a-store",
                          test_store_is_not_made_over_a_store);
  mk_store_test_add_case ("/store-files/short-passphrase-makes-nothing",
                          test_short_passphrase_makes_nothing);
  mk_store_test_add_case ("/store-files/missing-key-makes-no-store",
                          test_missing_key_makes_no_store);
  mk_store_test_add_case ("/store-files/missing-database-makes-no-store",
                          test_missing_database_makes_no_store);
  mk_store_test_add_case ("/store-files/missing-directory-is-not-made",
                          test_missing_directory_is_not_made);
  mk_store_test_add_case ("/store-files/interrupted-making-starts-again",
                          test_interrupted_making_starts_again);
  mk_store_test_add_case ("/store-files/killed-making-is-whole-or-none",
                          test_killed_making_is_whole_or_none);
  mk_store_test_add_case ("/store-files/keys-are-changed-later", test_keys_are_changed_later);
  return g_test_run ();
}
