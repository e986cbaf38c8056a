/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/mk-window.h"

#include "config.h"
#include "shell/mk-settings.h"

/**
 * MkWindow:
 *
 * The one window: on the left where one can go, on the right one page. When it is narrow, they
 * take turns. Lives in the main thread; owned by the application.
 */
struct _MkWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (MkWindow, mk_window, ADW_TYPE_APPLICATION_WINDOW)

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

  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_WINDOW);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (mk_window_parent_class)->dispose (object);
}

static void
mk_window_class_init (MkWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mk_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-window.ui");
}

static void
mk_window_init (MkWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  remember_size (self);
}

/**
 * mk_window_new:
 * @application: the application it belongs to
 *
 * Makes the window, of the size it had last time. It is not shown yet.
 *
 * Returns: (transfer none): a new window, owned by GTK until it is closed
 */
MkWindow *
mk_window_new (MkApplication *application)
{
  g_return_val_if_fail (MK_IS_APPLICATION (application), NULL);

  return g_object_new (MK_TYPE_WINDOW, "application", application, NULL);
}
