/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-markdown.h"

G_BEGIN_DECLS

/**
 * MkQuizChoice:
 * @markup: the answer, as MkBlock has it
 * @text: the same without markup
 * @explanation: why it is right or wrong, as markup
 * @explanation_text: the same without markup
 * @is_right: whether it is right
 *
 * An answer that can be chosen.
 */
typedef struct
{
  char    *markup;
  char    *text;
  char    *explanation;
  char    *explanation_text;
  gboolean is_right;
} MkQuizChoice;

/**
 * MkQuizQuestion:
 * @text: what is asked
 * @has_several: whether more than one answer may be right
 * @choices: (element-type MkQuizChoice): the answers
 *
 * A question of a quiz.
 */
typedef struct
{
  char      *text;
  gboolean   has_several;
  GPtrArray *choices;
} MkQuizQuestion;

GPtrArray *mk_quiz_read (const MkBlock *document);

G_END_DECLS
