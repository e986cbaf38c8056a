/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backup/mk-restore-page.h"
#include "demo/mk-demo.h"
#include "mk-app-test.h"
#include "mk-backup-folder.h"
#include "mk-backup.h"
#include "mk-store-files.h"
#include "preferences/mk-backup-page.h"
#include "preferences/mk-folder-page.h"
#include "preferences/mk-lock-page.h"
#include "preferences/mk-person-form.h"
#include "preferences/mk-person-page.h"
#include "preferences/mk-prompts-page.h"
#include "shell/mk-settings.h"
#include "start/mk-start.h"
#include "start/mk-unlock-page.h"

#include <glib/gstdio.h>

/* What can be chosen, and backups from the window. */

#define PASSPHRASE "en lille opdigtet kode"

/* A folder with a store in it, and room for its backups. */
typedef struct
{
  char *folder;
  char *store;
  char *backups;
  char *code;
} Fixture;

static void
make_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database =
      mk_store_files_create (fixture->store, PASSPHRASE, &fixture->code, &error);
  MkInstallation self = { .id = (char *) "7df4eb9b-339c-41f6-a6f3-49e51b9c3ce2",
                          .role = MK_ROLE_LEADER,
                          .name = (char *) "Anna",
                          .company = (char *) "Eksempelbutikken ApS" };

  g_assert_no_error (error);
  g_assert_true (mk_installation_insert (database, &self, &error));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GSettings) settings = mk_settings_new ();

  fixture->folder = g_dir_make_tmp ("makker-preferences-XXXXXX", NULL);
  fixture->store = g_build_filename (fixture->folder, "makker", NULL);
  fixture->backups = g_build_filename (fixture->folder, "makker-sikkerhedskopier", NULL);
  make_store (fixture);
  g_settings_reset (settings, "backup-folder");
}

static void
remove_inner (const char *folder)
{
  g_autoptr (GDir) listing = g_dir_open (folder, 0, NULL);
  const char *name;

  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        mk_demo_remove (path);
    }
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  remove_inner (fixture->folder);
  mk_demo_remove (fixture->folder);
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
  g_free (fixture->folder);
  g_free (fixture->store);
  g_free (fixture->backups);
  g_free (fixture->code);
}

static void
run (Fixture      *fixture,
     MkAppTestFunc func)
{
  g_autofree char *option = g_strconcat ("--data-dir=", fixture->store, NULL);
  const char *arguments[] = { "makker", option, "--now=" MK_APP_TEST_NOW, NULL };

  mk_app_test_run (arguments, func, fixture);
}

static GObject *
child_of (GtkWidget  *page,
          const char *name)
{
  return gtk_widget_get_template_child (page, G_OBJECT_TYPE (page), name);
}

static void
type_into (GtkWidget  *page,
           const char *name,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (child_of (page, name)), text);
}

static void
unlock (MkWindow *window)
{
  GtkWidget *page = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_UNLOCK_PAGE);

  type_into (page, "passphrase", PASSPHRASE);
  g_signal_emit_by_name (page, "unlock");
  mk_app_test_wait_for_shell (window);
}

static GtkWidget *
open_page (MkWindow *window,
           GType     type)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL);
  return mk_app_test_find (GTK_WIDGET (mk_app_test_wait_for_dialog (window)), type);
}

static const char *
trouble_of (GtkWidget *page)
{
  GtkWidget *label = GTK_WIDGET (child_of (page, "trouble"));

  return gtk_widget_get_visible (label) ? gtk_label_get_text (GTK_LABEL (label)) : NULL;
}

/* Person and company */

