/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"

G_BEGIN_DECLS

/* How a call went. */
#define MK_CALL_TALKED "taltSammen"
#define MK_CALL_CALLS_BACK "ringerTilbage"
#define MK_CALL_MESSAGE "besked"
#define MK_CALL_NO_ANSWER "ingenSvarede"

/**
 * MkCallData:
 * @contact_id: (nullable): UUID of whoever was called, as far as the list of contacts has one
 * @contact_name: whom it was
 * @telephone: (nullable): the number, as it was written then
 * @author: who called
 * @placement_id: (nullable): what it was about; %NULL for no placement alone
 * @outcome: one of the MK_CALL_… strings
 * @follow_up_date: (nullable): the day on which somebody wants to be reminded
 * @followed_up: whether that has been done
 *
 * `opkald`: that somebody of the workplace called for help, and how it went. Stays at this workplace.
 */
typedef struct
{
  char *contact_id;
  char *contact_name;
  char *telephone;
  char *moment;
  char *author;
  char *placement_id;
  char *outcome;
  char *note;
  char *follow_up_date;
  int   followed_up;
} MkCallData;

extern const MkRecordType mk_call_type;

G_END_DECLS
