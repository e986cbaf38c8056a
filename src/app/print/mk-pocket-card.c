/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/mk-pocket-card.h"

#include "print/mk-cut-sheet.h"
#include "mk-flow.h"
#include "print/mk-numbers-sheet.h"

#include <glib/gi18n-lib.h>

/* Whom to call, for the pocket: an A4 is cut into four cards, one for each who needs it. A card that is
 * lost tells nothing of a candidate. */

/* In points. */
#define MARGIN 22.0
#define SPACE 5.0
#define FOOT_HEIGHT 30.0

static const MkNumbersSheet *
sheet_of (const MkFlow *flow)
{
  return flow->content;
}

static void
write_title (const MkFlow *flow,
             MkPen        *pen,
             guint         card)
{
  g_autofree char *place = g_strdup_printf ("%u/%u", card + 1, flow->starts->len);
  MkPen corner = *pen;

  if (flow->starts->len > 1)
    mk_pen_write (&corner, "Sans 9", PANGO_ALIGN_RIGHT, place);
  mk_pen_write (pen, "Sans Bold 15", PANGO_ALIGN_LEFT, _ ("Emergency telephone"));
  if (card == 0)
    mk_pen_write (pen, "Sans 9", PANGO_ALIGN_LEFT, sheet_of (flow)->company);
  pen->y += SPACE;
}

static void
write_line (const MkFlow *flow,
            MkPen        *pen,
            guint         index)
{
  const MkSheetLine *line = g_ptr_array_index (sheet_of (flow)->lines, index);
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

static const MkFlowKind flow_kind = { MARGIN, FOOT_HEIGHT, write_title, write_line };

static gpointer
lay_out (gconstpointer content,
         PangoContext *fonts,
         double        width,
         double        height)
{
  const MkNumbersSheet *sheet = content;

  return mk_flow_new (&flow_kind, sheet, sheet->lines->len, fonts, width / 2, height / 2);
}

static int
n_pages (gpointer layout)
{
  return mk_cut_sheet_n_pages (((const MkFlow *) layout)->starts->len);
}

static void
write_foot (const MkFlow *flow,
            cairo_t      *cairo)
{
  g_autofree char *printed = g_strdup_printf (_ ("Printed on %s"), sheet_of (flow)->date);
  MkPen pen = mk_flow_pen (flow, cairo);

  pen.y = mk_flow_lowest (flow) + SPACE;
  mk_pen_rule (&pen, 1);
  pen.y += 2;
  mk_pen_write (&pen, "Sans Bold 9", PANGO_ALIGN_LEFT,
                _ ("112 when it is urgent, 114 for the police"));
  mk_pen_write (&pen, "Sans 7", PANGO_ALIGN_LEFT, printed);
}

static void
draw_card (gpointer layout,
           cairo_t *cairo,
           guint    card)
{
  mk_flow_draw (layout, cairo, card);
  write_foot (layout, cairo);
}

static void
draw (gpointer layout,
      cairo_t *cairo,
      int      page)
{
  const MkFlow *flow = layout;
  MkCutSheet sheet = { flow->starts->len, flow->width, flow->height, draw_card, layout };

  mk_cut_sheet_draw (&sheet, cairo, page);
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
  .free_layout = mk_flow_free,
  .ref_content = mk_numbers_sheet_ref,
  .free_content = mk_numbers_sheet_unref,
};
