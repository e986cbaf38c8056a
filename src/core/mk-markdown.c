/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-markdown.h"

#include <glib/gi18n-lib.h>
#include <md4c.h>
#include <string.h>

/* CommonMark with tables and task lists as a tree of blocks. md4c parses; raw HTML is text to it, and
 * no link leads anywhere but to a lesson or to a page of the web. */

G_DEFINE_QUARK (mk - markdown - error - quark, mk_markdown_error)

/* What is under way while md4c tells what it finds. */
typedef struct
{
  GPtrArray *open; /* MkBlock, borrowed: the document and the blocks that are open in it */
  guint      skipped; /* levels that are open too deep to be blocks of their own */
  guint      n_blocks;
  MkBlock   *paragraph; /* that nobody opened, for words that stand right in a container, or NULL */
  GString   *picture; /* what a picture shows, while it is told, or NULL */
  guint      pictures; /* pictures within each other */
  char      *source; /* of that picture */
  GPtrArray *spans; /* static strings: what ends each span that is open in the block, or "" */
  gboolean   is_uneven; /* a span ends in the block that did not begin in it */
} Reading;

static MkBlock *
block_new (MkBlockKind kind)
{
  MkBlock *self = g_new0 (MkBlock, 1);

  self->kind = kind;
  self->markup = g_string_new (NULL);
  self->text = g_string_new (NULL);
  self->children = g_ptr_array_new_with_free_func (mk_block_free);
  return self;
}

/**
 * mk_block_free:
 * @data: (nullable): an MkBlock
 */
void
mk_block_free (gpointer data)
{
  MkBlock *self = data;

  if (self == NULL)
    return;
  g_string_free (self->markup, TRUE);
  g_string_free (self->text, TRUE);
  g_free (self->source);
  g_ptr_array_unref (self->children);
  g_free (self);
}

static MkBlock *
innermost (Reading *reading)
{
  return g_ptr_array_index (reading->open, reading->open->len - 1);
}

static MkBlock *
add_block (Reading    *reading,
           MkBlockKind kind)
{
  MkBlock *block = block_new (kind);

  g_ptr_array_add (innermost (reading)->children, block);
  reading->n_blocks++;
  return block;
}

static gboolean
holds_blocks (MkBlockKind kind)
{
  return kind == MK_BLOCK_DOCUMENT || kind == MK_BLOCK_QUOTE || kind == MK_BLOCK_ITEM ||
         kind == MK_BLOCK_LIST;
}

/* Where words go: the block that is open, or a paragraph in it where it only holds blocks. */
static MkBlock *
writing (Reading *reading)
{
  MkBlock *block = innermost (reading);

  if (!holds_blocks (block->kind))
    return block;
  if (reading->paragraph == NULL)
    reading->paragraph = add_block (reading, MK_BLOCK_PARAGRAPH);
  return reading->paragraph;
}

/* A picture stands alone, or else its words stand where it would. */
static void
settle_picture (MkBlock *block)
{
  if (block->source == NULL)
    return;
  if (block->kind == MK_BLOCK_PARAGRAPH && block->markup->len == 0)
    block->kind = MK_BLOCK_PICTURE;
  else
    g_clear_pointer (&block->source, g_free);
}

static void
end_paragraph (Reading *reading)
{
  if (reading->paragraph != NULL)
    settle_picture (reading->paragraph);
  reading->paragraph = NULL;
}

static MkBlockKind
kind_of (MD_BLOCKTYPE type)
{
  switch (type)
    {
    case MD_BLOCK_QUOTE:
      return MK_BLOCK_QUOTE;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      return MK_BLOCK_LIST;
    case MD_BLOCK_LI:
      return MK_BLOCK_ITEM;
    case MD_BLOCK_HR:
      return MK_BLOCK_RULE;
    case MD_BLOCK_H:
      return MK_BLOCK_HEADING;
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML:
      return MK_BLOCK_CODE;
    case MD_BLOCK_TABLE:
      return MK_BLOCK_TABLE;
    case MD_BLOCK_TR:
      return MK_BLOCK_ROW;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      return MK_BLOCK_CELL;
    case MD_BLOCK_DOC:
    case MD_BLOCK_P:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    default:
      return MK_BLOCK_PARAGRAPH;
    }
}

