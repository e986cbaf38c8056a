/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-choice-words.h"

#include "mk-package.h"
#include "records/mk-call.h"
#include "records/mk-check-in.h"
#include "records/mk-phase.h"
#include "records/mk-scheme.h"
#include "records/mk-support-request.h"

#include <glib/gi18n-lib.h>

/* What people call the choices of a field. */

static const struct
{
  const char *field;
  const char *value;
  const char *words;
} choices[] = {
  { "fremmoede", MK_ATTENDANCE_MET, N_ ("Is here") },
  { "fremmoede", MK_ATTENDANCE_LATE, N_ ("Came later") },
  { "fremmoede", MK_ATTENDANCE_EXCUSED, N_ ("Called in absent") },
  { "fremmoede", MK_ATTENDANCE_ABSENT, N_ ("Did not come, not heard from") },
  { "fremmoede", MK_ATTENDANCE_TRIED, N_ ("We called – no answer") },
  { "bane", MK_PATH_INWARD, N_ ("More and more part of it") },
  { "bane", MK_PATH_PERIPHERAL, N_ ("A little apart") },
  { "bane", MK_PATH_ON_THE_WAY_OUT, N_ ("Slipping away from us") },
  { "privatBane", MK_PATH_INWARD, N_ ("More and more part of it") },
  { "privatBane", MK_PATH_PERIPHERAL, N_ ("A little apart") },
  { "privatBane", MK_PATH_ON_THE_WAY_OUT, N_ ("Slipping away from us") },
  { "fase", MK_PHASE_MATCH, N_ ("Match") },
  { "fase", MK_PHASE_TRIAL, N_ ("Getting to know each other") },
  { "fase", MK_PHASE_EMPLOYMENT, N_ ("Employment") },
  { "fase", MK_PHASE_AFTERCARE, N_ ("Support after employment") },
  { "ordning", MK_SCHEME_INTERNSHIP, N_ ("internship") },
  { "ordning", MK_SCHEME_WAGE_SUBSIDY, N_ ("wage subsidy") },
  { "ordning", MK_SCHEME_SMALL_JOB, N_ ("small job") },
  { "ordning", MK_SCHEME_HYBRID, N_ ("hybrid internship") },
  { "ordning", MK_SCHEME_FLEX_JOB, N_ ("flex job") },
  { "ordning", MK_SCHEME_ORDINARY, N_ ("ordinary job") },
  { "udfald", MK_CALL_TALKED, N_ ("We talked") },
  { "udfald", MK_CALL_CALLS_BACK, N_ ("They call back") },
  { "udfald", MK_CALL_MESSAGE, N_ ("Left a message") },
  { "udfald", MK_CALL_NO_ANSWER, N_ ("Nobody answered") },
  { "hast", MK_URGENCY_NOW, N_ ("Now") },
  { "hast", MK_URGENCY_SOON, N_ ("Soon") },
  { "hast", MK_URGENCY_CAN_WAIT, N_ ("Can wait") },
  { "handling", MK_ACTION_SAVE, N_ ("Is saved") },
  { "handling", MK_ACTION_DELETE, N_ ("Is deleted") },
};

/**
 * mk_choice_words:
 * @field: the name of a field, as it travels
 * @value: one of its choices
 *
 * Returns: (transfer none): what people call it: an attendance, a phase and how a call went beginning
 *   a sentence, an `ordning` within one; @value where it has no other words
 */
const char *
mk_choice_words (const char *field,
                 const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (g_str_equal (choices[i].field, field) && g_str_equal (choices[i].value, value))
      return _ (choices[i].words);
  return value;
}
