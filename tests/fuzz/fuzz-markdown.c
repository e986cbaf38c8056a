/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-fuzz.h"
#include "mk-quiz.h"

/* Whatever text it is, it is refused, or becomes blocks that a page can show: of valid text and
 * well-formed markup, and not deep. */

static void
judge (const MkBlock *block,
       guint          depth)
{
  static const GMarkupParser parser = { NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autofree char *whole = g_strdup_printf ("<markup>%s</markup>", block->markup->str);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_utf8_validate (block->text->str, (gssize) block->text->len, NULL));
  g_markup_parse_context_parse (context, whole, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (depth, <=, MK_MARKDOWN_MOST_DEPTH + 3);
  for (guint i = 0; i < block->children->len; i++)
    judge (g_ptr_array_index (block->children, i), depth + 1);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (MkBlock) document = mk_markdown_parse ((const char *) data, size, NULL);
  g_autoptr (GPtrArray) questions = NULL;

  if (document == NULL)
    return 0;
  judge (document, 0);
  questions = mk_quiz_read (document);
  for (guint i = 0; i < questions->len; i++)
    g_assert_cmpuint (((MkQuizQuestion *) g_ptr_array_index (questions, i))->choices->len, >, 0);
  return 0;
}
