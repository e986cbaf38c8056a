/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-person-sheet.h"

#include "mk-date-text.h"
#include "mk-flow.h"
#include "mk-isolate.h"
#include "mk-person-lines.h"

#include <glib/gi18n-lib.h>

/* All that is kept about somebody, for them to take home: nothing is cut, however long it is. */

/* In points. */
#define MARGIN 48.0
#define FOOT_HEIGHT 16.0
#define GAP 10.0

/* A line that was broken once is not to be broken again, by the width of a rounding. */
#define SLACK 4.0

/**
 * MkPersonSheet:
 *
 * All that is kept about somebody. Counts its references.
 */
struct _MkPersonSheet
{
  char      *name; /* or NULL */
  char      *company; /* or NULL */
  char      *date;
  GPtrArray *lines; /* element-type MkPersonLine */
};

/**
 * mk_person_sheet_new:
 * @person: what mk_person_read() found
 * @company: (nullable): where it is kept
 *
 * Returns: (transfer full): it as pages
 */
MkPersonSheet *
mk_person_sheet_new (JsonNode   *person,
                     const char *company)
{
  JsonObject *object = json_node_get_object (person);
  g_autoptr (GDateTime) printed =
      mk_date_text_read (json_object_get_string_member (object, "udskrevet"));
  MkPersonSheet *self = g_rc_box_new0 (MkPersonSheet);

  self->name = mk_person_name (object);
  self->company = g_strdup (company);
  self->date = mk_date_text_long (printed);
  self->lines = mk_person_lines (object);
  return self;
}

/**
 * mk_person_sheet_ref:
 * @data: a sheet
 *
 * Returns: (transfer full): the same
 */
gpointer
mk_person_sheet_ref (gpointer data)
{
  return g_rc_box_acquire (data);
}

static void
sheet_clear (gpointer data)
{
  MkPersonSheet *self = data;

  g_ptr_array_unref (self->lines);
  g_free (self->name);
  g_free (self->company);
  g_free (self->date);
}

/**
 * mk_person_sheet_unref:
 * @data: (transfer full): a sheet
 */
void
mk_person_sheet_unref (gpointer data)
{
  g_rc_box_release_full (data, sheet_clear);
}

/* Layout */

/* What stands on one line of the paper. */
typedef struct
{
  const MkPersonLine *line;
  int                 start; /* of its text, in bytes */
  int                 length;
} Piece;

/* What is kept together: a line of the paper with the headings above it. */
typedef struct
{
  const MkPersonSheet *sheet;
  GArray              *pieces; /* element-type Piece */
  GArray              *groups; /* element-type guint: the first piece of each group */
  MkFlow              *flow;
} Layout;

static void
add_piece (Layout             *self,
           const MkPersonLine *line,
           int                 start,
           int                 length)
{
  const Piece *last =
      self->pieces->len > 0 ? &g_array_index (self->pieces, Piece, self->pieces->len - 1) : NULL;
  Piece piece = { line, start, length };
  guint first = self->pieces->len;

  if (last == NULL || !last->line->leads)
    g_array_append_val (self->groups, first);
  g_array_append_val (self->pieces, piece);
}

