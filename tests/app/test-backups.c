/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backup/mk-restore-page.h"
#include "mk-backup-folder.h"
#include "mk-backup.h"
#include "mk-lasting-store.h"
#include "mk-store-files.h"
#include "preferences/mk-backup-page.h"
#include "preferences/mk-person-page.h"
#include "start/mk-start.h"

#include <glib/gstdio.h>

/* Backups, and bringing one back. */

/* Nothing invented is backed up, and nothing is written beside it. */
static void
keep_no_invented_backup (MkWindow *window)
{
  GtkWidget *page = mk_preferences_open (window, MK_TYPE_BACKUP_PAGE);
  MkBackups *backups = mk_window_get_backups (window);
  g_autofree char *folder = mk_backups_dup_folder (backups);

  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (mk_page_child (page, "make"))));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (mk_page_child (page, "restore"))));
  mk_backups_make (backups);
  mk_backups_look (backups);
  g_assert_false (mk_backups_get_is_busy (backups));
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static gboolean
is_backed_up (gpointer window)
{
  MkBackups *backups = mk_window_get_backups (window);

  return mk_backups_get_last (backups) != NULL && !mk_backups_get_is_busy (backups);
}

static gboolean
is_in_trouble (gpointer window)
{
  MkBackups *backups = mk_window_get_backups (window);

  return mk_backups_get_trouble (backups) != NULL && !mk_backups_get_is_busy (backups);
}

static char *
days_in (const char *folder)
{
  g_auto (GStrv) days = mk_backup_folder_list (folder, MK_LASTING_ID, NULL);

  return days != NULL ? g_strjoinv (" ", days) : NULL;
}

static void
back_up_daily (MkWindow *window,
               gpointer  user_data)
{
  MkLastingStore *fixture = user_data;
  g_autofree char *days = NULL;
  g_autofree char *words = NULL;
  MkBackups *backups;

  mk_lasting_store_unlock (window);
  backups = mk_window_get_backups (window);
  mk_backups_look (backups);
  mk_app_test_wait (is_backed_up, window);
  days = days_in (fixture->backups);
  g_assert_cmpstr (days, ==, "2026-12-03");
  words = mk_backups_dup_words (backups);
  g_assert_true (g_str_has_prefix (words, "Den sidste gode er fra i dag kl.\302\24011.0"));
}

static void
find_todays (MkWindow *window,
             gpointer  user_data)
{
  MkLastingStore *fixture = user_data;
  g_autofree char *path = mk_backup_folder_path (fixture->backups, MK_LASTING_ID, "2026-12-03");
  GStatBuf before, after;

  g_assert_cmpint (g_stat (path, &before), ==, 0);
  mk_lasting_store_unlock (window);
  mk_backups_look (mk_window_get_backups (window));
  mk_app_test_wait (is_backed_up, window);
  g_assert_cmpint (g_stat (path, &after), ==, 0);
  g_assert_cmpuint (after.st_ino, ==, before.st_ino);
}

static void
test_one_backup_a_day (MkLastingStore *fixture,
                       gconstpointer   data)
{
  mk_lasting_store_run (fixture, back_up_daily);
  mk_lasting_store_run (fixture, find_todays);
}

/* Away, said, and made as soon as the folder is there again. */
static void
lose_folder (MkWindow *window,
             gpointer  user_data)
{
  MkLastingStore *fixture = user_data;
  g_autofree char *away = g_build_filename (fixture->folder, "usb", NULL);
  g_autofree char *days = NULL;
  MkBackups *backups;
  GtkWidget *page;
  const char *said;

  mk_lasting_store_unlock (window);
  backups = mk_window_get_backups (window);
  mk_backups_set_folder (backups, away);
  mk_app_test_wait (is_in_trouble, window);
  mk_app_test_settle ();
  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (window), "Ingen kopi i dag"));
  g_assert_false (g_file_test (away, G_FILE_TEST_EXISTS));
  page = mk_preferences_open (window, MK_TYPE_BACKUP_PAGE);
  said = adw_action_row_get_subtitle (ADW_ACTION_ROW (mk_page_child (page, "state")));
  g_assert_true (g_str_has_prefix (said, "Mappen til sikkerhedskopier er her ikke."));

  g_assert_cmpint (g_mkdir (away, 0700), ==, 0);
  mk_backups_look (backups);
  mk_app_test_wait (is_backed_up, window);
  g_assert_null (mk_backups_get_trouble (backups));
  days = days_in (away);
  g_assert_cmpstr (days, ==, "2026-12-03");
}

