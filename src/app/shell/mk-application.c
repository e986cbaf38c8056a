/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/mk-application.h"

#include "config.h"
#include "demo/mk-demo.h"
#include "mk-app-lessons.h"
#include "mk-app-resources.h"
#include "mk-app-ui.h"
#include "mk-clock.h"
#include "shell/mk-accels.h"
#include "shell/mk-window.h"
#include "widgets/mk-portal.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* It is there in the sandbox of Flatpak, and nowhere else. */
#define SANDBOX "/.flatpak-info"

/**
 * MkApplication:
 *
 * The running program: its command line, its actions that belong to no window, and its windows.
 * Lives in the main thread. What the command line asked for is known from `activate` on.
 */
struct _MkApplication
{
  AdwApplication parent_instance;

  char    *directory; /* of the store */
  gboolean is_demo;
  guint    signal_sources[2];
};

G_DEFINE_FINAL_TYPE (MkApplication, mk_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Keep everything in another folder"),
    N_ ("FOLDER") },
  { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Look around in an invented workplace"), NULL },
  { "now", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, N_ ("The moment it shall be"),
    N_ ("TIME") },
  G_OPTION_ENTRY_NULL,
};

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_application_quit (G_APPLICATION (user_data));
}

/* Ended from outside, the program closes its store and leaves no invented one behind. */
static gboolean
signal_cb (gpointer user_data)
{
  g_application_quit (G_APPLICATION (user_data));
  return G_SOURCE_CONTINUE;
}

static void
add_actions (MkApplication *self)
{
  static const GActionEntry actions[] = {
    { .name = "quit", .activate = quit_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  mk_accels_apply (GTK_APPLICATION (self));
}

static gboolean
set_clock (GVariantDict *given)
{
  g_autofree char *now = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_variant_dict_lookup (given, "now", "s", &now) || mk_clock_set (now, &error))
    return TRUE;
  g_printerr ("%s\n", error->message);
  return FALSE;
}

static gboolean
choose_directory (MkApplication *self,
                  GVariantDict  *given)
{
  g_autoptr (GError) error = NULL;

  if (self->is_demo)
    self->directory = mk_demo_directory (&error);
  else if (!g_variant_dict_lookup (given, "data-dir", "^ay", &self->directory))
    self->directory = g_build_filename (g_get_user_data_dir (), "makker", NULL);
  if (self->directory != NULL)
    return TRUE;
  g_printerr ("%s\n", error->message);
  return FALSE;
}

static int
mk_application_handle_local_options (GApplication *application,
                                     GVariantDict *given)
{
  MkApplication *self = MK_APPLICATION (application);

  g_variant_dict_lookup (given, "demo", "b", &self->is_demo);
  if (!set_clock (given) || !choose_directory (self, given))
    return EXIT_FAILURE;

  /* Another store is another program beside the one that is running. */
  if (self->is_demo || g_variant_dict_contains (given, "data-dir"))
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
look_for_portals (GApplication *application)
{
  GDBusConnection *session = g_application_get_dbus_connection (application);

  if (session != NULL && g_file_test (SANDBOX, G_FILE_TEST_EXISTS))
    mk_portal_look (session);
}

static void
mk_application_startup (GApplication *application)
{
  MkApplication *self = MK_APPLICATION (application);

  G_APPLICATION_CLASS (mk_application_parent_class)->startup (application);

  /* A text that gets the focus, as the title of a lesson does, would stand there all selected. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  gtk_window_set_default_icon_name (MK_APP_ID);
  add_actions (self);
  look_for_portals (application);
  self->signal_sources[0] = g_unix_signal_add (SIGINT, signal_cb, self);
  self->signal_sources[1] = g_unix_signal_add (SIGTERM, signal_cb, self);
}

/* Windows close their stores, which an invented one has to be before it is removed. */
static void
close_windows (GtkApplication *application)
{
  GtkWindow *window;

  while ((window = gtk_application_get_active_window (application)) != NULL)
    gtk_window_destroy (window);
}

static void
mk_application_shutdown (GApplication *application)
{
  MkApplication *self = MK_APPLICATION (application);

  close_windows (GTK_APPLICATION (application));
  for (guint i = 0; i < G_N_ELEMENTS (self->signal_sources); i++)
    g_clear_handle_id (&self->signal_sources[i], g_source_remove);
  if (self->is_demo)
    mk_demo_remove (self->directory);

  G_APPLICATION_CLASS (mk_application_parent_class)->shutdown (application);
}

static void
mk_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    mk_window_new (MK_APPLICATION (application));
  else
    gtk_window_present (window);
}

static void
mk_application_open (GApplication *application,
                     GFile       **files,
                     int           n_files,
                     const char   *hint)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;
  GtkWindow *window;

  for (int i = 0; i < n_files; i++)
    {
      char *path = g_file_get_path (files[i]);

      if (path != NULL)
        g_strv_builder_take (builder, path);
    }
  paths = g_strv_builder_end (builder);
  g_application_activate (application);
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  if (MK_IS_WINDOW (window) && paths[0] != NULL)
    mk_window_fetch (MK_WINDOW (window), (const char *const *) paths);
}

static void
mk_application_finalize (GObject *object)
{
  g_free (MK_APPLICATION (object)->directory);

  G_OBJECT_CLASS (mk_application_parent_class)->finalize (object);
}

static void
mk_application_class_init (MkApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mk_application_finalize;

  application_class->handle_local_options = mk_application_handle_local_options;
  application_class->startup = mk_application_startup;
  application_class->shutdown = mk_application_shutdown;
  application_class->activate = mk_application_activate;
  application_class->open = mk_application_open;

  g_resources_register (mk_app_ui_get_resource ());
  g_resources_register (mk_app_resources_get_resource ());
  g_resources_register (mk_app_lessons_get_resource ());
}

static void
mk_application_init (MkApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  g_application_set_flags (application, G_APPLICATION_HANDLES_OPEN);
  g_application_set_version (application, MK_VERSION);
  g_application_add_main_option_entries (application, options);
  g_application_set_option_context_summary (
      application, _ ("Makker helps the buddy at a workplace through an employment course."));
}

/**
 * mk_application_new:
 *
 * Makes the application; run it with [method@Gio.Application.run].
 *
 * Returns: (transfer full): a new application
 */
MkApplication *
mk_application_new (void)
{
  return g_object_new (MK_TYPE_APPLICATION, "application-id", MK_APP_ID, "resource-base-path",
                       MK_APP_PATH, NULL);
}

/**
 * mk_application_get_directory:
 * @self: the application, its command line read
 *
 * Returns: (type filename): the folder of the store
 */
const char *
mk_application_get_directory (MkApplication *self)
{
  g_return_val_if_fail (MK_IS_APPLICATION (self), NULL);

  return self->directory;
}

/**
 * mk_application_get_is_demo:
 * @self: the application
 *
 * Returns: whether it shows an invented workplace, which is thrown away at the end
 */
gboolean
mk_application_get_is_demo (MkApplication *self)
{
  g_return_val_if_fail (MK_IS_APPLICATION (self), FALSE);

  return self->is_demo;
}
