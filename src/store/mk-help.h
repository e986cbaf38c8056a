/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"
#include "mk-help-rules.h"

G_BEGIN_DECLS

/**
 * MkHelpRecord:
 * @record: its id and its content, as the ledger wants them
 * @type: of record
 * @revision: the newest one
 * @is_own: whether it was written here
 * @partner: (nullable): what the one that delivered it is called; %NULL when written here
 * @state: `gemt`, `sendt`, `modtaget`, `afvist`, `tilbageholdt` or `hentet`
 * @reason: (nullable): why it was refused or is held back, Danish
 * @key: row of the record in the store
 * @made: date-time of its first revision
 * @sent: (nullable): date-time when it was first packed
 * @changed: date-time of its newest revision
 * @received: (nullable): date-time when the first receipt of a package with it was written
 *
 * A living punch card, request or answer.
 */
typedef struct
{
  MkLedgerRecord      record;
  const MkRecordType *type;
  gint64              revision;
  gboolean            is_own;
  char               *partner;
  char               *state;
  char               *reason;
  gint64              key;
  char               *made;
  char               *sent;
  char               *changed;
  char               *received;
} MkHelpRecord;

/**
 * MkHelpAnswer:
 * @request_id: UUID
 * @partner: (nullable): what the one that delivered it is called
 * @data: what was said
 *
 * A revision of an answer: what was said at some moment.
 */
typedef struct
{
  char         *request_id;
  char         *partner;
  MkAnswerData *data;
} MkHelpAnswer;

/**
 * MkHelp:
 * @cards: (element-type MkHelpRecord): living punch cards, the oldest first
 * @requests: (element-type MkHelpRecord): living requests, the oldest first
 * @answers: (element-type MkHelpRecord): living answers, the oldest first
 * @said: (element-type MkHelpAnswer): all that was ever answered in them, in the order it came
 * @balances: (element-type MkBalance): one for each card, in their order
 *
 * All there is about punch cards, read in one go. Immutable and counted, so that it may be handed
 * between threads.
 */
typedef struct
{
  GPtrArray *cards;
  GPtrArray *requests;
  GPtrArray *answers;
  GPtrArray *said;
  GPtrArray *balances;
} MkHelp;

MkHelp *mk_help_read  (MkDatabase *database,
                       GError    **error);
MkHelp *mk_help_ref   (MkHelp *self);
void    mk_help_unref (MkHelp *self);

const MkHelpRecord *mk_help_find_card    (const MkHelp *self,
                                          const char   *id);
const MkHelpRecord *mk_help_find_request (const MkHelp *self,
                                          const char   *id);
const MkBalance    *mk_help_find_balance (const MkHelp *self,
                                          const char   *card_id);
const MkAnswerData *mk_help_find_answer  (const MkHelp *self,
                                          const char   *request_id);
MkHelpStage         mk_help_stage_of     (const MkHelp       *self,
                                          const MkHelpRecord *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkHelp, mk_help_unref)

G_END_DECLS
