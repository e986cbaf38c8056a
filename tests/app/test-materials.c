/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-reader.h"
#include "mk-sent-material.h"
#include "training/mk-markdown-view.h"
#include "training/mk-material-page.h"
#include "training/mk-pdf-page.h"
#include "training/mk-pdf-print.h"
#include "training/mk-pdf-view.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

/* Materials that came in a package, shown in place. */

#define MATERIAL "bbbbbbbb-0000-4000-8000-00000000000"

static char *
entry (guint       number,
       const char *format,
       GBytes     *bytes)
{
  g_autofree char *id = g_strdup_printf (MATERIAL "%u", number);
  g_autofree char *title = g_strdup_printf ("Materiale %u", number);

  return mk_sent_material_entry (id, title, format, bytes);
}

/* A text, a PDF, and what only claims to be one. */
static void
fetch_materials (MkWindow *window)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("## Velkommen", strlen ("## Velkommen"));
  g_autoptr (GBytes) pdf = mk_sent_material_pdf (60, 1);
  g_autoptr (GBytes) broken = g_bytes_new_static ("%PDF-1.7\nnej", strlen ("%PDF-1.7\nnej"));
  g_autofree char *first = entry (1, "markdown", text);
  g_autofree char *second = entry (2, "pdf", pdf);
  g_autofree char *third = entry (3, "pdf", broken);

  mk_sent_material_fetch (window, (const char *[]) { first, second, third, NULL });
}

static void
open_material (MkWindow   *window,
               const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-material", "s", id);
  mk_app_test_settle ();
}

static gboolean
is_told (gpointer data)
{
  gpointer *parts = data;

  return mk_app_test_find_text (parts[0], parts[1]) != NULL;
}

static void
wait_for_text (MkWindow   *window,
               const char *text)
{
  gpointer parts[] = { window, (gpointer) text };

  mk_app_test_wait (is_told, parts);
}

static void
test_stands_with_its_sender (MkWindow *window)
{
  fetch_materials (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-training", NULL);
  wait_for_text (window, "Fra Jobcenter Eksempelby");
  wait_for_text (window, "Tekst · 3. december 2026");
  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (window), "Materiale 2"));
}

static void
test_text_is_shown (MkWindow *window)
{
  fetch_materials (window);
  open_material (window, MATERIAL "1");
  wait_for_text (window, "Velkommen");
}

static gboolean
has_pages (gpointer window)
{
  GtkWidget *view = mk_app_test_find (window, MK_TYPE_PDF_VIEW);

  return view != NULL && mk_pdf_view_count_drawn (MK_PDF_VIEW (view)) > 0;
}

static gboolean
is_at_the_end (gpointer window)
{
  return mk_app_test_find_text (window, "Side 60 af 60") != NULL && has_pages (window);
}

/* What a search leads to */

#define PARAGRAPHS 40

static void
show_found (MkWindow   *window,
            const char *id,
            const char *searched)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-found", "(sssxs)", "materiale", id, "",
                              (gint64) 0, searched);
  mk_app_test_settle ();
}

/* Each paragraph says its number. */
static GBytes *
long_text (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 1; i <= PARAGRAPHS; i++)
    g_string_append_printf (text, "Her er afsnit nummer%u, og det handler om pauser.\n\n", i);
  return g_string_free_to_bytes (text);
}

static gboolean
is_marked (gpointer label)
{
  return gtk_label_get_selection_bounds (label, NULL, NULL);
}

static gboolean
has_last_paragraphs (gpointer window)
{
  return mk_app_test_find_text (window, "Her er afsnit nummer33, og det handler om pauser.") !=
         NULL;
}

/* The one paragraph that has all of the words is in view, and the first of them is marked. */
static void
test_text_opens_where_the_words_stand (MkWindow *window)
{
  g_autoptr (GBytes) text = long_text ();
  g_autofree char *first = entry (5, "markdown", text);
  GtkWidget *label, *scroll;
  graphene_rect_t bounds;
  int start, end;

  mk_sent_material_fetch (window, (const char *[]) { first, NULL });
  show_found (window, MATERIAL "5", "pauser NUMMER33");
  mk_app_test_wait (has_last_paragraphs, window);
  label = mk_app_test_find_text (GTK_WIDGET (window),
                                 "Her er afsnit nummer33, og det handler om pauser.");
  mk_app_test_wait (is_marked, label);
  mk_app_test_settle ();
  g_assert_true (gtk_label_get_selection_bounds (GTK_LABEL (label), &start, &end));
  g_assert_cmpint (end - start, ==, (int) strlen ("pauser"));
  scroll = gtk_widget_get_ancestor (label, GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (gtk_widget_compute_bounds (label, scroll, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >, 0);
  g_assert_cmpfloat (bounds.origin.y, <, (float) gtk_widget_get_height (scroll));
}

static gboolean
is_at_page_57 (gpointer window)
{
  return mk_app_test_find_text (window, "Side 57 af 60") != NULL;
}

static void
count_marks (GtkWidget *widget,
             guint     *count)
{
  GArray *marks = MK_IS_PDF_PAGE (widget) ? mk_pdf_page_get_marks (MK_PDF_PAGE (widget)) : NULL;

  *count += marks != NULL ? marks->len : 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count_marks (child, count);
}

/* The one page that has all of the words is gone to, and both are marked on it. */
static void
test_pdf_opens_where_the_words_stand (MkWindow *window)
{
  guint n_marks = 0;

  fetch_materials (window);
  show_found (window, MATERIAL "2", "buddy 57");
  mk_app_test_wait (is_at_page_57, window);
  count_marks (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_PDF_VIEW), &n_marks);
  g_assert_cmpuint (n_marks, ==, 2);
}

/* However many pages there are, those that are not in view hold no picture. */
static void
test_only_what_is_in_view_is_held (MkWindow *window)
{
  MkPdfView *view;
  GtkAdjustment *way;

  fetch_materials (window);
  open_material (window, MATERIAL "2");
  mk_app_test_wait (has_pages, window);
  view = MK_PDF_VIEW (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_PDF_VIEW));
  way = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (mk_app_test_find (GTK_WIDGET (view), GTK_TYPE_SCROLLED_WINDOW)));
  for (double at = 0; at < gtk_adjustment_get_upper (way); at += 900)
    {
      gtk_adjustment_set_value (way, at);
      mk_app_test_settle ();
      g_assert_cmpuint (mk_pdf_view_count_drawn (view), <=, 6);
    }
  mk_app_test_wait (is_at_the_end, window);
}

