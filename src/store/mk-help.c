/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-help.h"

#include "mk-clock.h"
#include "mk-hold.h"
#include "mk-record-reading.h"

/* Punch cards, requests for help and what was answered, read together: each of them says something
 * about the others. */

static void
record_free (gpointer data)
{
  MkHelpRecord *self = data;

  mk_shape_free (self->type->shape, (gpointer) self->record.data);
  g_free ((char *) self->record.id);
  g_free (self->partner);
  g_free (self->state);
  g_free (self->reason);
  g_free (self->made);
  g_free (self->sent);
  g_free (self->changed);
  g_free (self->received);
  g_free (self);
}

static void
answer_free (gpointer data)
{
  MkHelpAnswer *self = data;

  g_free (self->request_id);
  g_free (self->partner);
  mk_shape_free (mk_answer_type.shape, self->data);
  g_free (self);
}

static void
clear (gpointer data)
{
  MkHelp *self = data;

  g_clear_pointer (&self->balances, g_ptr_array_unref);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_pointer (&self->said, g_ptr_array_unref);
}

/**
 * mk_help_ref:
 * @self: what was read
 *
 * Returns: (transfer full): the same
 */
MkHelp *
mk_help_ref (MkHelp *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * mk_help_unref:
 * @self: (nullable): what was read
 */
void
mk_help_unref (MkHelp *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

static MkHelpRecord *
record_of (MkStatement        *statement,
           const MkRecordType *type,
           const char         *now)
{
  gpointer data = mk_record_content_read (type, mk_statement_text (statement, 5), NULL);
  MkHelpRecord *self;
  const char *held;

  if (data == NULL)
    return NULL;
  self = g_new0 (MkHelpRecord, 1);
  self->record.id = mk_statement_dup_text (statement, 0);
  self->record.data = data;
  self->type = type;
  self->revision = mk_statement_int64 (statement, 2);
  self->is_own = mk_statement_int64 (statement, 3) != 0;
  self->partner = mk_statement_dup_text (statement, 4);
  self->state = mk_statement_dup_text (statement, 6);
  self->reason = mk_statement_dup_text (statement, 7);
  self->key = mk_statement_int64 (statement, 8);
  self->made = mk_statement_dup_text (statement, 9);
  self->sent = mk_statement_dup_text (statement, 10);
  self->changed = mk_statement_dup_text (statement, 11);
  self->received = mk_statement_dup_text (statement, 12);
  held = self->is_own && g_str_equal (self->state, "gemt")
             ? mk_hold_reason (mk_statement_text (statement, 5), NULL, now)
             : NULL;
  if (held != NULL)
    {
      g_set_str (&self->state, "tilbageholdt");
      g_set_str (&self->reason, held);
    }
  return self;
}

static GPtrArray *
read_records (MkDatabase         *database,
              const MkRecordType *type,
              GError            **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (record_free);
  g_autoptr (MkStatement) statement = mk_database_query (database, "help-records", type->name);
  g_autofree char *now = mk_clock_text ();
  g_autoptr (GError) local = NULL;

  while (mk_statement_step (statement, &local))
    {
      MkHelpRecord *record = record_of (statement, type, now);

      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  if (local == NULL)
    return g_steal_pointer (&records);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static GPtrArray *
read_said (MkDatabase *database,
           GError    **error)
{
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (answer_free);
  g_autoptr (MkStatement) statement = mk_database_query (database, "help-answers");
  g_autoptr (GError) local = NULL;

  while (mk_statement_step (statement, &local))
    {
      MkAnswerData *data =
          mk_record_content_read (&mk_answer_type, mk_statement_text (statement, 3), NULL);
      MkHelpAnswer *answer;

      if (data == NULL)
        continue;
      answer = g_new0 (MkHelpAnswer, 1);
      answer->request_id = mk_statement_dup_text (statement, 0);
      answer->partner = mk_statement_dup_text (statement, 1);
      answer->data = data;
      g_ptr_array_add (said, answer);
    }
  if (local == NULL)
    return g_steal_pointer (&said);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * mk_help_read:
 * @database: a store
 * @error: return location
 *
 * Returns: (transfer full): all about punch cards, summed; %NULL on error
 */
MkHelp *
mk_help_read (MkDatabase *database,
              GError    **error)
{
  g_autoptr (MkHelp) self = g_atomic_rc_box_new0 (MkHelp);

  self->cards = read_records (database, &mk_punch_card_type, error);
  if (self->cards != NULL)
    self->requests = read_records (database, &mk_support_request_type, error);
  if (self->requests != NULL)
    self->answers = read_records (database, &mk_answer_type, error);
  if (self->answers != NULL)
    self->said = read_said (database, error);
  if (self->said == NULL)
    return NULL;
  self->balances = mk_ledger_sum (self->cards, self->requests, self->answers);
  return g_steal_pointer (&self);
}

static const MkHelpRecord *
find_in (const GPtrArray *records,
         const char      *id)
{
  for (guint i = 0; id != NULL && i < records->len; i++)
    {
      const MkHelpRecord *record = g_ptr_array_index (records, i);

      if (g_str_equal (record->record.id, id))
        return record;
    }
  return NULL;
}

/**
 * mk_help_find_card:
 * @self: what was read
 * @id: (nullable): UUID
 *
 * Returns: (nullable): the living punch card
 */
const MkHelpRecord *
mk_help_find_card (const MkHelp *self,
                   const char   *id)
{
  return find_in (self->cards, id);
}

/**
 * mk_help_find_request:
 * @self: what was read
 * @id: (nullable): UUID
 *
 * Returns: (nullable): the living request
 */
const MkHelpRecord *
mk_help_find_request (const MkHelp *self,
                      const char   *id)
{
  return find_in (self->requests, id);
}

/**
 * mk_help_find_balance:
 * @self: what was read
 * @card_id: UUID
 *
 * Returns: (nullable): how that card stands
 */
const MkBalance *
mk_help_find_balance (const MkHelp *self,
                      const char   *card_id)
{
  for (guint i = 0; i < self->balances->len; i++)
    {
      const MkBalance *balance = g_ptr_array_index (self->balances, i);

      if (g_str_equal (balance->card_id, card_id))
        return balance;
    }
  return NULL;
}

static GPtrArray *
answers_to (const MkHelp *self,
            const char   *request_id)
{
  GPtrArray *answers = g_ptr_array_new ();

  for (guint i = 0; i < self->answers->len; i++)
    {
      const MkHelpRecord *record = g_ptr_array_index (self->answers, i);
      const MkAnswerData *answer = record->record.data;

      if (g_str_equal (answer->request_id, request_id))
        g_ptr_array_add (answers, (gpointer) answer);
    }
  return answers;
}

/**
 * mk_help_find_answer:
 * @self: what was read
 * @request_id: UUID
 *
 * Returns: (nullable): the living answer that counts; %NULL where there is none
 */
const MkAnswerData *
mk_help_find_answer (const MkHelp *self,
                     const char   *request_id)
{
  g_autoptr (GPtrArray) answers = answers_to (self, request_id);
  const char *status = mk_help_furthest (answers);

  for (guint i = 0; i < answers->len; i++)
    {
      const MkAnswerData *answer = g_ptr_array_index (answers, i);

      if (answer->status == status)
        return answer;
    }
  return NULL;
}

/**
 * mk_help_stage_of:
 * @self: what was read
 * @request: one of its requests
 *
 * Returns: how far it has come
 */
MkHelpStage
mk_help_stage_of (const MkHelp       *self,
                  const MkHelpRecord *request)
{
  const MkSupportRequestData *data = request->record.data;
  const MkAnswerData *answer = mk_help_find_answer (self, request->record.id);

  return mk_help_stage (data->status, answer != NULL ? answer->status : NULL, request->state);
}
