/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/mk-week-drawing.h"

#include "print/mk-week-sheet.h"

#include <glib/gi18n-lib.h>

/* In points. */
#define MARGIN 56.0
#define FOOT_HEIGHT 28.0
#define INDENT 14.0

/* How a style looks. */
typedef struct
{
  const char *font;
  double      before; /* room above it */
  double      indent;
} Look;

static const Look looks[] = {
  [MK_SHEET_TITLE] = { "Sans Bold 18", 0, 0 },    [MK_SHEET_DETAIL] = { "Sans 10", 2, 0 },
  [MK_SHEET_HEADING] = { "Sans Bold 12", 18, 0 }, [MK_SHEET_FACT] = { "Sans 10", 6, 0 },
  [MK_SHEET_TEXT] = { "Sans 10", 4, INDENT },     [MK_SHEET_TOTAL] = { "Sans Bold 10", 22, 0 },
};

/* A line, where it stands. */
typedef struct
{
  PangoLayoutLine *line;
  int              page;
  double           x;
  double           baseline;
} Placed;

struct _MkWeekDrawing
{
  PangoContext *context;
  double        width;
  double        height;
  GPtrArray    *layouts;
  GArray       *lines; /* Placed */
  int           page; /* the last one */
  double        y; /* where it goes on there */
  char         *foot; /* at each page */
};

static void
placed_clear (gpointer data)
{
  pango_layout_line_unref (((Placed *) data)->line);
}

static PangoLayout *
create_layout (MkWeekDrawing *self,
               const char    *text,
               const Look    *look)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (look->font);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout,
                          pango_units_from_double (self->width - 2 * MARGIN - look->indent));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

static gboolean
has_room (MkWeekDrawing *self,
          double         height)
{
  return self->y + height <= self->height - MARGIN - FOOT_HEIGHT;
}

static void
turn_page (MkWeekDrawing *self)
{
  self->page++;
  self->y = MARGIN;
}

static void
place_line (MkWeekDrawing   *self,
            PangoLayoutIter *iter,
            const Look      *look)
{
  PangoRectangle extents;
  double height;
  Placed placed;

  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  height = pango_units_to_double (extents.height);
  if (!has_room (self, height))
    turn_page (self);
  placed = (Placed) {
    .line = pango_layout_line_ref (pango_layout_iter_get_line_readonly (iter)),
    .page = self->page,
    .x = MARGIN + look->indent + pango_units_to_double (extents.x),
    .baseline = self->y + pango_units_to_double (pango_layout_iter_get_baseline (iter) - extents.y),
  };
  g_array_append_val (self->lines, placed);
  self->y += height;
}

/* A heading does not stand alone at the foot of a page. */
static double
room_needed (const MkSheetParagraph *paragraph)
{
  return paragraph->style == MK_SHEET_HEADING ? 48 : 0;
}

static void
place_text (MkWeekDrawing          *self,
            const MkSheetParagraph *paragraph)
{
  const Look *look = &looks[paragraph->style];
  PangoLayout *layout = create_layout (self, paragraph->text, look);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  g_ptr_array_add (self->layouts, layout);
  if (self->y > MARGIN)
    self->y += look->before;
  if (!has_room (self, room_needed (paragraph)))
    turn_page (self);
  do
    place_line (self, iter, look);
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
place (MkWeekDrawing          *self,
       const MkSheetParagraph *paragraph)
{
  if (paragraph->style == MK_SHEET_FOOT)
    g_set_str (&self->foot, paragraph->text);
  else
    place_text (self, paragraph);
}

/**
 * mk_week_drawing_new:
 * @paragraphs: (element-type MkSheetParagraph): what stands on the sheet
 * @context: (transfer full): for the fonts; its resolution is a point a unit
 * @width: of the paper, in points
 * @height: of the paper, in points
 *
 * Lays paragraphs out on as many pages as they need, also such as are longer than a page.
 *
 * Returns: (transfer full): the drawing
 */
MkWeekDrawing *
mk_week_drawing_new (GPtrArray    *paragraphs,
                     PangoContext *context,
                     double        width,
                     double        height)
{
  MkWeekDrawing *self = g_new0 (MkWeekDrawing, 1);

  self->context = context;
  self->width = width;
  self->height = height;
  self->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  self->lines = g_array_new (FALSE, FALSE, sizeof (Placed));
  g_array_set_clear_func (self->lines, placed_clear);
  self->y = MARGIN;
  self->foot = g_strdup (_ ("Not a record of wages or working time"));
  for (guint i = 0; i < paragraphs->len; i++)
    place (self, g_ptr_array_index (paragraphs, i));
  return self;
}

/**
 * mk_week_drawing_n_pages:
 * @self: a drawing
 *
 * Returns: how many pages there are, from 1
 */
int
mk_week_drawing_n_pages (MkWeekDrawing *self)
{
  return self->page + 1;
}

static void
draw_foot (MkWeekDrawing *self,
           cairo_t       *cairo,
           int            page)
{
  static const Look look = { "Sans 8", 0, 0 };
  g_autofree char *number = g_strdup_printf (_ ("Page %1$d of %2$d"), page + 1, self->page + 1);
  g_autoptr (PangoLayout) left = create_layout (self, self->foot, &look);
  g_autoptr (PangoLayout) right = create_layout (self, number, &look);

  pango_layout_set_alignment (right, PANGO_ALIGN_RIGHT);
  cairo_move_to (cairo, MARGIN, self->height - MARGIN);
  pango_cairo_show_layout (cairo, left);
  cairo_move_to (cairo, MARGIN, self->height - MARGIN);
  pango_cairo_show_layout (cairo, right);
}

/**
 * mk_week_drawing_draw:
 * @self: a drawing
 * @cairo: where to, a point a unit
 * @page: which page, from 0
 */
void
mk_week_drawing_draw (MkWeekDrawing *self,
                      cairo_t       *cairo,
                      int            page)
{
  cairo_set_source_rgb (cairo, 0, 0, 0);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Placed *placed = &g_array_index (self->lines, Placed, i);

      if (placed->page != page)
        continue;
      cairo_move_to (cairo, placed->x, placed->baseline);
      pango_cairo_show_layout_line (cairo, placed->line);
    }
  draw_foot (self, cairo, page);
}

/**
 * mk_week_drawing_free:
 * @self: (nullable): a drawing
 */
void
mk_week_drawing_free (MkWeekDrawing *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->lines);
  g_ptr_array_unref (self->layouts);
  g_object_unref (self->context);
  g_free (self->foot);
  g_free (self);
}
