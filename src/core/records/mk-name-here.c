/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records/mk-name-here.h"

#include <glib/gi18n.h>

static const MkField fields[] = {
  MK_REFERENCE (MkNameHereData, placement_id, "forloebId", N_ ("Placement"), MK_REQUIRED,
                "forloeb"),
  MK_TEXT_UPTO (MkNameHereData, name, "navn", N_ ("Called here"), MK_REQUIRED | MK_SEARCHED, 60),
};

static const MkShape shape = MK_SHAPE (MkNameHereData, fields, NULL);

const MkRecordType mk_name_here_type = {
  .name = "kaldenavn",
  .label = N_ ("Name used here"),
  .writers = MK_ROLE_WORKPLACE,
  .shape = &shape,
  .stays = TRUE,
};
