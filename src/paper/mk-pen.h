/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * MkPen:
 * @fonts: what letters are taken from
 * @cairo: (nullable): where to; %NULL to measure alone
 * @x: left side of what is written
 * @y: where it goes on
 * @width: how wide it may be
 *
 * Writes paragraphs under each other, or finds out how high they would be. By one function for both,
 * what is measured is what is drawn.
 */
typedef struct
{
  PangoContext *fonts;
  cairo_t      *cairo;
  double        x;
  double        y;
  double        width;
} MkPen;

void mk_pen_write (MkPen         *self,
                   const char    *font,
                   PangoAlignment alignment,
                   const char    *text);
void mk_pen_rule  (MkPen *self,
                   double thickness);

G_END_DECLS