static void
break_line (Layout             *self,
            const MkPersonLine *line,
            PangoContext       *fonts,
            double              width)
{
  g_autoptr (PangoLayout) text = pango_layout_new (fonts);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (line->font);

  pango_layout_set_font_description (text, font);
  pango_layout_set_width (text, pango_units_from_double (width - line->indent));
  pango_layout_set_wrap (text, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (text, line->text, -1);
  for (GSList *one = pango_layout_get_lines_readonly (text); one != NULL; one = one->next)
    {
      PangoLayoutLine *broken = one->data;

      add_piece (self, line, pango_layout_line_get_start_index (broken),
                 pango_layout_line_get_length (broken));
    }
}

static void
write_title (const MkFlow *flow,
             MkPen        *pen,
             guint         page)
{
  const MkPersonSheet *sheet = ((const Layout *) flow->content)->sheet;
  g_autofree char *whom = sheet->name != NULL ? mk_isolate_printf (_ ("To %s"), sheet->name) : NULL;

  mk_pen_write (pen, page == 0 ? "Sans Bold 28" : "Sans Bold 12", PANGO_ALIGN_LEFT,
                _ ("All that is kept about you"));
  if (page == 0)
    {
      mk_pen_write (pen, "Sans Bold 14", PANGO_ALIGN_LEFT, whom);
      mk_pen_write (pen, "Sans 12", PANGO_ALIGN_LEFT, sheet->company);
      pen->y += GAP;
      mk_pen_write (
          pen, "Sans 11", PANGO_ALIGN_LEFT,
          _ ("Here is all that lies on this computer about you: also your buddy’s own notes, what "
             "was deleted, and how something stood before it was corrected. Say so if something "
             "is wrong. Others at the workplace, and the job centre, may keep more; ask them too."));
    }
  pen->y += GAP;
}

static void
write_group (const MkFlow *flow,
             MkPen        *pen,
             guint         index)
{
  const Layout *self = flow->content;
  guint end = index + 1 < self->groups->len ? g_array_index (self->groups, guint, index + 1)
                                            : self->pieces->len;

  for (guint i = g_array_index (self->groups, guint, index); i < end; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      g_autofree char *text =
          g_strchomp (g_strndup (piece->line->text + piece->start, (gsize) piece->length));
      MkPen indented = *pen;

      indented.x += piece->line->indent;
      indented.width += SLACK - piece->line->indent;
      indented.y += piece->start == 0 ? piece->line->gap : 0;
      mk_pen_write (&indented, piece->line->font, PANGO_ALIGN_LEFT, text);
      pen->y = indented.y;
    }
}

static const MkFlowKind flow_kind = { MARGIN, FOOT_HEIGHT, write_title, write_group };

static gpointer
lay_out (gconstpointer content,
         PangoContext *fonts,
         double        width,
         double        height)
{
  const MkPersonSheet *sheet = content;
  Layout *self = g_new0 (Layout, 1);

  self->sheet = sheet;
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  self->groups = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < sheet->lines->len; i++)
    break_line (self, g_ptr_array_index (sheet->lines, i), fonts, width - 2 * MARGIN);
  self->flow = mk_flow_new (&flow_kind, self, self->groups->len, fonts, width, height);
  return self;
}

static void
free_layout (gpointer layout)
{
  Layout *self = layout;

  mk_flow_free (self->flow);
  g_array_unref (self->pieces);
  g_array_unref (self->groups);
  g_free (self);
}

static int
n_pages (gpointer layout)
{
  return (int) ((const Layout *) layout)->flow->starts->len;
}

static void
draw (gpointer layout,
      cairo_t *cairo,
      int      page)
{
  const Layout *self = layout;
  g_autofree char *printed = mk_isolate_printf (_ ("Printed on %s"), self->sheet->date);
  g_autofree char *number = g_strdup_printf (_ ("Page %1$d of %2$d"), page + 1, n_pages (layout));
  MkPen foot = mk_flow_pen (self->flow, cairo);

  mk_flow_draw (self->flow, cairo, (guint) page);
  foot.y = self->flow->height - MARGIN - FOOT_HEIGHT / 2;
  mk_pen_write (&foot, "Sans 9", PANGO_ALIGN_LEFT, printed);
  foot.y = self->flow->height - MARGIN - FOOT_HEIGHT / 2;
  mk_pen_write (&foot, "Sans 9", PANGO_ALIGN_RIGHT, number);
}

/**
 * mk_person_sheet_kind:
 *
 * An MkPersonSheet, on as many pages as it needs.
 */
const MkPaperKind mk_person_sheet_kind = {
  .lay_out = lay_out,
  .n_pages = n_pages,
  .draw = draw,
  .free_layout = free_layout,
  .ref_content = mk_person_sheet_ref,
  .free_content = mk_person_sheet_unref,
};
