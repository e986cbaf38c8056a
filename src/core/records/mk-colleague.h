/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"

G_BEGIN_DECLS

/**
 * MkColleagueData:
 * @name: as people of the workplace call them
 * @shows_learning: whether they let be sent which modules of the course they went through, or
 *   %MK_ABSENT for no
 *
 * `medarbejder`: a person of this workplace who writes at this machine. Stays at this workplace.
 */
typedef struct
{
  char *name;
  int   shows_learning;
} MkColleagueData;

extern const MkRecordType mk_colleague_type;

G_END_DECLS