/* A page is gone to by its number, however far it is, and what is no page goes nowhere. */
static void
test_page_is_gone_to_by_its_number (MkWindow *window)
{
  GtkWidget *view, *number;

  fetch_materials (window);
  open_material (window, MATERIAL "2");
  mk_app_test_wait (has_pages, window);
  view = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_PDF_VIEW);
  number = GTK_WIDGET (gtk_widget_get_template_child (view, MK_TYPE_PDF_VIEW, "number"));
  gtk_widget_activate_action (view, "pdf.ask-page", NULL);
  mk_app_test_settle ();
  g_assert_true (gtk_widget_get_mapped (number));
  gtk_editable_set_text (GTK_EDITABLE (number), "61");
  g_signal_emit_by_name (number, "activate");
  mk_app_test_settle ();
  g_assert_true (gtk_widget_get_mapped (number));
  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (window), "Side 1 af 60"));
  gtk_editable_set_text (GTK_EDITABLE (number), "57");
  g_signal_emit_by_name (number, "activate");
  wait_for_text (window, "Side 57 af 60");
}

static gboolean
is_gone (gpointer texture)
{
  return *(gpointer *) texture == NULL;
}

/* Nothing holds the picture of a page that was scrolled past, GTK included. */
static void
test_picture_goes_with_its_page (MkWindow *window)
{
  static const guchar pixels[16] = { 0 };
  g_autoptr (GBytes) pdf = mk_sent_material_pdf (1, 1);
  g_autoptr (GBytes) bytes = g_bytes_new_static (pixels, sizeof pixels);
  g_autoptr (MkPdfDocument) document = mk_pdf_document_new (pdf);
  GtkWidget *page = GTK_WIDGET (mk_pdf_page_new (document, 0, 1));
  GtkWidget *shown_in = gtk_window_new ();
  MkPdfPicture picture = { gdk_memory_texture_new (2, 2, GDK_MEMORY_DEFAULT, bytes, 8), 1 };
  gpointer texture = picture.texture;

  g_object_add_weak_pointer (G_OBJECT (picture.texture), &texture);
  gtk_window_set_child (GTK_WINDOW (shown_in), page);
  gtk_window_present (GTK_WINDOW (shown_in));
  mk_app_test_settle ();
  mk_pdf_page_show (MK_PDF_PAGE (page), &picture);
  g_object_unref (picture.texture);
  mk_app_test_settle ();
  g_assert_nonnull (texture);
  mk_pdf_page_set_shown (MK_PDF_PAGE (page), TRUE);
  mk_pdf_page_set_shown (MK_PDF_PAGE (page), FALSE);
  mk_app_test_wait (is_gone, &texture);
  gtk_window_destroy (GTK_WINDOW (shown_in));
}

/* Printing, to a file instead of a printer */

static PopplerDocument *
print (GBytes *pdf,
       char  **words)
{
  g_autofree char *folder = g_dir_make_tmp ("makker-materials-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "ark.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) printed = NULL;
  PopplerDocument *document;
  gsize length;

  g_assert_true (mk_pdf_print_to_file (pdf, path, &error));
  g_assert_no_error (error);
  *words = mk_reader_text (path);
  g_assert_true (g_file_get_contents (path, &contents, &length, &error));
  printed = g_bytes_new_take (g_steal_pointer (&contents), length);
  g_assert_true (g_unlink (path) == 0 && g_rmdir (folder) == 0);
  document = poppler_document_new_from_bytes (printed, NULL, &error);
  g_assert_no_error (error);
  return document;
}

