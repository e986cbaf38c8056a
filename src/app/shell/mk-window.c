/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/mk-window.h"

#include "arrangement/mk-arrangement-flow.h"
#include "check-in/mk-check-in-flow.h"
#include "check-in/mk-choose-dialog.h"
#include "config.h"
#include "exchange/mk-fetch-flow.h"
#include "demo/mk-demo.h"
#include "keys/mk-code-dialog.h"
#include "mk-clock.h"
#include "placement/mk-entry-flow.h"
#include "preferences/mk-preferences-dialog.h"
#include "shell/mk-lock-watch.h"
#include "shell/mk-place.h"
#include "shell/mk-settings.h"
#include "shell/mk-shortcuts-dialog.h"
#include "shell/mk-unshown.h"
#include "start/mk-start.h"
#include "week/mk-week-flow.h"

#include <glib/gi18n-lib.h>

/**
 * MkWindow:
 *
 * The one window: first what opens the store, then the shell with its pages. It bears the actions
 * that pages ask for. Lives in the main thread; owned by the application. The store is closed with
 * it.
 */
struct _MkWindow
{
  AdwApplicationWindow parent_instance;

  AdwBin *content;

  MkShell     *shell; /* owned by the content, or NULL while no store is open */
  MkStart     *start; /* the same, while none is */
  MkBackups   *backups; /* of the store that is open */
  gboolean     has_backup_trouble; /* which was told */
  GSettings   *settings;
  MkLockWatch *lock_watch;
  MkPlace     *place; /* where the person was when it was locked, or NULL */
  MkWorkplace *left; /* what was open then and may be closing, or NULL */
  char        *demo_directory; /* of an invented workplace in the place of the own, or NULL */
  GStrv        to_fetch; /* files that were opened while one placement is shown alone, or NULL */
  int          day; /* of the year, when it was last refreshed */
  guint        midnight; /* source that looks for another day */
};

#define A_MINUTE 60

G_DEFINE_FINAL_TYPE (MkWindow, mk_window, ADW_TYPE_APPLICATION_WINDOW)

/* What needs an open store. */
static const char *const store_actions[] = {
  "win.new-check-in",    "win.check-in",      "win.open-check-in",
  "win.delete-check-in", "win.show-today",    "win.show-placement",
  "win.fetch",           "win.show-exchange", "win.answer-package",
  "win.fetch-waiting",   "win.preferences",   "win.restore-backup",
  "win.show-backup",     "win.lock",          "win.save-recovery-code",
  "win.search",          "win.leave-search",  "win.show-found",
  "win.arrange",         "win.name-here",     "win.write-week",
  "win.show-only",       "win.show-all",      "win.toggle-only",
};

/* What leads to others than the one placement that is shown alone. */
static const char *const other_actions[] = { "win.show-today",    "win.fetch",
                                             "win.show-exchange", "win.answer-package",
                                             "win.fetch-waiting", "win.preferences",
                                             "win.show-backup",   "win.restore-backup" };

static void
enable_store_actions (MkWindow *self,
                      gboolean  is_enabled)
{
  for (guint i = 0; i < G_N_ELEMENTS (store_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), store_actions[i], is_enabled);
}

static MkWorkplace *
workplace_of (MkWindow *self)
{
  return mk_shell_get_workplace (self->shell);
}

/* Check-ins */

static void
write_check_in (MkWindow        *self,
                MkPlacementItem *placement,
                const char      *attendance)
{
  mk_check_in_flow_write (mk_shell_get_overlay (self->shell), workplace_of (self), placement,
                          attendance);
}

static void
check_in_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);
  const char *id, *attendance;
  MkPlacementItem *placement;

  g_variant_get (parameter, "(&s&s)", &id, &attendance);
  placement = mk_workplace_find_placement (workplace_of (self), id);
  if (placement != NULL)
    write_check_in (self, placement, attendance);
}

static void
chosen_cb (MkWindow        *self,
           MkPlacementItem *placement)
{
  write_check_in (self, placement, "");
}

