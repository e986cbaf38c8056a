/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/mk-paper.h"

#include <cairo-pdf.h>

/* The same drawing on paper, in a file and on the screen. */

#define POINTS_AN_INCH 72

/* A printing that is under way. */
typedef struct
{
  const MkPaperKind *kind;
  gpointer           content;
  gpointer           layout;
} Printing;

static void
printing_free (gpointer  data,
               GClosure *closure)
{
  Printing *printing = data;

  g_clear_pointer (&printing->layout, printing->kind->free_layout);
  printing->kind->free_content (printing->content);
  g_free (printing);
}

static void
begin_cb (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          gpointer           user_data)
{
  Printing *printing = user_data;

  g_clear_pointer (&printing->layout, printing->kind->free_layout);
  printing->layout =
      printing->kind->lay_out (printing->content, gtk_print_context_create_pango_context (context),
                               gtk_print_context_get_width (context),
                               gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation, printing->kind->n_pages (printing->layout));
}

static void
draw_cb (GtkPrintOperation *operation,
         GtkPrintContext   *context,
         int                page,
         gpointer           user_data)
{
  const Printing *printing = user_data;

  printing->kind->draw (printing->layout, gtk_print_context_get_cairo_context (context), page);
}

/**
 * mk_paper_print_new:
 * @kind: what is printed
 * @content: (transfer full): of that kind
 * @job_name: what the printer's queue calls it; it names nobody
 *
 * Returns: (transfer full): a print operation that prints it on A4
 */
GtkPrintOperation *
mk_paper_print_new (const MkPaperKind *kind,
                    gpointer           content,
                    const char        *job_name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  Printing *printing = g_new0 (Printing, 1);

  printing->kind = kind;
  printing->content = content;
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

/**
 * mk_paper_lay_out:
 * @kind: what is drawn
 * @content: of that kind
 *
 * Returns: (transfer full): its layout on A4, as it is printed
 */
gpointer
mk_paper_lay_out (const MkPaperKind *kind,
                  gconstpointer      content)
{
  PangoContext *fonts = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  pango_cairo_context_set_resolution (fonts, POINTS_AN_INCH);
  return kind->lay_out (content, fonts, MK_PAPER_WIDTH, MK_PAPER_HEIGHT);
}

static cairo_status_t
write_func (gpointer             closure,
            const unsigned char *data,
            unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * mk_paper_to_pdf:
 * @kind: what is drawn
 * @content: of that kind
 *
 * Returns: (transfer full): what would be printed, as a file
 */
GBytes *
mk_paper_to_pdf (const MkPaperKind *kind,
                 gconstpointer      content)
{
  GByteArray *file = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (write_func, file, MK_PAPER_WIDTH, MK_PAPER_HEIGHT);
  cairo_t *cairo = cairo_create (surface);
  gpointer layout = mk_paper_lay_out (kind, content);

  for (int page = 0; page < kind->n_pages (layout); page++)
    {
      kind->draw (layout, cairo, page);
      cairo_show_page (cairo);
    }
  kind->free_layout (layout);
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (file);
}
