/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-app-test.h"

#include "mk-locale.h"
#include "placement/mk-timeline-row.h"
#include "placement/mk-week-heading.h"
#include "start/mk-package-page.h"
#include "widgets/mk-state-chip.h"

#include <string.h>

#include <openssl/crypto.h>

static MkMemoryKeyring *keyring;

#define USUAL_DPI (96 * PANGO_SCALE)
#define NARROWEST 360

/* Something that turns while one waits always has a next frame to draw. */
#define MOST_ROUNDS 200

/* How long a page may take to come to rest before the test fails. */
static guint patience = 60;

G_NORETURN static void
time_out_cb (gpointer user_data)
{
  g_error ("The window did not come to rest within %u seconds", patience);
}

/* Whatever toast a test sees: its one line, with its buttons, fits the narrowest window. Larger text it
 * can't follow. */
static gboolean
toast_hook (GSignalInvocationHint *hint,
            guint                  n_values,
            const GValue          *values,
            gpointer               user_data)
{
  GtkWidget *widget = g_value_get_object (values);
  int dpi, width;

  if (!g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwToastWidget"))
    return TRUE;
  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  if (dpi <= USUAL_DPI)
    g_assert_cmpint (width, <=, NARROWEST);
  return TRUE;
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
  /* GLib waits for what the thread of a closed store does, and not for its end. If OpenSSL put itself
   * away before, that thread's random generators would be nobody's. */
  OPENSSL_init_crypto (OPENSSL_INIT_NO_ATEXIT, NULL);
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, toast_hook, NULL, NULL);
  /* Nobody's real keyring is touched. */
  keyring = mk_memory_keyring_new ();
  mk_keyring_set_default_for_tests (MK_KEYRING (keyring));
}

/**
 * mk_app_test_be_patient:
 * @seconds: how long
 *
 * Waits longer for a page to come to rest than a test does.
 */
void
mk_app_test_be_patient (guint seconds)
{
  patience = seconds;
}

/**
 * mk_app_test_keyring:
 *
 * Returns: (transfer none): what stands in for the desktop's keyring, willing and empty at first
 */
MkMemoryKeyring *
mk_app_test_keyring (void)
{
  return keyring;
}

/* What a run of the program is for. */
typedef struct
{
  MkAppTestFunc func;
  gpointer      user_data;
} Run;

/* An animation that goes on while its widget is put away is kept by libadwaita for ever. */
static void
startup_cb (void)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static void
activate_cb (GApplication *application,
             const Run    *run)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  g_assert_true (MK_IS_WINDOW (window));
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  mk_app_test_settle ();
  run->func (MK_WINDOW (window), run->user_data);

  gtk_window_destroy (window);
  mk_app_test_settle ();
  g_assert_null (window);
}

/**
 * mk_app_test_run:
 * @arguments: (array zero-terminated=1): what the program is started with, its name first
 * @func: what to do with the program's window
 * @user_data: for @func
 *
 * Runs the program, hands its window to @func once it is shown and at rest, and sees to it that
 * window and program are finalized when they are closed.
 */
void
mk_app_test_run (const char *const *arguments,
                 MkAppTestFunc      func,
                 gpointer           user_data)
{
  MkApplication *application = mk_application_new ();
  g_auto (GStrv) copy = g_strdupv ((char **) arguments);
  Run run = { func, user_data };

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect_after (application, "startup", G_CALLBACK (startup_cb), NULL);
  g_signal_connect_after (application, "activate", G_CALLBACK (activate_cb), &run);
  g_assert_cmpint (
      g_application_run (G_APPLICATION (application), (int) g_strv_length (copy), copy), ==, 0);

  g_assert_finalize_object (application);
}

/* Where the first run asks for a start package, there is none. */
static gboolean
has_shell (gpointer window)
{
  GtkWidget *page = mk_app_test_find (window, MK_TYPE_PACKAGE_PAGE);

  if (page != NULL && gtk_widget_get_mapped (page))
    g_signal_emit_by_name (page, "later");
  return mk_window_get_shell (window) != NULL;
}

/**
 * mk_app_test_wait_for_shell:
 * @window: the program's window
 *
 * Waits until its store is open; a start package that is asked for on the way is put off.
 */
void
mk_app_test_wait_for_shell (MkWindow *window)
{
  mk_app_test_wait (has_shell, window);
  mk_app_test_wait_for_counting (window);
}

static void
open_and_test (MkWindow *window,
               gpointer  func)
{
  mk_app_test_wait_for_shell (window);
  ((void (*) (MkWindow *)) func) (window);
}

static void
run_demo (gconstpointer func)
{
  static const char *const arguments[] = { "makker", "--demo", "--now", MK_APP_TEST_NOW, NULL };

  mk_app_test_run (arguments, open_and_test, (gpointer) func);
}

/**
 * mk_app_test_add:
 * @path: the test's name
 * @func: what to do with the program's window
 *
 * Adds a test on the invented workplace, at %MK_APP_TEST_NOW.
 */
void
mk_app_test_add (const char *path,
                 void (*func) (MkWindow *window))
{
  g_test_add_data_func (path, (gconstpointer) func, run_demo);
}

/**
 * mk_app_test_wait:
 * @is_so: asks whether it has come
 * @user_data: for @is_so
 *
 * Lets the program work until something has come; the test fails when it does not.
 */
