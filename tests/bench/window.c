/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One window at a time, for bench.py to measure as a process of its own: it ends when what was to
 * be shown has been drawn. */

#include "mk-app-test.h"

#include "mk-bench-key.h"
#include "placement/mk-placement-page.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

typedef int (*Work) (char **arguments);

/* On a machine that others use too, what takes a second may take a minute. */
#define PATIENCE_SECONDS 180

G_NORETURN static void
give_up_cb (gpointer what)
{
  g_printerr ("Waited %d seconds for %s\n", PATIENCE_SECONDS, (const char *) what);
  exit (EXIT_FAILURE);
}

/* Lets the program work until @what has come. */
static void
wait_for (const char *what,
          gboolean (*is_so) (gpointer user_data),
          gpointer    user_data)
{
  guint timeout = g_timeout_add_seconds_once (PATIENCE_SECONDS, give_up_cb, (gpointer) what);

  while (!is_so (user_data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

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
  wait_for ("a frame", is_true, &painted);
  exit (EXIT_SUCCESS);
}

/* Until the first page has been filled from the store, and drawn. */
static gboolean
has_content (gpointer window)
{
  MkShell *shell = mk_window_get_shell (window);

  return gtk_widget_get_mapped (window) && shell != NULL &&
         mk_workplace_get_self (mk_shell_get_workplace (shell)) != NULL;
}

G_NORETURN static void
show_content_cb (GtkApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (application);

  wait_for ("the first page", has_content, window);
  end_when_drawn (GTK_WIDGET (window));
}

/* The program on a store that the keyring opens. */
static int
start_program (const char *directory,
               GCallback   activated)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *option = g_strconcat ("--data-dir=", directory, NULL);
  char *started_with[] = { (char *) "makker", option, NULL };
  MkApplication *application = mk_application_new ();

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect_after (application, "activate", activated, NULL);
  if (!mk_keyring_save (MK_KEYRING (mk_app_test_keyring ()), MK_BENCH_KEYRING_ID,
                        MK_BENCH_KEYRING_SECRET, &error))
    g_error ("%s", error->message);
  return g_application_run (G_APPLICATION (application), 2, started_with);
}

/* start DIRECTORY: to the first page. */
static int
start (char **arguments)
{
  return start_program (arguments[0], G_CALLBACK (show_content_cb));
}

/* A program of libadwaita that has nothing of ours. */
static int
start_plain (GCallback activated)
{
  AdwApplication *application = adw_application_new ("dk.makker.Empty", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", activated, NULL);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}

/* Scrolling */

/* So many frames until everything is warm, and so many that are measured. */
#define WARM_FRAMES 120
#define FRAMES 300
#define PIXELS_A_FRAME 150
#define N_STRINGS 100000

/* Of both windows that are scrolled in. */
#define WINDOW_WIDTH 1100
#define WINDOW_HEIGHT 800

typedef struct
{
  GtkWidget *list;
  guint      frame;
  gint64     cpu; /* of the process before the first frame that is measured, in microseconds */
  gint64     memory; /* then, in KiB */
} Scrolling;

static gint64
cpu_now (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * G_USEC_PER_SEC + usage.ru_utime.tv_usec +
         usage.ru_stime.tv_usec;
}

static gint64
memory_now (void)
{
  g_autofree char *text = NULL;
  long pages = 0;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL) ||
      sscanf (text, "%*d %ld", &pages) != 1)
    g_error ("What memory is used can't be read");
  return pages * (sysconf (_SC_PAGESIZE) / 1024);
}

/* Says microseconds a frame, and by how many KiB the memory grew. */
static gboolean
scroll_cb (GtkWidget     *list,
           GdkFrameClock *clock G_GNUC_UNUSED,
           gpointer       user_data)
{
  Scrolling *scrolling = user_data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));

  if (scrolling->frame == WARM_FRAMES)
    {
      scrolling->cpu = cpu_now ();
      scrolling->memory = memory_now ();
    }
  if (scrolling->frame == WARM_FRAMES + FRAMES)
    {
      printf ("%ld %ld\n", (long) (cpu_now () - scrolling->cpu) / FRAMES,
              (long) (memory_now () - scrolling->memory));
      exit (EXIT_SUCCESS);
    }
  scrolling->frame++;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + PIXELS_A_FRAME);
  return G_SOURCE_CONTINUE;
}

/* Nothing else ends the main loop, and the frames come as they do in use. */
G_NORETURN static void
scroll (GtkWidget *list)
{
  Scrolling scrolling = { .list = list };

  gtk_widget_add_tick_callback (list, scroll_cb, &scrolling, NULL);
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
log_of (gpointer window)
{
  GtkWidget *page = mk_app_test_find (window, MK_TYPE_PLACEMENT_PAGE);

  return page != NULL ? mk_app_test_find (page, GTK_TYPE_GRID_VIEW) : NULL;
}

static gboolean
has_log (gpointer window)
{
  GtkWidget *list = log_of (window);

  return list != NULL && gtk_widget_get_mapped (list) &&
         /* The head is there before the log was read. */
         g_list_model_get_n_items (G_LIST_MODEL (gtk_grid_view_get_model (GTK_GRID_VIEW (list)))) >
             1;
}

G_NORETURN static void
scroll_log_cb (GtkApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (application);
  g_autoptr (MkPlacementItem) item = NULL;

  wait_for ("the first page", has_content, window);
  item = g_list_model_get_item (mk_workplace_get_placements (mk_shell_get_workplace (
                                    mk_window_get_shell (MK_WINDOW (window)))),
                                0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-placement", "s",
                              mk_placement_item_get_id (item));
  wait_for ("the log", has_log, window);
  /* What the store is counted for after the start is another work. */
  mk_app_test_wait_for_counting (MK_WINDOW (window));
  mk_app_test_resize (MK_WINDOW (window), WINDOW_WIDTH, WINDOW_HEIGHT);
  scroll (log_of (window));
}

/* scroll DIRECTORY: the log of the first placement of a store. */
static int
scroll_log (char **arguments)
{
  return start_program (arguments[0], G_CALLBACK (scroll_log_cb));
}

static void
set_up_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED,
           GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED,
         GtkListItem              *item)
{
  GtkStringObject *string = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (string));
}

static GtkWidget *
list_of_strings (void)
{
  GtkStringList *strings = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  for (guint i = 0; i < N_STRINGS; i++)
    gtk_string_list_take (strings, g_strdup_printf ("Linje %u af en lang liste", i));
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (strings))),
                            factory);
}

G_NORETURN static void
scroll_strings_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = list_of_strings ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), WINDOW_WIDTH, WINDOW_HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  scroll (list);
}

/* strings: a list of plain strings. */
static int
scroll_strings (char **arguments G_GNUC_UNUSED)
{
  return start_plain (G_CALLBACK (scroll_strings_cb));
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
  wait_for ("the frame with the dialog", is_true, &painted);
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
        printf ("%d %d\n", (int) ours, (int) theirs);
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
  { "hotline", 2, hotline },
  { "scroll", 1, scroll_log },
  { "strings", 0, scroll_strings },
};

int
main (int    argc,
      char **argv)
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_be_patient (PATIENCE_SECONDS);
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (works); i++)
    if (g_str_equal (argv[1], works[i].name) && argc - 2 == works[i].n_arguments)
      return works[i].work (argv + 2);
  g_printerr ("bench.py says how this is called.\n");
  return 2;
}