static void
test_missing_folder_is_tried_again (MkLastingStore *fixture,
                                    gconstpointer   data)
{
  mk_lasting_store_run (fixture, lose_folder);
}

static gboolean
is_idle (gpointer window)
{
  return !mk_backups_get_is_busy (mk_window_get_backups (window));
}

static void
cancel_backup (MkWindow *window,
               gpointer  user_data)
{
  MkLastingStore *fixture = user_data;
  g_autofree char *days = NULL;
  MkBackups *backups;

  mk_lasting_store_unlock (window);
  backups = mk_window_get_backups (window);
  mk_backups_make (backups);
  mk_backups_cancel (backups);
  mk_app_test_wait (is_idle, window);
  g_assert_null (mk_backups_get_last (backups));
  g_assert_null (mk_backups_get_trouble (backups));
  days = days_in (fixture->backups);
  g_assert_true (days == NULL || *days == '\0');
  /* And the window may be closed while one is being made. */
  mk_backups_make (backups);
}

static void
test_backup_is_cancelled (MkLastingStore *fixture,
                          gconstpointer   data)
{
  mk_lasting_store_run (fixture, cancel_backup);
}

/* The new folder does not wait for the next hour. */
static void
move_in_the_middle (MkWindow *window,
                    gpointer  user_data)
{
  MkLastingStore *fixture = user_data;
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *days = NULL;
  MkBackups *backups;

  g_assert_cmpint (g_mkdir (other, 0700), ==, 0);
  mk_lasting_store_unlock (window);
  backups = mk_window_get_backups (window);
  mk_backups_make (backups);
  mk_backups_set_folder (backups, other);
  mk_app_test_wait (is_backed_up, window);
  mk_app_test_wait (is_idle, window);
  days = days_in (other);
  g_assert_cmpstr (days, ==, "2026-12-03");
}

static void
test_new_folder_gets_its_backup (MkLastingStore *fixture,
                                 gconstpointer   data)
{
  mk_lasting_store_run (fixture, move_in_the_middle);
}

static void
verify_file (MkWindow *window,
             gpointer  user_data)
{
  MkLastingStore *fixture = user_data;
  g_autofree char *keys = g_build_filename (fixture->store, "makker.keys", NULL);
  g_autofree char *path = mk_backup_folder_path (fixture->backups, MK_LASTING_ID, "2026-12-03");
  g_autoptr (GFile) good = g_file_new_for_path (path);
  g_autoptr (GFile) none = g_file_new_for_path (keys);
  GtkWidget *page;
  AdwDialog *preferences;
  GtkWidget *verify;

  mk_lasting_store_unlock (window);
  mk_backups_look (mk_window_get_backups (window));
  mk_app_test_wait (is_backed_up, window);
  page = mk_preferences_open (window, MK_TYPE_BACKUP_PAGE);
  preferences = ADW_DIALOG (gtk_widget_get_ancestor (page, ADW_TYPE_DIALOG));
  verify = GTK_WIDGET (mk_page_child (page, "verify"));
  mk_backup_page_verify (MK_BACKUP_PAGE (page), good);
  while (!gtk_widget_get_sensitive (verify))
    g_main_context_iteration (NULL, TRUE);
  mk_app_test_settle ();
  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (window), "Kopien er god"));
  adw_dialog_force_close (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  mk_app_test_settle ();
  g_assert_true (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) ==
                 preferences);
  mk_backup_page_verify (MK_BACKUP_PAGE (page), none);
  while (!gtk_widget_get_sensitive (verify))
    g_main_context_iteration (NULL, TRUE);
  mk_app_test_settle ();
  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (window), "Kopien kan ikke bruges"));
}

static void
test_file_is_verified (MkLastingStore *fixture,
                       gconstpointer   data)
{
  mk_lasting_store_run (fixture, verify_file);
}

/* Restoring */

static gboolean
has_trouble (gpointer page)
{
  return mk_page_trouble (page) != NULL;
}

static GtkWidget *
restore_page_of (MkWindow *window)
{
  return mk_app_test_find (GTK_WIDGET (mk_app_test_wait_for_dialog (window)), MK_TYPE_RESTORE_PAGE);
}

static gboolean
is_done (gpointer page)
{
  GtkStack *stack = GTK_STACK (mk_page_child (page, "stack"));

  return g_str_equal (gtk_stack_get_visible_child_name (stack), "done");
}

