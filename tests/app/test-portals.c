/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hotline/mk-calling.h"
#include "mk-app-test.h"
#include "preferences/mk-prompts-page.h"
#include "print/mk-paper-dialog.h"
#include "shell/mk-session-watch.h"
#include "widgets/mk-portal.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/xattr.h>

/* What the desktop does for a program in a sandbox, and what is said where it does not. The portals
 * stand in the program itself, on the bus that each test program has for itself. */

#define NAME "org.freedesktop.portal.Desktop"
#define PATH "/org/freedesktop/portal/desktop"
#define INHIBIT "org.freedesktop.portal.Inhibit"
#define PLACE "/home/anna/Til jobcentret/åben"
#define SESSION PATH "/session/1/makker"

static const char interfaces_xml[] =
    "<node><interface name='org.freedesktop.portal.Inhibit'><method name='CreateMonitor'>"
    "<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
    "<arg type='o' direction='out'/></method><method name='QueryEndResponse'>"
    "<arg type='o' direction='in'/></method></interface>"
    "<interface name='org.freedesktop.portal.FileChooser'>"
    "<property name='version' type='u' access='read'/></interface>"
    "<interface name='org.freedesktop.portal.Print'>"
    "<property name='version' type='u' access='read'/></interface>"
    "<interface name='org.freedesktop.portal.Notification'>"
    "<property name='version' type='u' access='read'/></interface>"
    "<interface name='org.freedesktop.portal.OpenURI'><method name='SchemeSupported'>"
    "<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
    "<arg type='b' direction='out'/></method></interface></node>";

/* A desktop with all of them. */
typedef struct
{
  GDBusConnection *bus;
  GDBusNodeInfo   *node;
  GArray          *objects; /* element-type guint */
  guint            n_monitors;
  char            *answered; /* the session that may end */
} Desktop;

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
  Desktop *desktop = user_data;

  if (g_str_equal (method, "CreateMonitor"))
    {
      desktop->n_monitors++;
      g_dbus_method_invocation_return_value (invocation,
                                             g_variant_new ("(o)", PATH "/request/1/makker"));
      return;
    }
  if (g_str_equal (method, "SchemeSupported"))
    {
      const char *scheme;

      g_variant_get_child (arguments, 0, "&s", &scheme);
      g_dbus_method_invocation_return_value (invocation,
                                             g_variant_new ("(b)", g_str_equal (scheme, "tel")));
      return;
    }
  g_free (desktop->answered);
  g_variant_get (arguments, "(o)", &desktop->answered);
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static GVariant *
property_cb (GDBusConnection *bus,
             const char      *sender,
             const char      *path,
             const char      *interface,
             const char      *property,
             GError         **error,
             gpointer         user_data)
{
  return g_variant_new_uint32 (3);
}

static const GDBusInterfaceVTable portal = { .method_call = called_cb,
                                             .get_property = property_cb };

static void
call_bus (GDBusConnection *bus,
          const char      *method,
          GVariant        *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                   "org.freedesktop.DBus", method, arguments, NULL,
                                   G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);

  g_assert_no_error (error);
}

static void
desktop_begin (Desktop *desktop)
{
  g_autoptr (GError) error = NULL;

  *desktop = (Desktop) { 0 };
  desktop->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  desktop->node = g_dbus_node_info_new_for_xml (interfaces_xml, &error);
  g_assert_no_error (error);
  desktop->objects = g_array_new (FALSE, FALSE, sizeof (guint));
  for (GDBusInterfaceInfo **i = desktop->node->interfaces; *i != NULL; i++)
    {
      guint object = g_dbus_connection_register_object (desktop->bus, PATH, *i, &portal, desktop,
                                                        NULL, &error);

      g_assert_no_error (error);
      g_array_append_val (desktop->objects, object);
    }
  call_bus (desktop->bus, "RequestName", g_variant_new ("(su)", NAME, 0));
}

static void
desktop_end (Desktop *desktop)
{
  call_bus (desktop->bus, "ReleaseName", g_variant_new ("(s)", NAME));
  for (guint i = 0; i < desktop->objects->len; i++)
    g_dbus_connection_unregister_object (desktop->bus, g_array_index (desktop->objects, guint, i));
  g_array_unref (desktop->objects);
  g_dbus_node_info_unref (desktop->node);
  g_free (desktop->answered);
  g_object_unref (desktop->bus);
}

/* The session */

static void
tell_state (Desktop *desktop,
            gboolean is_locked,
            guint32  session_state)
{
  g_autoptr (GError) error = NULL;
  GVariantBuilder state;

  g_variant_builder_init (&state, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&state, "{sv}", "screensaver-active", g_variant_new_boolean (is_locked));
  g_variant_builder_add (&state, "{sv}", "session-state", g_variant_new_uint32 (session_state));
  g_dbus_connection_emit_signal (desktop->bus, NULL, PATH, INHIBIT, "StateChanged",
                                 g_variant_new ("(oa{sv})", SESSION, &state), &error);
  g_assert_no_error (error);
}

static void
count_cb (MkSessionWatch *watch,
          guint          *count)
{
  *count += 1;
}

static gboolean
is_monitored (gpointer desktop)
{
  return ((Desktop *) desktop)->n_monitors > 0;
}

static gboolean
is_answered (gpointer desktop)
{
  return ((Desktop *) desktop)->answered != NULL;
}

static gboolean
is_one (gpointer count)
{
  return *(guint *) count == 1;
}

