/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "punchcard/mk-movement.h"

#include "config.h"
#include "punchcard/mk-help-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What happened on a punch card, one line after the other. The last line leaves what the ledger of
 * the card leaves, or nothing when the card has run out. */

static void
movement_free (gpointer data)
{
  MkMovement *self = data;

  g_free (self->day);
  g_free (self->text);
  g_free (self->source);
  g_free (self);
}

static void
add (GPtrArray  *movements,
     const char *date_time,
     char       *text,
     const char *source,
     gint64      change)
{
  MkMovement *movement = g_new0 (MkMovement, 1);

  movement->day = g_strndup (date_time, 10);
  movement->text = text;
  movement->source = g_strdup (source);
  movement->change = change;
  g_ptr_array_add (movements, movement);
}

static const MkHelpRecord *
find_answer (const MkHelp *help,
             const char   *request_id,
             const char   *card_id)
{
  for (guint i = help->answers->len; i > 0; i--)
    {
      const MkHelpRecord *record = g_ptr_array_index (help->answers, i - 1);
      const MkAnswerData *answer = record->record.data;

      if (g_str_equal (answer->request_id, request_id) && g_str_equal (answer->card_id, card_id))
        return record;
    }
  return NULL;
}

static char *
post_words (const MkLedgerPost *post,
            const char         *service)
{
  if (service == NULL)
    return g_strdup (_ ("Help that was not asked for from here"));
  if (g_str_equal (post->status, MK_ANSWER_GIVEN))
    return g_strdup_printf (_ ("%s: the help has been given"), service);
  if (g_str_equal (post->status, MK_ANSWER_REFUSED))
    return g_strdup_printf (_ ("%s: can’t be given"), service);
  if (g_str_equal (post->status, MK_REQUEST_WITHDRAWN))
    return g_strdup_printf (_ ("%s: withdrawn"), service);
  return g_strdup_printf (_ ("%s: asked for, reserved"), service);
}

static void
add_post (GPtrArray          *movements,
          const MkHelp       *help,
          const char         *card_id,
          const MkLedgerPost *post)
{
  const MkHelpRecord *request = mk_help_find_request (help, post->request_id);
  const MkHelpRecord *answer = find_answer (help, post->request_id, card_id);
  const MkAnswerData *said = answer != NULL ? answer->record.data : NULL;
  g_autofree char *service = request != NULL ? mk_service_words (help, request->record.data) : NULL;
  gboolean is_settled =
      g_str_equal (post->status, MK_ANSWER_GIVEN) || g_str_equal (post->status, MK_ANSWER_REFUSED);

  if (is_settled && said != NULL)
    add (movements, said->moment, post_words (post, service), answer->partner, -post->punches);
  else if (request != NULL)
    add (movements, request->made, post_words (post, service), request->partner, -post->punches);
  else if (said != NULL)
    add (movements, said->moment, post_words (post, service), answer->partner, -post->punches);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const MkMovement *first = a, *second = b;

  return strcmp (first->day, second->day);
}

static void
sum_up (GPtrArray *movements)
{
  gint64 left = 0;

  for (guint i = 0; i < movements->len; i++)
    {
      MkMovement *movement = g_ptr_array_index (movements, i);

      left += movement->change;
      movement->left = left;
    }
}

/**
 * mk_movements_new:
 * @help: what was read
 * @card: one of its cards
 * @today: YYYY-MM-DD
 *
 * Returns: (transfer full) (element-type MkMovement): every line of the card's ledger, the oldest
 *   first
 */
GPtrArray *
mk_movements_new (const MkHelp       *help,
                  const MkHelpRecord *card,
                  const char         *today)
{
  GPtrArray *movements = g_ptr_array_new_with_free_func (movement_free);
  const MkPunchCardData *data = card->record.data;
  const MkBalance *balance = mk_help_find_balance (help, card->record.id);

  for (guint i = 0; i < balance->posts->len; i++)
    add_post (movements, help, card->record.id, g_ptr_array_index (balance->posts, i));
  g_ptr_array_sort_values (movements, compare_days);
  add (movements, data->valid_from, g_strdup (_ ("Granted")), card->partner, data->punches);
  /* What was granted comes first, also where somebody asked before the card was valid. */
  g_ptr_array_insert (movements, 0, g_ptr_array_steal_index (movements, movements->len - 1));
  if (strcmp (data->valid_to, today) < 0 && balance->left > 0)
    add (movements, data->valid_to, g_strdup (_ ("Ran out")), NULL, -balance->left);
  sum_up (movements);
  return movements;
}

/**
 * mk_movement_figures:
 * @movement: a line of a ledger
 *
 * Returns: (transfer full): what came or went, and what is left afterwards
 */
char *
mk_movement_figures (const MkMovement *movement)
{
  g_autofree char *left = movement->left < 0
                              ? g_strdup_printf (_ ("overdrawn by %d"), (int) -movement->left)
                              : g_strdup_printf (_ ("%d left"), (int) movement->left);

  if (movement->change == 0)
    return g_steal_pointer (&left);
  if (movement->change < 0)
    return g_strdup_printf ("−%d, %s", (int) -movement->change, left);
  return g_strdup_printf ("+%d, %s", (int) movement->change, left);
}