void
mk_app_test_wait (gboolean (*is_so) (gpointer user_data),
                  gpointer user_data)
{
  guint timeout = g_timeout_add_seconds_once (patience, time_out_cb, NULL);

  while (!is_so (user_data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
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
 * Lets the program work until it has drawn what it had to and has nothing left to do but turn a
 * spinner.
 */
void
mk_app_test_settle (void)
{
  guint timeout = g_timeout_add_seconds_once (patience, time_out_cb, NULL);
  GtkWidget *window = shown_window ();
  int frames_left = window != NULL ? 2 : 0;

  if (window != NULL)
    gtk_widget_add_tick_callback (window, count_frame_cb, &frames_left, NULL);
  while (frames_left > 0)
    g_main_context_iteration (NULL, TRUE);
  for (int round = 0; round < MOST_ROUNDS && g_main_context_iteration (NULL, FALSE); round++)
    ;
  g_source_remove (timeout);
}

static GtkEventController *
drop_target_of (MkWindow *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return controller;
    }
  g_assert_not_reached ();
}

/**
 * mk_app_test_drop:
 * @window: the window
 * @paths: (array zero-terminated=1): files
 *
 * Drops files on the window, which must take them.
 */
void
mk_app_test_drop (MkWindow          *window,
                  const char *const *paths)
{
  GSList *files = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_taken = FALSE;

  for (guint i = 0; paths[i] != NULL; i++)
    files = g_slist_append (files, g_file_new_for_path (paths[i]));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  g_slist_free_full (files, g_object_unref);
  g_signal_emit_by_name (drop_target_of (window), "drop", &value, 1.0, 1.0, &is_taken);
  g_assert_true (is_taken);
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
  guint timeout = g_timeout_add_seconds_once (patience, time_out_cb, NULL);

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

static void
store_done_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static gboolean
is_set (gpointer pointer)
{
  return *(gpointer *) pointer != NULL;
}

/**
 * mk_app_test_on_store:
 * @window: the program's window, its store open
 * @func: what to do with the database; must return something
 * @data: for @func
 *
 * Reads the store behind the window's back, after all that the window asked for.
 *
 * Returns: what @func returned
 */
gpointer
mk_app_test_on_store (MkWindow   *window,
                      MkStoreFunc func,
                      gpointer    data)
{
  MkStore *store = mk_workplace_get_store (mk_shell_get_workplace (mk_window_get_shell (window)));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gpointer outcome;

  mk_store_run_async (store, func, data, NULL, NULL, MK_STORE_READ, NULL, store_done_cb, &result);
  mk_app_test_wait (is_set, &result);
  outcome = mk_store_run_finish (store, result, &error);
  g_assert_no_error (error);
  return outcome;
}

static gpointer
nothing_func (MkDatabase   *database G_GNUC_UNUSED,
              gpointer      data,
              GCancellable *cancellable G_GNUC_UNUSED,
              GError      **error G_GNUC_UNUSED)
{
  return data;
}

/**
 * mk_app_test_wait_for_counting:
 * @window: the program's window, its store open
 *
 * Waits until what is to be sent has been counted again, which comes after all that somebody waits
 * for.
 */
void
mk_app_test_wait_for_counting (MkWindow *window)
{
  MkStore *store = mk_workplace_get_store (mk_shell_get_workplace (mk_window_get_shell (window)));
  g_autoptr (GAsyncResult) result = NULL;

  mk_app_test_settle ();
  mk_store_run_async (store, nothing_func, window, NULL, NULL, MK_STORE_LONG_READ, NULL,
                      store_done_cb, &result);
  mk_app_test_wait (is_set, &result);
  mk_app_test_settle ();
}

static gboolean
shows_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (window) != NULL;
}

static gboolean
shows_no_dialog (gpointer window)
{
  return !shows_dialog (window);
}

/**
 * mk_app_test_wait_for_dialog:
 * @window: the program's window
 *
 * Returns: the dialog that is shown, once there is one
 */
AdwDialog *
mk_app_test_wait_for_dialog (MkWindow *window)
{
  mk_app_test_wait (shows_dialog, window);
  mk_app_test_settle ();
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

/**
 * mk_app_test_wait_for_no_dialog:
 * @window: the program's window
 *
 * Waits until every dialog is closed.
 */
void
mk_app_test_wait_for_no_dialog (MkWindow *window)
{
  mk_app_test_wait (shows_no_dialog, window);
  mk_app_test_settle ();
}

/* What a widget is called for readers, when that is not @text; NULL when it is. */
static char *
other_name (GtkWidget  *widget,
            const char *text)
{
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                             text);
}

/* Some draw their words themselves. */
static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  g_autofree char *name = NULL;

  if (GTK_IS_LABEL (widget))
    return g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
  if (MK_IS_STATE_CHIP (widget) || MK_IS_WEEK_HEADING (widget))
    return (name = other_name (widget, text)) == NULL;
  if (!MK_IS_TIMELINE_ROW (widget))
    return FALSE;
  name = other_name (gtk_widget_get_parent (widget), text);
  return name == NULL || strstr (name, text) != NULL;
}

/**
 * mk_app_test_find_text:
 * @root: where to begin
 * @text: what is shown
 *
 * Returns: (transfer none) (nullable): the first visible label with exactly that text
 */
GtkWidget *
mk_app_test_find_text (GtkWidget  *root,
                       const char *text)
{
  if (gtk_widget_get_mapped (root) && says (root, text))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = mk_app_test_find_text (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * mk_app_test_count:
 * @root: where to begin
 * @type: the type of the widgets
 *
 * Returns: how many widgets of that type there are
 */
guint
mk_app_test_count (GtkWidget *root,
                   GType      type)
{
  guint count = g_type_is_a (G_OBJECT_TYPE (root), type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += mk_app_test_count (child, type);
  return count;
}
