/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"

G_BEGIN_DECLS

/**
 * MkNameHereData:
 * @name: what the workplace calls the candidate
 *
 * `kaldenavn`: the name used here in place of the alias that travels. Stays at this workplace.
 */
typedef struct
{
  char *placement_id;
  char *name;
} MkNameHereData;

extern const MkRecordType mk_name_here_type;

G_END_DECLS
