/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-paper.h"

#include <cairo-pdf.h>

/* The same drawing on paper, in a file and on the screen. Printing itself is the toolkit's. */

#define POINTS_AN_INCH 72

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
