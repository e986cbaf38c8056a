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

static const struct
{
  const char *name;
  int n_arguments;
  Work work;
} works[] = {
  { "start", 1, start },
  { "empty", 0, empty },
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