static void
bring_in (MkWindow   *window,
          const char *path,
          const char *secret)
{
  GtkWidget *page = restore_page_of (window);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GObject *restore = mk_page_child (page, "restore");

  g_signal_emit_by_name (restore, "clicked");
  g_assert_nonnull (mk_page_trouble (page));
  mk_restore_page_set_file (MK_RESTORE_PAGE (page), file);
  g_assert_null (mk_page_trouble (page));
  g_signal_emit_by_name (restore, "clicked");
  g_assert_nonnull (mk_page_trouble (page));
  mk_page_type (page, "secret", "en helt anden kode");
  g_signal_emit_by_name (restore, "clicked");
  g_assert_false (
      adw_dialog_get_can_close (ADW_DIALOG (gtk_widget_get_ancestor (page, ADW_TYPE_DIALOG))));
  mk_app_test_wait (has_trouble, page);

  mk_page_type (page, "secret", secret);
  g_signal_emit_by_name (restore, "clicked");
  mk_app_test_wait (is_done, page);
  g_signal_emit_by_name (mk_page_child (page, "go_on"), "clicked");
  mk_app_test_wait_for_shell (window);
}

/* From the preferences of an open store, which has changed since its backup. */
static void
restore_former (MkWindow *window,
                gpointer  user_data)
{
  MkLastingStore *fixture = user_data;
  g_autofree char *path = mk_backup_folder_path (fixture->backups, MK_LASTING_ID, "2026-12-03");
  g_autofree char *kept = g_strconcat (fixture->store, "-foer-gendannelse-2026-12-03", NULL);
  GtkWidget *page;
  g_autoptr (MkInstallation) self = NULL;

  mk_lasting_store_unlock (window);
  mk_backups_look (mk_window_get_backups (window));
  mk_app_test_wait (is_backed_up, window);
  page = mk_preferences_open (window, MK_TYPE_PERSON_PAGE);
  mk_page_type (page, "name", "Anna Lund");
  g_signal_emit_by_name (mk_page_child (page, "save"), "clicked");
  mk_app_test_wait (mk_lasting_store_is_renamed, window);

  gtk_widget_activate_action (page, "win.restore-backup", NULL);
  g_assert_null (mk_window_get_shell (window));
  bring_in (window, path, fixture->code);
  self = mk_lasting_store_read_person (window);
  g_assert_cmpstr (self->name, ==, "Anna");
  g_assert_true (g_file_test (kept, G_FILE_TEST_IS_DIR));
}

static void
test_restored_from_the_preferences (MkLastingStore *fixture,
                                    gconstpointer   data)
{
  mk_lasting_store_run (fixture, restore_former);
}

static void
restore_first (MkWindow *window,
               gpointer  user_data)
{
  MkLastingStore *fixture = user_data;
  g_autofree char *path = g_build_filename (fixture->folder, "en.makkerkopi", NULL);

  gtk_widget_activate_action (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_START),
                              "start.restore", NULL);
  bring_in (window, path, MK_LASTING_PASSPHRASE);
}

static void
test_restored_on_a_new_machine (MkLastingStore *fixture,
                                gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "en.makkerkopi", NULL);
  g_autofree char *former = g_build_filename (fixture->folder, "gammel", NULL);
  MkDatabase *database = mk_store_files_open (fixture->store, MK_LASTING_PASSPHRASE, NULL);

  g_assert_true (mk_backup_make (database, path, NULL));
  mk_database_close (database);
  g_assert_cmpint (g_rename (fixture->store, former), ==, 0);
  mk_lasting_store_run (fixture, restore_first);
}

#define ADD(path, func) \
  g_test_add (path, MkLastingStore, NULL, mk_lasting_store_set_up, func, mk_lasting_store_tear_down)

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/backups/nothing-invented-is-backed-up", keep_no_invented_backup);
  ADD ("/backups/one-a-day", test_one_backup_a_day);
  ADD ("/backups/missing-folder-is-tried-again", test_missing_folder_is_tried_again);
  ADD ("/backups/cancelled-leaves-nothing", test_backup_is_cancelled);
  ADD ("/backups/a-new-folder-gets-its-backup-at-once", test_new_folder_gets_its_backup);
  ADD ("/backups/file-is-verified", test_file_is_verified);
  ADD ("/restore-page/restored-from-the-preferences", test_restored_from_the_preferences);
  ADD ("/restore-page/restored-on-a-new-machine", test_restored_on_a_new_machine);
  return g_test_run ();
}