/* The words of a page stand within its edges. */
static void
assert_is_whole (PopplerDocument *document,
                 int              number,
                 const char      *words)
{
  PopplerPage *page = poppler_document_get_page (document, number);
  GList *found = poppler_page_find_text (page, words);
  const PopplerRectangle *area = found != NULL ? found->data : NULL;
  double width, height;

  g_assert_nonnull (area);
  poppler_page_get_size (page, &width, &height);
  g_assert_true (area->x1 > 0 && area->x2 < width && area->y1 > 0 && area->y2 < height);
  g_list_free_full (found, (GDestroyNotify) poppler_rectangle_free);
  g_object_unref (page);
}

static void
test_print_has_every_page (void)
{
  g_autoptr (GBytes) pdf = mk_sent_material_pdf (12, 1);
  g_autofree char *words = NULL;
  PopplerDocument *document = print (pdf, &words);

  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 12);
  for (int i = 0; i < 12; i++)
    {
      g_autofree char *line = g_strdup_printf ("Velkommen som buddy, side %d", i + 1);

      g_assert_nonnull (strstr (words, line));
      assert_is_whole (document, i, line);
    }
  g_object_unref (document);
}

/* A poster comes on the paper that is there, lying on its side, and nothing of it is lost. */
static void
test_large_page_fits_the_paper (void)
{
  g_autoptr (GBytes) pdf = mk_sent_material_poster ();
  g_autofree char *words = NULL;
  PopplerDocument *document = print (pdf, &words);
  PopplerPage *page = poppler_document_get_page (document, 0);
  double width, height;

  poppler_page_get_size (page, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 842, 1);
  g_assert_cmpfloat_with_epsilon (height, 595, 1);
  assert_is_whole (document, 0, "Oppe til venstre");
  assert_is_whole (document, 0, "Nede til højre");
  g_object_unref (page);
  g_object_unref (document);
}

/* The standard lock, with a password that is not the empty one. */
static GBytes *
locked_pdf (void)
{
  static const char text[] =
      "%PDF-1.4\n"
      "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
      "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
      "4 0 obj<</Filter/Standard/V 1/R 2/P -4"
      "/O<0101010101010101010101010101010101010101010101010101010101010101>"
      "/U<0202020202020202020202020202020202020202020202020202020202020202>>>endobj\n"
      "trailer<</Root 1 0 R/Size 5/Encrypt 4 0 R/ID[<00><00>]>>\n%%EOF\n";

  return g_bytes_new_static (text, sizeof text - 1);
}

static void
test_what_is_locked_is_told (MkWindow *window)
{
  g_autoptr (GBytes) pdf = locked_pdf ();
  g_autofree char *locked = entry (4, "pdf", pdf);

  mk_sent_material_fetch (window, (const char *[]) { locked, NULL });
  open_material (window, MATERIAL "4");
  wait_for_text (window, "Denne PDF er låst med en adgangskode. Bed afsenderen om en uden.");
}

#define MOST_STEPS 60

/* Whoever goes on before all of it is there leaves nothing behind. */
static void
test_may_be_left_at_any_moment (MkWindow *window)
{
  static const char *const ids[] = { MATERIAL "1", MATERIAL "2", MATERIAL "3" };

  fetch_materials (window);
  mk_app_test_resize (window, 360, 640);
  for (guint steps = 0; steps < MOST_STEPS; steps++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-material", "s",
                                  ids[steps % G_N_ELEMENTS (ids)]);
      for (guint i = 0; i < steps; i++)
        g_main_context_iteration (NULL, FALSE);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-today", NULL);
    }
  mk_app_test_settle ();
  g_assert_null (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_MATERIAL_PAGE));
}

static void
test_what_is_damaged_is_told (MkWindow *window)
{
  fetch_materials (window);
  open_material (window, MATERIAL "3");
  wait_for_text (window,
                 "Denne PDF er beskadiget og kan ikke vises. Bed afsenderen om at sende den "
                 "igen.");
}

int
main (int    argc,
      char **argv)
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/materials/stand-with-their-sender", test_stands_with_its_sender);
  mk_app_test_add ("/materials/text-is-shown", test_text_is_shown);
  mk_app_test_add ("/materials/text-opens-where-the-words-stand",
                   test_text_opens_where_the_words_stand);
  mk_app_test_add ("/materials/pdf-opens-where-the-words-stand",
                   test_pdf_opens_where_the_words_stand);
  mk_app_test_add ("/materials/only-what-is-in-view-is-held", test_only_what_is_in_view_is_held);
  mk_app_test_add ("/materials/page-is-gone-to-by-its-number", test_page_is_gone_to_by_its_number);
  mk_app_test_add ("/materials/picture-goes-with-its-page", test_picture_goes_with_its_page);
  g_test_add_func ("/materials/print-has-every-page", test_print_has_every_page);
  g_test_add_func ("/materials/large-page-fits-the-paper", test_large_page_fits_the_paper);
  mk_app_test_add ("/materials/what-is-locked-is-told", test_what_is_locked_is_told);
  mk_app_test_add ("/materials/may-be-left-at-any-moment", test_may_be_left_at_any_moment);
  mk_app_test_add ("/materials/what-is-damaged-is-told", test_what_is_damaged_is_told);
  return g_test_run ();
}
