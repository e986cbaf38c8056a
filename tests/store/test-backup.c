/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-backup-check.h"
#include "mk-backup.h"
#include "mk-installation.h"
#include "mk-key-slots-private.h"
#include "mk-store-files.h"
#include "mk-store-test.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#define PASSPHRASE "en kort sætning"

/* What a backup is made of, and where it goes. */
typedef struct
{
  MkStoreTest test;
  char       *store;
  char       *folder;
  char       *path;
  char       *code;
  MkDatabase *database;
} Fixture;

/* Invented records, enough that a copy takes several steps. */
static void
add_records (MkDatabase *database,
             int         n_records)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *script = g_strdup_printf (
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)"
      " INSERT INTO record (id, type, revision, writer, deleted)"
      " SELECT hex (randomblob (400)), 'checkin', 1, 'her', 0 FROM n",
      n_records);

  g_assert_true (mk_database_execute (database, script, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  MkInstallation self = { .id = (char *) "7df4eb9b-339c-41f6-a6f3-49e51b9c3ce2",
                          .role = MK_ROLE_BUDDY,
                          .name = (char *) "Per",
                          .company = (char *) "Eksempelbutikken ApS" };
  g_autoptr (GError) error = NULL;

  mk_store_test_set_up (&fixture->test, data);
  fixture->store = mk_store_test_path (&fixture->test, "makker");
  fixture->folder = mk_store_test_path (&fixture->test, "kopier");
  fixture->path = g_build_filename (fixture->folder, "en.makkerkopi", NULL);
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  fixture->database = mk_store_files_create (fixture->store, PASSPHRASE, &fixture->code, &error);
  g_assert_no_error (error);
  g_assert_true (mk_installation_insert (fixture->database, &self, &error));
  add_records (fixture->database, 2000);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  mk_database_close (fixture->database);
  mk_store_test_tear_down (&fixture->test, data);
  g_free (fixture->store);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->code);
}

static void
make (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mk_backup_make (fixture->database, fixture->path, &error));
  g_assert_no_error (error);
}

static void
assert_holds (const char *path,
              const char *secret,
              gint64      n_records)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkBackupContent) content = mk_backup_verify (path, secret, &error);

  g_assert_no_error (error);
  g_assert_cmpint (mk_backup_content_count (content, "checkin"), ==, n_records);
  g_assert_cmpint (mk_backup_content_count (content, "forloeb"), ==, 0);
  g_assert_cmpstr (content->name, ==, "Per");
}

static void
assert_refused (const char *path,
                const char *secret,
                int         code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mk_backup_verify (path, secret, &error));
  g_assert_error (error, MK_STORE_ERROR, code);
}

static void
test_opens_with_passphrase_and_recovery_key (Fixture      *fixture,
                                             gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MkBackupContent) own = NULL;

  make (fixture);
  before = mk_store_test_print (fixture->folder);
  assert_holds (fixture->path, PASSPHRASE, 2000);
  assert_holds (fixture->path, fixture->code, 2000);
  assert_refused (fixture->path, "en anden sætning", MK_STORE_ERROR_WRONG_KEY);
  assert_refused (fixture->path, NULL, MK_STORE_ERROR_NO_KEY);
  own = mk_backup_verify_own (fixture->database, fixture->path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (own);

  /* Looking changes nothing, and makes nothing beside it. */
  after = mk_store_test_print (fixture->folder);
  g_assert_cmpstr (after, ==, before);
}

static void
test_nothing_can_be_read_without_a_key (Fixture      *fixture,
                                        gconstpointer data)
{
  make (fixture);
  g_assert_false (mk_store_test_holds (fixture->folder, "SQLite format"));
  g_assert_false (mk_store_test_holds (fixture->folder, "Eksempelbutikken"));
  g_assert_false (mk_store_test_holds (fixture->folder, "checkin"));
}

/* The store is used between the steps, and the backup is of the moment of the last one. */
static void
test_store_is_changed_meanwhile (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autoptr (MkBackup) backup = mk_backup_new (fixture->path);
  g_autoptr (GError) error = NULL;
  double last = 0;
  int n_steps = 0;

  while (!mk_backup_is_done (backup))
    {
      g_assert_true (mk_backup_step (backup, fixture->database, &error));
      g_assert_cmpfloat (mk_backup_get_fraction (backup), <=, 1);
      last = MAX (last, mk_backup_get_fraction (backup));
      g_assert_true (mk_database_is_at_rest (fixture->database));
      if (n_steps++ < 2)
        add_records (fixture->database, 10);
    }
  g_assert_cmpint (n_steps, >, 4);
  g_assert_cmpfloat (last, >, 0.9);
  assert_holds (fixture->path, PASSPHRASE, 2020);
}

static void
test_damage_is_found (Fixture      *fixture,
                      gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  make (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  for (int i = 0; i < 8; i++)
    {
      gsize at = 5000 + (gsize) i * ((length - 10000) / 8);
      g_autoptr (GError) error = NULL;

      bytes[at] ^= 1;
      g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
      assert_refused (fixture->path, PASSPHRASE, MK_STORE_ERROR_DAMAGED);
      bytes[at] ^= 1;
    }
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
  assert_holds (fixture->path, PASSPHRASE, 2000);
}

static void
test_cut_short_is_no_backup (Fixture      *fixture,
                             gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  make (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  for (int i = 0; i < 10; i++)
    {
      gssize kept = (gssize) (length * (gsize) i / 10) - (i == 0 ? 0 : 1);

      g_assert_true (g_file_set_contents (fixture->path, bytes, kept, NULL));
      assert_refused (fixture->path, PASSPHRASE, MK_STORE_ERROR_FOREIGN);
    }
  /* Longer than it was is none either. */
  bytes = g_realloc (bytes, length + 1);
  bytes[length] = 'x';
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length + 1, NULL));
  assert_refused (fixture->path, PASSPHRASE, MK_STORE_ERROR_FOREIGN);
  assert_refused (fixture->folder, PASSPHRASE, MK_STORE_ERROR_FOREIGN);
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  assert_refused (fixture->path, PASSPHRASE, MK_STORE_ERROR_MISSING);
}

