/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/mk-week-print.h"

#include "print/mk-paper-print.h"
#include "print/mk-week-drawing.h"

static gpointer
lay_out (gconstpointer content,
         PangoContext *fonts,
         double        width,
         double        height)
{
  return mk_week_drawing_new ((GPtrArray *) content, fonts, width, height);
}

static int
n_pages (gpointer layout)
{
  return mk_week_drawing_n_pages (layout);
}

static void
draw (gpointer layout,
      cairo_t *cairo,
      int      page)
{
  mk_week_drawing_draw (layout, cairo, page);
}

static void
free_layout (gpointer layout)
{
  mk_week_drawing_free (layout);
}

static const MkPaperKind week_kind = {
  .lay_out = lay_out,
  .n_pages = n_pages,
  .draw = draw,
  .free_layout = free_layout,
  .ref_content = (gpointer (*) (gpointer)) g_ptr_array_ref,
  .free_content = (GDestroyNotify) g_ptr_array_unref,
};

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
  return mk_paper_print_new (&week_kind, g_ptr_array_ref (paragraphs), job_name);
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
  g_autoptr (GBytes) file = mk_paper_to_pdf (&week_kind, paragraphs);

  return g_file_set_contents (path, g_bytes_get_data (file, NULL), (gssize) g_bytes_get_size (file),
                              error);
}
