/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records/mk-questionnaire.h"

#include "mk-check.h"

#include <glib/gi18n.h>

static const char *const respondents[] = { "kandidat", "buddy", NULL };

static const MkField question_fields[] = {
  MK_TEXT (MkQuestion, code, "kode", N_ ("Code"), MK_REQUIRED),
  MK_TEXT (MkQuestion, text, "tekst", N_ ("Text"), MK_REQUIRED | MK_SEARCHED),
};

static const MkShape question_shape = MK_SHAPE (MkQuestion, question_fields, NULL);

static const MkField fields[] = {
  MK_TEXT (MkQuestionnaireData, title, "titel", N_ ("Title"), MK_REQUIRED | MK_SEARCHED),
  MK_CHOICE (MkQuestionnaireData, respondent, "respondent", N_ ("Who answers"), MK_REQUIRED,
             respondents),
  MK_OBJECTS (MkQuestionnaireData, questions, "spoergsmaal", N_ ("Questions"), MK_REQUIRED,
              &question_shape),
  MK_ORDINAL (MkQuestionnaireData, interval_days, "intervalDage", N_ ("Days between"), MK_REQUIRED),
};

static void
check (gconstpointer data,
       const char   *pointer,
       MkFaults     *faults)
{
  const MkQuestionnaireData *questionnaire = data;

  mk_check_unique (questionnaire->questions, offsetof (MkQuestion, code), pointer, "spoergsmaal",
                   faults);
}

static const MkShape shape = MK_SHAPE (MkQuestionnaireData, fields, check);

const MkRecordType mk_questionnaire_type = {
  .name = "maaleskema",
  .label = N_ ("Questionnaire"),
  .writers = MK_ROLE_AUTHORITY,
  .shape = &shape,
};
