/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-backup-scenes.h"

#include "backup/mk-restore-page.h"
#include "demo/mk-demo.h"
#include "mk-app-test.h"
#include "mk-backup-folder.h"
#include "mk-backup.h"
#include "mk-preferences-scenes.h"
#include "mk-scene-steps.h"
#include "mk-start-scenes.h"
#include "mk-store-files.h"
#include "preferences/mk-backup-page.h"
#include "start/mk-start.h"

/* Making backups, and bringing one back. */

static gboolean
is_backed_up (gpointer window)
{
  MkBackups *backups = mk_window_get_backups (window);

  return mk_backups_get_last (backups) != NULL && !mk_backups_get_is_busy (backups);
}

void
mk_scene_backup (MkWindow *window)
{
  g_autofree char *folder = NULL;

  mk_scene_show_preferences (window, "backup");
  mk_backups_make (mk_window_get_backups (window));
  mk_app_test_wait (is_backed_up, window);
  folder = mk_backups_dup_folder (mk_window_get_backups (window));
  mk_demo_remove (folder);
}

static gboolean
is_half_way (gpointer window)
{
  return mk_backups_get_fraction (mk_window_get_backups (window)) > 0.7;
}

/* So that the picture is taken before the last steps. */
static gpointer
dawdle_func (MkDatabase   *database,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  g_usleep (2 * G_USEC_PER_SEC);
  return NULL;
}

void
mk_scene_backup_busy (MkWindow *window)
{
  mk_scene_show_preferences (window, "backup");
  mk_app_test_settle ();
  mk_backups_make (mk_window_get_backups (window));
  mk_app_test_wait (is_half_way, window);
  mk_store_run_async (mk_workplace_get_store (
                          mk_shell_get_workplace (mk_window_get_shell (window))),
                      dawdle_func, NULL, NULL, NULL, MK_STORE_READ, NULL, NULL, NULL);
}

static gboolean
has_failed (gpointer window)
{
  return mk_backups_get_trouble (mk_window_get_backups (window)) != NULL;
}

void
mk_scene_backup_away (MkWindow *window)
{
  mk_scene_show_preferences (window, "backup");
  mk_backups_set_folder (mk_window_get_backups (window), "/media/anna/USB-disk/Makker");
  mk_app_test_wait (has_failed, window);
}

static GtkWidget *
backup_page_of (MkWindow *window)
{
  return mk_app_test_find (mk_scene_dialog (window), MK_TYPE_BACKUP_PAGE);
}

static gboolean
is_verified (gpointer window)
{
  return ADW_IS_ALERT_DIALOG (mk_scene_dialog (window));
}

void
mk_scene_backup_verified (MkWindow *window)
{
  MkBackups *backups;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  mk_scene_show_preferences (window, "backup");
  backups = mk_window_get_backups (window);
  mk_backups_make (backups);
  mk_app_test_wait (is_backed_up, window);
  folder = mk_backups_dup_folder (backups);
  path = mk_backup_folder_path (folder, "7df4eb9b", "2026-12-03");
  file = g_file_new_for_path (path);
  mk_backup_page_verify (MK_BACKUP_PAGE (backup_page_of (window)), file);
  mk_app_test_wait (is_verified, window);
  mk_demo_remove (folder);
}

void
mk_scene_backup_foreign (MkWindow *window)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/etc/hostname");

  mk_scene_show_preferences (window, "backup");
  mk_backup_page_verify (MK_BACKUP_PAGE (backup_page_of (window)), file);
  mk_app_test_wait (is_verified, window);
}

void
mk_scene_restore_question (MkWindow *window)
{
  mk_scene_show_preferences (window, "backup");
  g_signal_emit_by_name (gtk_widget_get_template_child (backup_page_of (window),
                                                        MK_TYPE_BACKUP_PAGE, "restore"),
                         "activated");
  mk_app_test_wait (is_verified, window);
}

void
mk_scene_restore (MkWindow *window)
{
  gtk_widget_activate_action (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_START),
                              "start.restore", NULL);
  mk_app_test_wait_for_dialog (window);
}

static GtkWidget *
restore_page_of (MkWindow *window)
{
  return mk_app_test_find (mk_scene_dialog (window), MK_TYPE_RESTORE_PAGE);
}

static void
make_backup (const char *folder,
             const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database = NULL;

  mk_scene_make_store (folder);
  database = mk_store_files_open (folder, MK_SCENE_PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_true (mk_backup_make (database, path, &error));
}

static gboolean
is_settled (gpointer page)
{
  return gtk_widget_get_sensitive (
      GTK_WIDGET (gtk_widget_get_template_child (page, MK_TYPE_RESTORE_PAGE, "restore")));
}

/* With a backup of another store, in a folder of its own. */
static void
restore (MkWindow   *window,
         const char *secret)
{
  g_autofree char *folder = g_dir_make_tmp ("makker-restore-XXXXXX", NULL);
  g_autofree char *store = g_build_filename (folder, "makker", NULL);
  g_autofree char *path =
      g_build_filename (folder, "makker-sikkerhedskopi-7df4eb9b-2026-12-03.makkerkopi", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *page;

  make_backup (store, path);
  mk_scene_restore (window);
  page = restore_page_of (window);
  mk_restore_page_set_file (MK_RESTORE_PAGE (page), file);
  mk_scene_type_into (page, MK_TYPE_RESTORE_PAGE, "secret", secret);
  g_signal_emit_by_name (gtk_widget_get_template_child (page, MK_TYPE_RESTORE_PAGE, "restore"),
                         "clicked");
  mk_app_test_wait (is_settled, page);
  mk_demo_remove (folder);
}

void
mk_scene_restore_wrong (MkWindow *window)
{
  restore (window, "en anden kode");
}

void
mk_scene_restore_done (MkWindow *window)
{
  restore (window, MK_SCENE_PASSPHRASE);
}