static void
choose_placement (MkWindow *self)
{
  GListModel *placements = mk_workplace_get_placements (workplace_of (self));
  MkChooseDialog *dialog = mk_choose_dialog_new (placements);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* About whom, where there is no doubt; otherwise it is asked. */
static void
new_check_in_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);
  GListModel *placements = mk_workplace_get_placements (workplace_of (self));
  guint n_placements = g_list_model_get_n_items (placements);
  g_autoptr (MkPlacementItem) first = g_list_model_get_item (placements, 0);
  MkPlacementItem *shown = mk_shell_get_placement (self->shell);

  if (n_placements == 0 ||
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return;
  if (shown != NULL || n_placements == 1)
    write_check_in (self, shown != NULL ? shown : first, "");
  else
    choose_placement (self);
}

static void
open_check_in_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);

  mk_check_in_flow_open (mk_shell_get_overlay (self->shell), workplace_of (self),
                         g_variant_get_string (parameter, NULL));
}

static void
delete_check_in_cb (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);

  mk_check_in_flow_delete (mk_shell_get_overlay (self->shell), workplace_of (self),
                           g_variant_get_string (parameter, NULL));
}

/* What is arranged about a placement */

static MkPlacementItem *
placement_named (MkWindow *self,
                 GVariant *parameter)
{
  return mk_workplace_find_placement (workplace_of (self), g_variant_get_string (parameter, NULL));
}

static void
arrange_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);
  MkPlacementItem *placement = placement_named (self, parameter);

  if (placement != NULL)
    mk_arrangement_flow_arrange (widget, workplace_of (self), placement);
}

static void
name_here_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);
  MkPlacementItem *placement = placement_named (self, parameter);

  if (placement != NULL)
    mk_arrangement_flow_name (mk_shell_get_overlay (self->shell), workplace_of (self), placement);
}

static void
week_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);
  MkPlacementItem *placement = placement_named (self, parameter);

  if (placement != NULL)
    mk_week_flow_write (mk_shell_get_overlay (self->shell), workplace_of (self), placement);
}

/* Pages and dialogs */

static void
show_today_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  mk_shell_show_today (MK_WINDOW (widget)->shell);
}

static void
show_exchange_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  mk_shell_show_exchange (MK_WINDOW (widget)->shell);
}

static void
show_placement_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);
  MkPlacementItem *placement = placement_named (self, parameter);

  if (placement != NULL)
    mk_shell_show_placement (self->shell, placement);
}

/* One alone */

static void
enable_other_actions (MkWindow *self)
{
  gboolean is_only = mk_workplace_get_is_only (workplace_of (self));

  for (guint i = 0; i < G_N_ELEMENTS (other_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), other_actions[i], !is_only);
}

static void
show_only (MkWindow        *self,
           MkPlacementItem *placement)
{
  /* What is being written stays in sight until it is saved or left. */
  if (placement == NULL ||
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return;
  mk_shell_show_only (self->shell, placement);
  enable_other_actions (self);
}

static void
show_only_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);

  show_only (self, mk_workplace_find_placement (workplace_of (self),
                                                g_variant_get_string (parameter, NULL)));
}

/* Files that were opened meanwhile say who they are about. */
static void
show_all_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);
  g_auto (GStrv) files = g_steal_pointer (&self->to_fetch);

  mk_shell_show_all (self->shell);
  enable_other_actions (self);
  if (files != NULL)
    mk_window_fetch (self, (const char *const *) files);
}

static void
toggle_only_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);

  if (mk_workplace_get_is_only (workplace_of (self)))
    show_all_cb (widget, action, parameter);
  else
    show_only (self, mk_shell_get_placement (self->shell));
}

static void
search_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  /* A dialog is answered first. */
  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (widget)) == NULL)
    mk_shell_show_search (MK_WINDOW (widget)->shell);
}

static void
leave_search_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  mk_shell_leave_search (MK_WINDOW (widget)->shell);
}

