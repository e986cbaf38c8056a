/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-ledger.h"

#include "mk-help-rules.h"
#include "records/mk-answer.h"
#include "records/mk-punch-card.h"
#include "records/mk-support-request.h"

/* The ledger of the punch cards, as the contract and the command line define it: a pure function of
 * the living cards, requests and answers. What the authority says counts, also when it takes more
 * than was left. */

static void
balance_free (gpointer data)
{
  MkBalance *balance = data;

  g_ptr_array_unref (balance->posts);
  g_free (balance);
}

static void
add_post (MkBalance   *balance,
          MkLedgerPost post)
{
  g_ptr_array_add (balance->posts, g_memdup2 (&post, sizeof post));
}

/* The answers by what they answer. There is one of each request, but nothing rests on that. */
static GHashTable *
group_answers (const GPtrArray *answers)
{
  GHashTable *groups =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < answers->len; i++)
    {
      const MkLedgerRecord *record = g_ptr_array_index (answers, i);
      const MkAnswerData *answer = record->data;
      GPtrArray *group = g_hash_table_lookup (groups, answer->request_id);

      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, answer->request_id, group);
        }
      g_ptr_array_add (group, (gpointer) answer);
    }
  return groups;
}

static gint64
used_of (const GPtrArray *answers,
         const char      *card_id)
{
  gint64 used = 0;

  for (guint i = 0; answers != NULL && i < answers->len; i++)
    {
      const MkAnswerData *answer = g_ptr_array_index (answers, i);

      if (g_str_equal (answer->card_id, card_id))
        used += answer->punches_used;
    }
  return used;
}

static void
add_request (MkBalance             *balance,
             const MkPunchCardData *card,
             const MkLedgerRecord  *record,
             const GPtrArray       *answers)
{
  const MkSupportRequestData *request = record->data;
  const char *answered = mk_help_furthest (answers);
  gint64 used = used_of (answers, balance->card_id);
  gint64 reserved =
      mk_help_reserves (request->status, answered) ? mk_help_price (card, request->service) : 0;
  MkLedgerPost post = { .request_id = record->id,
                        .service = request->service,
                        .punches = used + reserved,
                        .status = answered != NULL ? answered : request->status };

  if (answered != NULL && mk_help_is_withdrawn (request->status, answered))
    post.status = request->status;
  balance->reserved += reserved;
  add_post (balance, post);
}

/* Punches of what is unknown here, or was asked for on another card, count all the same. */
static void
add_strangers (MkBalance       *balance,
               GHashTable      *groups,
               GHashTable      *known,
               const GPtrArray *answers)
{
  for (guint i = 0; i < answers->len; i++)
    {
      const MkLedgerRecord *record = g_ptr_array_index (answers, i);
      const MkAnswerData *answer = record->data;
      MkLedgerPost post = { .request_id = answer->request_id, .status = answer->status };

      if (!g_str_equal (answer->card_id, balance->card_id) ||
          !g_hash_table_add (known, answer->request_id))
        continue;
      post.punches = used_of (g_hash_table_lookup (groups, answer->request_id), balance->card_id);
      post.status = mk_help_furthest (g_hash_table_lookup (groups, answer->request_id));
      add_post (balance, post);
    }
}

static MkBalance *
sum_card (const MkLedgerRecord *record,
          const GPtrArray      *requests,
          const GPtrArray      *answers,
          GHashTable           *groups)
{
  const MkPunchCardData *card = record->data;
  MkBalance *balance = g_new0 (MkBalance, 1);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  balance->card_id = record->id;
  balance->granted = card->punches;
  balance->posts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < requests->len; i++)
    {
      const MkLedgerRecord *asked = g_ptr_array_index (requests, i);
      const MkSupportRequestData *request = asked->data;

      if (!g_str_equal (request->card_id, record->id))
        continue;
      g_hash_table_add (known, (gpointer) asked->id);
      add_request (balance, card, asked, g_hash_table_lookup (groups, asked->id));
    }
  add_strangers (balance, groups, known, answers);
  for (guint i = 0; i < answers->len; i++)
    {
      const MkLedgerRecord *said = g_ptr_array_index (answers, i);
      const MkAnswerData *answer = said->data;

      if (g_str_equal (answer->card_id, record->id))
        balance->used += answer->punches_used;
    }
  balance->left = balance->granted - balance->used - balance->reserved;
  return balance;
}

/**
 * mk_ledger_sum:
 * @cards: (element-type MkLedgerRecord): the living punch cards
 * @requests: (element-type MkLedgerRecord): the living requests
 * @answers: (element-type MkLedgerRecord): the living answers
 *
 * Sums each card. The result borrows from all three, so that they have to outlive it.
 *
 * Returns: (transfer full) (element-type MkBalance): one for each card, in their order
 */
GPtrArray *
mk_ledger_sum (const GPtrArray *cards,
               const GPtrArray *requests,
               const GPtrArray *answers)
{
  GPtrArray *balances = g_ptr_array_new_with_free_func (balance_free);
  g_autoptr (GHashTable) groups = NULL;

  g_return_val_if_fail (cards != NULL && requests != NULL && answers != NULL, balances);

  groups = group_answers (answers);
  for (guint i = 0; i < cards->len; i++)
    g_ptr_array_add (balances, sum_card (g_ptr_array_index (cards, i), requests, answers, groups));
  return balances;
}
