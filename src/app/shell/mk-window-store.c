/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo.h"
#include "shell/mk-unshown.h"
#include "shell/mk-window-private.h"
#include "widgets/mk-toast.h"

#include <glib/gi18n-lib.h>

/* The store of the window: what opens it, the pages that it is open for, and what locks it or puts
 * another in its place. */

/* What needs an open store. */
static const char *const store_actions[] = {
  "win.new-check-in",
  "win.check-in",
  "win.open-check-in",
  "win.delete-check-in",
  "win.show-today",
  "win.show-placement",
  "win.fetch",
  "win.show-exchange",
  "win.answer-package",
  "win.fetch-waiting",
  "win.preferences",
  "win.restore-backup",
  "win.show-backup",
  "win.lock",
  "win.save-recovery-code",
  "win.search",
  "win.leave-search",
  "win.show-found",
  "win.arrange",
  "win.name-here",
  "win.write-week",
  "win.show-only",
  "win.show-all",
  "win.toggle-only",
  "win.show-punch-cards",
  "win.ask-help",
  "win.correct-help",
  "win.copy-help",
  "win.withdraw-help",
  "win.print-card",
  "win.show-training",
  "win.show-situations",
  "win.show-lesson",
  "win.show-passage",
  "win.show-material",
  "win.show-hotline",
  "win.note-call",
  "win.open-call",
  "win.delete-call",
  "win.follow-up-call",
  "win.add-number",
  "win.edit-number",
  "win.confirm-number",
  "win.hotline",
  "win.print-course-cards",
  "win.print-course",
  "win.show-meetings",
  "win.write-meeting",
  "win.delete-meeting",
  "win.print-hotline",
  "win.print-pocket-card",
  "win.print-notice",
  "win.print-person",
  "win.save-vcard",
};

/**
 * mk_window_enable_store_actions:
 * @self: the window
 * @is_enabled: whether a store is open
 *
 * Enables or disables the actions that need one.
 */
void
mk_window_enable_store_actions (MkWindow *self,
                                gboolean  is_enabled)
{
  for (guint i = 0; i < G_N_ELEMENTS (store_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), store_actions[i], is_enabled);
}

static const char *
directory_of (MkWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return self->demo_directory != NULL ? self->demo_directory
                                      : mk_application_get_directory (MK_APPLICATION (application));
}

/* Once, until one succeeds again; the preferences say it for as long as it is so. */
static void
backups_changed_cb (MkWindow *self)
{
  gboolean had_trouble = self->has_backup_trouble;
  AdwToast *toast;

  if (mk_backups_get_is_busy (self->backups))
    return;
  self->has_backup_trouble = mk_backups_get_trouble (self->backups) != NULL;
  if (had_trouble || !self->has_backup_trouble)
    return;
  toast = mk_toast_new (_ ("No backup today"));
  adw_toast_set_button_label (toast, _ ("_See why"));
  adw_toast_set_action_name (toast, "win.show-backup");
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (mk_shell_get_overlay (self->shell), toast);
}

static void
stop_backups (MkWindow *self)
{
  if (self->backups == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->backups, self);
  mk_backups_stop (self->backups);
  g_clear_object (&self->backups);
}

/**
 * mk_window_close_store:
 * @self: the window
 *
 * Closes the store that is open. All that was asked for is done first.
 */
void
mk_window_close_store (MkWindow *self)
{
  stop_backups (self);
  mk_shell_keep (self->shell);
  mk_workplace_close (mk_window_get_workplace (self));
  self->shell = NULL;
}

static void show_start (MkWindow   *self,
                        const char *directory,
                        gboolean    is_demo,
                        gboolean    is_locked);

static void
return_to_place (MkWindow *self)
{
  g_autoptr (MkPlace) place = g_steal_pointer (&self->place);

  g_clear_object (&self->left);
  if (place != NULL)
    mk_place_return (place, self->shell);
}

/* A window with nothing in it would be drawn for nobody. */
static void
appear (MkWindow *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (self));
}

static void
ready_cb (MkWindow    *self,
          MkWorkplace *workplace,
          GStrv        files)
{
  self->start = NULL;
  self->shell = mk_shell_new (workplace);
  self->backups = mk_backups_new (workplace, directory_of (self));
  g_signal_connect_object (self->backups, "changed", G_CALLBACK (backups_changed_cb), self,
                           G_CONNECT_SWAPPED);
  mk_backups_start (self->backups);
  mk_window_remember_day (self);
  adw_bin_set_child (self->content, GTK_WIDGET (self->shell));
  mk_window_enable_store_actions (self, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.lock",
                                 !mk_workplace_get_is_invented (workplace));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.leave-demo", self->demo_directory != NULL);
  if (self->demo_directory != NULL)
    mk_shell_offer_leaving (self->shell);
  mk_idle_touch (mk_lock_watch_get_idle (self->lock_watch));
  appear (self);
  return_to_place (self);
  if (files != NULL)
    mk_window_fetch (self, (const char *const *) files);
}

