/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/mk-window-private.h"

#include "config.h"
#include "exchange/mk-fetch-flow.h"
#include "mk-clock.h"
#include "shell/mk-settings.h"
#include "today/mk-reminding.h"

#define A_MINUTE 60

G_DEFINE_FINAL_TYPE (MkWindow, mk_window, ADW_TYPE_APPLICATION_WINDOW)

static int
day_now (void)
{
  g_autoptr (GDateTime) now = mk_clock_now ();

  return g_date_time_get_day_of_year (now);
}

/* Whoever looks at the window on another day sees that day. */
static void
is_active_cb (MkWindow *self)
{
  if (self->shell == NULL || self->day == day_now ())
    return;
  mk_window_remember_day (self);
  mk_workplace_refresh (mk_window_get_workplace (self));
}

/* Whoever looks at the window sees the same on the page of this day. */
static void
remind (MkWindow *self)
{
  MkWorkplace *workplace = mk_window_get_workplace (self);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (gtk_window_is_active (GTK_WINDOW (self)) || application == NULL ||
      mk_workplace_get_is_invented (workplace))
    return;
  mk_reminding_consider (G_APPLICATION (application), self->settings,
                         mk_workplace_get_day (workplace));
}

/* The machine may have slept, and the clock may have been set, so that nothing waits for midnight
 * itself; a glance a minute costs nothing. */
static gboolean
minute_cb (gpointer user_data)
{
  MkWindow *self = user_data;

  is_active_cb (self);
  if (self->shell != NULL)
    {
      mk_hotline_tick (mk_workplace_get_hotline (mk_window_get_workplace (self)));
      remind (self);
    }
  return G_SOURCE_CONTINUE;
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

static void
mk_window_dispose (GObject *object)
{
  MkWindow *self = MK_WINDOW (object);

  g_clear_handle_id (&self->midnight, g_source_remove);
  if (self->shell != NULL)
    mk_window_close_store (self);
  if (self->left != NULL)
    mk_workplace_close (self->left);
  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_WINDOW);
  mk_window_remove_demo (self);
  g_clear_object (&self->left);
  g_clear_object (&self->lock_watch);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->place, mk_place_free);
  g_clear_pointer (&self->to_fetch, g_strfreev);

  G_OBJECT_CLASS (mk_window_parent_class)->dispose (object);
}

static void
mk_window_class_init (MkWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mk_window_dispose;

  mk_window_install_call_actions (widget_class);
  mk_window_install_check_in_actions (widget_class);
  mk_window_install_help_actions (widget_class);
  mk_window_install_numbers_actions (widget_class);
  mk_window_install_only_actions (widget_class);
  mk_window_install_page_actions (widget_class);
  mk_window_install_store_actions (widget_class);
  mk_window_install_training_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MkWindow, content);
}

static void
mk_window_init (MkWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mk_window_enable_store_actions (self, FALSE);
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
 * Makes the window, of the size it had last time, and begins to open the store. It appears as soon as
 * there is something to be seen in it, which is soon.
 *
 * Returns: (transfer none): a new window, owned by GTK until it is closed
 */
MkWindow *
mk_window_new (MkApplication *application)
{
  MkWindow *self;

  g_return_val_if_fail (MK_IS_APPLICATION (application), NULL);

  self = g_object_new (MK_TYPE_WINDOW, "application", application, NULL);
  mk_window_show_own_start (self, FALSE);
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
 * mk_window_get_workplace:
 * @self: the window, with a store that is open
 *
 * Returns: (transfer none): the workplace of its pages
 */
MkWorkplace *
mk_window_get_workplace (MkWindow *self)
{
  return mk_shell_get_workplace (self->shell);
}

/**
 * mk_window_find_placement:
 * @self: the window, with a store that is open
 * @id: the parameter of an action, which is the id of a placement
 *
 * Returns: (transfer none) (nullable): the placement; %NULL where it is not known
 */
MkPlacementItem *
mk_window_find_placement (MkWindow *self,
                          GVariant *id)
{
  return mk_workplace_find_placement (mk_window_get_workplace (self),
                                      g_variant_get_string (id, NULL));
}

/**
 * mk_window_remember_day:
 * @self: the window
 *
 * Notes that what is shown is of this day.
 */
void
mk_window_remember_day (MkWindow *self)
{
  self->day = day_now ();
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

  if (self->shell != NULL && mk_workplace_get_is_only (mk_window_get_workplace (self)))
    {
      g_strfreev (self->to_fetch);
      self->to_fetch = g_strdupv ((char **) files);
    }
  else if (self->shell != NULL)
    mk_fetch_flow_take (GTK_WIDGET (self->shell), mk_window_get_workplace (self), files);
  else
    mk_start_offer (self->start, files);
}
