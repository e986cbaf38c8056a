/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-pen.h"

/* A text that is longer takes no more room, so that the numbers below it stay on the paper. */
#define MOST_LINES 8

/**
 * mk_pen_write:
 * @self: a pen
 * @font: a description of Pango's
 * @alignment: where a line stands
 * @text: (nullable): what is written; nothing for %NULL
 *
 * Writes a paragraph of some lines, and goes on below it.
 */
void
mk_pen_write (MkPen         *self,
              const char    *font,
              PangoAlignment alignment,
              const char    *text)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->fonts);
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (font);
  int height;

  if (text == NULL)
    return;
  pango_layout_set_font_description (layout, description);
  pango_layout_set_width (layout, pango_units_from_double (self->width));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -MOST_LINES);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, alignment);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, NULL, &height);
  if (self->cairo != NULL)
    {
      cairo_set_source_rgb (self->cairo, 0, 0, 0);
      cairo_move_to (self->cairo, self->x, self->y);
      pango_cairo_show_layout (self->cairo, layout);
    }
  self->y += pango_units_to_double (height);
}

/**
 * mk_pen_rule:
 * @self: a pen
 * @thickness: in points
 *
 * Draws a line across, where the pen is.
 */
void
mk_pen_rule (MkPen *self,
             double thickness)
{
  if (self->cairo == NULL)
    return;
  cairo_set_source_rgb (self->cairo, 0, 0, 0);
  cairo_set_line_width (self->cairo, thickness);
  cairo_move_to (self->cairo, self->x, self->y);
  cairo_line_to (self->cairo, self->x + self->width, self->y);
  cairo_stroke (self->cairo);
}
