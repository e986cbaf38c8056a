/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is read, shown in a window that stands there already, for bench.py: each is a process of its
 * own, and prints what it measured. */

#include "mk-sent-material.h"
#include "training/mk-course.h"
#include "training/mk-markdown-view.h"
#include "training/mk-markdown-words.h"
#include "training/mk-pdf-view.h"

#include <poppler.h>
#include <stdlib.h>
#include <string.h>

#define N_PAGES 500
#define N_LINES 40

/* How long a frame takes at least. */
#define FRAME_US 16667

/* The width of a page as it is shown first. */
#define WIDTH 684

typedef void (*Work) (AdwApplicationWindow *window);

static gboolean
is_true (gpointer flag)
{
  return *(gboolean *) flag;
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_until_drawn (GtkWidget *window)
{
  gboolean painted = FALSE;
  gulong handler;

  gtk_widget_queue_draw (window);
  handler = g_signal_connect_swapped (gtk_widget_get_frame_clock (window), "after-paint",
                                      G_CALLBACK (painted_cb), &painted);
  mk_app_test_wait (is_true, &painted);
  g_signal_handler_disconnect (gtk_widget_get_frame_clock (window), handler);
}

/* When the work begins. Nothing moves in the window, and nothing did a moment ago: a frame would make
 * what comes next wait for the one after it. */
static gint64
begin (void)
{
  mk_app_test_settle ();
  g_usleep (2 * FRAME_US);
  return g_get_monotonic_time ();
}

static void
show (AdwApplicationWindow *window,
      GtkWidget            *content)
{
  adw_application_window_set_content (window, content);
  wait_until_drawn (GTK_WIDGET (window));
}

static GtkWidget *
scrolled (GtkWidget *child)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), child);
  return scroll;
}

static void
print_since (gint64 begun)
{
  g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - begun);
}

/* The longest text of the course. */
static const MkLesson *
longest_lesson (void)
{
  const GPtrArray *lessons = mk_course_get ();
  const MkLesson *longest = g_ptr_array_index (lessons, 0);

  for (guint i = 1; i < lessons->len; i++)
    {
      const MkLesson *lesson = g_ptr_array_index (lessons, i);

      if (strlen (lesson->body) > strlen (longest->body))
        longest = lesson;
    }
  return longest;
}

/* As wide as on its page. */
static MkMarkdownView *
show_longest_lesson (AdwApplicationWindow *window)
{
  const MkLesson *lesson = longest_lesson ();
  MkMarkdownView *view = mk_markdown_view_new ();
  GtkWidget *clamp;

  mk_markdown_view_take (view, mk_markdown_parse (lesson->body, strlen (lesson->body), NULL));
  clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 640, "child", view, NULL);
  show (window, scrolled (clamp));
  return view;
}

/* Until its first screen is seen. */
static void
show_lesson (AdwApplicationWindow *window)
{
  gint64 begun = begin ();

  show_longest_lesson (window);
  print_since (begun);
}

static gboolean
is_whole (gpointer view)
{
  return mk_markdown_view_is_whole (view);
}

/* Until all of it is there. */
static void
show_whole_lesson (AdwApplicationWindow *window)
{
  gint64 begun = begin ();

  mk_app_test_wait (is_whole, show_longest_lesson (window));
  wait_until_drawn (GTK_WIDGET (window));
  print_since (begun);
}

static void
show_text (AdwApplicationWindow *window)
{
  const MkLesson *lesson = longest_lesson ();
  gint64 begun = begin ();
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), lesson->body, -1);
  show (window, scrolled (view));
  print_since (begun);
}

/* What draws the first page, and what shows it. */
typedef struct
{
  MkPdfView *view;
  gboolean   is_drawn;
} FirstPage;

static void
first_page_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  FirstPage *page = user_data;
  g_autoptr (MkPdfPicture) first =
      mk_pdf_document_draw_finish (MK_PDF_DOCUMENT (object), result, NULL);

  mk_pdf_view_begin (page->view, first);
  page->is_drawn = TRUE;
}

static gboolean
is_drawn (gpointer page)
{
  return ((FirstPage *) page)->is_drawn;
}

/* As its page does it. */
static GtkWidget *
show_first_page (AdwApplicationWindow *window,
                 GBytes               *bytes)
{
  g_autoptr (MkPdfDocument) document = mk_pdf_document_new (bytes);
  FirstPage page = { NULL, FALSE };

  mk_pdf_document_draw_async (document, 0, WIDTH, NULL, first_page_cb, &page);
  page.view = mk_pdf_view_new (document);
  mk_app_test_wait (is_drawn, &page);
  show (window, GTK_WIDGET (page.view));
  return GTK_WIDGET (page.view);
}

