/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records/mk-placement.h"

#include "mk-check.h"

#include <glib/gi18n.h>

static const MkField candidate_fields[] = {
  MK_TEXT (MkCandidate, alias, "alias", N_ ("Alias"), MK_REQUIRED | MK_SEARCHED),
};

static const MkShape candidate_shape = MK_SHAPE (MkCandidate, candidate_fields, NULL);

static const MkField job_consultant_fields[] = {
  MK_TEXT (MkJobConsultant, name, "navn", N_ ("Name"), MK_REQUIRED | MK_SEARCHED),
  MK_TEXT (MkJobConsultant, telephone, "telefon", N_ ("Telephone"), MK_REQUIRED),
  MK_TEXT (MkJobConsultant, email, "email", N_ ("Email"), MK_OPTIONAL),
};

static const MkShape job_consultant_shape = MK_SHAPE (MkJobConsultant, job_consultant_fields, NULL);

static const MkField fields[] = {
  MK_OBJECT (MkPlacementData, candidate, MkCandidate, "kandidat", N_ ("Candidate"), MK_REQUIRED,
             &candidate_shape),
  MK_TEXT_UPTO (MkPlacementData, case_reference, "sagsreference", N_ ("Case reference"),
                MK_REQUIRED, 64),
  MK_TEXT (MkPlacementData, position, "stilling", N_ ("Job aimed at"), MK_REQUIRED | MK_SEARCHED),
  MK_DATE (MkPlacementData, start_date, "startDato", N_ ("Start"), MK_REQUIRED),
  MK_DATE (MkPlacementData, expected_end_date, "forventetSlutDato", N_ ("Expected end"),
           MK_OPTIONAL),
  MK_COUNT (MkPlacementData, goal_minutes_per_month, "maalMinutterPrMaaned",
            N_ ("Goal, paid minutes a month"), MK_REQUIRED),
  MK_COUNT (MkPlacementData, ceiling_minutes_per_week, "loftMinutterPrUge",
            N_ ("Own ceiling, minutes a week"), MK_OPTIONAL),
  MK_OBJECT (MkPlacementData, job_consultant, MkJobConsultant, "jobformidler",
             N_ ("Job consultant"), MK_REQUIRED, &job_consultant_shape),
};

static void
check (gconstpointer data,
       const char   *pointer,
       MkFaults     *faults)
{
  const MkPlacementData *placement = data;

  mk_check_order (placement->start_date, placement->expected_end_date, pointer, "forventetSlutDato",
                  faults);
}

static const MkShape shape = MK_SHAPE (MkPlacementData, fields, check);

const MkRecordType mk_placement_type = {
  .name = "forloeb",
  .label = N_ ("Placement"),
  .writers = MK_ROLE_AUTHORITY,
  .shape = &shape,
};

MK_DEFINE_RECORD (MkPlacement, mk_placement, mk_placement_type)
