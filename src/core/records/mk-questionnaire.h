/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"

G_BEGIN_DECLS

/**
 * MkQuestion:
 *
 * One item, answered from 1 to 5.
 */
typedef struct
{
  char *code;
  char *text;
} MkQuestion;

/**
 * MkQuestionnaireData:
 * @respondent: `kandidat` or `buddy`
 * @questions: GPtrArray of MkQuestion
 * @interval_days: from 1
 *
 * `maaleskema`: items that are measured again and again, written by the authority.
 */
typedef struct
{
  char      *title;
  char      *respondent;
  GPtrArray *questions;
  gint64     interval_days;
} MkQuestionnaireData;

extern const MkRecordType mk_questionnaire_type;

G_END_DECLS
