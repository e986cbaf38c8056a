/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records/mk-colleague.h"

#include <glib/gi18n.h>

static const MkField fields[] = {
  MK_TEXT_UPTO (MkColleagueData, name, "navn", N_ ("Name"), MK_REQUIRED, 60),
  MK_BOOLEAN (MkColleagueData, shows_learning, "viserLaering", N_ ("Lets the training be sent"),
              MK_OPTIONAL),
};

static const MkShape shape = MK_SHAPE (MkColleagueData, fields, NULL);

const MkRecordType mk_colleague_type = {
  .name = "medarbejder",
  .label = N_ ("Person of the workplace"),
  .writers = MK_ROLE_WORKPLACE,
  .shape = &shape,
  .stays = TRUE,
};
