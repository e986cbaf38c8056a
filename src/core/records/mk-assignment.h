/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"

G_BEGIN_DECLS

/**
 * MkAssignmentData:
 * @role: `buddy` or `leder`
 * @installation: (nullable): UUID, where that person has one
 * @partner: (nullable): UUID by which this installation knows the other one until it tells its own;
 *   stays here
 *
 * `tildeling`: who is with whom, written by a leader, or by a buddy without one.
 */
typedef struct
{
  char *placement_id;
  char *name;
  char *role;
  char *installation;
  char *from_date;
  char *to_date;
  char *partner;
} MkAssignmentData;

extern const MkRecordType mk_assignment_type;

G_END_DECLS
