/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * MkCutSheet:
 * @n_cards: how many different ones there are
 * @width: of a card, in points
 * @height: of a card, in points
 * @draw_card: draws a card, from 0, at the origin
 * @layout: for @draw_card
 *
 * Cards that are cut out of pages, four of each.
 */
typedef struct
{
  guint  n_cards;
  double width;
  double height;
  void (*draw_card) (gpointer layout, cairo_t *cairo, guint card);
  gpointer layout;
} MkCutSheet;

int  mk_cut_sheet_n_pages (guint n_cards);
void mk_cut_sheet_draw    (const MkCutSheet *self,
                           cairo_t          *cairo,
                           int               page);

G_END_DECLS
