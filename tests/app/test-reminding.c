/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-app-test.h"
#include "mk-clock.h"
#include "shell/mk-settings.h"
#include "today/mk-reminding.h"

/* What a desktop is told, as it comes over the bus. The desktop stands in the program itself, on the
 * bus that each test program has for itself. */

#define NAME "org.freedesktop.Notifications"
#define PATH "/org/freedesktop/Notifications"
#define DAY "2026-12-03"
#define WORKDAY DAY "T11:05:00+01:00"

static const char interface_xml[] =
    "<node><interface name='org.freedesktop.Notifications'><method name='Notify'>"
    "<arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>"
    "<arg type='a{sv}' direction='in'/><arg type='i' direction='in'/>"
    "<arg type='u' direction='out'/></method></interface></node>";

/* One that shows messages, and a program that sends them. */
typedef struct
{
  GDBusConnection *bus;
  GDBusNodeInfo   *node;
  guint            object;
  GApplication    *application;
  GSettings       *settings;
  MkDayReading     day;
  GPtrArray       *shown; /* heading and text of each message */
} Fixture;

static void
called_cb (GDBusConnection       *bus,
           const char            *sender,
           const char            *path,
           const char            *interface,
           const char            *method,
           GVariant              *arguments,
           GDBusMethodInvocation *invocation,
           gpointer               user_data)
{
  Fixture *fixture = user_data;
  const char *heading, *text;

  g_variant_get_child (arguments, 3, "&s", &heading);
  g_variant_get_child (arguments, 4, "&s", &text);
  g_ptr_array_add (fixture->shown, g_strdup_printf ("%s: %s", heading, text));
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", fixture->shown->len));
}

static const GDBusInterfaceVTable desktop = { .method_call = called_cb };

static void
be_desktop (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;

  fixture->shown = g_ptr_array_new_with_free_func (g_free);
  fixture->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  fixture->node = g_dbus_node_info_new_for_xml (interface_xml, &error);
  g_assert_no_error (error);
  fixture->object =
      g_dbus_connection_register_object (fixture->bus, PATH, fixture->node->interfaces[0], &desktop,
                                         fixture, NULL, &error);
  g_assert_no_error (error);
  reply = g_dbus_connection_call_sync (fixture->bus, "org.freedesktop.DBus",
                                       "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                       "RequestName", g_variant_new ("(su)", NAME, 0), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  be_desktop (fixture);
  g_assert_true (mk_clock_set (WORKDAY, NULL));
  fixture->application = g_application_new ("dk.makker.Test", G_APPLICATION_DEFAULT_FLAGS);
  g_assert_true (g_application_register (fixture->application, NULL, &error));
  g_assert_no_error (error);
  fixture->settings = mk_settings_new ();
  g_settings_reset (fixture->settings, "message-day");
  fixture->day.facts = g_ptr_array_new_with_free_func (mk_prompt_free);
  fixture->day.dismissed = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_ptr_array_unref (fixture->day.facts);
  g_hash_table_unref (fixture->day.dismissed);
  g_settings_reset (fixture->settings, "messages");
  g_object_unref (fixture->settings);
  g_object_unref (fixture->application);
  g_dbus_connection_unregister_object (fixture->bus, fixture->object);
  g_dbus_node_info_unref (fixture->node);
  g_object_unref (fixture->bus);
  g_ptr_array_unref (fixture->shown);
}

static gboolean
has_shown (gpointer user_data)
{
  return ((Fixture *) user_data)->shown->len > 0;
}

/* A visit today, with a name, a number and a note to it. */
static void
expect_visit (Fixture *fixture)
{
  MkPrompt *prompt = mk_prompt_new (MK_PROMPT_VISIT, "v", "Mia", DAY);

  prompt->detail = g_strdup ("70 10 10 10");
  prompt->count = 7;
  g_ptr_array_add (fixture->day.facts, prompt);
}

static void
consider (Fixture *fixture)
{
  mk_reminding_consider (fixture->application, fixture->settings, &fixture->day);
}

static void
test_message_comes_once (Fixture      *fixture,
                         gconstpointer data)
{
  expect_visit (fixture);
  g_settings_set_boolean (fixture->settings, "messages", TRUE);
  consider (fixture);
  consider (fixture);
  mk_app_test_wait (has_shown, fixture);
  mk_app_test_settle ();
  g_assert_cmpuint (fixture->shown->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (fixture->shown, 0), ==,
                   "Noget at huske: Der er et møde i dag.");
}

/* What is sent later comes later on the same bus: had there been a message before, it would be first. */
static void
test_message_is_wanted (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (GNotification) last = g_notification_new ("Slut");

  expect_visit (fixture);
  consider (fixture);
  g_settings_set_boolean (fixture->settings, "messages", TRUE);
  g_ptr_array_set_size (fixture->day.facts, 0);
  consider (fixture);
  g_application_send_notification (fixture->application, "last", last);
  mk_app_test_wait (has_shown, fixture);
  g_assert_cmpstr (g_ptr_array_index (fixture->shown, 0), ==, "Slut: ");
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  g_test_add ("/reminding/message-comes-once-and-names-nobody", Fixture, NULL, set_up,
              test_message_comes_once, tear_down);
  g_test_add ("/reminding/no-message-unless-wanted-and-worth-one", Fixture, NULL, set_up,
              test_message_is_wanted, tear_down);
  return g_test_run ();
}
