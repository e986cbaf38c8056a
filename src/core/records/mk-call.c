/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records/mk-call.h"

#include <glib/gi18n.h>

static const char *const outcomes[] = { MK_CALL_TALKED, MK_CALL_CALLS_BACK, MK_CALL_MESSAGE,
                                        MK_CALL_NO_ANSWER, NULL };

static const MkField fields[] = {
  MK_REFERENCE (MkCallData, placement_id, "forloebId", N_ ("Placement"), MK_OPTIONAL, "forloeb"),
  MK_UUID (MkCallData, contact_id, "kontaktId", N_ ("Contact"), MK_OPTIONAL),
  MK_TEXT (MkCallData, contact_name, "kontaktNavn", N_ ("Who was called"),
           MK_REQUIRED | MK_SEARCHED),
  MK_TEXT (MkCallData, telephone, "telefon", N_ ("Telephone"), MK_OPTIONAL),
  MK_DATE_TIME (MkCallData, moment, "tidspunkt", N_ ("When"), MK_REQUIRED),
  MK_TEXT (MkCallData, author, "forfatter", N_ ("Who called"), MK_REQUIRED),
  MK_CHOICE (MkCallData, outcome, "udfald", N_ ("How it went"), MK_REQUIRED, outcomes),
  MK_TEXT (MkCallData, note, "note", N_ ("Notes"), MK_FREE_TEXT | MK_SEARCHED),
  MK_DATE (MkCallData, follow_up_date, "opfoelgesDato", N_ ("Follow up on"), MK_OPTIONAL),
  MK_BOOLEAN (MkCallData, followed_up, "fulgtOp", N_ ("Followed up"), MK_OPTIONAL),
};

static const MkShape shape = MK_SHAPE (MkCallData, fields, NULL);

const MkRecordType mk_call_type = {
  .name = "opkald",
  .label = N_ ("Call"),
  .writers = MK_ROLE_WORKPLACE,
  .shape = &shape,
  .stays = TRUE,
};