static void
test_person_form (void)
{
  static const struct
  {
    MkPersonForm form;
    MkPersonField field;
  } cases[] = {
    { { MK_ROLE_BUDDY, " ", "", "", "" }, MK_PERSON_NAME },
    { { MK_ROLE_BUDDY, "Per", "", "", "" }, MK_PERSON_NONE },
    { { MK_ROLE_LEADER, "Anna", " ", "", "" }, MK_PERSON_COMPANY },
    { { MK_ROLE_BUDDY, "Per", "", "99999927", "" }, MK_PERSON_CVR },
    { { MK_ROLE_BUDDY, "Per", "", "DK 99 99 99 26", "" }, MK_PERSON_NONE },
    { { MK_ROLE_BUDDY, "Per", "", "", "12345" }, MK_PERSON_P_NUMBER },
    { { MK_ROLE_BUDDY, "Per", "", "", "1000 000 000" }, MK_PERSON_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *trouble = NULL;

      g_assert_cmpint (mk_person_form_judge (&cases[i].form, &trouble), ==, cases[i].field);
      g_assert_cmpint (trouble != NULL, ==, cases[i].field != MK_PERSON_NONE);
    }
}

static gboolean
is_renamed (gpointer window)
{
  const MkInstallation *self =
      mk_workplace_get_self (mk_shell_get_workplace (mk_window_get_shell (window)));

  return g_str_equal (self->name, "Anna Lund");
}

static gpointer
read_person (MkDatabase   *database,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  return mk_installation_get (database, error);
}

static void
rename_person (MkWindow *window,
               gpointer  user_data)
{
  GtkWidget *page;
  GtkWidget *save;
  g_autoptr (MkInstallation) saved = NULL;

  unlock (window);
  page = open_page (window, MK_TYPE_PERSON_PAGE);
  save = GTK_WIDGET (child_of (page, "save"));
  g_assert_false (gtk_widget_get_sensitive (save));

  type_into (page, "name", " Anna Lund ");
  type_into (page, "cvr_number", "12345678");
  g_signal_emit_by_name (save, "clicked");
  g_assert_nonnull (trouble_of (page));
  type_into (page, "cvr_number", "99 99 99 26");
  g_assert_null (trouble_of (page));
  g_signal_emit_by_name (save, "clicked");
  mk_app_test_wait (is_renamed, window);

  saved = mk_app_test_on_store (window, read_person, NULL);
  g_assert_cmpstr (saved->name, ==, "Anna Lund");
  g_assert_cmpstr (saved->cvr_number, ==, "99999926");
  g_assert_cmpstr (saved->company, ==, "Eksempelbutikken ApS");
  g_assert_cmpstr (saved->id, ==, "7df4eb9b-339c-41f6-a6f3-49e51b9c3ce2");
}

static void
test_person_is_judged_and_saved (Fixture      *fixture,
                                 gconstpointer data)
{
  run (fixture, rename_person);
}

static gboolean
has_trouble (gpointer page)
{
  return trouble_of (page) != NULL;
}

/* A store that is closed behind its back stands for one that can't be written. */
static void
fail_to_save (MkWindow *window,
              gpointer  user_data)
{
  GtkWidget *page;
  GObject *save;

  unlock (window);
  page = open_page (window, MK_TYPE_PERSON_PAGE);
  save = child_of (page, "save");
  type_into (page, "name", "Anna Lund");
  mk_store_close (mk_workplace_get_store (mk_shell_get_workplace (mk_window_get_shell (window))));
  g_signal_emit_by_name (save, "clicked");
  mk_app_test_wait (has_trouble, page);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (child_of (page, "name"))), ==, "Anna Lund");
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (save)));
}

static void
test_failed_save_keeps_what_was_typed (Fixture      *fixture,
                                       gconstpointer data)
{
  run (fixture, fail_to_save);
}

/* Lock, prompts, exchange */

