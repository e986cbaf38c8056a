/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/mk-wall-sheet.h"

#include "print/mk-pen.h"
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

typedef struct
{
  const MkNumbersSheet *sheet;
  PangoContext         *fonts;
  double                width;
  double                height;
  GArray               *starts; /* guint, the first line of each page */
} Layout;

static MkPen
pen_at_top (const Layout *self,
            cairo_t      *cairo)
{
  return (MkPen) { self->fonts, cairo, MARGIN, MARGIN, self->width - 2 * MARGIN };
}

static void
write_title (const Layout *self,
             MkPen        *pen,
             gboolean      is_first)
{
  mk_pen_write (pen, is_first ? "Sans Bold 36" : "Sans Bold 20", PANGO_ALIGN_LEFT,
                _ ("Emergency telephone"));
  if (is_first)
    mk_pen_write (pen, "Sans 13", PANGO_ALIGN_LEFT, self->sheet->company);
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
write_line (const Layout *self,
            MkPen        *pen,
            guint         index)
{
  const MkSheetLine *line = g_ptr_array_index (self->sheet->lines, index);
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

static double
lowest (const Layout *self)
{
  return self->height - MARGIN - FOOT_HEIGHT - EMERGENCY_HEIGHT;
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
  self->width = width;
  self->height = height;
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (self->starts, start);
  pen = pen_at_top (self, NULL);
  write_title (self, &pen, TRUE);
  for (guint i = 0; i < self->sheet->lines->len; i++)
    {
      write_line (self, &pen, i);
      if (pen.y <= lowest (self) || i == start)
        continue;
      start = i;
      g_array_append_val (self->starts, start);
      pen = pen_at_top (self, NULL);
      write_title (self, &pen, FALSE);
      write_line (self, &pen, i);
    }
  return self;
}

static int
n_pages (gpointer layout)
{
  return (int) ((Layout *) layout)->starts->len;
}

static void
write_emergency (const Layout *self,
                 cairo_t      *cairo,
                 double        x,
                 const char   *number,
                 const char   *words)
{
  double width = (self->width - 2 * MARGIN - GAP) / 2;
  double top = self->height - MARGIN - FOOT_HEIGHT - EMERGENCY_HEIGHT + PADDING;
  MkPen pen = { self->fonts, cairo, x + PADDING, top + 4, width - 2 * PADDING };

  cairo_set_line_width (cairo, 1.5);
  cairo_rectangle (cairo, x, top, width, EMERGENCY_HEIGHT - PADDING);
  cairo_stroke (cairo);
  mk_pen_write (&pen, "Sans Bold 28", PANGO_ALIGN_LEFT, number);
  mk_pen_write (&pen, "Sans 10", PANGO_ALIGN_LEFT, words);
}

static void
write_foot (const Layout *self,
            cairo_t      *cairo,
            int           page)
{
  g_autofree char *printed = g_strdup_printf (_ ("Printed on %s"), self->sheet->date);
  g_autofree char *number =
      g_strdup_printf (_ ("Page %1$d of %2$d"), page + 1, (int) self->starts->len);
  MkPen left = pen_at_top (self, cairo);
  MkPen right;

  left.y = self->height - MARGIN - FOOT_HEIGHT / 2;
  right = left;
  mk_pen_write (&left, "Sans 9", PANGO_ALIGN_LEFT, printed);
  mk_pen_write (&right, "Sans 9", PANGO_ALIGN_RIGHT, number);
}

static void
draw (gpointer layout,
      cairo_t *cairo,
      int      page)
{
  const Layout *self = layout;
  MkPen pen = pen_at_top (self, cairo);
  guint end = (guint) page + 1 < self->starts->len
                  ? g_array_index (self->starts, guint, (guint) page + 1)
                  : self->sheet->lines->len;

  write_title (self, &pen, page == 0);
  for (guint i = g_array_index (self->starts, guint, page); i < end; i++)
    write_line (self, &pen, i);
  write_emergency (self, cairo, MARGIN, "112", _ ("Ambulance, fire, or police at once"));
  write_emergency (self, cairo, (self->width + GAP) / 2, "114", _ ("Police when it is not urgent"));
  write_foot (self, cairo, page);
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
 * mk_wall_sheet_kind:
 *
 * The numbers of an MkNumbersSheet, large, on as many pages as they need; whom to call first on top,
 * 112 and 114 at the foot of each.
 */
const MkPaperKind mk_wall_sheet_kind = {
  .lay_out = lay_out,
  .n_pages = n_pages,
  .draw = draw,
  .free_layout = free_layout,
  .free_content = mk_numbers_sheet_unref,
};
