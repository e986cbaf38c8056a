/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-backup-restore.h"
#include "mk-backup.h"
#include "mk-installation.h"
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
#define LATER_PASSPHRASE "en senere sætning"

/* A store that went on after its backup: it has another name and another passphrase now. */
typedef struct
{
  MkStoreTest test;
  char       *store;
  char       *beside;
  char       *path;
  char       *code;
} Fixture;

static void
rename_person (MkDatabase *database,
               const char *name)
{
  MkInstallation self = { .name = (char *) name };
  g_autoptr (GError) error = NULL;

  g_assert_true (mk_installation_update (database, &self, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  MkInstallation self = { .id = (char *) "7df4eb9b-339c-41f6-a6f3-49e51b9c3ce2",
                          .role = MK_ROLE_BUDDY,
                          .name = (char *) "Before" };
  g_autoptr (MkDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  mk_store_test_set_up (&fixture->test, data);
  fixture->store = mk_store_test_path (&fixture->test, "makker");
  fixture->beside = mk_store_test_path (&fixture->test, "makker.genskabes");
  fixture->path = mk_store_test_path (&fixture->test, "en.makkerkopi");
  database = mk_store_files_create (fixture->store, PASSPHRASE, &fixture->code, &error);
  g_assert_no_error (error);
  g_assert_true (mk_installation_insert (database, &self, &error));
  g_assert_true (mk_backup_make (database, fixture->path, &error));
  rename_person (database, "After");
  g_assert_true (mk_store_keys_add_passphrase (database, LATER_PASSPHRASE, &error));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  mk_store_test_tear_down (&fixture->test, data);
  g_free (fixture->store);
  g_free (fixture->beside);
  g_free (fixture->path);
  g_free (fixture->code);
}

/* Whose store it is, which says which one it is; NULL when it does not open. */
static char *
name_in (const char *directory,
         const char *passphrase)
{
  g_autoptr (MkDatabase) database = mk_store_files_open (directory, passphrase, NULL);
  g_autoptr (MkInstallation) self = database != NULL ? mk_installation_get (database, NULL) : NULL;

  return self != NULL ? g_strdup (self->name) : NULL;
}

static void
assert_is (const char *directory,
           const char *passphrase,
           const char *name)
{
  g_autofree char *found = name_in (directory, passphrase);

  g_assert_cmpstr (found, ==, name);
}

static gboolean
fill (MkDatabase   *database,
      gconstpointer data,
      GError      **error)
{
  rename_person (database, data);
  return TRUE;
}

static gboolean
fill_not (MkDatabase   *database,
          gconstpointer data,
          GError      **error)
{
  g_set_error_literal (error, MK_STORE_ERROR, MK_STORE_ERROR_FAILED, "not today");
  return FALSE;
}

static MkRestored *
restore (const char *directory,
         const char *path,
         const char *secret)
{
  g_autoptr (GError) error = NULL;
  MkRestored *restored = mk_backup_restore (directory, path, secret, fill, "Restored", &error);

  g_assert_no_error (error);
  g_assert_nonnull (restored);
  return restored;
}

static void
test_former_store_is_kept_beside (Fixture      *fixture,
                                  gconstpointer data)
{
  g_autoptr (MkRestored) first = restore (fixture->store, fixture->path, PASSPHRASE);
  g_autoptr (MkRestored) second = restore (fixture->store, fixture->path, PASSPHRASE);

  assert_is (fixture->store, PASSPHRASE, "Restored");
  /* With its keys: the later passphrase opens only the later store. */
  assert_is (fixture->store, LATER_PASSPHRASE, NULL);
  assert_is (first->kept, LATER_PASSPHRASE, "After");
  g_assert_cmpstr (first->kept, !=, second->kept);
  assert_is (second->kept, PASSPHRASE, "Restored");
  g_assert_false (g_file_test (fixture->beside, G_FILE_TEST_EXISTS));
}

static void
test_new_machine_with_the_recovery_key (Fixture      *fixture,
                                        gconstpointer data)
{
  g_autofree char *missing = mk_store_test_path (&fixture->test, "ny/makker");
  g_autofree char *empty = mk_store_test_path (&fixture->test, "tom");
  g_autoptr (MkRestored) in_missing = restore (missing, fixture->path, fixture->code);
  g_autoptr (MkRestored) in_empty = NULL;

  g_assert_cmpint (g_mkdir (empty, 0700), ==, 0);
  in_empty = restore (empty, fixture->path, fixture->code);
  assert_is (missing, PASSPHRASE, "Restored");
  assert_is (empty, PASSPHRASE, "Restored");
  g_assert_null (in_missing->kept);
  g_assert_null (in_empty->kept);
}

/* What remains of a store that can't be opened is in nobody's way, and is kept. */
static void
test_damaged_store_is_replaced (Fixture      *fixture,
                                gconstpointer data)
{
  g_autofree char *database = g_build_filename (fixture->store, "makker.db", NULL);
  g_autoptr (MkRestored) first = NULL;
  g_autoptr (MkRestored) second = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (database, "broken", -1, NULL));
  first = restore (fixture->store, fixture->path, PASSPHRASE);
  assert_is (fixture->store, PASSPHRASE, "Restored");
  kept = g_build_filename (first->kept, "makker.db", NULL);
  g_assert_true (g_file_get_contents (kept, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "broken");

  g_assert_cmpint (g_remove (database), ==, 0);
  second = restore (fixture->store, fixture->path, PASSPHRASE);
  assert_is (fixture->store, PASSPHRASE, "Restored");
  g_assert_nonnull (second->kept);
}

static void
assert_refused (Fixture       *fixture,
                const char    *directory,
                const char    *secret,
                MkDatabaseFill with,
                int            code)
{
  g_autofree char *before = mk_store_test_print (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (mk_backup_restore (directory, fixture->path, secret, with, "Restored", &error));
  g_assert_error (error, MK_STORE_ERROR, code);
  after = mk_store_test_print (fixture->store);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (g_file_test (fixture->beside, G_FILE_TEST_EXISTS));
}

static void
test_refusal_touches_nothing (Fixture      *fixture,
                              gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  assert_refused (fixture, fixture->store, "en anden sætning", fill, MK_STORE_ERROR_WRONG_KEY);
  assert_refused (fixture, fixture->store, NULL, fill, MK_STORE_ERROR_NO_KEY);
  assert_refused (fixture, fixture->store, PASSPHRASE, fill_not, MK_STORE_ERROR_FAILED);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  bytes[length / 2] ^= 1;
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
  assert_refused (fixture, fixture->store, PASSPHRASE, fill, MK_STORE_ERROR_DAMAGED);
  assert_is (fixture->store, LATER_PASSPHRASE, "After");
}

static void
test_open_store_is_not_replaced (Fixture      *fixture,
                                 gconstpointer data)
{
  MkDatabase *database = mk_store_files_open (fixture->store, PASSPHRASE, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (
      mk_backup_restore (fixture->store, fixture->path, PASSPHRASE, fill, "Restored", &error));
  g_assert_error (error, MK_STORE_ERROR, MK_STORE_ERROR_BUSY);
  mk_database_close (database);
  assert_is (fixture->store, PASSPHRASE, "After");
}

static void
test_other_folder_is_not_moved (Fixture      *fixture,
                                gconstpointer data)
{
  g_autofree char *folder = mk_store_test_path (&fixture->test, "breve");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  mk_store_test_write (&fixture->test, "breve/brev.txt", "Kære Anna", 10);
  before = mk_store_test_print (folder);
  assert_refused (fixture, folder, PASSPHRASE, fill, MK_STORE_ERROR_EXISTS);
  after = mk_store_test_print (folder);
  g_assert_cmpstr (after, ==, before);
}

/* By a link, as on a machine whose big disk is another one. */
static void
test_linked_folder_is_restored_where_it_is (Fixture      *fixture,
                                            gconstpointer data)
{
  g_autofree char *link = mk_store_test_path (&fixture->test, "link");
  g_autoptr (MkRestored) restored = NULL;

  g_assert_cmpint (symlink (fixture->store, link), ==, 0);
  restored = restore (link, fixture->path, PASSPHRASE);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_is (fixture->store, PASSPHRASE, "Restored");
  assert_is (link, PASSPHRASE, "Restored");
}

static void
kill_restoring (Fixture *fixture,
                guint    after)
{
  pid_t child = fork ();

  if (child == 0)
    {
      mk_restored_free (
          mk_backup_restore (fixture->store, fixture->path, PASSPHRASE, fill, "Restored", NULL));
      _exit (0);
    }
  g_usleep (after);
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
}

/* Ended at whatever moment, what stands there is the former store or the restored one; and the
 * former one is still somewhere. */
static void
test_killed_is_one_or_the_other (Fixture      *fixture,
                                 gconstpointer data)
{
  guint n_restored = 0;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *found = NULL;

      kill_restoring (fixture, i * 1500);
      found = name_in (fixture->store, PASSPHRASE);
      g_assert_nonnull (found);
      n_restored += g_str_equal (found, "Restored");
      g_assert_true (g_str_equal (found, "Restored") || g_str_equal (found, "After"));
      if (n_restored == 0)
        assert_is (fixture->store, LATER_PASSPHRASE, "After");
    }
  g_test_message ("%u of 40 were restored", n_restored);
}

static char *
find_after (Fixture *fixture)
{
  g_autoptr (GDir) listing = g_dir_open (fixture->test.directory, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *path = mk_store_test_path (&fixture->test, name);
      g_autofree char *found = name_in (path, LATER_PASSPHRASE);

      if (g_strcmp0 (found, "After") == 0)
        return g_steal_pointer (&path);
    }
  return NULL;
}

/* What an interruption left beside is cleared away only where it was never a store. */
static void
test_leftovers_are_told_from_stores (Fixture      *fixture,
                                     gconstpointer data)
{
  g_autoptr (MkRestored) first = NULL;
  g_autoptr (MkRestored) second = NULL;
  g_autofree char *kept = NULL;

  g_assert_cmpint (g_mkdir (fixture->beside, 0700), ==, 0);
  mk_store_test_write (&fixture->test, "makker.genskabes/makker.db.new", "half", 4);
  mk_store_test_write (&fixture->test, "makker.genskabes/makker.keys", "half", 4);
  first = restore (fixture->store, fixture->path, PASSPHRASE);
  g_assert_false (g_file_test (fixture->beside, G_FILE_TEST_EXISTS));

  /* As if it were ended right after the two changed places. */
  g_assert_cmpint (g_rename (first->kept, fixture->beside), ==, 0);
  second = restore (fixture->store, fixture->path, PASSPHRASE);
  kept = find_after (fixture);
  g_assert_nonnull (kept);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mk_key_slots_weaken_for_tests ();
  ADD ("/restore/former-store-is-kept-beside", test_former_store_is_kept_beside);
  ADD ("/restore/new-machine-with-the-recovery-key", test_new_machine_with_the_recovery_key);
  ADD ("/restore/damaged-store-is-replaced", test_damaged_store_is_replaced);
  ADD ("/restore/refusal-touches-nothing", test_refusal_touches_nothing);
  ADD ("/restore/open-store-is-not-replaced", test_open_store_is_not_replaced);
  ADD ("/restore/other-folder-is-not-moved", test_other_folder_is_not_moved);
  ADD ("/restore/linked-folder-is-restored-where-it-is",
       test_linked_folder_is_restored_where_it_is);
  ADD ("/restore/killed-is-one-or-the-other", test_killed_is_one_or_the_other);
  ADD ("/restore/leftovers-are-told-from-stores", test_leftovers_are_told_from_stores);
  return g_test_run ();
}
