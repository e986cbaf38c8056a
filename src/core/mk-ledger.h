/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MkLedgerRecord:
 * @id: UUID
 * @data: MkPunchCardData, MkSupportRequestData or MkAnswerData
 *
 * A living record that the ledger is summed from; both are borrowed.
 */
typedef struct
{
  const char   *id;
  gconstpointer data;
} MkLedgerRecord;

/**
 * MkLedgerPost:
 * @request_id: UUID of the request; it may be unknown here
 * @service: (nullable): the code that was asked for; %NULL where the request is unknown
 * @punches: what it takes of the card: used, reserved, or 0
 * @status: the contract's word: that of the answer, or else that of the request
 *
 * What one request does to a card. All but the struct itself is borrowed.
 */
typedef struct
{
  const char *request_id;
  const char *service;
  gint64      punches;
  const char *status;
} MkLedgerPost;

/**
 * MkBalance:
 * @card_id: UUID, borrowed
 * @granted: punches on the card
 * @used: punches of all answers on the card
 * @reserved: punches of the requests that wait for help
 * @left: what remains, below 0 when the card is overdrawn
 * @posts: (element-type MkLedgerPost): in the order of the requests, then of the answers to others
 *
 * How a punch card stands: always summed, never stored.
 */
typedef struct
{
  const char *card_id;
  gint64      granted;
  gint64      used;
  gint64      reserved;
  gint64      left;
  GPtrArray  *posts;
} MkBalance;

GPtrArray *mk_ledger_sum (const GPtrArray *cards,
                          const GPtrArray *requests,
                          const GPtrArray *answers);

G_END_DECLS
