/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records/mk-learning-record.h"

#include <glib/gi18n.h>

#define MOST_PLACE 1000

static const char *const states[] = { MK_LEARNING_BEGUN, MK_LEARNING_DONE, NULL };

static const MkField fields[] = {
  MK_INTEGER (MkLearningData, module, "modul", N_ ("Module"), MK_REQUIRED, 1, 8),
  MK_TEXT_UPTO (MkLearningData, person, "person", N_ ("Person"), MK_REQUIRED, 60),
  MK_CHOICE (MkLearningData, state, "tilstand", N_ ("How far"), MK_REQUIRED, states),
  MK_DATE (MkLearningData, date, "dato", N_ ("Date"), MK_REQUIRED),
  MK_TEXT_UPTO (MkLearningData, parts, "dele", N_ ("Parts gone through"), MK_PRIVATE, 200),
  MK_TEXT_UPTO (MkLearningData, ticks, "krydser", N_ ("Tried"), MK_PRIVATE, 100),
  MK_INTEGER (MkLearningData, place, "plads", N_ ("Place"), MK_PRIVATE, 0, MOST_PLACE),
  MK_DATE_TIME (MkLearningData, left, "forladt", N_ ("Left off"), MK_PRIVATE),
};

static const MkShape shape = MK_SHAPE (MkLearningData, fields, NULL);

const MkRecordType mk_learning_type = {
  .name = "laering",
  .label = N_ ("Training"),
  .writers = MK_ROLE_WORKPLACE,
  .shape = &shape,
  .stays = TRUE,
};
