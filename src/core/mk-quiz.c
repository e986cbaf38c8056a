/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-quiz.h"

/* A quiz is Markdown too: a question is a heading, its answers the task list below it, ticked where
 * they are right, and each explained by a quote in it. */

static void
choice_free (gpointer data)
{
  MkQuizChoice *self = data;

  g_free (self->markup);
  g_free (self->text);
  g_free (self->explanation);
  g_free (self->explanation_text);
  g_free (self);
}

static void
question_free (gpointer data)
{
  MkQuizQuestion *self = data;

  g_free (self->text);
  g_ptr_array_unref (self->choices);
  g_free (self);
}

static gboolean
says_several (const char *text)
{
  return g_str_has_suffix (text, "(flere)") || g_str_has_suffix (text, "(several)");
}

static MkQuizQuestion *
question_new (const MkBlock *heading)
{
  MkQuizQuestion *self = g_new0 (MkQuizQuestion, 1);
  const char *text = heading->text->str;

  self->has_several = says_several (text);
  self->text = self->has_several ? g_strndup (text, (gsize) (g_strrstr (text, "(") - text))
                                 : g_strdup (text);
  g_strchomp (self->text);
  self->choices = g_ptr_array_new_with_free_func (choice_free);
  return self;
}

static void
explain (MkQuizChoice  *choice,
         const MkBlock *quote)
{
  const MkBlock *words = quote->children->len > 0 ? g_ptr_array_index (quote->children, 0) : quote;

  g_set_str (&choice->explanation, words->markup->str);
  g_set_str (&choice->explanation_text, words->text->str);
}

static void
add_choice (MkQuizQuestion *question,
            const MkBlock  *item)
{
  MkQuizChoice *choice = g_new0 (MkQuizChoice, 1);

  choice->is_right = item->is_ticked;
  for (guint i = 0; i < item->children->len; i++)
    {
      const MkBlock *child = g_ptr_array_index (item->children, i);

      if (child->kind == MK_BLOCK_QUOTE)
        explain (choice, child);
      else if (choice->text == NULL)
        {
          choice->markup = g_strdup (child->markup->str);
          choice->text = g_strdup (child->text->str);
        }
    }
  if (choice->text != NULL)
    g_ptr_array_add (question->choices, choice);
  else
    choice_free (choice);
}

/**
 * mk_quiz_read:
 * @document: a Markdown text
 *
 * Returns: (transfer full) (element-type MkQuizQuestion): the questions in it, such as have answers
 */
GPtrArray *
mk_quiz_read (const MkBlock *document)
{
  g_autoptr (GPtrArray) questions = g_ptr_array_new_with_free_func (question_free);
  MkQuizQuestion *question = NULL;

  g_return_val_if_fail (document != NULL, NULL);

  for (guint i = 0; i < document->children->len; i++)
    {
      const MkBlock *block = g_ptr_array_index (document->children, i);

      if (block->kind == MK_BLOCK_HEADING)
        {
          question = question_new (block);
          g_ptr_array_add (questions, question);
        }
      else if (block->kind == MK_BLOCK_LIST && question != NULL)
        for (guint j = 0; j < block->children->len; j++)
          add_choice (question, g_ptr_array_index (block->children, j));
    }
  for (guint i = questions->len; i-- > 0;)
    if (((MkQuizQuestion *) g_ptr_array_index (questions, i))->choices->len == 0)
      g_ptr_array_remove_index (questions, i);
  return g_steal_pointer (&questions);
}