/* What a log holds is shown there, a placement on its page, and the rest is read where one is. */
static void
show_found_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  static const char *const in_log[] = { "checkin", "anmodning", "svar", "fase", NULL };
  static const char *const in_head[] = { "forloeb", "kaldenavn", NULL };
  MkWindow *self = MK_WINDOW (widget);
  const char *type, *id, *placement_id;
  MkPlacementItem *placement;
  gint64 key;

  g_variant_get (parameter, "(&s&s&sx)", &type, &id, &placement_id, &key);
  placement = mk_workplace_find_placement (workplace_of (self), placement_id);
  if (placement != NULL && g_strv_contains (in_log, type))
    mk_shell_show_record (self->shell, placement, key);
  else if (placement != NULL && g_strv_contains (in_head, type))
    mk_shell_show_placement (self->shell, placement);
  else
    mk_entry_flow_read (GTK_WIDGET (self->shell), workplace_of (self), id);
}

static void
fetch_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);

  mk_fetch_flow_choose (GTK_WIDGET (self->shell), workplace_of (self));
}

static void
show_preferences (MkWindow   *self,
                  const char *page)
{
  MkPreferencesDialog *dialog;

  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return;
  dialog = mk_preferences_dialog_new (workplace_of (self), self->backups);
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), page);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
preferences_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  show_preferences (MK_WINDOW (widget), "person");
}

static void
show_backup_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  show_preferences (MK_WINDOW (widget), "backup");
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
  toast = adw_toast_new (_ ("No backup was made today"));
  adw_toast_set_button_label (toast, _ ("_See why"));
  adw_toast_set_action_name (toast, "win.show-backup");
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (mk_shell_get_overlay (self->shell), toast);
}

static void
answer_package_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);

  mk_fetch_flow_ask (GTK_WIDGET (self->shell), workplace_of (self),
                     g_variant_get_string (parameter, NULL));
}

static void
fetch_waiting_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);

  mk_fetch_flow_take (GTK_WIDGET (self->shell), workplace_of (self), (const char *[]) { NULL });
}

static void
shortcuts_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  adw_dialog_present (ADW_DIALOG (mk_shortcuts_dialog_new ()), widget);
}

static void
about_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  adw_show_about_dialog (widget, "application-name", "Makker", "application-icon", MK_APP_ID,
                         "version", MK_VERSION, "developer-name", _ ("The Makker project"),
                         "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _ ("Follow a course at work"), NULL);
}

/* Opening and closing */

static int
day_now (void)
{
  g_autoptr (GDateTime) now = mk_clock_now ();

  return g_date_time_get_day_of_year (now);
}

/* Files dropped on the window are fetched as if they were chosen. */
static gboolean
drop_cb (MkWindow     *self,
         const GValue *value,
         double        x,
         double        y)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) files = NULL;

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    {
      char *path = g_file_get_path (l->data);

      if (path != NULL)
        g_strv_builder_take (builder, path);
    }
  files = g_strv_builder_end (builder);
  if (files[0] == NULL)
    return FALSE;
  mk_window_fetch (self, (const char *const *) files);
  return TRUE;
}