static void
show_pdf (AdwApplicationWindow *window)
{
  g_autoptr (GBytes) bytes = mk_sent_material_pdf (N_PAGES, N_LINES);
  gint64 begun = begin ();

  show_first_page (window, bytes);
  print_since (begun);
}

static GtkWidget *
picture_of (cairo_surface_t *surface)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  int height = cairo_image_surface_get_height (surface);
  g_autoptr (GBytes) pixels =
      g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                  (GDestroyNotify) cairo_surface_destroy,
                                  cairo_surface_reference (surface));
  g_autoptr (GdkTexture) texture =
      gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT,
                              pixels, stride);

  return gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
}

/* What poppler needs for the same page, and the window for a picture of it. */
static void
show_poppler (AdwApplicationWindow *window)
{
  g_autoptr (GBytes) bytes = mk_sent_material_pdf (N_PAGES, N_LINES);
  gint64 begun = begin ();
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, NULL);
  PopplerPage *page = poppler_document_get_page (document, 0);
  cairo_surface_t *surface;
  GtkWidget *picture;
  cairo_t *cairo;
  double width, height;

  poppler_page_get_size (page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, (int) (WIDTH * height / width));
  cairo = cairo_create (surface);
  cairo_scale (cairo, WIDTH / width, WIDTH / width);
  poppler_page_render (page, cairo);
  cairo_destroy (cairo);
  picture = picture_of (surface);
  cairo_surface_destroy (surface);
  g_object_unref (page);
  g_object_unref (document);
  show (window, picture);
  print_since (begun);
}

static double
memory_now (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) figures = NULL;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;
  figures = g_strsplit (text, " ", 3);
  return (double) g_ascii_strtoull (figures[1], NULL, 10) * (double) sysconf (_SC_PAGESIZE) /
         (1024 * 1024);
}

/* From the first page to the last one, half a window at a time. */
static void
scroll_pdf (AdwApplicationWindow *window)
{
  g_autoptr (GBytes) bytes = mk_sent_material_pdf (N_PAGES, N_LINES);
  double idle = memory_now ();
  double most = idle;
  GtkWidget *view = show_first_page (window, bytes);
  GtkAdjustment *way = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (mk_app_test_find (view, GTK_TYPE_SCROLLED_WINDOW)));

  for (double at = 0; at < gtk_adjustment_get_upper (way); at += 400)
    {
      gtk_adjustment_set_value (way, at);
      wait_until_drawn (GTK_WIDGET (window));
      most = MAX (most, memory_now ());
    }
  g_print ("%d\n", (int) (most - idle));
}

static const struct
{
  const char *name;
  Work work;
} works[] = {
  { "lesson", show_lesson }, { "whole", show_whole_lesson }, { "text", show_text },
  { "pdf", show_pdf },       { "poppler", show_poppler },    { "scroll", scroll_pdf },
};

/* What stands in the program before anything is read: a bar, a symbol, words that can be marked, and a
 * text that can be written. */
static GtkWidget *
idle_content (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), gtk_button_new_from_icon_name ("printer-symbolic"));
  gtk_box_append (GTK_BOX (box), mk_markdown_label_new ("Velkommen"));
  gtk_box_append (GTK_BOX (box), gtk_text_view_new ());
  return box;
}

G_NORETURN static void
activate_cb (GtkApplication *application,
             gpointer        work)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 800);
  gtk_window_present (GTK_WINDOW (window));
  show (ADW_APPLICATION_WINDOW (window), idle_content ());
  (*(const Work *) work) (ADW_APPLICATION_WINDOW (window));
  exit (EXIT_SUCCESS);
}

int
main (int    argc,
      char **argv)
{
  AdwApplication *application;

  mk_app_test_init (&argc, &argv);
  gtk_init ();
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  /* It brings its resources with it. */
  g_object_unref (mk_application_new ());
  for (guint i = 0; argc == 2 && i < G_N_ELEMENTS (works); i++)
    if (g_str_equal (argv[1], works[i].name))
      {
        application = adw_application_new ("dk.makker.Reader", G_APPLICATION_NON_UNIQUE);
        g_signal_connect (application, "activate", G_CALLBACK (activate_cb),
                          (gpointer) &works[i].work);
        return g_application_run (G_APPLICATION (application), 0, NULL);
      }
  g_printerr ("bench.py says how this is called.\n");
  return 2;
}
