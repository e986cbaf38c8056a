/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-course-cards.h"

#include "mk-markdown.h"
#include "print/mk-cut-sheet.h"
#include "mk-pen.h"
#include "training/mk-course.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The cards for the pocket that the modules end in, on paper. */

/* In points. */
#define MARGIN 26.0
#define SPACE 7.0
#define INDENT 14.0

/* The largest size of the letters with which a card holds its text. */
#define LARGEST 15
#define SMALLEST 8

/* A point of a card, or what stands between them. */
typedef struct
{
  char    *text;
  gboolean is_item;
} Line;

typedef struct
{
  const MkLesson *lesson;
  GPtrArray      *lines; /* of Line */
  int             size;
} Card;

typedef struct
{
  GPtrArray    *cards; /* of Card */
  PangoContext *fonts;
  double        width; /* of a card */
  double        height;
} Layout;

static void
line_free (gpointer data)
{
  g_free (((Line *) data)->text);
  g_free (data);
}

static void
card_free (gpointer data)
{
  g_ptr_array_unref (((Card *) data)->lines);
  g_free (data);
}

static void
add_lines (GPtrArray     *lines,
           const MkBlock *block)
{
  Line *line;

  if (block->kind != MK_BLOCK_ITEM && block->text->len == 0)
    {
      for (guint i = 0; i < block->children->len; i++)
        add_lines (lines, g_ptr_array_index (block->children, i));
      return;
    }
  line = g_new0 (Line, 1);
  line->text = mk_block_words (block);
  line->is_item = block->kind == MK_BLOCK_ITEM;
  g_ptr_array_add (lines, line);
}

static MkPen
pen_on_card (const Layout *self,
             cairo_t      *cairo)
{
  return (MkPen) { self->fonts, cairo, MARGIN, MARGIN, self->width - 2 * MARGIN };
}

static void
write_line (MkPen      *pen,
            const Line *line,
            const char *font)
{
  MkPen words = *pen;

  if (line->is_item)
    {
      MkPen dot = *pen;

      mk_pen_write (&dot, font, PANGO_ALIGN_LEFT, "•");
      words.x += INDENT;
      words.width -= INDENT;
    }
  mk_pen_write (&words, font, PANGO_ALIGN_LEFT, line->text);
  pen->y = words.y + SPACE;
}

static void
write_card (const Card *card,
            MkPen      *pen)
{
  g_autofree char *font = g_strdup_printf ("Sans %d", card->size);
  g_autofree char *module = g_strdup_printf (_ ("Module %u"), card->lesson->module);

  mk_pen_write (pen, "Sans 9", PANGO_ALIGN_LEFT, module);
  mk_pen_write (pen, "Sans Bold 16", PANGO_ALIGN_LEFT, card->lesson->title);
  pen->y += SPACE;
  mk_pen_rule (pen, 1);
  pen->y += SPACE;
  for (guint i = 0; i < card->lines->len; i++)
    write_line (pen, g_ptr_array_index (card->lines, i), font);
}

/* A card that a later edition of the course makes longer has smaller letters. */
static void
choose_size (const Layout *self,
             Card         *card)
{
  for (card->size = LARGEST; card->size > SMALLEST; card->size--)
    {
      MkPen pen = pen_on_card (self, NULL);

      write_card (card, &pen);
      if (pen.y <= self->height - MARGIN)
        return;
    }
}

static Card *
card_new (const Layout   *self,
          const MkLesson *lesson)
{
  g_autoptr (MkBlock) document = mk_markdown_parse (lesson->body, strlen (lesson->body), NULL);
  Card *card = g_new0 (Card, 1);

  card->lesson = lesson;
  card->lines = g_ptr_array_new_with_free_func (line_free);
  if (document != NULL)
    add_lines (card->lines, document);
  choose_size (self, card);
  return card;
}

static gpointer
lay_out (gconstpointer content,
         PangoContext *fonts,
         double        width,
         double        height)
{
  const GPtrArray *lessons = content;
  Layout *self = g_new0 (Layout, 1);

  self->fonts = fonts;
  self->width = width / 2;
  self->height = height / 2;
  self->cards = g_ptr_array_new_with_free_func (card_free);
  for (guint i = 0; i < lessons->len; i++)
    g_ptr_array_add (self->cards, card_new (self, g_ptr_array_index (lessons, i)));
  return self;
}

static int
n_pages (gpointer layout)
{
  return mk_cut_sheet_n_pages (((const Layout *) layout)->cards->len);
}

static void
draw_card (gpointer layout,
           cairo_t *cairo,
           guint    card)
{
  const Layout *self = layout;
  MkPen pen = pen_on_card (self, cairo);

  write_card (g_ptr_array_index (self->cards, card), &pen);
}

static void
draw (gpointer layout,
      cairo_t *cairo,
      int      page)
{
  const Layout *self = layout;
  MkCutSheet sheet = { self->cards->len, self->width, self->height, draw_card, layout };

  mk_cut_sheet_draw (&sheet, cairo, page);
}

static void
free_layout (gpointer layout)
{
  Layout *self = layout;

  g_ptr_array_unref (self->cards);
  g_object_unref (self->fonts);
  g_free (self);
}

/**
 * mk_course_cards_kind:
 *
 * Cards for the pocket, from a GPtrArray of MkLesson, on A6 with lines to cut along.
 */
const MkPaperKind mk_course_cards_kind = {
  .lay_out = lay_out,
  .n_pages = n_pages,
  .draw = draw,
  .free_layout = free_layout,
  .ref_content = (gpointer (*) (gpointer)) g_ptr_array_ref,
  .free_content = (GDestroyNotify) g_ptr_array_unref,
};

/**
 * mk_course_cards_new:
 * @name: of a card in the course; that of none for all of them
 *
 * Returns: (transfer full) (element-type MkLesson): that card, of which a page holds four, or all
 */
GPtrArray *
mk_course_cards_new (const char *name)
{
  const MkLesson *lesson = mk_course_find (name);
  GPtrArray *cards;

  if (lesson == NULL)
    return mk_course_list (MK_LESSON_POCKET);
  cards = g_ptr_array_new ();
  g_ptr_array_add (cards, (gpointer) lesson);
  return cards;
}
