/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-check-in-dialog.h"
#include "demo/mk-demo.h"
#include "mk-clock.h"
#include "mk-store-files.h"
#include "mk-store-run.h"
#include "placement/mk-placement-page.h"
#include "punchcard/mk-ask-dialog.h"
#include "shell/mk-idle.h"
#include "shell/mk-session-watch.h"
#include "shell/mk-settings.h"
#include "start/mk-unlock-page.h"

#include <string.h>

/* Behind the lock there is nothing, and in front of it everything is as it was. */

#define NOTE "Hun sagde, at hun gerne vil prøve"

/* What is in the store, and was on the screen. */
static const char *const secrets[] = { "Mia",           "Jonas",           "Amina", "Per",
                                       "Eksempelbutik", "gerne vil prøve", "kl. ",  "Forløb" };

static void
assert_says_nothing (const char *text)
{
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (secrets); i++)
    g_assert_null (strstr (text, secrets[i]));
}

/* The check returns what there is when it is not what was asked for. */
static void
assert_accessible_says_nothing (GtkAccessible *accessible)
{
  g_autofree char *label =
      gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "\001");
  g_autofree char *description =
      gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "\001");

  assert_says_nothing (label);
  assert_says_nothing (description);
}

static void
assert_nothing_to_read (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    assert_says_nothing (gtk_label_get_text (GTK_LABEL (widget)));
  if (GTK_IS_EDITABLE (widget))
    assert_says_nothing (gtk_editable_get_text (GTK_EDITABLE (widget)));
  if (ADW_IS_NAVIGATION_PAGE (widget))
    assert_says_nothing (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (widget)));
  g_assert_false (GTK_IS_TEXT_VIEW (widget));
  assert_says_nothing (gtk_widget_get_tooltip_text (widget));
  assert_accessible_says_nothing (GTK_ACCESSIBLE (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_nothing_to_read (child);
}

static void
assert_locked (MkWindow *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  g_assert_null (mk_window_get_shell (window));
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  for (GList *l = windows; l != NULL; l = l->next)
    {
      assert_says_nothing (gtk_window_get_title (l->data));
      assert_nothing_to_read (l->data);
    }
}

static void
enter (MkWindow *window)
{
  mk_store_run_unlock (window, MK_STORE_RUN_PASSPHRASE);
  mk_app_test_wait_for_shell (window);
}

static gboolean
has_form (gpointer window)
{
  return MK_IS_CHECK_IN_DIALOG (adw_application_window_get_visible_dialog (window));
}

static GtkTextBuffer *
note_of (MkWindow *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  GtkWidget *view = mk_app_test_find (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
}

static void
write_half_a_sentence (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-placement", "s", MK_DEMO_MIA);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.check-in", "(ss)", MK_DEMO_MIA,
                              MK_ATTENDANCE_MET);
  mk_app_test_wait (has_form, window);
  mk_app_test_settle ();
  gtk_text_buffer_set_text (note_of (window), NOTE, -1);
  mk_app_test_settle ();
}

/* The store can be opened by another one again, so it is closed here. */
static void
assert_store_closed (MkStoreRun *run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database =
      mk_store_files_open (run->folder, MK_STORE_RUN_PASSPHRASE, &error);

  g_assert_no_error (error);
}

static void
hide_everything (MkWindow *window,
                 gpointer  user_data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  GdkClipboard *primary = gtk_widget_get_primary_clipboard (GTK_WIDGET (window));

  enter (window);
  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (window), "Mia"));
  write_half_a_sentence (window);
  gdk_clipboard_set_text (clipboard, NOTE);
  gdk_clipboard_set_text (primary, "Mia");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.lock", NULL);
  assert_locked (window);
  g_assert_null (gdk_clipboard_get_content (clipboard));
  g_assert_null (gdk_clipboard_get_content (primary));
  mk_app_test_settle ();
  assert_locked (window);
  assert_store_closed (user_data);
}

static void
test_nothing_is_readable (MkStoreRun   *run,
                          gconstpointer data)
{
  mk_store_run_make (run);
  mk_store_run (run, hide_everything);
}

