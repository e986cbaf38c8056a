/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-app-test.h"

#include "mk-locale.h"

/* How long a page may take to come to rest before the test fails. */
#define PATIENCE_MS 10000

G_NORETURN static void
time_out_cb (gpointer user_data)
{
  g_error ("The window did not come to rest within %d ms", PATIENCE_MS);
}

/**
 * mk_app_test_init:
 * @argc: as main has it
 * @argv: as main has it
 *
 * Begins a test program of the application, in the language of its environment.
 */
void
mk_app_test_init (int    *argc,
                  char ***argv)
{
  mk_locale_init ();
  gtk_disable_setlocale ();
  g_test_init (argc, argv, NULL);
}

static void
activate_cb (GApplication *application,
             MkAppTestFunc func)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  g_assert_true (MK_IS_WINDOW (window));
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  mk_app_test_settle ();
  func (MK_WINDOW (window));

  gtk_window_destroy (window);
  mk_app_test_settle ();
  g_assert_null (window);
}

static void
run (gconstpointer data)
{
  MkApplication *application = mk_application_new ();
  MkAppTestFunc func = (MkAppTestFunc) data;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect_after (application, "activate", G_CALLBACK (activate_cb), func);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 0, NULL), ==, 0);

  g_assert_finalize_object (application);
}

/**
 * mk_app_test_add:
 * @path: the test's name
 * @func: what to do with the program's window
 *
 * Adds a test that starts the program, hands its window to @func once it is shown and at rest, and
 * sees to it that window and program are finalized when they are closed.
 */
void
mk_app_test_add (const char   *path,
                 MkAppTestFunc func)
{
  g_test_add_data_func (path, (gconstpointer) func, run);
}

static gboolean
count_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  int *left = user_data;

  *left -= 1;
  return *left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static GtkWidget *
shown_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

/**
 * mk_app_test_settle:
 *
 * Lets the program work until it has drawn what it had to and has nothing left to do.
 */
void
mk_app_test_settle (void)
{
  guint timeout = g_timeout_add_once (PATIENCE_MS, time_out_cb, NULL);
  GtkWidget *window = shown_window ();
  int frames_left = window != NULL ? 2 : 0;

  if (window != NULL)
    gtk_widget_add_tick_callback (window, count_frame_cb, &frames_left, NULL);
  while (frames_left > 0)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_source_remove (timeout);
}

/**
 * mk_app_test_resize:
 * @window: the window
 * @width: in pixels
 * @height: in pixels
 *
 * Gives the window a size, not counting the frame that GTK draws around it where there is no
 * compositor, and waits until it has it and is laid out.
 */
void
mk_app_test_resize (MkWindow *window,
                    int       width,
                    int       height)
{
  GtkWidget *widget = GTK_WIDGET (window);
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  int frame_width = gdk_surface_get_width (surface) - gtk_widget_get_width (widget);
  int frame_height = gdk_surface_get_height (surface) - gtk_widget_get_height (widget);
  guint timeout = g_timeout_add_once (PATIENCE_MS, time_out_cb, NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), width + frame_width, height + frame_height);
  while (gtk_widget_get_width (widget) != width || gtk_widget_get_height (widget) != height)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
  mk_app_test_settle ();
}

/**
 * mk_app_test_find:
 * @root: where to begin
 * @type: the type of the widget
 *
 * Returns: (transfer none) (nullable): the first widget of that type, depth first
 */
GtkWidget *
mk_app_test_find (GtkWidget *root,
                  GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = mk_app_test_find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}
