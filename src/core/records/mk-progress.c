/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records/mk-progress.h"

#include "records/mk-learning-record.h"

#include <glib/gi18n.h>

#define MOST_PLACE 1000

static const MkField fields[] = {
  MK_INTEGER (MkProgressData, module, "modul", N_ ("Module"), MK_REQUIRED, 1, 8),
  MK_TEXT_UPTO (MkProgressData, person, "person", N_ ("Person"), MK_REQUIRED, 60),
  MK_CHOICE (MkProgressData, state, "tilstand", N_ ("How far"), MK_REQUIRED, mk_learning_states),
  MK_DATE (MkProgressData, date, "dato", N_ ("Date"), MK_REQUIRED),
  MK_TEXT_UPTO (MkProgressData, parts, "dele", N_ ("Parts gone through"), MK_PRIVATE, 200),
  MK_TEXT_UPTO (MkProgressData, ticks, "krydser", N_ ("Tried"), MK_PRIVATE, 100),
  MK_INTEGER (MkProgressData, place, "plads", N_ ("Place"), MK_PRIVATE, 0, MOST_PLACE),
  MK_DATE_TIME (MkProgressData, left, "forladt", N_ ("Left off"), MK_PRIVATE),
};

static const MkShape shape = MK_SHAPE (MkProgressData, fields, NULL);

const MkRecordType mk_progress_type = {
  .name = "fremskridt",
  .label = N_ ("Place in the training"),
  .writers = MK_ROLE_WORKPLACE,
  .shape = &shape,
  .stays = TRUE,
};