static void
look_around_cb (MkWindow *self)
{
  self->demo_directory = mk_demo_directory (NULL);
  if (self->demo_directory != NULL)
    show_start (self, self->demo_directory, TRUE, FALSE);
}

static void
show_start (MkWindow   *self,
            const char *directory,
            gboolean    is_demo,
            gboolean    is_locked)
{
  stop_backups (self);
  self->shell = NULL;
  mk_window_enable_store_actions (self, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.leave-demo", FALSE);
  self->start = mk_start_new (directory, is_demo);
  if (is_locked)
    mk_start_set_locked (self->start);
  g_signal_connect_object (self->start, "ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->start, "shown", G_CALLBACK (appear), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->start, "look-around", G_CALLBACK (look_around_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->content, GTK_WIDGET (self->start));
  mk_start_begin (self->start);
}

/**
 * mk_window_show_own_start:
 * @self: the window
 * @is_locked: whether it was locked just now
 *
 * Begins to open the store that the program was started for.
 */
void
mk_window_show_own_start (MkWindow *self,
                          gboolean  is_locked)
{
  MkApplication *application = MK_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  show_start (self, mk_application_get_directory (application),
              mk_application_get_is_demo (application), is_locked);
}

/* Looking around */

/**
 * mk_window_remove_demo:
 * @self: the window
 *
 * Removes the invented workplace that somebody looked around in, where there is one.
 */
void
mk_window_remove_demo (MkWindow *self)
{
  if (self->demo_directory != NULL)
    mk_demo_remove (self->demo_directory);
  g_clear_pointer (&self->demo_directory, g_free);
}

static void
leave_demo_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);

  mk_unshown_close_dialogs (ADW_APPLICATION_WINDOW (self));
  mk_window_close_store (self);
  mk_window_show_own_start (self, FALSE);
  mk_window_remove_demo (self);
}

/* Locking */

static void
closed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  mk_store_close_finish (MK_STORE (object), result);
}

/**
 * mk_window_lock:
 * @self: the window
 *
 * Puts everything of the store away: the pages are destroyed and open dialogs closed, which keep
 * what was written in them; the clipboard is emptied of what came from here; the store is closed
 * and its key with it. Does nothing where no store is open, or one that is invented.
 */
void
mk_window_lock (MkWindow *self)
{
  g_return_if_fail (MK_IS_WINDOW (self));

  if (self->shell == NULL || mk_workplace_get_is_invented (mk_window_get_workplace (self)))
    return;
  g_clear_pointer (&self->place, mk_place_free);
  self->place = mk_place_new (self->shell, ADW_APPLICATION_WINDOW (self));
  g_set_object (&self->left, mk_window_get_workplace (self));
  mk_unshown_close_dialogs (ADW_APPLICATION_WINDOW (self));
  mk_workplace_flush_drafts (self->left);
  mk_unshown_clear_clipboards (GTK_WIDGET (self));
  gtk_window_set_title (GTK_WINDOW (self), "Makker");
  mk_window_show_own_start (self, TRUE);
  mk_store_close_async (mk_workplace_get_store (self->left), closed_cb, NULL);
}

static void
lock_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  mk_window_lock (MK_WINDOW (widget));
}

/* Somebody is there without touching anything, and watches a film. */
static void
stay_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  mk_idle_touch (mk_lock_watch_get_idle (MK_WINDOW (widget)->lock_watch));
}

/* A store that is open is in nobody's place. */
static void
restore_backup_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);

  if (mk_workplace_get_is_invented (mk_window_get_workplace (self)))
    return;
  mk_unshown_close_dialogs (ADW_APPLICATION_WINDOW (self));
  mk_window_close_store (self);
  mk_window_show_own_start (self, TRUE);
  mk_start_restore (self->start);
}

/**
 * mk_window_install_store_actions:
 * @widget_class: of the window
 *
 * Installs what locks the store or puts another in its place.
 */
void
mk_window_install_store_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.lock", NULL, lock_cb);
  gtk_widget_class_install_action (widget_class, "win.stay", NULL, stay_cb);
  gtk_widget_class_install_action (widget_class, "win.leave-demo", NULL, leave_demo_cb);
  gtk_widget_class_install_action (widget_class, "win.restore-backup", NULL, restore_backup_cb);
}