static void
take_detail (MkBlock     *block,
             MD_BLOCKTYPE type,
             const void  *detail)
{
  if (type == MD_BLOCK_H)
    block->level = (int) ((const MD_BLOCK_H_DETAIL *) detail)->level;
  else if (type == MD_BLOCK_OL)
    block->level = (int) MAX (1, ((const MD_BLOCK_OL_DETAIL *) detail)->start);
  else if (type == MD_BLOCK_TH)
    block->level = 1;
  else if (type == MD_BLOCK_LI)
    {
      const MD_BLOCK_LI_DETAIL *item = detail;

      block->is_task = item->is_task;
      block->is_ticked = item->is_task && item->task_mark != ' ';
    }
}

/* The parts of a table and the document itself are no blocks of their own. */
static gboolean
is_no_block (MD_BLOCKTYPE type)
{
  return type == MD_BLOCK_DOC || type == MD_BLOCK_THEAD || type == MD_BLOCK_TBODY;
}

/* Only what holds blocks is flattened: a list and its items, or a quote. */
static gboolean
is_too_deep (Reading     *reading,
             MD_BLOCKTYPE type)
{
  gboolean holds =
      type == MD_BLOCK_UL || type == MD_BLOCK_OL || type == MD_BLOCK_LI || type == MD_BLOCK_QUOTE;

  return holds && (reading->skipped > 0 || reading->open->len >= MK_MARKDOWN_MOST_DEPTH);
}

/* Words */

static void
append_words (Reading    *reading,
              const char *words,
              gsize       length)
{
  g_autofree char *escaped = NULL;
  MkBlock *block;

  if (reading->picture != NULL)
    {
      g_string_append_len (reading->picture, words, (gssize) length);
      return;
    }
  escaped = g_markup_escape_text (words, (gssize) length);
  block = writing (reading);
  if (block->source != NULL && block->markup->len == 0)
    {
      g_autofree char *shown = g_markup_escape_text (block->text->str, -1);

      g_string_append (block->markup, shown);
    }
  g_string_append (block->markup, escaped);
  g_string_append_len (block->text, words, (gssize) length);
}

static char *
link_of (const MD_ATTRIBUTE *attribute)
{
  g_autofree char *link = g_strndup (attribute->size > 0 ? attribute->text : "", attribute->size);

  if (g_str_has_prefix (link, "lesson:") || g_str_has_prefix (link, "https://") ||
      g_str_has_prefix (link, "http://"))
    return g_steal_pointer (&link);
  return NULL;
}

static void
begin_span (Reading    *reading,
            const char *end)
{
  g_ptr_array_add (reading->spans, (gpointer) end);
}

static void
end_span (Reading *reading)
{
  if (reading->spans->len == 0)
    reading->is_uneven = TRUE;
  else
    g_string_append (writing (reading)->markup,
                     g_ptr_array_steal_index (reading->spans, reading->spans->len - 1));
}

static void
begin_link (Reading                *reading,
            const MD_SPAN_A_DETAIL *detail)
{
  g_autofree char *link = link_of (&detail->href);
  g_autofree char *escaped = link != NULL ? g_markup_escape_text (link, -1) : NULL;
  gboolean leads = link != NULL && reading->picture == NULL;

  if (leads)
    g_string_append_printf (writing (reading)->markup, "<a href=\"%s\">", escaped);
  begin_span (reading, leads ? "</a>" : "");
}

static void
begin_picture (Reading                  *reading,
               const MD_SPAN_IMG_DETAIL *detail)
{
  if (reading->pictures++ > 0)
    return;
  reading->picture = g_string_new (NULL);
  reading->source = g_strndup (detail->src.size > 0 ? detail->src.text : "", detail->src.size);
}

static gboolean
is_untouched (const MkBlock *block)
{
  return block->kind == MK_BLOCK_PARAGRAPH && block->text->len == 0 && block->markup->len == 0 &&
         block->source == NULL;
}

static void
end_picture (Reading *reading)
{
  g_autoptr (GString) shown = NULL;
  MkBlock *block;

  if (reading->picture == NULL || --reading->pictures > 0)
    return;
  shown = g_steal_pointer (&reading->picture);
  block = writing (reading);
  if (is_untouched (block))
    {
      g_string_assign (block->text, shown->str);
      block->source = g_steal_pointer (&reading->source);
      return;
    }
  g_clear_pointer (&reading->source, g_free);
  append_words (reading, shown->str, shown->len);
}

