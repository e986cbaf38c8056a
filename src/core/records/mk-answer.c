/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records/mk-answer.h"

#include <glib/gi18n.h>

static const char *const statuses[] = { MK_ANSWER_RECEIVED, MK_ANSWER_PLANNED, MK_ANSWER_GIVEN,
                                        MK_ANSWER_REFUSED, NULL };

/* The request may be unknown here, so that its id refers to nothing that must be there. */
static const MkField fields[] = {
  MK_UUID (MkAnswerData, request_id, "anmodningId", N_ ("Request"), MK_REQUIRED),
  MK_REFERENCE (MkAnswerData, card_id, "klippekortId", N_ ("Punch card"), MK_REQUIRED,
                "klippekort"),
  MK_CHOICE (MkAnswerData, status, "status", N_ ("State"), MK_REQUIRED, statuses),
  MK_COUNT (MkAnswerData, punches_used, "klipBrugt", N_ ("Punches used"), MK_REQUIRED),
  MK_DATE_TIME (MkAnswerData, moment, "tidspunkt", N_ ("When"), MK_REQUIRED),
  MK_DATE_TIME (MkAnswerData, planned_for, "planlagtTil", N_ ("Planned for"), MK_OPTIONAL),
  MK_TEXT (MkAnswerData, message, "besked", N_ ("Message"), MK_SEARCHED),
};

static void
check (gconstpointer data,
       const char   *pointer,
       MkFaults     *faults)
{
  const MkAnswerData *answer = data;
  g_autofree char *place = g_strdup_printf ("%s/klipBrugt", pointer);

  if (answer->punches_used != 0 && !g_str_equal (answer->status, MK_ANSWER_GIVEN))
    mk_faults_add (faults, MK_CODE_VALUE, place,
                   "»klipBrugt« er kun over 0, når hjælpen er givet.");
}

static const MkShape shape = MK_SHAPE (MkAnswerData, fields, check);

const MkRecordType mk_answer_type = {
  .name = "svar",
  .label = N_ ("Answer"),
  .writers = MK_ROLE_AUTHORITY,
  .shape = &shape,
};
