/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/mk-week-print.h"

#include "print/mk-week-drawing.h"

#include <cairo-pdf.h>

/* The same drawing on paper and in a file. */

/* A4, in points. */
#define PAPER_WIDTH 595.276
#define PAPER_HEIGHT 841.89

#define POINTS_AN_INCH 72

/* A printing that is under way. */
typedef struct
{
  GPtrArray     *paragraphs;
  MkWeekDrawing *drawing;
} Printing;

static void
printing_free (gpointer  data,
               GClosure *closure)
{
  Printing *printing = data;

  g_ptr_array_unref (printing->paragraphs);
  mk_week_drawing_free (printing->drawing);
  g_free (printing);
}

static void
begin_cb (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          gpointer           user_data)
{
  Printing *printing = user_data;
  PangoContext *fonts = gtk_print_context_create_pango_context (context);

  g_clear_pointer (&printing->drawing, mk_week_drawing_free);
  printing->drawing =
      mk_week_drawing_new (printing->paragraphs, fonts, gtk_print_context_get_width (context),
                           gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation, mk_week_drawing_n_pages (printing->drawing));
}

static void
draw_cb (GtkPrintOperation *operation,
         GtkPrintContext   *context,
         int                page,
         gpointer           user_data)
{
  const Printing *printing = user_data;

  mk_week_drawing_draw (printing->drawing, gtk_print_context_get_cairo_context (context), page);
}

/**
 * mk_week_print_new:
 * @paragraphs: (element-type MkSheetParagraph): what stands on the sheet
 * @job_name: what the printer's queue calls it; it names nobody
 *
 * Returns: (transfer full): a print operation that prints it on A4
 */
GtkPrintOperation *
mk_week_print_new (GPtrArray  *paragraphs,
                   const char *job_name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  Printing *printing = g_new0 (Printing, 1);

  printing->paragraphs = g_ptr_array_ref (paragraphs);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, job_name);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_cb), printing, printing_free,
                         G_CONNECT_DEFAULT);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), printing);
  return operation;
}

static void
draw_all (GPtrArray *paragraphs,
          cairo_t   *cairo)
{
  PangoContext *fonts = pango_cairo_create_context (cairo);
  g_autoptr (MkWeekDrawing) drawing = NULL;

  pango_cairo_context_set_resolution (fonts, POINTS_AN_INCH);
  drawing = mk_week_drawing_new (paragraphs, fonts, PAPER_WIDTH, PAPER_HEIGHT);
  for (int page = 0; page < mk_week_drawing_n_pages (drawing); page++)
    {
      mk_week_drawing_draw (drawing, cairo, page);
      cairo_show_page (cairo);
    }
}

/**
 * mk_week_print_to_pdf:
 * @paragraphs: (element-type MkSheetParagraph): what stands on the sheet
 * @path: where to
 * @error: return location
 *
 * Writes what would be printed into a file.
 *
 * Returns: whether it was written
 */
gboolean
mk_week_print_to_pdf (GPtrArray  *paragraphs,
                      const char *path,
                      GError    **error)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, PAPER_WIDTH, PAPER_HEIGHT);
  cairo_t *cairo = cairo_create (surface);
  cairo_status_t status;

  draw_all (paragraphs, cairo);
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
  return FALSE;
}