static void
test_another_stores_key_is_told_apart (Fixture      *fixture,
                                       gconstpointer data)
{
  g_autofree char *other = mk_store_test_path (&fixture->test, "andet");
  g_autoptr (MkSecretText) code = NULL;
  g_autoptr (GError) error = NULL;
  MkDatabase *database = mk_store_files_create (other, PASSPHRASE, &code, &error);

  make (fixture);
  g_assert_null (mk_backup_verify_own (database, fixture->path, &error));
  g_assert_error (error, MK_STORE_ERROR, MK_STORE_ERROR_WRONG_KEY);
  mk_database_close (database);
}

/* From here on, a file of this program may not grow beyond @most bytes. */
static void
limit_files (rlim_t most)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (most, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* Wherever the disk gives up, the last good one stays and trying again works. */
static void
test_failing_write_keeps_the_last_good_one (Fixture      *fixture,
                                            gconstpointer data)
{
  g_autofree char *before = NULL;
  GStatBuf status;

  make (fixture);
  before = mk_store_test_print (fixture->folder);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  for (int i = 1; i <= 20; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;
      gboolean is_made;

      limit_files ((rlim_t) status.st_size * (rlim_t) i / 20 - 1);
      is_made = mk_backup_make (fixture->database, fixture->path, &error);
      limit_files (RLIM_INFINITY);
      g_assert_false (is_made);
      g_assert_error (error, MK_STORE_ERROR, MK_STORE_ERROR_FAILED);
      after = mk_store_test_print (fixture->folder);
      g_assert_cmpstr (after, ==, before);
    }
  add_records (fixture->database, 1);
  make (fixture);
  assert_holds (fixture->path, PASSPHRASE, 2001);
}

static void
test_missing_folder_is_said_and_not_made (Fixture      *fixture,
                                          gconstpointer data)
{
  g_autofree char *path = mk_store_test_path (&fixture->test, "usb/en.makkerkopi");
  g_autofree char *folder = mk_store_test_path (&fixture->test, "usb");
  g_autoptr (GError) error = NULL;

  g_assert_false (mk_backup_make (fixture->database, path, &error));
  g_assert_error (error, MK_STORE_ERROR, MK_STORE_ERROR_MISSING);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_other_file_is_not_replaced (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autofree char *path = mk_store_test_path (&fixture->test, "kopier/brev.txt");
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "Kære Anna", -1, NULL));
  g_assert_false (mk_backup_make (fixture->database, path, &error));
  g_assert_error (error, MK_STORE_ERROR, MK_STORE_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "Kære Anna");
}

static void
take_steps (MkBackup   *backup,
            MkDatabase *database,
            int         n_steps)
{
  for (int i = 0; i < n_steps && !mk_backup_is_done (backup); i++)
    g_assert_true (mk_backup_step (backup, database, NULL));
}

static void
test_given_up_leaves_nothing (Fixture      *fixture,
                              gconstpointer data)
{
  for (int n_steps = 0; n_steps < 12; n_steps++)
    {
      g_autoptr (MkBackup) backup = mk_backup_new (fixture->path);
      g_autofree char *print = NULL;

      take_steps (backup, fixture->database, n_steps);
      g_assert_false (mk_backup_is_done (backup));
      mk_backup_give_up (backup, fixture->database);
      print = mk_store_test_print (fixture->folder);
      g_assert_cmpstr (print, ==, "");
    }
  make (fixture);
}

/* The store is closed at whatever step, and the backup freed after it. */
static void
test_store_is_closed_meanwhile (Fixture      *fixture,
                                gconstpointer data)
{
  for (int n_steps = 1; n_steps < 12; n_steps++)
    {
      g_autoptr (MkBackup) backup = mk_backup_new (fixture->path);

      take_steps (backup, fixture->database, n_steps);
      mk_database_close (fixture->database);
      fixture->database = mk_store_files_open (fixture->store, PASSPHRASE, NULL);
      g_assert_nonnull (fixture->database);
    }
  make (fixture);
  assert_holds (fixture->path, PASSPHRASE, 2000);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mk_key_slots_weaken_for_tests ();
  ADD ("/backup/opens-with-passphrase-and-recovery-key",
       test_opens_with_passphrase_and_recovery_key);
  ADD ("/backup/nothing-can-be-read-without-a-key", test_nothing_can_be_read_without_a_key);
  ADD ("/backup/store-is-changed-meanwhile", test_store_is_changed_meanwhile);
  ADD ("/backup/damage-is-found", test_damage_is_found);
  ADD ("/backup/cut-short-is-no-backup", test_cut_short_is_no_backup);
  ADD ("/backup/another-stores-key-is-told-apart", test_another_stores_key_is_told_apart);
  ADD ("/backup/failing-write-keeps-the-last-good-one", test_failing_write_keeps_the_last_good_one);
  ADD ("/backup/missing-folder-is-said-and-not-made", test_missing_folder_is_said_and_not_made);
  ADD ("/backup/other-file-is-not-replaced", test_other_file_is_not_replaced);
  ADD ("/backup/given-up-leaves-nothing", test_given_up_leaves_nothing);
  ADD ("/backup/store-is-closed-meanwhile", test_store_is_closed_meanwhile);
  return g_test_run ();
}