/* The markup of emphasis; %FALSE for a span that shows as its words alone. */
static gboolean
emphasis_of (MD_SPANTYPE  type,
             const char **begin,
             const char **end)
{
  static const char *const markup[][2] = {
    [MD_SPAN_EM] = { "<i>", "</i>" },
    [MD_SPAN_STRONG] = { "<b>", "</b>" },
    [MD_SPAN_CODE] = { "<tt>", "</tt>" },
  };

  if ((guint) type >= G_N_ELEMENTS (markup) || markup[type][0] == NULL)
    return FALSE;
  *begin = markup[type][0];
  *end = markup[type][1];
  return TRUE;
}

static int
enter_span_cb (MD_SPANTYPE type,
               void       *detail,
               void       *user_data)
{
  Reading *reading = user_data;
  const char *begin = "";
  const char *end = "";

  if (type == MD_SPAN_A)
    begin_link (reading, detail);
  else if (type == MD_SPAN_IMG)
    begin_picture (reading, detail);
  else
    {
      if (reading->picture == NULL && emphasis_of (type, &begin, &end))
        g_string_append (writing (reading)->markup, begin);
      begin_span (reading, end);
    }
  return 0;
}

static int
leave_span_cb (MD_SPANTYPE type,
               void       *detail,
               void       *user_data)
{
  Reading *reading = user_data;

  if (type == MD_SPAN_IMG)
    end_picture (reading);
  else
    end_span (reading);
  return 0;
}

/* A link over two cells of a table is whole in the first, as md4c 0.5 tells it, and ends once more in
 * the second. The words of a block where more ends than began stand without emphasis and links. */
static void
settle_spans (Reading *reading)
{
  gboolean is_uneven = reading->is_uneven || reading->spans->len > 0;
  g_autofree char *words = NULL;
  MkBlock *block;

  if (reading->picture != NULL)
    {
      reading->pictures = 1;
      end_picture (reading);
    }
  reading->is_uneven = FALSE;
  g_ptr_array_set_size (reading->spans, 0);
  if (!is_uneven)
    return;
  block = writing (reading);
  words = g_markup_escape_text (block->text->str, -1);
  g_string_assign (block->markup, words);
}

/* The few that somebody writes; any other stands as it was written. */
static const char *
entity_of (const char *text,
           gsize       length)
{
  static const struct
  {
    const char *name;
    const char *meaning;
  } entities[] = { { "&amp;", "&" },
                   { "&lt;", "<" },
                   { "&gt;", ">" },
                   { "&quot;", "\"" },
                   { "&nbsp;", "\u00a0" } };

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (strlen (entities[i].name) == length && strncmp (entities[i].name, text, length) == 0)
      return entities[i].meaning;
  return NULL;
}

static int
text_cb (MD_TEXTTYPE    type,
         const MD_CHAR *text,
         MD_SIZE        size,
         void          *user_data)
{
  Reading *reading = user_data;
  const char *entity = type == MD_TEXT_ENTITY ? entity_of (text, size) : NULL;

  if (type == MD_TEXT_NULLCHAR)
    append_words (reading, "\uFFFD", strlen ("\uFFFD"));
  else if (type == MD_TEXT_BR)
    append_words (reading, "\n", 1);
  else if (type == MD_TEXT_SOFTBR)
    append_words (reading, " ", 1);
  else if (entity != NULL)
    append_words (reading, entity, strlen (entity));
  else
    append_words (reading, text, size);
  return 0;
}

/* Blocks */

static int
enter_block_cb (MD_BLOCKTYPE type,
                void        *detail,
                void        *user_data)
{
  Reading *reading = user_data;
  MkBlock *block;

  settle_spans (reading);
  end_paragraph (reading);
  if (is_no_block (type))
    return 0;
  if (is_too_deep (reading, type))
    {
      reading->skipped++;
      return 0;
    }
  block = add_block (reading, kind_of (type));
  take_detail (block, type, detail);
  g_ptr_array_add (reading->open, block);
  /* Only what is negative ends the parsing. */
  return reading->n_blocks > MK_MARKDOWN_MOST_BLOCKS ? -1 : 0;
}