static void
choose_settings (MkWindow *window)
{
  g_autoptr (GSettings) settings = mk_settings_new ();
  g_autofree char *quiet_from = NULL;
  GtkWidget *lock = open_page (window, MK_TYPE_LOCK_PAGE);
  GtkWidget *dialog = gtk_widget_get_ancestor (lock, ADW_TYPE_DIALOG);
  GtkWidget *prompts = mk_app_test_find (dialog, MK_TYPE_PROMPTS_PAGE);
  AdwComboRow *minutes = ADW_COMBO_ROW (child_of (lock, "minutes"));

  g_assert_cmpuint (adw_combo_row_get_selected (minutes), ==, 2);
  adw_combo_row_set_selected (minutes, 6);
  g_assert_cmpuint (g_settings_get_uint (settings, "lock-minutes"), ==, 0);
  g_settings_set_uint (settings, "lock-minutes", 20);
  g_assert_cmpuint (adw_combo_row_get_selected (minutes), ==, 4);
  g_settings_reset (settings, "lock-minutes");
  g_assert_cmpuint (adw_combo_row_get_selected (minutes), ==, 2);

  adw_switch_row_set_active (ADW_SWITCH_ROW (child_of (prompts, "help")), FALSE);
  g_assert_false (g_settings_get_boolean (settings, "prompt-help"));
  type_into (prompts, "quiet_from", "1930");
  type_into (prompts, "quiet_to", "om lidt");
  g_signal_emit_by_name (child_of (prompts, "quiet_from"), "apply");
  quiet_from = g_settings_get_string (settings, "quiet-from");
  g_assert_cmpstr (quiet_from, ==, "19:30");
  g_assert_nonnull (trouble_of (prompts));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (child_of (prompts, "quiet_to"))), ==,
                   "om lidt");
  type_into (prompts, "quiet_from", " ");
  type_into (prompts, "quiet_to", "kl. 7");
  g_signal_emit_by_name (child_of (prompts, "quiet_from"), "apply");
  g_free (quiet_from);
  quiet_from = g_settings_get_string (settings, "quiet-from");
  g_assert_cmpstr (quiet_from, ==, "");
  g_assert_null (trouble_of (prompts));
}

static void
forget_folder (MkWindow *window)
{
  g_autoptr (GSettings) settings = mk_settings_new ();
  GtkWidget *page;
  GtkWidget *forget;
  g_autofree char *left = NULL;

  g_settings_set_string (settings, "exchange-folder", "file:///media/usb/Makker%20pakker");
  page = open_page (window, MK_TYPE_FOLDER_PAGE);
  forget = GTK_WIDGET (child_of (page, "forget"));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (child_of (page, "folder"))), ==,
                   "/media/usb/Makker pakker");
  g_signal_emit_by_name (forget, "activated");
  left = g_settings_get_string (settings, "exchange-folder");
  g_assert_cmpstr (left, ==, "");
  g_assert_false (gtk_widget_get_visible (forget));
}

/* Nothing invented is backed up, and nothing is written beside it. */
static void
keep_no_invented_backup (MkWindow *window)
{
  GtkWidget *page = open_page (window, MK_TYPE_BACKUP_PAGE);
  MkBackups *backups = mk_window_get_backups (window);
  g_autofree char *folder = mk_backups_dup_folder (backups);

  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (child_of (page, "make"))));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (child_of (page, "restore"))));
  mk_backups_make (backups);
  mk_backups_look (backups);
  g_assert_false (mk_backups_get_is_busy (backups));
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
fit_narrow (MkWindow *window)
{
  AdwDialog *dialog;
  int minimum;

  mk_app_test_resize (window, 360, 640);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL);
  dialog = mk_app_test_wait_for_dialog (window);
  gtk_widget_measure (GTK_WIDGET (dialog), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, 360);
}

/* Backups */

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
  g_auto (GStrv) days =
      mk_backup_folder_list (folder, "7df4eb9b-339c-41f6-a6f3-49e51b9c3ce2", NULL);

  return days != NULL ? g_strjoinv (" ", days) : NULL;
}

static void
back_up_daily (MkWindow *window,
               gpointer  user_data)
{
  Fixture *fixture = user_data;
  g_autofree char *days = NULL;
  g_autofree char *words = NULL;
  MkBackups *backups;

  unlock (window);
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
  Fixture *fixture = user_data;
  g_autofree char *path =
      mk_backup_folder_path (fixture->backups, "7df4eb9b-339c-41f6-a6f3-49e51b9c3ce2",
                             "2026-12-03");
  GStatBuf before, after;

  g_assert_cmpint (g_stat (path, &before), ==, 0);
  unlock (window);
  mk_backups_look (mk_window_get_backups (window));
  mk_app_test_wait (is_backed_up, window);
  g_assert_cmpint (g_stat (path, &after), ==, 0);
  g_assert_cmpuint (after.st_ino, ==, before.st_ino);
}

