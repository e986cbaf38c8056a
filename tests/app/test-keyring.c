/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo.h"
#include "mk-clock.h"
#include "mk-store-files.h"
#include "mk-store-run.h"
#include "start/mk-start.h"
#include "start/mk-unlock-page.h"

/* The way in where a keyring keeps the key: nothing is asked, and it is not depended on. */

static void
make_keyring_store (MkStoreRun *run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSecretText) secret = mk_keyring_new_secret ();
  MkStoreCreation creation = { .keyring_id = "1f0a6f0e-6b43-4f5c-9a5a-1f8a2b7f0c11",
                               .keyring_secret = secret };
  g_autoptr (MkDatabase) database =
      mk_store_files_create_full (run->folder, &creation, &run->code, &error);

  g_assert_no_error (error);
  g_assert_true (mk_clock_set (MK_APP_TEST_NOW, &error));
  g_assert_true (mk_demo_fill (database, &error));
  g_assert_true (
      mk_keyring_save (MK_KEYRING (mk_app_test_keyring ()), creation.keyring_id, secret, &error));
}

static void
lock_and_press (MkWindow *window,
                gpointer  user_data)
{
  mk_app_test_wait_for_shell (window);
  mk_window_lock (window);
  g_assert_null (mk_window_get_shell (window));
  mk_store_run_shows (window, MK_TYPE_UNLOCK_PAGE);
  mk_store_run_click (window, MK_TYPE_UNLOCK_PAGE, "unlock");
  mk_app_test_wait_for_shell (window);
}

static void
test_keyring_unlocks_at_a_press (MkStoreRun   *run,
                                 gconstpointer data)
{
  make_keyring_store (run);
  mk_store_run (run, lock_and_press);
}

static void
be_let_in (MkWindow *window,
           gpointer  user_data)
{
  mk_app_test_wait_for_shell (window);
}

/* Pages, or that the store takes its time, or a page that asks. */
static gboolean
shows_something (MkWindow *window)
{
  GtkWidget *start = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_START);
  const char *page;

  if (start == NULL)
    return mk_window_get_shell (window) != NULL;
  page = gtk_stack_get_visible_child_name (
      GTK_STACK (gtk_widget_get_template_child (start, MK_TYPE_START, "stack")));
  if (g_str_equal (page, "busy"))
    return gtk_widget_get_visible (
        GTK_WIDGET (gtk_widget_get_template_child (start, MK_TYPE_START, "spinner")));
  return g_str_equal (page, "unlock");
}

static gboolean
map_hook (GSignalInvocationHint *hint,
          guint                  n_values,
          const GValue          *values,
          gpointer               user_data)
{
  GObject *widget = g_value_get_object (values);
  guint *n_maps = user_data;

  if (MK_IS_WINDOW (widget))
    {
      g_assert_true (shows_something (MK_WINDOW (widget)));
      *n_maps += 1;
    }
  return TRUE;
}

static void
wait_for_unlocking (MkWindow *window,
                    gpointer  user_data)
{
  mk_store_run_shows (window, MK_TYPE_UNLOCK_PAGE);
}

/* Nobody sees an empty window, whether the keyring answers or not. */
static void
test_window_appears_with_something (MkStoreRun   *run,
                                    gconstpointer data)
{
  guint signal = g_signal_lookup ("map", GTK_TYPE_WIDGET);
  guint n_maps = 0;
  gulong hook = g_signal_add_emission_hook (signal, 0, map_hook, &n_maps, NULL);

  make_keyring_store (run);
  mk_store_run (run, be_let_in);
  mk_memory_keyring_set_mood (mk_app_test_keyring (), MK_MEMORY_KEYRING_SILENT);
  mk_store_run (run, wait_for_unlocking);
  g_signal_remove_emission_hook (signal, hook);
  g_assert_cmpuint (n_maps, ==, 2);
}

static gboolean
has_learned (gpointer data)
{
  return mk_memory_keyring_get_n (mk_app_test_keyring ()) == 1;
}

