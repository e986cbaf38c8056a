/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MkPromptKind:
 * @MK_PROMPT_CODE: the recovery key has not been saved
 * @MK_PROMPT_VISIT: help is planned for today
 * @MK_PROMPT_CALL: somebody wants to follow a call up
 * @MK_PROMPT_NOTICE: a placement begins, and its candidate is to be told what is written
 * @MK_PROMPT_ANSWER: a request has had no answer for five working days
 * @MK_PROMPT_RECEIPT: a package has had no receipt for a week
 * @MK_PROMPT_HELP: is help needed?
 * @MK_PROMPT_CARD: a punch card runs out and has punches left
 * @MK_PROMPT_END: a placement is expected to end in six weeks
 * @MK_PROMPT_NUMBER: a telephone number has not been confirmed for a month
 * @MK_PROMPT_MEETING: the next meeting of buddies is due
 *
 * What may be asked on the page of this day; what is named first goes first.
 */
typedef enum
{
  MK_PROMPT_CODE,
  MK_PROMPT_VISIT,
  MK_PROMPT_CALL,
  MK_PROMPT_NOTICE,
  MK_PROMPT_ANSWER,
  MK_PROMPT_RECEIPT,
  MK_PROMPT_HELP,
  MK_PROMPT_CARD,
  MK_PROMPT_END,
  MK_PROMPT_NUMBER,
  MK_PROMPT_MEETING,
  MK_PROMPT_N_KINDS
} MkPromptKind;

/* So many are asked at once. */
#define MK_MOST_PROMPTS 3

/**
 * MkPrompt:
 * @subject: UUID of what it is about, or empty
 * @name: (nullable): whom or what it names
 * @date: (nullable): YYYY-MM-DD, from which the moment to ask is counted
 * @detail: (nullable): a telephone number, when a visit is, a date-time, or what a call was about
 * @placement: (nullable): UUID of the placement it belongs to
 * @count: punches that are left
 *
 * A fact from which a question may follow, and the question.
 */
typedef struct
{
  MkPromptKind kind;
  char        *subject;
  char        *name;
  char        *date;
  char        *detail;
  char        *placement;
  guint        count;
} MkPrompt;

MkPrompt   *mk_prompt_new        (MkPromptKind kind,
                                  const char  *subject,
                                  const char  *name,
                                  const char  *date);
MkPrompt   *mk_prompt_copy       (const MkPrompt *self);
void        mk_prompt_free       (gpointer data);
const char *mk_prompt_kind_name  (MkPromptKind kind);
char       *mk_prompt_name_until (const char *name,
                                  const char *today);
GPtrArray  *mk_prompts_choose    (const GPtrArray *facts,
                                  GHashTable      *dismissed,
                                  const char      *today);

G_END_DECLS
