/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/mk-wall-sheet.h"

#include "mk-flow.h"
#include "print/mk-numbers-sheet.h"
#include "widgets/mk-qr.h"

#include <glib/gi18n-lib.h>

/* Whom to call, for the wall of a break room: read from some steps away, scanned from one. */

/* In points. */
#define MARGIN 42.0
#define GAP 16.0
#define PADDING 9.0
#define EMERGENCY_HEIGHT 74.0
#define FOOT_HEIGHT 22.0

/* How large somebody stands there. */
typedef struct
{
  const char *name;
  const char *function;
  const char *number;
  const char *hours;
  double      code;
} Look;

static const Look first_look = { "Sans Bold 19", "Sans 12", "Sans Bold 42", "Sans 12", 116 };
static const Look other_look = { "Sans Bold 13", "Sans 10", "Sans Bold 25", "Sans 10", 74 };

static const MkNumbersSheet *
sheet_of (const MkFlow *flow)
{
  return flow->content;
}

static void
write_title (const MkFlow *flow,
             MkPen        *pen,
             guint         page)
{
  mk_pen_write (pen, page == 0 ? "Sans Bold 36" : "Sans Bold 20", PANGO_ALIGN_LEFT,
                _ ("Emergency telephone"));
  if (page == 0)
    mk_pen_write (pen, "Sans 13", PANGO_ALIGN_LEFT, sheet_of (flow)->company);
  pen->y += PADDING;
}

static const char *
number_of (const MkSheetLine *line)
{
  return line->number != NULL ? line->number : _ ("No number");
}

static void
write_words (MkPen             *pen,
             const MkSheetLine *line,
             const Look        *look,
             const char        *heading)
{
  mk_pen_write (pen, look->hours, PANGO_ALIGN_LEFT, heading);
  mk_pen_write (pen, look->name, PANGO_ALIGN_LEFT, line->name);
  mk_pen_write (pen, look->function, PANGO_ALIGN_LEFT, line->function);
  mk_pen_write (pen, line->dial_uri != NULL ? look->number : look->name, PANGO_ALIGN_LEFT,
                number_of (line));
  if (line->dial_uri == NULL && line->number != NULL)
    mk_pen_write (pen, look->hours, PANGO_ALIGN_LEFT, _ ("can’t be called"));
  mk_pen_write (pen, look->hours, PANGO_ALIGN_LEFT, line->hours);
}

/* Somebody with a line above, words on the left and the code on the right. */
static void
write_line (const MkFlow *flow,
            MkPen        *pen,
            guint         index)
{
  const MkSheetLine *line = g_ptr_array_index (sheet_of (flow)->lines, index);
  const Look *look = index == 0 ? &first_look : &other_look;
  MkPen words = *pen;

  mk_pen_rule (pen, index == 0 ? 3 : 0.75);
  words.y += PADDING;
  words.width -= look->code + GAP;
  write_words (&words, line, look, index == 0 ? _ ("Call first:") : NULL);
  if (line->dial_uri != NULL && pen->cairo != NULL)
    mk_qr_draw (pen->cairo, line->dial_uri, pen->x + pen->width - look->code, pen->y + PADDING / 2,
                look->code);
  pen->y = MAX (words.y, pen->y + look->code) + PADDING;
}

static const MkFlowKind flow_kind = { MARGIN, FOOT_HEIGHT + EMERGENCY_HEIGHT, write_title,
                                      write_line };

static gpointer
lay_out (gconstpointer content,
         PangoContext *fonts,
         double        width,
         double        height)
{
  const MkNumbersSheet *sheet = content;

  return mk_flow_new (&flow_kind, sheet, sheet->lines->len, fonts, width, height);
}

static int
n_pages (gpointer layout)
{
  return (int) ((const MkFlow *) layout)->starts->len;
}

static void
write_emergency (const MkFlow *flow,
                 cairo_t      *cairo,
                 double        x,
                 const char   *number,
                 const char   *words)
{
  double width = (flow->width - 2 * MARGIN - GAP) / 2;
  double top = mk_flow_lowest (flow) + PADDING;
  MkPen pen = { flow->fonts, cairo, x + PADDING, top + 4, width - 2 * PADDING };

  cairo_set_line_width (cairo, 1.5);
  cairo_rectangle (cairo, x, top, width, EMERGENCY_HEIGHT - PADDING);
  cairo_stroke (cairo);
  mk_pen_write (&pen, "Sans Bold 28", PANGO_ALIGN_LEFT, number);
  mk_pen_write (&pen, "Sans 10", PANGO_ALIGN_LEFT, words);
}

static void
write_foot (const MkFlow *flow,
            cairo_t      *cairo,
            int           page)
{
  g_autofree char *printed = g_strdup_printf (_ ("Printed on %s"), sheet_of (flow)->date);
  g_autofree char *number =
      g_strdup_printf (_ ("Page %1$d of %2$d"), page + 1, (int) flow->starts->len);
  MkPen left = mk_flow_pen (flow, cairo);
  MkPen right;

  left.y = flow->height - MARGIN - FOOT_HEIGHT / 2;
  right = left;
  mk_pen_write (&left, "Sans 9", PANGO_ALIGN_LEFT, printed);
  mk_pen_write (&right, "Sans 9", PANGO_ALIGN_RIGHT, number);
}

static void
draw (gpointer layout,
      cairo_t *cairo,
      int      page)
{
  const MkFlow *flow = layout;

  mk_flow_draw (flow, cairo, (guint) page);
  write_emergency (flow, cairo, MARGIN, "112", _ ("Ambulance, fire, or police at once"));
  write_emergency (flow, cairo, (flow->width + GAP) / 2, "114", _ ("Police when it is not urgent"));
  write_foot (flow, cairo, page);
}

/**
 * mk_wall_sheet_kind:
 *
 * The numbers of an MkNumbersSheet, large, on as many pages as they need; whom to call first on top,
 * 112 and 114 at the foot of each.
 */
const MkPaperKind mk_wall_sheet_kind = {
  .lay_out = lay_out,
  .n_pages = n_pages,
  .draw = draw,
  .free_layout = mk_flow_free,
  .ref_content = mk_numbers_sheet_ref,
  .free_content = mk_numbers_sheet_unref,
};
