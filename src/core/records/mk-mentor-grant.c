/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records/mk-mentor-grant.h"

#include "mk-check.h"

#include <glib/gi18n.h>

static const MkField fields[] = {
  MK_REFERENCE (MkMentorGrantData, placement_id, "forloebId", N_ ("Placement"), MK_REQUIRED,
                "forloeb"),
  MK_COUNT (MkMentorGrantData, minutes, "minutterIAlt", N_ ("Minutes in all"), MK_REQUIRED),
  MK_DATE (MkMentorGrantData, from, "fra", N_ ("From"), MK_REQUIRED),
  MK_DATE (MkMentorGrantData, to, "til", N_ ("To"), MK_REQUIRED),
  MK_TEXT (MkMentorGrantData, scheme, "ordning", N_ ("Scheme"), MK_REQUIRED),
  MK_TEXT (MkMentorGrantData, legal_basis, "hjemmel", N_ ("Legal basis"), MK_OPTIONAL),
};

static void
check (gconstpointer data,
       const char   *pointer,
       MkFaults     *faults)
{
  const MkMentorGrantData *grant = data;

  mk_check_order (grant->from, grant->to, pointer, "til", faults);
}

static const MkShape shape = MK_SHAPE (MkMentorGrantData, fields, check);

const MkRecordType mk_mentor_grant_type = {
  .name = "bevilling",
  .label = N_ ("Mentor grant"),
  .writers = MK_ROLE_AUTHORITY,
  .shape = &shape,
};