static void
use_code (MkWindow   *window,
          const char *code)
{
  mk_store_run_type (window, MK_TYPE_UNLOCK_PAGE, "code", code);
  mk_store_run_click (window, MK_TYPE_UNLOCK_PAGE, "unlock");
  mk_app_test_wait_for_shell (window);
}

static void
teach_again (MkWindow *window,
             gpointer  user_data)
{
  MkStoreRun *run = user_data;

  mk_store_run_shows (window, MK_TYPE_UNLOCK_PAGE);
  g_assert_true (gtk_widget_get_visible (
      GTK_WIDGET (mk_store_run_child (window, MK_TYPE_UNLOCK_PAGE, "trouble"))));
  g_assert_true (adw_switch_row_get_active (
      ADW_SWITCH_ROW (mk_store_run_child (window, MK_TYPE_UNLOCK_PAGE, "remembers"))));
  use_code (window, run->code);
  mk_app_test_wait (has_learned, NULL);
}

static void
test_lost_keyring_is_taught_again (MkStoreRun   *run,
                                   gconstpointer data)
{
  make_keyring_store (run);
  mk_memory_keyring_empty (mk_app_test_keyring ());
  mk_store_run (run, teach_again);
  mk_store_run (run, be_let_in);
}

/* It never answers: the window lives, another way is there, and it can be closed. */
static void
do_not_wait (MkWindow *window,
             gpointer  user_data)
{
  MkStoreRun *run = user_data;

  mk_store_run_shows (window, MK_TYPE_UNLOCK_PAGE);
  g_assert_false (gtk_widget_is_sensitive (
      GTK_WIDGET (mk_store_run_child (window, MK_TYPE_UNLOCK_PAGE, "unlock"))));
  mk_store_run_click (window, MK_TYPE_UNLOCK_PAGE, "to_code");
  mk_app_test_settle ();
  use_code (window, run->code);
}

static void
run_silent (MkStoreRun *run)
{
  mk_store_run (run, do_not_wait);
  mk_store_run (run, wait_for_unlocking);
}

static void
test_silent_keyring_is_not_waited_for (MkStoreRun   *run,
                                       gconstpointer data)
{
  make_keyring_store (run);
  mk_memory_keyring_set_mood (mk_app_test_keyring (), MK_MEMORY_KEYRING_SILENT);
  run_silent (run);
}

/* The same over the bus, with a service that takes every call and answers none. */
static void
test_silent_service_is_not_waited_for (MkStoreRun   *run,
                                       gconstpointer data)
{
  g_autofree char *script =
      g_test_build_filename (G_TEST_DIST, "keyring", "secret_service.py", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) service = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                                      "python3", script, "--silent", NULL);
  char ready[6];

  g_assert_no_error (error);
  g_assert_true (g_input_stream_read_all (g_subprocess_get_stdout_pipe (service), ready,
                                          sizeof ready, NULL, NULL, &error));
  make_keyring_store (run);
  mk_keyring_set_default_for_tests (NULL);
  run_silent (run);
  mk_keyring_set_default_for_tests (MK_KEYRING (mk_app_test_keyring ()));
  g_subprocess_force_exit (service);
  g_subprocess_wait (service, NULL, NULL);
}

#define ADD(path, func) \
  g_test_add (path, MkStoreRun, NULL, mk_store_run_set_up, func, mk_store_run_tear_down)

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  ADD ("/keyring/unlocks-at-a-press", test_keyring_unlocks_at_a_press);
  ADD ("/keyring/window-appears-with-something", test_window_appears_with_something);
  ADD ("/keyring/lost-is-taught-again", test_lost_keyring_is_taught_again);
  ADD ("/keyring/silent-is-not-waited-for", test_silent_keyring_is_not_waited_for);
  ADD ("/keyring/silent-service-is-not-waited-for", test_silent_service_is_not_waited_for);
  return g_test_run ();
}
