/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-flow.h"

/* Lines under each other, with a title on every page. What is measured is what is drawn. */

/**
 * mk_flow_pen:
 * @self: lines laid out
 * @cairo: (nullable): where to; %NULL to measure alone
 *
 * Returns: a pen at the top of a page
 */
MkPen
mk_flow_pen (const MkFlow *self,
             cairo_t      *cairo)
{
  double margin = self->kind->margin;

  return (MkPen) { self->fonts, cairo, margin, margin, self->width - 2 * margin };
}

/**
 * mk_flow_lowest:
 * @self: lines laid out
 *
 * Returns: how low a line may reach, in points from the top
 */
double
mk_flow_lowest (const MkFlow *self)
{
  return self->height - self->kind->margin - self->kind->foot;
}

/* A line that fits on no page stands alone on one. */
static void
lay_out (MkFlow *self)
{
  MkPen pen = mk_flow_pen (self, NULL);
  guint start = 0;

  g_array_append_val (self->starts, start);
  self->kind->write_title (self, &pen, 0);
  for (guint i = 0; i < self->n_lines; i++)
    {
      self->kind->write_line (self, &pen, i);
      if (pen.y <= mk_flow_lowest (self) || i == start)
        continue;
      start = i;
      g_array_append_val (self->starts, start);
      pen = mk_flow_pen (self, NULL);
      self->kind->write_title (self, &pen, self->starts->len - 1);
      self->kind->write_line (self, &pen, i);
    }
}

/**
 * mk_flow_new:
 * @kind: how lines flow
 * @content: what they are from; must outlive the layout
 * @n_lines: how many there are
 * @fonts: (transfer full): what letters are taken from
 * @width: of a page, in points
 * @height: of a page, in points
 *
 * Returns: (transfer full): the lines on as many pages as they need, one at least
 */
MkFlow *
mk_flow_new (const MkFlowKind *kind,
             gconstpointer     content,
             guint             n_lines,
             PangoContext     *fonts,
             double            width,
             double            height)
{
  MkFlow *self = g_new0 (MkFlow, 1);

  self->kind = kind;
  self->content = content;
  self->n_lines = n_lines;
  self->fonts = fonts;
  self->width = width;
  self->height = height;
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  lay_out (self);
  return self;
}

/**
 * mk_flow_free:
 * @data: lines laid out
 */
void
mk_flow_free (gpointer data)
{
  MkFlow *self = data;

  g_array_unref (self->starts);
  g_object_unref (self->fonts);
  g_free (self);
}

/**
 * mk_flow_draw:
 * @self: lines laid out
 * @cairo: where to, a point a unit
 * @page: from 0
 *
 * Draws the title of a page and its lines.
 */
void
mk_flow_draw (const MkFlow *self,
              cairo_t      *cairo,
              guint         page)
{
  MkPen pen = mk_flow_pen (self, cairo);
  guint end =
      page + 1 < self->starts->len ? g_array_index (self->starts, guint, page + 1) : self->n_lines;

  self->kind->write_title (self, &pen, page);
  for (guint i = g_array_index (self->starts, guint, page); i < end; i++)
    self->kind->write_line (self, &pen, i);
}
