/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "today/mk-prompt.h"

#include "meeting/mk-meetings.h"
#include "mk-attention.h"

#include <stdio.h>
#include <string.h>

/* Which questions the page of this day asks: nothing but a function of what is known, of what day it
 * is, and of what somebody did not want to be asked. It draws no conclusion about anybody. */

/* How long before or after its date a question is asked, and for how long "not now" holds. */
typedef struct
{
  const char *name;
  int         from; /* days from the date on */
  int         to;
  int         rests;
} Rule;

#define FOR_EVER 100000
#define A_WEEK 7
#define THREE_WEEKS 21
#define A_MONTH 31
#define SIX_WEEKS 42

static const Rule rules[MK_PROMPT_N_KINDS] = {
  [MK_PROMPT_CODE] = { "noedkode", -FOR_EVER, FOR_EVER, 1 },
  [MK_PROMPT_VISIT] = { "besoeg", 0, 0, 1 },
  [MK_PROMPT_CALL] = { "opkald", 0, FOR_EVER, 1 },
  [MK_PROMPT_NOTICE] = { "oplysning", -A_WEEK, THREE_WEEKS, FOR_EVER },
  [MK_PROMPT_ANSWER] = { "svar", 0, FOR_EVER, A_WEEK },
  [MK_PROMPT_RECEIPT] = { "kvittering", A_WEEK, FOR_EVER, 1 },
  [MK_PROMPT_HELP] = { "hjaelp", -FOR_EVER, FOR_EVER, A_WEEK },
  [MK_PROMPT_CARD] = { "klippekort", -30, 0, A_WEEK },
  [MK_PROMPT_END] = { "slut", -SIX_WEEKS, 0, A_WEEK },
  [MK_PROMPT_NUMBER] = { "nummer", A_MONTH, FOR_EVER, A_WEEK },
  [MK_PROMPT_MEETING] = { "erfamoede", MK_MEETING_FIRST_DAY, MK_MEETING_LAST_DAY, A_WEEK },
};

/**
 * mk_prompt_new:
 * @kind: what may be asked
 * @subject: UUID of what it is about, or empty
 * @name: (nullable): whom or what it names
 * @date: (nullable): YYYY-MM-DD
 *
 * Returns: (transfer full): a new fact
 */
MkPrompt *
mk_prompt_new (MkPromptKind kind,
               const char  *subject,
               const char  *name,
               const char  *date)
{
  MkPrompt *self = g_new0 (MkPrompt, 1);

  self->kind = kind;
  self->subject = g_strdup (subject);
  self->name = g_strdup (name);
  self->date = g_strdup (date);
  return self;
}

/**
 * mk_prompt_copy:
 * @self: a fact
 *
 * Returns: (transfer full): another one like it
 */
MkPrompt *
mk_prompt_copy (const MkPrompt *self)
{
  MkPrompt *copy = mk_prompt_new (self->kind, self->subject, self->name, self->date);

  copy->detail = g_strdup (self->detail);
  copy->placement = g_strdup (self->placement);
  copy->count = self->count;
  return copy;
}

/**
 * mk_prompt_free:
 * @data: an MkPrompt
 */
void
mk_prompt_free (gpointer data)
{
  MkPrompt *self = data;

  g_free (self->subject);
  g_free (self->name);
  g_free (self->date);
  g_free (self->detail);
  g_free (self->placement);
  g_free (self);
}

/**
 * mk_prompt_kind_name:
 * @kind: what is asked
 *
 * Returns: by what the store knows it
 */
const char *
mk_prompt_kind_name (MkPromptKind kind)
{
  g_return_val_if_fail (kind < MK_PROMPT_N_KINDS, NULL);

  return rules[kind].name;
}

/* Days since some day long ago; 0 for what is no date. */
static gint64
day_number (const char *text)
{
  unsigned int year, month, day;
  GDate date;

  if (text == NULL || sscanf (text, "%4u-%2u-%2u", &year, &month, &day) != 3 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

/**
 * mk_prompt_name_until:
 * @name: what was asked, as mk_prompt_kind_name() has it
 * @today: YYYY-MM-DD
 *
 * Returns: (transfer full): the day on which it may be asked again after "not now", YYYY-MM-DD
 */
char *
mk_prompt_name_until (const char *name,
                      const char *today)
{
  int rests = 0;
  char text[11];
  GDate date;

  for (guint i = 0; i < MK_PROMPT_N_KINDS; i++)
    if (g_str_equal (rules[i].name, name))
      rests = rules[i].rests;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (day_number (today) + rests));
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
  return g_strdup (text);
}

static gboolean
is_due (const MkPrompt *fact,
        const char     *today)
{
  const Rule *rule = &rules[fact->kind];
  gint64 date = day_number (fact->date);
  gint64 since = day_number (today) - date;

  if (rule->from == -FOR_EVER)
    return TRUE;
  if (fact->kind == MK_PROMPT_CARD && fact->count == 0)
    return FALSE;
  return date > 0 && since >= rule->from && since <= rule->to;
}

static gboolean
is_dismissed (const MkPrompt *fact,
              GHashTable     *dismissed,
              const char     *today)
{
  g_autofree char *key = mk_dismissal_key (rules[fact->kind].name, fact->subject);
  const char *until = g_hash_table_lookup (dismissed, key);

  return until != NULL && strcmp (today, until) < 0;
}

/* Of a kind, what comes first by its date is asked about, and nothing else: the next one comes when
 * this one is settled. */
static const MkPrompt *
first_of_kind (const GPtrArray *facts,
               MkPromptKind     kind,
               GHashTable      *dismissed,
               const char      *today)
{
  const MkPrompt *first = NULL;

  for (guint i = 0; i < facts->len; i++)
    {
      const MkPrompt *fact = g_ptr_array_index (facts, i);

      if (fact->kind == kind && is_due (fact, today) && !is_dismissed (fact, dismissed, today) &&
          (first == NULL || g_strcmp0 (fact->date, first->date) < 0))
        first = fact;
    }
  return first;
}

/**
 * mk_prompts_choose:
 * @facts: (element-type MkPrompt): everything from which a question may follow
 * @dismissed: (element-type utf8 utf8): mk_dismissal_key() to the day on which it may be asked again
 * @today: YYYY-MM-DD
 *
 * Chooses what is asked, one of a kind and at most %MK_MOST_PROMPTS.
 *
 * Returns: (transfer full) (element-type MkPrompt): the questions, the first first
 */
GPtrArray *
mk_prompts_choose (const GPtrArray *facts,
                   GHashTable      *dismissed,
                   const char      *today)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (mk_prompt_free);

  g_return_val_if_fail (facts != NULL && dismissed != NULL && today != NULL, chosen);

  for (guint kind = 0; kind < MK_PROMPT_N_KINDS && chosen->len < MK_MOST_PROMPTS; kind++)
    {
      const MkPrompt *first = first_of_kind (facts, (MkPromptKind) kind, dismissed, today);

      if (first != NULL)
        g_ptr_array_add (chosen, mk_prompt_copy (first));
    }
  return chosen;
}
