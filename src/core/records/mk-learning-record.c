/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records/mk-learning-record.h"

#include <glib/gi18n.h>

const char *const mk_learning_states[] = { MK_LEARNING_BEGUN, MK_LEARNING_DONE, NULL };

static const MkField fields[] = {
  MK_INTEGER (MkLearningData, module, "modul", N_ ("Module"), MK_REQUIRED, 1, 8),
  MK_TEXT_UPTO (MkLearningData, person, "person", N_ ("Person"), MK_REQUIRED, 60),
  MK_CHOICE (MkLearningData, state, "tilstand", N_ ("How far"), MK_REQUIRED, mk_learning_states),
  MK_DATE (MkLearningData, date, "dato", N_ ("Date"), MK_REQUIRED),
};

static const MkShape shape = MK_SHAPE (MkLearningData, fields, NULL);

const MkRecordType mk_learning_type = {
  .name = "laering",
  .label = N_ ("Training"),
  .writers = MK_ROLE_WORKPLACE,
  .shape = &shape,
};
