/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MkBlockKind:
 * @MK_BLOCK_DOCUMENT: the whole text
 * @MK_BLOCK_PARAGRAPH: a paragraph
 * @MK_BLOCK_HEADING: a heading, its level from 1 to 6
 * @MK_BLOCK_QUOTE: what somebody says, or a situation
 * @MK_BLOCK_LIST: a list; its level is the first number, or 0 for one without numbers
 * @MK_BLOCK_ITEM: of a list
 * @MK_BLOCK_TABLE: a table
 * @MK_BLOCK_ROW: of a table; its level is 1 for the heads of the columns
 * @MK_BLOCK_CELL: of a row
 * @MK_BLOCK_PICTURE: a picture, its text being what it shows
 * @MK_BLOCK_CODE: text that keeps its lines
 * @MK_BLOCK_RULE: a line across
 *
 * What a block of a Markdown text is.
 */
typedef enum
{
  MK_BLOCK_DOCUMENT,
  MK_BLOCK_PARAGRAPH,
  MK_BLOCK_HEADING,
  MK_BLOCK_QUOTE,
  MK_BLOCK_LIST,
  MK_BLOCK_ITEM,
  MK_BLOCK_TABLE,
  MK_BLOCK_ROW,
  MK_BLOCK_CELL,
  MK_BLOCK_PICTURE,
  MK_BLOCK_CODE,
  MK_BLOCK_RULE
} MkBlockKind;

/**
 * MkBlock:
 * @kind: what it is
 * @level: see #MkBlockKind
 * @is_task: whether it is an item that can be ticked
 * @is_ticked: whether it is ticked in the text
 * @markup: its words with i, b, tt and a as elements, well-formed
 * @text: the words alone
 * @source: (nullable): of a picture, as the text names it
 * @children: (element-type MkBlock): the blocks in it
 *
 * A block of a Markdown text, with its blocks below it.
 */
typedef struct _MkBlock
{
  MkBlockKind kind;
  int         level;
  gboolean    is_task;
  gboolean    is_ticked;
  GString    *markup;
  GString    *text;
  char       *source;
  GPtrArray  *children;
} MkBlock;

#define MK_MARKDOWN_ERROR (mk_markdown_error_quark ())
GQuark mk_markdown_error_quark (void);

typedef enum
{
  MK_MARKDOWN_ERROR_TOO_LONG,
  MK_MARKDOWN_ERROR_UNREADABLE
} MkMarkdownError;

/* More is nothing that anybody reads on a screen. */
#define MK_MARKDOWN_MOST_BYTES (1024 * 1024)
#define MK_MARKDOWN_MOST_BLOCKS 4000
/* What lies deeper stands beside what it lies in. */
#define MK_MARKDOWN_MOST_DEPTH 12

MkBlock *mk_markdown_parse (const char *text,
                            gsize       length,
                            GError    **error);
void     mk_block_free     (gpointer data);
char    *mk_block_words    (const MkBlock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkBlock, mk_block_free)

G_END_DECLS
