/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/mk-application.h"

#include "config.h"
#include "mk-app-resources.h"
#include "mk-app-ui.h"
#include "shell/mk-window.h"

#include <glib/gi18n-lib.h>

/**
 * MkApplication:
 *
 * The running program: its command line, its actions that belong to no window, and its windows.
 * Lives in the main thread. What the command line asked for is known from `activate` on.
 */
struct _MkApplication
{
  AdwApplication parent_instance;

  char    *data_dir;
  char    *now;
  gboolean is_demo;
};

G_DEFINE_FINAL_TYPE (MkApplication, mk_application, ADW_TYPE_APPLICATION)

enum
{
  PROP_0,
  PROP_DATA_DIR,
  PROP_IS_DEMO,
  PROP_NOW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

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

static void
add_actions (MkApplication *self)
{
  static const GActionEntry actions[] = {
    { .name = "quit", .activate = quit_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit",
                                         (const char *[]) { "<Control>q", NULL });
}

static int
mk_application_handle_local_options (GApplication *application,
                                     GVariantDict *given)
{
  MkApplication *self = MK_APPLICATION (application);

  g_variant_dict_lookup (given, "data-dir", "^ay", &self->data_dir);
  g_variant_dict_lookup (given, "demo", "b", &self->is_demo);
  g_variant_dict_lookup (given, "now", "s", &self->now);

  /* Another store is another program beside the one that is running. */
  if (self->data_dir != NULL || self->is_demo)
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
mk_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (mk_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (MK_APP_ID);
  add_actions (MK_APPLICATION (application));
}

static void
mk_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (mk_window_new (MK_APPLICATION (application)));
  gtk_window_present (window);
}

static void
mk_application_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  MkApplication *self = MK_APPLICATION (object);

  switch (prop_id)
    {
    case PROP_DATA_DIR:
      g_value_set_string (value, self->data_dir);
      break;
    case PROP_IS_DEMO:
      g_value_set_boolean (value, self->is_demo);
      break;
    case PROP_NOW:
      g_value_set_string (value, self->now);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mk_application_finalize (GObject *object)
{
  MkApplication *self = MK_APPLICATION (object);

  g_clear_pointer (&self->data_dir, g_free);
  g_clear_pointer (&self->now, g_free);

  G_OBJECT_CLASS (mk_application_parent_class)->finalize (object);
}

static void
mk_application_class_init (MkApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->get_property = mk_application_get_property;
  object_class->finalize = mk_application_finalize;

  application_class->handle_local_options = mk_application_handle_local_options;
  application_class->startup = mk_application_startup;
  application_class->activate = mk_application_activate;

  /**
   * MkApplication:data-dir: (getter get_data_dir)
   *
   * The folder of the store, or %NULL for the usual one.
   */
  properties[PROP_DATA_DIR] = g_param_spec_string ("data-dir", NULL, NULL, NULL,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * MkApplication:is-demo: (getter get_is_demo)
   *
   * Whether it shows an invented workplace that is thrown away afterwards.
   */
  properties[PROP_IS_DEMO] = g_param_spec_boolean ("is-demo", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * MkApplication:now: (getter get_now)
   *
   * The moment that it shall be, as an RFC 3339 date-time, or %NULL for the real one.
   */
  properties[PROP_NOW] = g_param_spec_string ("now", NULL, NULL, NULL,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_resources_register (mk_app_ui_get_resource ());
  g_resources_register (mk_app_resources_get_resource ());
}

static void
mk_application_init (MkApplication *self)
{
  GApplication *application = G_APPLICATION (self);

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
 * mk_application_get_data_dir: (get-property data-dir)
 * @self: the application
 *
 * Returns: (nullable): the folder of the store, %NULL for the usual one
 */
const char *
mk_application_get_data_dir (MkApplication *self)
{
  g_return_val_if_fail (MK_IS_APPLICATION (self), NULL);

  return self->data_dir;
}

/**
 * mk_application_get_is_demo: (get-property is-demo)
 * @self: the application
 *
 * Returns: whether it shows an invented workplace
 */
gboolean
mk_application_get_is_demo (MkApplication *self)
{
  g_return_val_if_fail (MK_IS_APPLICATION (self), FALSE);

  return self->is_demo;
}

/**
 * mk_application_get_now: (get-property now)
 * @self: the application
 *
 * Returns: (nullable): the moment that it shall be, %NULL for the real one
 */
const char *
mk_application_get_now (MkApplication *self)
{
  g_return_val_if_fail (MK_IS_APPLICATION (self), NULL);

  return self->now;
}
