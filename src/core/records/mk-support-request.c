/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records/mk-support-request.h"

#include <glib/gi18n.h>

static const char *const urgencies[] = { MK_URGENCY_NOW, MK_URGENCY_SOON, MK_URGENCY_CAN_WAIT,
                                         NULL };
static const char *const statuses[] = { MK_REQUEST_SENT, MK_REQUEST_WITHDRAWN, NULL };

static const MkField fields[] = {
  MK_REFERENCE (MkSupportRequestData, card_id, "klippekortId", N_ ("Punch card"), MK_REQUIRED,
                "klippekort"),
  MK_REFERENCE (MkSupportRequestData, placement_id, "forloebId", N_ ("Placement"), MK_OPTIONAL,
                "forloeb"),
  MK_TEXT (MkSupportRequestData, service, "ydelse", N_ ("What"), MK_REQUIRED),
  MK_CHOICE (MkSupportRequestData, urgency, "hast", N_ ("How urgent"), MK_REQUIRED, urgencies),
  MK_TEXT (MkSupportRequestData, description, "beskrivelse", N_ ("Description"),
           MK_REQUIRED | MK_FREE_TEXT | MK_SEARCHED),
  MK_DATE (MkSupportRequestData, wished_date, "oensketDato", N_ ("Wished date"), MK_OPTIONAL),
  MK_CHOICE (MkSupportRequestData, status, "status", N_ ("State"), MK_REQUIRED, statuses),
};

static const MkShape shape = MK_SHAPE (MkSupportRequestData, fields, NULL);

const MkRecordType mk_support_request_type = {
  .name = "anmodning",
  .label = N_ ("Support request"),
  .writers = MK_ROLE_WORKPLACE,
  .shape = &shape,
};
