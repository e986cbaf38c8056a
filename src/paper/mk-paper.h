/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* A4, in points. */
#define MK_PAPER_WIDTH 595.276
#define MK_PAPER_HEIGHT 841.89

/**
 * MkPaperKind:
 * @lay_out: lays a content out on pages of a size in points, with fonts that it is given (transfer
 *   full)
 * @n_pages: how many pages a layout has, from 1
 * @draw: draws a page of a layout, from 0, a point a unit
 * @free_layout: frees a layout
 * @ref_content: takes another reference to a content
 * @free_content: gives one back
 *
 * What can be put on paper, in a file and on the screen alike.
 */
typedef struct
{
  gpointer (*lay_out) (gconstpointer content, PangoContext *fonts, double width, double height);
  int (*n_pages) (gpointer layout);
  void (*draw) (gpointer layout, cairo_t *cairo, int page);
  GDestroyNotify free_layout;
  gpointer (*ref_content) (gpointer content);
  GDestroyNotify free_content;
} MkPaperKind;

gpointer mk_paper_lay_out (const MkPaperKind *kind,
                           gconstpointer      content);
GBytes  *mk_paper_to_pdf  (const MkPaperKind *kind,
                           gconstpointer      content);

G_END_DECLS
