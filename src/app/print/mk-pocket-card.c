/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/mk-pocket-card.h"

#include "print/mk-pen.h"
#include "print/mk-numbers-sheet.h"

#include <glib/gi18n-lib.h>

/* Whom to call, for the pocket: an A4 is cut into four cards, one for each who needs it. A card that is
 * lost tells nothing of a candidate. */

/* In points. */
#define MARGIN 22.0
#define SPACE 5.0
#define FOOT_HEIGHT 30.0

#define CARDS_A_PAGE 4

typedef struct
{
  const MkNumbersSheet *sheet;
  PangoContext         *fonts;
  double                width; /* of a card */
  double                height;
  GArray               *starts; /* guint, the first line of each card */
} Layout;

static MkPen
pen_on_card (const Layout *self,
             cairo_t      *cairo)
{
  return (MkPen) { self->fonts, cairo, MARGIN, MARGIN, self->width - 2 * MARGIN };
}

static void
write_title (const Layout *self,
             MkPen        *pen,
             guint         card)
{
  g_autofree char *place = g_strdup_printf ("%u/%u", card + 1, self->starts->len);
  MkPen corner = *pen;

  if (self->starts->len > 1)
    mk_pen_write (&corner, "Sans 9", PANGO_ALIGN_RIGHT, place);
  mk_pen_write (pen, "Sans Bold 15", PANGO_ALIGN_LEFT, _ ("Emergency telephone"));
  if (card == 0)
    mk_pen_write (pen, "Sans 9", PANGO_ALIGN_LEFT, self->sheet->company);
  pen->y += SPACE;
}

static void
write_line (const Layout *self,
            MkPen        *pen,
            guint         index)
{
  const MkSheetLine *line = g_ptr_array_index (self->sheet->lines, index);
  g_autofree char *who = line->function != NULL && g_strcmp0 (line->function, line->name) != 0
                             ? g_strdup_printf ("%s, %s", line->name, line->function)
                             : g_strdup (line->name);

  mk_pen_rule (pen, 0.5);
  pen->y += SPACE;
  mk_pen_write (pen, "Sans 9", PANGO_ALIGN_LEFT, who);
  mk_pen_write (pen, "Sans Bold 14", PANGO_ALIGN_LEFT,
                line->number != NULL ? line->number : _ ("No number"));
  mk_pen_write (pen, "Sans 8", PANGO_ALIGN_LEFT, line->hours);
  pen->y += SPACE;
}

static double
lowest (const Layout *self)
{
  return self->height - MARGIN - FOOT_HEIGHT;
}

static gpointer
lay_out (gconstpointer content,
         PangoContext *fonts,
         double        width,
         double        height)
{
  Layout *self = g_new0 (Layout, 1);
  guint start = 0;
  MkPen pen;

  self->sheet = content;
  self->fonts = fonts;
  self->width = width / 2;
  self->height = height / 2;
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (self->starts, start);
  pen = pen_on_card (self, NULL);
  write_title (self, &pen, 0);
  for (guint i = 0; i < self->sheet->lines->len; i++)
    {
      write_line (self, &pen, i);
      if (pen.y <= lowest (self) || i == start)
        continue;
      start = i;
      g_array_append_val (self->starts, start);
      pen = pen_on_card (self, NULL);
      write_title (self, &pen, self->starts->len - 1);
      write_line (self, &pen, i);
    }
  return self;
}

static int
n_pages (gpointer layout)
{
  return (int) ((((Layout *) layout)->starts->len + CARDS_A_PAGE - 1) / CARDS_A_PAGE);
}

static void
write_foot (const Layout *self,
            MkPen        *pen)
{
  g_autofree char *printed = g_strdup_printf (_ ("Printed on %s"), self->sheet->date);

  pen->y = lowest (self) + SPACE;
  mk_pen_rule (pen, 1);
  pen->y += 2;
  mk_pen_write (pen, "Sans Bold 9", PANGO_ALIGN_LEFT,
                _ ("112 when it is urgent, 114 for the police"));
  mk_pen_write (pen, "Sans 7", PANGO_ALIGN_LEFT, printed);
}

static void
draw_card (const Layout *self,
           cairo_t      *cairo,
           guint         card)
{
  MkPen pen = pen_on_card (self, cairo);
  guint end = card + 1 < self->starts->len ? g_array_index (self->starts, guint, card + 1)
                                           : self->sheet->lines->len;

  write_title (self, &pen, card);
  for (guint i = g_array_index (self->starts, guint, card); i < end; i++)
    write_line (self, &pen, i);
  write_foot (self, &pen);
}

/* Broken lines, along which it is cut. */
static void
draw_cuts (const Layout *self,
           cairo_t      *cairo)
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
card_at (const Layout *self,
         guint         place)
{
  guint n_cards = self->starts->len;
  guint n_places = MAX (CARDS_A_PAGE / n_cards, 1) * n_cards;

  return place < n_places ? place % n_cards : n_cards;
}

static void
draw (gpointer layout,
      cairo_t *cairo,
      int      page)
{
  const Layout *self = layout;

  for (guint i = 0; i < CARDS_A_PAGE; i++)
    {
      guint card = card_at (self, (guint) page * CARDS_A_PAGE + i);

      if (card == self->starts->len)
        continue;
      cairo_save (cairo);
      cairo_translate (cairo, i % 2 * self->width, i / 2 * self->height);
      draw_card (self, cairo, card);
      cairo_restore (cairo);
    }
  draw_cuts (self, cairo);
}

static void
free_layout (gpointer layout)
{
  Layout *self = layout;

  g_array_unref (self->starts);
  g_object_unref (self->fonts);
  g_free (self);
}

/**
 * mk_pocket_card_kind:
 *
 * The numbers of an MkNumbersSheet, small, on cards of A6 with lines to cut along; on more than one
 * card where they need it.
 */
const MkPaperKind mk_pocket_card_kind = {
  .lay_out = lay_out,
  .n_pages = n_pages,
  .draw = draw,
  .free_layout = free_layout,
  .free_content = mk_numbers_sheet_unref,
};