static void
test_one_backup_a_day (Fixture      *fixture,
                       gconstpointer data)
{
  run (fixture, back_up_daily);
  run (fixture, find_todays);
}

/* Away, said, and made as soon as the folder is there again. */
static void
lose_folder (MkWindow *window,
             gpointer  user_data)
{
  Fixture *fixture = user_data;
  g_autofree char *away = g_build_filename (fixture->folder, "usb", NULL);
  g_autofree char *days = NULL;
  MkBackups *backups;
  GtkWidget *page;
  const char *said;

  unlock (window);
  backups = mk_window_get_backups (window);
  mk_backups_set_folder (backups, away);
  mk_app_test_wait (is_in_trouble, window);
  mk_app_test_settle ();
  g_assert_nonnull (
      mk_app_test_find_text (GTK_WIDGET (window), "Der er ikke lavet en sikkerhedskopi i dag"));
  g_assert_false (g_file_test (away, G_FILE_TEST_EXISTS));
  page = open_page (window, MK_TYPE_BACKUP_PAGE);
  said = adw_action_row_get_subtitle (ADW_ACTION_ROW (child_of (page, "state")));
  g_assert_true (g_str_has_prefix (said, "Mappen til sikkerhedskopier er her ikke."));

  g_assert_cmpint (g_mkdir (away, 0700), ==, 0);
  mk_backups_look (backups);
  mk_app_test_wait (is_backed_up, window);
  g_assert_null (mk_backups_get_trouble (backups));
  days = days_in (away);
  g_assert_cmpstr (days, ==, "2026-12-03");
}

