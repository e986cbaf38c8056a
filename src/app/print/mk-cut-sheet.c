/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/mk-cut-sheet.h"

/* Cards for the pocket, with lines to cut along. */

#define CARDS_A_PAGE 4u

/**
 * mk_cut_sheet_n_pages:
 * @n_cards: how many cards there are
 *
 * Returns: how many pages they need
 */
int
mk_cut_sheet_n_pages (guint n_cards)
{
  return (int) ((n_cards + CARDS_A_PAGE - 1) / CARDS_A_PAGE);
}

/* Broken lines, along which it is cut. */
static void
draw_cuts (const MkCutSheet *self,
           cairo_t          *cairo)
{
  static const double dashes[] = { 4, 4 };

  cairo_save (cairo);
  cairo_set_source_rgb (cairo, 0.4, 0.4, 0.4);
  cairo_set_line_width (cairo, 0.5);
  cairo_set_dash (cairo, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cairo, self->width, 0);
  cairo_line_to (cairo, self->width, 2 * self->height);
  cairo_move_to (cairo, 0, self->height);
  cairo_line_to (cairo, 2 * self->width, self->height);
  cairo_stroke (cairo);
  cairo_restore (cairo);
}

/* Which card stands at a place; a page that has room for the whole again holds it again. */
static guint
card_at (const MkCutSheet *self,
         guint             place)
{
  guint n_places = MAX (CARDS_A_PAGE / self->n_cards, 1) * self->n_cards;

  return place < n_places ? place % self->n_cards : self->n_cards;
}

/**
 * mk_cut_sheet_draw:
 * @self: some cards, one at least
 * @cairo: where to, a point a unit
 * @page: from 0
 *
 * Draws the cards of a page, and where they are cut.
 */
void
mk_cut_sheet_draw (const MkCutSheet *self,
                   cairo_t          *cairo,
                   int               page)
{
  for (guint i = 0; i < CARDS_A_PAGE; i++)
    {
      guint card = card_at (self, (guint) page * CARDS_A_PAGE + i);

      if (card == self->n_cards)
        continue;
      cairo_save (cairo);
      cairo_translate (cairo, i % 2 * self->width, i / 2 * self->height);
      self->draw_card (self->layout, cairo, card);
      cairo_restore (cairo);
    }
  draw_cuts (self, cairo);
}
