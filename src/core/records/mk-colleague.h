/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"

G_BEGIN_DECLS

/**
 * MkColleagueData:
 * @name: as people of the workplace call them
 *
 * `medarbejder`: a person of this workplace who writes at this machine. Stays at this workplace.
 */
typedef struct
{
  char *name;
} MkColleagueData;

extern const MkRecordType mk_colleague_type;

G_END_DECLS
