/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-help-rules.h"

#include <string.h>

/* What follows from a request, from what was answered, and from how far it has been sent: pure
 * functions, so that an answer out of order, twice, to a withdrawn request or to an unknown one is
 * nothing special. */

/* A later word in this list outranks one before it: what was given was given. */
static const char *const answers_by_rank[] = { MK_ANSWER_RECEIVED, MK_ANSWER_PLANNED,
                                               MK_ANSWER_REFUSED, MK_ANSWER_GIVEN };

static guint
rank_of (const char *status)
{
  for (guint i = 0; status != NULL && i < G_N_ELEMENTS (answers_by_rank); i++)
    if (g_str_equal (answers_by_rank[i], status))
      return i + 1;
  return 0;
}

/**
 * mk_help_furthest:
 * @answers: (nullable) (element-type MkAnswerData): the living answers to one request
 *
 * Returns: (nullable): the status that counts, one of the MK_ANSWER_… strings, borrowed from them;
 *   %NULL where there is no answer
 */
const char *
mk_help_furthest (const GPtrArray *answers)
{
  const char *furthest = NULL;

  for (guint i = 0; answers != NULL && i < answers->len; i++)
    {
      const MkAnswerData *answer = g_ptr_array_index (answers, i);

      if (rank_of (answer->status) > rank_of (furthest))
        furthest = answer->status;
    }
  return furthest;
}

/**
 * mk_help_is_withdrawn:
 * @request: one of the MK_REQUEST_… strings
 * @answer: (nullable): one of the MK_ANSWER_… strings
 *
 * Returns: whether it was taken back, and the help was not given all the same
 */
gboolean
mk_help_is_withdrawn (const char *request,
                      const char *answer)
{
  return g_str_equal (request, MK_REQUEST_WITHDRAWN) && g_strcmp0 (answer, MK_ANSWER_GIVEN) != 0;
}

/**
 * mk_help_reserves:
 * @request: one of the MK_REQUEST_… strings
 * @answer: (nullable): one of the MK_ANSWER_… strings
 *
 * Returns: whether its price is reserved on the card
 */
gboolean
mk_help_reserves (const char *request,
                  const char *answer)
{
  return g_str_equal (request, MK_REQUEST_SENT) && g_strcmp0 (answer, MK_ANSWER_GIVEN) != 0 &&
         g_strcmp0 (answer, MK_ANSWER_REFUSED) != 0;
}

static MkHelpStage
stage_sent (const char *state)
{
  static const struct
  {
    const char *state;
    MkHelpStage stage;
  } stages[] = { { "tilbageholdt", MK_HELP_HELD },
                 { "afvist", MK_HELP_NOT_TAKEN },
                 { "sendt", MK_HELP_SENT },
                 { "hentet", MK_HELP_SENT },
                 { "modtaget", MK_HELP_RECEIVED } };

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    if (g_strcmp0 (stages[i].state, state) == 0)
      return stages[i].stage;
  return MK_HELP_READY;
}

/**
 * mk_help_stage:
 * @request: one of the MK_REQUEST_… strings
 * @answer: (nullable): one of the MK_ANSWER_… strings, as mk_help_furthest() has it
 * @state: of the request's record towards the one above, `gemt`, `sendt`, …
 *
 * Returns: how far the request has come
 */
MkHelpStage
mk_help_stage (const char *request,
               const char *answer,
               const char *state)
{
  if (mk_help_is_withdrawn (request, answer))
    return MK_HELP_WITHDRAWN;
  if (g_strcmp0 (answer, MK_ANSWER_GIVEN) == 0)
    return MK_HELP_GIVEN;
  if (g_strcmp0 (answer, MK_ANSWER_REFUSED) == 0)
    return MK_HELP_REFUSED;
  if (g_strcmp0 (answer, MK_ANSWER_PLANNED) == 0)
    return MK_HELP_PLANNED;
  return answer != NULL ? MK_HELP_RECEIVED : stage_sent (state);
}

/**
 * mk_help_is_open:
 * @stage: of a request
 *
 * Returns: whether something may still come of it
 */
gboolean
mk_help_is_open (MkHelpStage stage)
{
  return stage != MK_HELP_GIVEN && stage != MK_HELP_REFUSED && stage != MK_HELP_WITHDRAWN;
}

/**
 * mk_help_service:
 * @card: a punch card
 * @code: of a service
 *
 * Returns: (nullable): what the card says of it; %NULL where it is not on the card any more
 */
const MkPunchCardService *
mk_help_service (const MkPunchCardData *card,
                 const char            *code)
{
  for (guint i = 0; code != NULL && i < card->services->len; i++)
    {
      const MkPunchCardService *service = g_ptr_array_index (card->services, i);

      if (g_str_equal (service->code, code))
        return service;
    }
  return NULL;
}

/**
 * mk_help_price:
 * @card: a punch card
 * @code: of a service
 *
 * Returns: its present price in punches; 0 where it is not on the card any more
 */
gint64
mk_help_price (const MkPunchCardData *card,
               const char            *code)
{
  const MkPunchCardService *service = mk_help_service (card, code);

  return service != NULL ? service->price : 0;
}

/**
 * mk_help_is_valid:
 * @card: a punch card
 * @day: YYYY-MM-DD
 *
 * Returns: whether it can be used on that day; the last day is one of them
 */
gboolean
mk_help_is_valid (const MkPunchCardData *card,
                  const char            *day)
{
  return strcmp (card->valid_from, day) <= 0 && strcmp (day, card->valid_to) <= 0;
}

/* The smaller, the sooner it is proposed. */
static guint
choice_of (const MkPunchCardData *card,
           const MkBalance       *balance,
           const char            *day)
{
  if (!mk_help_is_valid (card, day))
    return 2;
  return balance->left > 0 ? 0 : 1;
}

static gboolean
goes_before (const MkPunchCardData *card,
             const MkPunchCardData *other,
             guint                  choice)
{
  int begins = strcmp (card->valid_from, other->valid_from);

  /* Of those that are over, the last one: there somebody may know more. */
  if (choice == 2)
    return strcmp (card->valid_to, other->valid_to) > 0;
  return begins != 0 ? begins < 0 : strcmp (card->valid_to, other->valid_to) < 0;
}

/**
 * mk_help_propose:
 * @cards: (element-type MkLedgerRecord): the living punch cards
 * @balances: (element-type MkBalance): of the same cards in the same order
 * @placement: (nullable): UUID of whom it is asked for; %NULL for nobody in particular
 * @day: YYYY-MM-DD
 *
 * Proposes the card to ask on: the oldest valid one with punches left, of the placement's own and
 * the common ones. Where there is none, one that is empty, or else one that is not valid: it is for
 * the authority to say no.
 *
 * Returns: its index, or -1 where no card may be used for that placement
 */
int
mk_help_propose (const GPtrArray *cards,
                 const GPtrArray *balances,
                 const char      *placement,
                 const char      *day)
{
  int best = -1;
  guint best_choice = G_MAXUINT;

  for (guint i = 0; i < cards->len; i++)
    {
      const MkLedgerRecord *record = g_ptr_array_index (cards, i);
      const MkPunchCardData *card = record->data;
      guint choice = choice_of (card, g_ptr_array_index (balances, i), day);
      const MkLedgerRecord *other = best >= 0 ? g_ptr_array_index (cards, best) : NULL;

      if ((card->placement_id != NULL && g_strcmp0 (card->placement_id, placement) != 0) ||
          choice > best_choice)
        continue;
      if (choice < best_choice || goes_before (card, other->data, choice))
        {
          best = (int) i;
          best_choice = choice;
        }
    }
  return best;
}