static char *
text_of (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
tells_trouble (gpointer window)
{
  return gtk_widget_get_visible (
      GTK_WIDGET (mk_store_run_child (window, MK_TYPE_UNLOCK_PAGE, "trouble")));
}

static void
come_back (MkWindow *window,
           gpointer  user_data)
{
  g_autofree char *note = NULL;

  enter (window);
  write_half_a_sentence (window);
  mk_window_lock (window);
  mk_store_run_unlock (window, "en anden kode");
  mk_app_test_wait (tells_trouble, window);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (
                       mk_store_run_child (window, MK_TYPE_UNLOCK_PAGE, "passphrase"))),
                   ==, "en anden kode");
  enter (window);
  mk_app_test_wait (has_form, window);
  note = text_of (note_of (window));
  g_assert_cmpstr (note, ==, NOTE);
  g_assert_nonnull (mk_shell_get_placement (mk_window_get_shell (window)));
  g_assert_cmpstr (mk_placement_item_get_id (mk_shell_get_placement (mk_window_get_shell (window))),
                   ==, MK_DEMO_MIA);
}

static void
test_half_a_sentence_is_there (MkStoreRun   *run,
                               gconstpointer data)
{
  mk_store_run_make (run);
  mk_store_run (run, come_back);
}

/* What is being saved is saved, and does not come back as if it were not. */
static void
lock_while_saving (MkWindow *window,
                   gpointer  user_data)
{
  AdwDialog *dialog;

  enter (window);
  write_half_a_sentence (window);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  mk_window_lock (window);
  assert_locked (window);
  enter (window);
  mk_app_test_settle ();
  g_assert_false (has_form (window));
  g_assert_null (mk_draft_keeper_get (mk_workplace_get_drafts (
                                          mk_shell_get_workplace (mk_window_get_shell (window))),
                                      MK_DEMO_MIA));
}

static void
test_saving_goes_on (MkStoreRun   *run,
                     gconstpointer data)
{
  mk_store_run_make (run);
  mk_store_run (run, lock_while_saving);
}

static gboolean
is_locked (gpointer window)
{
  return mk_window_get_shell (window) == NULL;
}

static void
tell_session (const char *interface,
              const char *name,
              gboolean    is_active)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (bus, NULL, "/org/freedesktop/login1", interface, name,
                                 g_variant_new ("(b)", is_active), &error);
  g_assert_no_error (error);
}

static void
leave_desktop (MkWindow *window,
               gpointer  user_data)
{
  enter (window);
  tell_session ("org.gnome.ScreenSaver", "ActiveChanged", TRUE);
  mk_app_test_wait (is_locked, window);
  assert_locked (window);
  enter (window);
  tell_session ("org.freedesktop.ScreenSaver", "ActiveChanged", FALSE);
  mk_app_test_settle ();
  g_assert_false (is_locked (window));
  tell_session ("org.freedesktop.ScreenSaver", "ActiveChanged", TRUE);
  mk_app_test_wait (is_locked, window);
}

static void
test_screen_lock_locks (MkStoreRun   *run,
                        gconstpointer data)
{
  mk_store_run_make (run);
  mk_store_run (run, leave_desktop);
}

static void
count_cb (MkSessionWatch *watch,
          guint          *count)
{
  *count += 1;
}

static gboolean
is_counted (gpointer count)
{
  return *(guint *) count > 0;
}

static void
name_owned_cb (GDBusConnection *bus,
               const char      *name,
               gpointer         user_data)
{
  *(guint *) user_data = 1;
}

/* The session bus stands in for the system's. */
static void
test_sleep_is_told (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (MkSessionWatch) watch = mk_session_watch_new ();
  guint owned = 0, count = 0;
  guint name =
      g_bus_own_name_on_connection (bus, "org.freedesktop.login1", G_BUS_NAME_OWNER_FLAGS_NONE,
                                    name_owned_cb, NULL, &owned, NULL);

  mk_app_test_wait (is_counted, &owned);
  g_signal_connect (watch, "left", G_CALLBACK (count_cb), &count);
  mk_session_watch_listen_system (watch, bus);
  tell_session ("org.freedesktop.login1.Manager", "PrepareForSleep", FALSE);
  tell_session ("org.freedesktop.login1.Manager", "PrepareForSleep", TRUE);
  mk_app_test_wait (is_counted, &count);
  g_assert_cmpint (count, ==, 1);
  g_object_run_dispose (G_OBJECT (watch));
  g_bus_unown_name (name);
}