static void
test_missing_folder_is_tried_again (Fixture      *fixture,
                                    gconstpointer data)
{
  run (fixture, lose_folder);
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
  Fixture *fixture = user_data;
  g_autofree char *days = NULL;
  MkBackups *backups;

  unlock (window);
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
test_backup_is_cancelled (Fixture      *fixture,
                          gconstpointer data)
{
  run (fixture, cancel_backup);
}

/* The new folder does not wait for the next hour. */
static void
move_in_the_middle (MkWindow *window,
                    gpointer  user_data)
{
  Fixture *fixture = user_data;
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *days = NULL;
  MkBackups *backups;

  g_assert_cmpint (g_mkdir (other, 0700), ==, 0);
  unlock (window);
  backups = mk_window_get_backups (window);
  mk_backups_make (backups);
  mk_backups_set_folder (backups, other);
  mk_app_test_wait (is_backed_up, window);
  mk_app_test_wait (is_idle, window);
  days = days_in (other);
  g_assert_cmpstr (days, ==, "2026-12-03");
}

static void
test_new_folder_gets_its_backup (Fixture      *fixture,
                                 gconstpointer data)
{
  run (fixture, move_in_the_middle);
}

static void
verify_file (MkWindow *window,
             gpointer  user_data)
{
  Fixture *fixture = user_data;
  g_autofree char *keys = g_build_filename (fixture->store, "makker.keys", NULL);
  g_autofree char *path =
      mk_backup_folder_path (fixture->backups, "7df4eb9b-339c-41f6-a6f3-49e51b9c3ce2",
                             "2026-12-03");
  g_autoptr (GFile) good = g_file_new_for_path (path);
  g_autoptr (GFile) none = g_file_new_for_path (keys);
  GtkWidget *page;
  AdwDialog *preferences;
  GtkWidget *verify;

  unlock (window);
  mk_backups_look (mk_window_get_backups (window));
  mk_app_test_wait (is_backed_up, window);
  page = open_page (window, MK_TYPE_BACKUP_PAGE);
  preferences = ADW_DIALOG (gtk_widget_get_ancestor (page, ADW_TYPE_DIALOG));
  verify = GTK_WIDGET (child_of (page, "verify"));
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
test_file_is_verified (Fixture      *fixture,
                       gconstpointer data)
{
  run (fixture, verify_file);
}

/* Restoring */

static GtkWidget *
restore_page_of (MkWindow *window)
{
  return mk_app_test_find (GTK_WIDGET (mk_app_test_wait_for_dialog (window)), MK_TYPE_RESTORE_PAGE);
}

static gboolean
is_done (gpointer page)
{
  GtkStack *stack = GTK_STACK (child_of (page, "stack"));

  return g_str_equal (gtk_stack_get_visible_child_name (stack), "done");
}

static void
bring_in (MkWindow   *window,
          const char *path,
          const char *secret)
{
  GtkWidget *page = restore_page_of (window);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GObject *restore = child_of (page, "restore");

  g_signal_emit_by_name (restore, "clicked");
  g_assert_nonnull (trouble_of (page));
  mk_restore_page_set_file (MK_RESTORE_PAGE (page), file);
  g_assert_null (trouble_of (page));
  g_signal_emit_by_name (restore, "clicked");
  g_assert_nonnull (trouble_of (page));
  type_into (page, "secret", "en helt anden kode");
  g_signal_emit_by_name (restore, "clicked");
  g_assert_false (
      adw_dialog_get_can_close (ADW_DIALOG (gtk_widget_get_ancestor (page, ADW_TYPE_DIALOG))));
  mk_app_test_wait (has_trouble, page);

  type_into (page, "secret", secret);
  g_signal_emit_by_name (restore, "clicked");
  mk_app_test_wait (is_done, page);
  g_signal_emit_by_name (child_of (page, "go_on"), "clicked");
  mk_app_test_wait_for_shell (window);
}

/* From the preferences of an open store, which has changed since its backup. */
static void
restore_former (MkWindow *window,
                gpointer  user_data)
{
  Fixture *fixture = user_data;
  g_autofree char *path =
      mk_backup_folder_path (fixture->backups, "7df4eb9b-339c-41f6-a6f3-49e51b9c3ce2",
                             "2026-12-03");
  g_autofree char *kept = g_strconcat (fixture->store, "-foer-gendannelse-2026-12-03", NULL);
  GtkWidget *page;
  g_autoptr (MkInstallation) self = NULL;

  unlock (window);
  mk_backups_look (mk_window_get_backups (window));
  mk_app_test_wait (is_backed_up, window);
  page = open_page (window, MK_TYPE_PERSON_PAGE);
  type_into (page, "name", "Anna Lund");
  g_signal_emit_by_name (child_of (page, "save"), "clicked");
  mk_app_test_wait (is_renamed, window);

  gtk_widget_activate_action (page, "win.restore-backup", NULL);
  g_assert_null (mk_window_get_shell (window));
  bring_in (window, path, fixture->code);
  self = mk_app_test_on_store (window, read_person, NULL);
  g_assert_cmpstr (self->name, ==, "Anna");
  g_assert_true (g_file_test (kept, G_FILE_TEST_IS_DIR));
}

static void
test_restored_from_the_preferences (Fixture      *fixture,
                                    gconstpointer data)
{
  run (fixture, restore_former);
}

static void
restore_first (MkWindow *window,
               gpointer  user_data)
{
  Fixture *fixture = user_data;
  g_autofree char *path = g_build_filename (fixture->folder, "en.makkerkopi", NULL);

  gtk_widget_activate_action (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_START),
                              "start.restore", NULL);
  bring_in (window, path, PASSPHRASE);
}

static void
test_restored_on_a_new_machine (Fixture      *fixture,
                                gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "en.makkerkopi", NULL);
  g_autofree char *former = g_build_filename (fixture->folder, "gammel", NULL);
  MkDatabase *database = mk_store_files_open (fixture->store, PASSPHRASE, NULL);

  g_assert_true (mk_backup_make (database, path, NULL));
  mk_database_close (database);
  g_assert_cmpint (g_rename (fixture->store, former), ==, 0);
  run (fixture, restore_first);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  g_test_add_func ("/preferences/person-form", test_person_form);
  ADD ("/preferences/person-is-judged-and-saved", test_person_is_judged_and_saved);
  ADD ("/preferences/failed-save-keeps-what-was-typed", test_failed_save_keeps_what_was_typed);
  mk_app_test_add ("/preferences/settings-are-kept", choose_settings);
  mk_app_test_add ("/preferences/folder-is-forgotten", forget_folder);
  mk_app_test_add ("/preferences/fit-a-narrow-window", fit_narrow);
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