static void
add_drop_target (MkWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static const char *
directory_of (MkWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return self->demo_directory != NULL ? self->demo_directory
                                      : mk_application_get_directory (MK_APPLICATION (application));
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

/* All that was asked for is done first. */
static void
close_store (MkWindow *self)
{
  stop_backups (self);
  mk_workplace_close (workplace_of (self));
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
  self->day = day_now ();
  adw_bin_set_child (self->content, GTK_WIDGET (self->shell));
  enable_store_actions (self, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.lock",
                                 !mk_workplace_get_is_invented (workplace));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.leave-demo", self->demo_directory != NULL);
  if (self->demo_directory != NULL)
    mk_shell_offer_leaving (self->shell);
  mk_idle_touch (mk_lock_watch_get_idle (self->lock_watch));
  return_to_place (self);
  if (files != NULL)
    mk_window_fetch (self, (const char *const *) files);
}

/* Looking around */

static void
look_around_cb (MkWindow *self)
{
  self->demo_directory = mk_demo_directory (NULL);
  if (self->demo_directory != NULL)
    show_start (self, self->demo_directory, TRUE, FALSE);
}

static void
show_own_start (MkWindow *self,
                gboolean  is_locked)
{
  MkApplication *application = MK_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  show_start (self, mk_application_get_directory (application),
              mk_application_get_is_demo (application), is_locked);
}

static void
remove_demo (MkWindow *self)
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
  close_store (self);
  show_own_start (self, FALSE);
  remove_demo (self);
}

static void
show_start (MkWindow   *self,
            const char *directory,
            gboolean    is_demo,
            gboolean    is_locked)
{
  stop_backups (self);
  self->shell = NULL;
  enable_store_actions (self, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.leave-demo", FALSE);
  self->start = mk_start_new (directory, is_demo);
  if (is_locked)
    mk_start_set_locked (self->start);
  g_signal_connect_object (self->start, "ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->start, "look-around", G_CALLBACK (look_around_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->content, GTK_WIDGET (self->start));
  mk_start_begin (self->start);
}

/* Locking */

static void
lock_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  mk_window_lock (MK_WINDOW (widget));
}

static void
save_recovery_code_cb (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);

  mk_code_dialog_present (GTK_WIDGET (self->shell), workplace_of (self));
}

/* Whoever looks at the window on another day sees that day. */
static void
is_active_cb (MkWindow *self)
{
  if (self->shell == NULL || self->day == day_now ())
    return;
  self->day = day_now ();
  mk_workplace_refresh (workplace_of (self));
}

/* The machine may have slept, and the clock may have been set, so that nothing waits for midnight
 * itself; a glance a minute costs nothing. */
static gboolean
minute_cb (gpointer user_data)
{
  is_active_cb (user_data);
  return G_SOURCE_CONTINUE;
}

static void
remember_size (MkWindow *self)
{
  self->settings = mk_settings_new ();
  if (self->settings == NULL)
    return;
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

/* A store that is open is in nobody's place. */
static void
restore_backup_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);

  if (mk_workplace_get_is_invented (workplace_of (self)))
    return;
  mk_unshown_close_dialogs (ADW_APPLICATION_WINDOW (self));
  close_store (self);
  show_own_start (self, TRUE);
  mk_start_restore (self->start);
}

static void
mk_window_dispose (GObject *object)
{
  MkWindow *self = MK_WINDOW (object);

  g_clear_handle_id (&self->midnight, g_source_remove);
  if (self->shell != NULL)
    close_store (self);
  if (self->left != NULL)
    mk_workplace_close (self->left);
  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_WINDOW);
  remove_demo (self);
  g_clear_object (&self->left);
  g_clear_object (&self->lock_watch);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->place, mk_place_free);
  g_clear_pointer (&self->to_fetch, g_strfreev);

  G_OBJECT_CLASS (mk_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new-check-in", NULL, new_check_in_cb);
  gtk_widget_class_install_action (widget_class, "win.check-in", "(ss)", check_in_cb);
  gtk_widget_class_install_action (widget_class, "win.open-check-in", "s", open_check_in_cb);
  gtk_widget_class_install_action (widget_class, "win.delete-check-in", "s", delete_check_in_cb);
  gtk_widget_class_install_action (widget_class, "win.arrange", "s", arrange_cb);
  gtk_widget_class_install_action (widget_class, "win.name-here", "s", name_here_cb);
  gtk_widget_class_install_action (widget_class, "win.write-week", "s", week_cb);
  gtk_widget_class_install_action (widget_class, "win.show-today", NULL, show_today_cb);
  gtk_widget_class_install_action (widget_class, "win.show-placement", "s", show_placement_cb);
  gtk_widget_class_install_action (widget_class, "win.show-exchange", NULL, show_exchange_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.leave-search", NULL, leave_search_cb);
  gtk_widget_class_install_action (widget_class, "win.show-found", "(sssx)", show_found_cb);
  gtk_widget_class_install_action (widget_class, "win.show-only", "s", show_only_cb);
  gtk_widget_class_install_action (widget_class, "win.show-all", NULL, show_all_cb);
  gtk_widget_class_install_action (widget_class, "win.toggle-only", NULL, toggle_only_cb);
  gtk_widget_class_install_action (widget_class, "win.fetch", NULL, fetch_cb);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_cb);
  gtk_widget_class_install_action (widget_class, "win.show-backup", NULL, show_backup_cb);
  gtk_widget_class_install_action (widget_class, "win.restore-backup", NULL, restore_backup_cb);
  gtk_widget_class_install_action (widget_class, "win.answer-package", "s", answer_package_cb);
  gtk_widget_class_install_action (widget_class, "win.fetch-waiting", NULL, fetch_waiting_cb);
  gtk_widget_class_install_action (widget_class, "win.lock", NULL, lock_cb);
  gtk_widget_class_install_action (widget_class, "win.leave-demo", NULL, leave_demo_cb);
  gtk_widget_class_install_action (widget_class, "win.save-recovery-code", NULL,
                                   save_recovery_code_cb);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_cb);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, about_cb);
}

