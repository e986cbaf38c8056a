/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One window at a time, for bench.py to measure as a process of its own: it ends when what was to
 * be shown has been drawn. */

#include "mk-app-test.h"

#include "mk-bench-key.h"

#include <stdlib.h>

typedef int (*Work) (char **arguments);

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static gboolean
is_true (gpointer flag)
{
  return *(gboolean *) flag;
}

/* Ends with the frame that shows what is there now. */
G_NORETURN static void
end_when_drawn (GtkWidget *window)
{
  gboolean painted = FALSE;

  gtk_widget_queue_draw (window);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (window), "after-paint",
                            G_CALLBACK (painted_cb), &painted);
  mk_app_test_wait (is_true, &painted);
  exit (EXIT_SUCCESS);
}

/* Until the first page has been filled from the store, and drawn. */
static gboolean
has_content (gpointer window)
{
  MkShell *shell = mk_window_get_shell (window);

  return shell != NULL && mk_workplace_get_self (mk_shell_get_workplace (shell)) != NULL;
}

G_NORETURN static void
show_content_cb (GtkApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (application);

  mk_app_test_wait (has_content, window);
  end_when_drawn (GTK_WIDGET (window));
}

/* start DIRECTORY: the program on a store that the keyring opens. */
static int
start (char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *option = g_strconcat ("--data-dir=", arguments[0], NULL);
  char *started_with[] = { (char *) "makker", option, NULL };
  MkApplication *application = mk_application_new ();

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect_after (application, "activate", G_CALLBACK (show_content_cb), NULL);
  if (!mk_keyring_save (MK_KEYRING (mk_app_test_keyring ()), MK_BENCH_KEYRING_ID,
                        MK_BENCH_KEYRING_SECRET, &error))
    g_error ("%s", error->message);
  return g_application_run (G_APPLICATION (application), 2, started_with);
}

G_NORETURN static void
show_empty_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), adw_status_page_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 800);
  gtk_window_present (GTK_WINDOW (window));
  end_when_drawn (window);
}

/* empty: a window of libadwaita with a header bar, and nothing in it. */
static int
empty (char **arguments G_GNUC_UNUSED)
{
  AdwApplication *application = adw_application_new ("dk.makker.Empty", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (show_empty_cb), NULL);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}

/* Whom to call, against a dialog with nothing in it */

#define WARMING_UP 2

static MkHotlineLine *
line_new (guint number)
{
  MkHotlineLine *line = g_new0 (MkHotlineLine, 1);

  line->key = g_strdup_printf ("%u", number);
  line->id = g_strdup (line->key);
  line->name = g_strdup_printf ("Vagt %u", number);
  line->function = g_strdup ("Vagttelefon");
  line->telephone = g_strdup ("70 10 10 10");
  line->priority = number;
  line->contact = mk_shape_new (mk_contact_type.shape);
  line->contact->opening_hours = g_ptr_array_new ();
  return line;
}

static void
fill_hotline (MkWindow *window,
              guint     n_lines)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (mk_hotline_line_free);

  for (guint i = 0; i < n_lines; i++)
    g_ptr_array_add (lines, line_new (i + 1));
  mk_hotline_update (
      mk_workplace_get_hotline (mk_shell_get_workplace (mk_window_get_shell (window))), lines);
}

static void
show_hotline (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.hotline", "s", "");
}

static void
show_nothing (MkWindow *window)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), adw_bin_new ());
  adw_dialog_set_content_width (dialog, 520);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

/* Microseconds until the frame that shows the dialog has been drawn. */
static gint64
time_dialog (MkWindow *window,
             void (*show) (MkWindow *window))
{
  gint64 begun = g_get_monotonic_time ();
  gboolean painted = FALSE;
  gulong handler;
  gint64 ended;

  show (window);
  handler = g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (window)),
                                      "after-paint", G_CALLBACK (painted_cb), &painted);
  mk_app_test_wait (is_true, &painted);
  ended = g_get_monotonic_time ();
  g_signal_handler_disconnect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), handler);
  adw_dialog_force_close (mk_app_test_wait_for_dialog (window));
  mk_app_test_wait_for_no_dialog (window);
  return ended - begun;
}

static void
time_hotline (MkWindow *window,
              gpointer  user_data)
{
  const int *figures = user_data;

  mk_app_test_wait_for_shell (window);
  mk_app_test_wait_for_counting (window);
  fill_hotline (window, (guint) figures[0]);
  for (int i = 0; i < figures[1] + WARMING_UP; i++)
    {
      gint64 ours = time_dialog (window, show_hotline);
      gint64 theirs = time_dialog (window, show_nothing);

      if (i >= WARMING_UP)
        g_print ("%d %d\n", (int) ours, (int) theirs);
    }
}

/* hotline CONTACTS RUNS: prints how long both take, in turns, in microseconds. */
static int
hotline (char **arguments)
{
  const char *const options[] = { "makker", "--demo", "--now", MK_APP_TEST_NOW, NULL };
  int figures[] = { atoi (arguments[0]), atoi (arguments[1]) };

  mk_app_test_run (options, time_hotline, figures);
  return EXIT_SUCCESS;
}

static const struct
{
  const char *name;
  int n_arguments;
  Work work;
} works[] = {
  { "start", 1, start },
  { "empty", 0, empty },
  { "hotline", 2, hotline },
};

int
main (int    argc,
      char **argv)
{
  mk_app_test_init (&argc, &argv);
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (works); i++)
    if (g_str_equal (argv[1], works[i].name) && argc - 2 == works[i].n_arguments)
      return works[i].work (argv + 2);
  g_printerr ("bench.py says how this is called.\n");
  return 2;
}
