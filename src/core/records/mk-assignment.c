/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records/mk-assignment.h"

#include "mk-check.h"

#include <glib/gi18n.h>

static const char *const roles[] = { "buddy", "leder", NULL };

static const MkField fields[] = {
  MK_REFERENCE (MkAssignmentData, placement_id, "forloebId", N_ ("Placement"), MK_REQUIRED,
                "forloeb"),
  MK_TEXT (MkAssignmentData, name, "navn", N_ ("Name"), MK_REQUIRED | MK_SEARCHED),
  MK_CHOICE (MkAssignmentData, role, "rolle", N_ ("Role"), MK_REQUIRED, roles),
  MK_UUID (MkAssignmentData, installation, "installation", N_ ("Installation"), MK_OPTIONAL),
  MK_DATE (MkAssignmentData, from_date, "fraDato", N_ ("From"), MK_REQUIRED),
  MK_DATE (MkAssignmentData, to_date, "tilDato", N_ ("To"), MK_OPTIONAL),
  MK_UUID (MkAssignmentData, partner, "partner", N_ ("Goes to"), MK_PRIVATE),
};

static void
check (gconstpointer data,
       const char   *pointer,
       MkFaults     *faults)
{
  const MkAssignmentData *assignment = data;

  mk_check_order (assignment->from_date, assignment->to_date, pointer, "tilDato", faults);
}

static const MkShape shape = MK_SHAPE (MkAssignmentData, fields, check);

const MkRecordType mk_assignment_type = {
  .name = "tildeling",
  .label = N_ ("Assignment"),
  .writers = MK_ROLE_WORKPLACE,
  .shape = &shape,
};
