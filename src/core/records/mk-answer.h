/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"

G_BEGIN_DECLS

/* The contract's choices of `status` in an answer. */
#define MK_ANSWER_RECEIVED "modtaget"
#define MK_ANSWER_PLANNED "planlagt"
#define MK_ANSWER_GIVEN "leveret"
#define MK_ANSWER_REFUSED "afvist"

/**
 * MkAnswerData:
 * @request_id: the request; it may be unknown here
 * @status: one of the MK_ANSWER_… strings
 * @punches_used: 0 unless given
 * @planned_for: (nullable): date-time
 *
 * `svar`: what the authority says of one support request, revised as it goes.
 */
typedef struct
{
  char  *request_id;
  char  *card_id;
  char  *status;
  gint64 punches_used;
  char  *moment;
  char  *planned_for;
  char  *message;
} MkAnswerData;

extern const MkRecordType mk_answer_type;

G_END_DECLS