/* After an item that holds a quote, md4c 0.5 takes the box of the next one for words. Where emphasis
 * or code begins within it, they are words. */
static void
settle_task (MkBlock *item)
{
  static const char *const boxes[] = { "[ ] ", "[x] ", "[X] " };
  MkBlock *words = item->children->len > 0 ? g_ptr_array_index (item->children, 0) : NULL;

  if (item->is_task || words == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    if (g_str_has_prefix (words->text->str, boxes[i]) &&
        g_str_has_prefix (words->markup->str, boxes[i]))
      {
        item->is_task = TRUE;
        item->is_ticked = i > 0;
        g_string_erase (words->text, 0, (gssize) strlen (boxes[i]));
        g_string_erase (words->markup, 0, (gssize) strlen (boxes[i]));
        return;
      }
}

static int
leave_block_cb (MD_BLOCKTYPE type,
                void        *detail,
                void        *user_data)
{
  Reading *reading = user_data;

  settle_spans (reading);
  end_paragraph (reading);
  if (is_no_block (type))
    return 0;
  if (reading->skipped > 0 && holds_blocks (kind_of (type)))
    {
      reading->skipped--;
      return 0;
    }
  settle_picture (innermost (reading));
  if (innermost (reading)->kind == MK_BLOCK_ITEM)
    settle_task (innermost (reading));
  g_ptr_array_set_size (reading->open, (int) reading->open->len - 1);
  return 0;
}

/* The whole text */

static void
tell_why (gboolean is_too_long,
          GError **error)
{
  if (is_too_long)
    g_set_error_literal (error, MK_MARKDOWN_ERROR, MK_MARKDOWN_ERROR_TOO_LONG,
                         _ ("This text is too long to be shown here."));
  else
    g_set_error_literal (error, MK_MARKDOWN_ERROR, MK_MARKDOWN_ERROR_UNREADABLE,
                         _ ("This text could not be read."));
}

static MkBlock *
parse_valid (const char *text,
             GError    **error)
{
  static const MD_PARSER parser = {
    .flags = MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_NOHTML,
    .enter_block = enter_block_cb,
    .leave_block = leave_block_cb,
    .enter_span = enter_span_cb,
    .leave_span = leave_span_cb,
    .text = text_cb,
  };
  g_autoptr (MkBlock) document = block_new (MK_BLOCK_DOCUMENT);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GPtrArray) spans = g_ptr_array_new ();
  Reading reading = { .open = open, .spans = spans };
  int outcome;

  g_ptr_array_add (open, document);
  outcome = md_parse (text, (MD_SIZE) strlen (text), &parser, &reading);
  if (reading.picture != NULL)
    g_string_free (reading.picture, TRUE);
  g_free (reading.source);
  if (outcome == 0)
    return g_steal_pointer (&document);
  tell_why (reading.n_blocks > MK_MARKDOWN_MOST_BLOCKS, error);
  return NULL;
}

/**
 * mk_markdown_parse:
 * @text: Markdown, also such as is none
 * @length: of it in bytes
 * @error: return location
 *
 * Reads CommonMark with tables and task lists. Whatever it is, what comes out is harmless: the markup
 * is well-formed, raw HTML is text, and nothing lies deeper than #MK_MARKDOWN_MOST_DEPTH. Any thread.
 *
 * Returns: (transfer full): the text as blocks; %NULL where it is too long, with words that say so
 */
MkBlock *
mk_markdown_parse (const char *text,
                   gsize       length,
                   GError    **error)
{
  g_autofree char *valid = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (length > MK_MARKDOWN_MOST_BYTES)
    {
      tell_why (TRUE, error);
      return NULL;
    }
  valid = g_utf8_make_valid (text, (gssize) length);
  return parse_valid (valid, error);
}

static void
append_block (GString       *words,
              const MkBlock *block)
{
  if (block->text->len > 0)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", block->text->str);
  for (guint i = 0; i < block->children->len; i++)
    append_block (words, g_ptr_array_index (block->children, i));
}

/**
 * mk_block_words:
 * @self: a block
 *
 * Returns: (transfer full): the words in it and below it, a line a block
 */
char *
mk_block_words (const MkBlock *self)
{
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  append_block (words, self);
  return g_string_free_and_steal (words);
}