static void
mk_window_class_init (MkWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mk_window_dispose;

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MkWindow, content);
}

static void
mk_window_init (MkWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  enable_store_actions (self, FALSE);
  remember_size (self);
  add_drop_target (self);
  self->lock_watch = mk_lock_watch_new (GTK_WIDGET (self), self->settings);
  g_signal_connect_object (self->lock_watch, "lock", G_CALLBACK (mk_window_lock), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_cb), NULL);
  self->midnight = g_timeout_add_seconds (A_MINUTE, minute_cb, self);
}

/**
 * mk_window_new:
 * @application: the application it belongs to
 *
 * Makes the window, of the size it had last time, and begins to open the store. It is not shown
 * yet.
 *
 * Returns: (transfer none): a new window, owned by GTK until it is closed
 */
MkWindow *
mk_window_new (MkApplication *application)
{
  MkWindow *self;

  g_return_val_if_fail (MK_IS_APPLICATION (application), NULL);

  self = g_object_new (MK_TYPE_WINDOW, "application", application, NULL);
  show_own_start (self, FALSE);
  return self;
}

/**
 * mk_window_get_shell:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): its pages; %NULL while no store is open
 */
MkShell *
mk_window_get_shell (MkWindow *self)
{
  g_return_val_if_fail (MK_IS_WINDOW (self), NULL);

  return self->shell;
}

/**
 * mk_window_get_backups:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): the backups of its store; %NULL while no store is open
 */
MkBackups *
mk_window_get_backups (MkWindow *self)
{
  g_return_val_if_fail (MK_IS_WINDOW (self), NULL);

  return self->backups;
}

/**
 * mk_window_fetch:
 * @self: the window
 * @files: (array zero-terminated=1): paths
 *
 * Fetches files; where no store is open yet, as soon as one is, and where one placement is shown
 * alone, as soon as all are.
 */
void
mk_window_fetch (MkWindow          *self,
                 const char *const *files)
{
  g_return_if_fail (MK_IS_WINDOW (self));

  if (self->shell != NULL && mk_workplace_get_is_only (workplace_of (self)))
    {
      g_strfreev (self->to_fetch);
      self->to_fetch = g_strdupv ((char **) files);
    }
  else if (self->shell != NULL)
    mk_fetch_flow_take (GTK_WIDGET (self->shell), workplace_of (self), files);
  else
    mk_start_offer (self->start, files);
}

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

  if (self->shell == NULL || mk_workplace_get_is_invented (workplace_of (self)))
    return;
  g_clear_pointer (&self->place, mk_place_free);
  self->place = mk_place_new (self->shell, ADW_APPLICATION_WINDOW (self));
  g_set_object (&self->left, workplace_of (self));
  mk_unshown_close_dialogs (ADW_APPLICATION_WINDOW (self));
  mk_workplace_flush_drafts (self->left);
  mk_unshown_clear_clipboards (GTK_WIDGET (self));
  gtk_window_set_title (GTK_WINDOW (self), "Makker");
  show_own_start (self, TRUE);
  mk_store_close_async (mk_workplace_get_store (self->left), closed_cb, NULL);
}
