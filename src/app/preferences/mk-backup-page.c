/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preferences/mk-backup-page.h"

#include "backup/mk-backup-words.h"
#include "config.h"
#include "mk-backup-check.h"
#include "widgets/mk-dialog.h"
#include "widgets/mk-portal.h"

#include <glib/gi18n-lib.h>

/**
 * MkBackupPage:
 *
 * How it stands with the backups, where they are, and what can be done with one.
 */
struct _MkBackupPage
{
  AdwPreferencesPage parent_instance;

  AdwActionRow *state;
  GtkImage     *state_icon;
  GtkWidget    *progress_row;
  GtkWidget    *progress;
  GtkWidget    *make;
  AdwActionRow *folder;
  GtkWidget    *hint;
  GtkWidget    *choose;
  GtkWidget    *beside;
  GtkWidget    *verify;
  GtkWidget    *restore;

  MkWorkplace *workplace;
  MkBackups   *backups;
  gboolean     was_busy;
};

G_DEFINE_FINAL_TYPE (MkBackupPage, mk_backup_page, ADW_TYPE_PREFERENCES_PAGE)

static const char *
icon_of (MkBackups *backups)
{
  if (mk_backups_get_trouble (backups) != NULL)
    return "dialog-warning-symbolic";
  return mk_backups_get_last (backups) != NULL ? "object-select-symbolic"
                                               : "dialog-information-symbolic";
}

static void
refresh (MkBackupPage *self)
{
  g_autofree char *words = mk_backups_dup_words (self->backups);
  g_autofree char *folder = mk_backups_dup_folder (self->backups);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autofree char *shown = mk_portal_dup_place (file);
  gboolean is_busy = mk_backups_get_is_busy (self->backups);
  gboolean is_default = mk_backups_get_is_default (self->backups);

  adw_action_row_set_subtitle (self->state, words);
  if (is_busy != self->was_busy)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  self->was_busy = is_busy;
  gtk_image_set_from_icon_name (self->state_icon, icon_of (self->backups));
  gtk_widget_set_visible (self->progress_row, is_busy);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                 mk_backups_get_fraction (self->backups));
  gtk_widget_set_visible (self->make, !is_busy);
  adw_action_row_set_subtitle (self->folder, shown);
  gtk_widget_set_visible (self->hint, is_default);
  gtk_widget_set_visible (self->beside, !is_default);
}

static void
make_cb (MkBackupPage *self)
{
  mk_backups_make (self->backups);
}

static void
cancel_cb (MkBackupPage *self)
{
  mk_backups_cancel (self->backups);
}

/* The folder */

static void
folder_chosen_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (MkBackupPage) self = MK_BACKUP_PAGE (user_data);
  g_autoptr (GFile) file =
      gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL && g_file_peek_path (file) != NULL && self->backups != NULL)
    mk_backups_set_folder (self->backups, g_file_peek_path (file));
}

static void
choose_cb (MkBackupPage *self)
{
  g_autoptr (GtkFileDialog) dialog =
      mk_portal_file_dialog_new (GTK_WIDGET (self), _ ("Folder for backups"));

  if (dialog != NULL)
    gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                   NULL, folder_chosen_cb, g_object_ref (self));
}

static void
beside_cb (MkBackupPage *self)
{
  mk_backups_set_folder (self->backups, NULL);
}

/* Checking */

static gpointer
verify_func (MkDatabase   *database,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  return mk_backup_verify_own (database, data, error);
}

static void
free_content (gpointer data)
{
  mk_backup_content_free (data);
}

static void
verified_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MkBackupPage) self = MK_BACKUP_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MkBackupContent) content = mk_store_run_finish (MK_STORE (object), result, &error);
  g_autofree char *words = content != NULL ? mk_backup_content_words (content) : NULL;

  if (self->verify == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  gtk_widget_set_sensitive (self->verify, TRUE);
  if (content != NULL)
    mk_dialog_tell (GTK_WIDGET (self), _ ("The backup is good"), words);
  else
    mk_dialog_tell (GTK_WIDGET (self), _ ("The backup can’t be used"), error->message);
}

