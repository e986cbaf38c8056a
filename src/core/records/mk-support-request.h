/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"

G_BEGIN_DECLS

/* The contract's choices of `hast` and of `status` in a request. */
#define MK_URGENCY_NOW "akut"
#define MK_URGENCY_SOON "snart"
#define MK_URGENCY_CAN_WAIT "kanVente"
#define MK_REQUEST_SENT "sendt"
#define MK_REQUEST_WITHDRAWN "trukketTilbage"

/**
 * MkSupportRequestData:
 * @service: the code of a service of the card
 * @urgency: one of the MK_URGENCY_… strings
 * @status: one of the MK_REQUEST_… strings
 *
 * `anmodning`: "we need this help", written by the workplace.
 */
typedef struct
{
  char *card_id;
  char *placement_id;
  char *service;
  char *urgency;
  char *description;
  char *wished_date;
  char *status;
} MkSupportRequestData;

extern const MkRecordType mk_support_request_type;

G_END_DECLS