static gboolean
is_two (gpointer count)
{
  return *(guint *) count == 2;
}

/* The state comes whole at every change, so that a screen that stays locked is told again. */
static void
test_session_is_told (void)
{
  g_autoptr (MkSessionWatch) watch = mk_session_watch_new ();
  Desktop desktop;
  guint count = 0;

  desktop_begin (&desktop);
  g_signal_connect (watch, "left", G_CALLBACK (count_cb), &count);
  mk_session_watch_listen_portal (watch, desktop.bus);
  mk_app_test_wait (is_monitored, &desktop);
  tell_state (&desktop, FALSE, 1);
  tell_state (&desktop, TRUE, 1);
  mk_app_test_wait (is_one, &count);
  g_assert_null (desktop.answered);
  tell_state (&desktop, TRUE, 2);
  mk_app_test_wait (is_answered, &desktop);
  g_assert_cmpstr (desktop.answered, ==, SESSION);
  g_assert_cmpuint (count, ==, 1);
  tell_state (&desktop, FALSE, 1);
  tell_state (&desktop, TRUE, 1);
  mk_app_test_wait (is_two, &count);
  g_object_run_dispose (G_OBJECT (watch));
  desktop_end (&desktop);
}

/* What is missing */

static gboolean
are_missing (gpointer wanted)
{
  for (guint i = 0; i < MK_PORTAL_N; i++)
    if (mk_portal_is_missing (i) != GPOINTER_TO_INT (wanted))
      return FALSE;
  return TRUE;
}

static void
look (gboolean are_there)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  mk_portal_look (bus);
  mk_app_test_wait (are_missing, GINT_TO_POINTER (!are_there));
}

static gboolean
calls (gpointer wanted)
{
  return mk_calling_is_possible () == GPOINTER_TO_INT (wanted);
}

static void
test_found_out (void)
{
  Desktop desktop;

  g_assert_true (are_missing (GINT_TO_POINTER (FALSE)));
  look (FALSE);
  g_assert_false (mk_calling_is_possible ());
  desktop_begin (&desktop);
  look (TRUE);
  mk_app_test_wait (calls, GINT_TO_POINTER (TRUE));
  desktop_end (&desktop);
}

static AdwDialog *
dialog_of (MkWindow *window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

static gboolean
shows_alert (gpointer window)
{
  return ADW_IS_ALERT_DIALOG (dialog_of (window));
}

static void
expect_alert (MkWindow   *window,
              const char *heading)
{
  mk_app_test_wait (shows_alert, window);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog_of (window))), ==,
                   heading);
  adw_dialog_force_close (dialog_of (window));
  mk_app_test_settle ();
}

static void
click (AdwDialog  *dialog,
       const char *label)
{
  GtkWidget *found = mk_app_test_find_text (GTK_WIDGET (dialog), label);

  g_signal_emit_by_name (gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON), "clicked");
}

static void
ask_for_files (MkWindow *window)
{
  static const char *const actions[] = { "win.save-vcard", "win.fetch" };

  look (FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL);
      expect_alert (window, "Her kan der ikke vælges filer");
      g_assert_null (dialog_of (window));
    }
}

static void
ask_for_paper (MkWindow *window)
{
  AdwDialog *paper;

  look (FALSE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.print-hotline", NULL);
  paper = mk_app_test_wait_for_dialog (window);
  g_assert_true (MK_IS_PAPER_DIALOG (paper));
  click (paper, "Udskriv…");
  expect_alert (window, "Herfra kan der ikke udskrives");
  click (paper, "Gem som PDF…");
  expect_alert (window, "Her kan der ikke vælges filer");
  g_assert_true (dialog_of (window) == paper);
}

static void
ask_for_messages (MkWindow *window)
{
  GtkWidget *page;
  GObject *messages;

  look (FALSE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL);
  page = mk_app_test_find (GTK_WIDGET (mk_app_test_wait_for_dialog (window)), MK_TYPE_PROMPTS_PAGE);
  g_assert_nonnull (page);
  messages = gtk_widget_get_template_child (page, MK_TYPE_PROMPTS_PAGE, "messages");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (messages)), ==,
                   "Skrivebordet her viser ingen beskeder fra Makker.");
}

/* A folder in the sandbox, and the mark that a portal leaves at it. */
static void
test_place_is_the_person_s (void)
{
  g_autofree char *path = g_dir_make_tmp ("makker-place-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autofree char *plain = mk_portal_dup_place (folder);
  g_autofree char *marked = NULL;
  gboolean is_marked =
      setxattr (path, "user.document-portal.host-path", PLACE, strlen (PLACE), 0) == 0;

  marked = mk_portal_dup_place (folder);
  g_rmdir (path);
  g_assert_cmpstr (plain, ==, path);
  if (is_marked)
    g_assert_cmpstr (marked, ==, PLACE);
  else
    g_test_skip ("The folder for temporary files takes no marks.");
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  g_test_add_func ("/portals/session-that-is-locked-is-told", test_session_is_told);
  g_test_add_func ("/portals/what-is-missing-is-found-out", test_found_out);
  g_test_add_func ("/portals/place-is-told-as-the-person-knows-it", test_place_is_the_person_s);
  mk_app_test_add ("/portals/no-files-is-said", ask_for_files);
  mk_app_test_add ("/portals/no-printing-is-said", ask_for_paper);
  mk_app_test_add ("/portals/no-messages-is-said", ask_for_messages);
  return g_test_run ();
}