static void
test_minutes (void)
{
  const gint64 minute = 60 * G_USEC_PER_SEC;

  g_assert_cmpint (mk_idle_left (0, 0, 10), ==, 10 * minute);
  g_assert_cmpint (mk_idle_left (5 * minute, 9 * minute, 10), ==, 6 * minute);
  g_assert_cmpint (mk_idle_left (0, 10 * minute, 10), ==, 0);
  g_assert_cmpint (mk_idle_left (0, 99 * minute, 10), ==, 0);
}

/* A request half written comes back too. */
static gboolean
has_request (gpointer window)
{
  return MK_IS_ASK_DIALOG (adw_application_window_get_visible_dialog (window));
}

static void
ask_half_a_sentence (MkWindow   *window,
                     const char *placement)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.ask-help", "s", placement);
  mk_app_test_wait (has_request, window);
  mk_app_test_settle ();
  gtk_text_buffer_set_text (note_of (window), NOTE, -1);
  mk_app_test_settle ();
}

static void
come_back_to_the_request (MkWindow *window,
                          gpointer  user_data)
{
  static const char *const placements[] = { MK_DEMO_MIA, "" };

  for (guint i = 0; i < G_N_ELEMENTS (placements); i++)
    {
      g_autofree char *text = NULL;

      enter (window);
      ask_half_a_sentence (window, placements[i]);
      mk_window_lock (window);
      assert_locked (window);
      enter (window);
      mk_app_test_wait (has_request, window);
      text = text_of (note_of (window));
      g_assert_cmpstr (text, ==, NOTE);
      mk_window_lock (window);
    }
}

static void
test_half_a_request_is_there (MkStoreRun   *run,
                              gconstpointer data)
{
  mk_store_run_make (run);
  mk_store_run (run, come_back_to_the_request);
}

#define MINUTE (60 * G_USEC_PER_SEC)

/* Whoever goes away in the middle of a sentence finds the lock, and behind it the sentence. */
static void
go_away (MkWindow *window,
         gpointer  user_data)
{
  g_autoptr (GSettings) settings = mk_settings_new ();
  g_autofree char *note = NULL;

  g_settings_set_uint (settings, "lock-minutes", 0);
  enter (window);
  write_half_a_sentence (window);
  mk_clock_skip (9 * MINUTE);
  g_settings_set_uint (settings, "lock-minutes", 10);
  mk_app_test_settle ();
  g_assert_false (is_locked (window));
  mk_clock_skip (2 * MINUTE);
  g_settings_set_uint (settings, "lock-minutes", 12);
  mk_app_test_settle ();
  g_assert_false (is_locked (window));
  g_settings_set_uint (settings, "lock-minutes", 10);
  mk_app_test_wait (is_locked, window);
  assert_locked (window);
  enter (window);
  mk_app_test_wait (has_form, window);
  note = text_of (note_of (window));
  g_assert_cmpstr (note, ==, NOTE);
  g_settings_reset (settings, "lock-minutes");
}

static void
test_idle_minutes_lock (MkStoreRun   *run,
                        gconstpointer data)
{
  mk_store_run_make (run);
  mk_store_run (run, go_away);
}

#define ADD(path, func) \
  g_test_add (path, MkStoreRun, NULL, mk_store_run_set_up, func, mk_store_run_tear_down)

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  g_test_add_func ("/lock/minutes", test_minutes);
  g_test_add_func ("/lock/sleep-is-told", test_sleep_is_told);
  ADD ("/lock/nothing-is-readable", test_nothing_is_readable);
  ADD ("/lock/half-a-sentence-is-there", test_half_a_sentence_is_there);
  ADD ("/lock/half-a-request-is-there", test_half_a_request_is_there);
  ADD ("/lock/idle-minutes-lock", test_idle_minutes_lock);
  ADD ("/lock/saving-goes-on", test_saving_goes_on);
  ADD ("/lock/screen-lock-locks", test_screen_lock_locks);
  return g_test_run ();
}