static void
file_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (MkBackupPage) self = MK_BACKUP_PAGE (user_data);
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL && self->workplace != NULL)
    mk_backup_page_verify (self, file);
}

static void
verify_cb (MkBackupPage *self)
{
  g_autoptr (GtkFileDialog) dialog = mk_backup_file_dialog_new (GTK_WIDGET (self));
  g_autofree char *path = mk_backups_dup_folder (self->backups);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  if (dialog == NULL)
    return;
  gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        file_chosen_cb, g_object_ref (self));
}

/* Bringing in */

static void
answered_cb (MkBackupPage   *self,
             const char     *response,
             AdwAlertDialog *dialog)
{
  if (g_str_equal (response, "restore"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.restore-backup", NULL);
}

static void
restore_cb (MkBackupPage *self)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (
      _ ("Bring a backup in?"),
      _ ("Makker is closed first, and then shows what was there when the backup was made. What was "
         "written since then is not in it. It is put aside in a folder and not deleted.")));

  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "restore",
                                  _ ("Close and _go on"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "restore", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_set_default_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  mk_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
mk_backup_page_dispose (GObject *object)
{
  MkBackupPage *self = MK_BACKUP_PAGE (object);

  if (self->backups != NULL)
    g_signal_handlers_disconnect_by_data (self->backups, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_BACKUP_PAGE);
  g_clear_object (&self->backups);
  g_clear_object (&self->workplace);

  G_OBJECT_CLASS (mk_backup_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MkBackupPage, state);
  gtk_widget_class_bind_template_child (widget_class, MkBackupPage, state_icon);
  gtk_widget_class_bind_template_child (widget_class, MkBackupPage, progress_row);
  gtk_widget_class_bind_template_child (widget_class, MkBackupPage, progress);
  gtk_widget_class_bind_template_child (widget_class, MkBackupPage, make);
  gtk_widget_class_bind_template_child (widget_class, MkBackupPage, folder);
  gtk_widget_class_bind_template_child (widget_class, MkBackupPage, hint);
  gtk_widget_class_bind_template_child (widget_class, MkBackupPage, choose);
  gtk_widget_class_bind_template_child (widget_class, MkBackupPage, beside);
  gtk_widget_class_bind_template_child (widget_class, MkBackupPage, verify);
  gtk_widget_class_bind_template_child (widget_class, MkBackupPage, restore);
}

static void
mk_backup_page_class_init (MkBackupPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_backup_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-backup-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, beside_cb);
  gtk_widget_class_bind_template_callback (widget_class, verify_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
}

static void
mk_backup_page_init (MkBackupPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_backup_page_set_backups:
 * @self: a page
 * @workplace: whose backups they are
 * @backups: the backups
 *
 * Shows how it stands. Once.
 */
void
mk_backup_page_set_backups (MkBackupPage *self,
                            MkWorkplace  *workplace,
                            MkBackups    *backups)
{
  gboolean is_real;

  g_return_if_fail (MK_IS_BACKUP_PAGE (self));
  g_return_if_fail (self->backups == NULL);

  self->workplace = g_object_ref (workplace);
  self->backups = g_object_ref (backups);
  is_real = !mk_workplace_get_is_invented (workplace);
  gtk_widget_set_sensitive (self->make, is_real);
  gtk_widget_set_sensitive (self->choose, is_real);
  gtk_widget_set_sensitive (self->verify, is_real);
  gtk_widget_set_sensitive (self->restore, is_real);
  g_signal_connect_swapped (backups, "changed", G_CALLBACK (refresh), self);
  refresh (self);
}

/**
 * mk_backup_page_verify:
 * @self: a page
 * @file: what a person chose
 *
 * Opens a backup, reads all of it, and tells whether it is good. Changes nothing.
 */
void
mk_backup_page_verify (MkBackupPage *self,
                       GFile        *file)
{
  g_return_if_fail (MK_IS_BACKUP_PAGE (self));

  gtk_widget_set_sensitive (self->verify, FALSE);
  mk_store_run_async (mk_workplace_get_store (self->workplace), verify_func, g_file_get_path (file),
                      g_free, free_content, MK_STORE_LONG_READ, NULL, verified_cb,
                      g_object_ref (self));
}
