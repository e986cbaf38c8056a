/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"

G_BEGIN_DECLS

/**
 * MkMentorGrantData:
 * @minutes: in all
 * @scheme: its name
 * @legal_basis: (nullable): to show
 *
 * `bevilling`: hours of the buddy's time that the authority refunds, written by it.
 */
typedef struct
{
  char  *placement_id;
  gint64 minutes;
  char  *from;
  char  *to;
  char  *scheme;
  char  *legal_basis;
} MkMentorGrantData;

extern const MkRecordType mk_mentor_grant_type;

G_END_DECLS
