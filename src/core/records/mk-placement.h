/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record.h"

G_BEGIN_DECLS

typedef struct
{
  char *alias;
} MkCandidate;

typedef struct
{
  char *name;
  char *telephone;
  char *email;
} MkJobConsultant;

/**
 * MkPlacementData:
 * @case_reference: the authority's own, opaque
 * @position: the job aimed at
 * @goal_minutes_per_month: paid minutes aimed at; 1800 is 30 hours
 * @ceiling_minutes_per_week: the candidate's own, or %MK_ABSENT
 *
 * `forloeb`: one candidate's course at this workplace, written by the authority.
 */
typedef struct
{
  MkCandidate     *candidate;
  char            *case_reference;
  char            *position;
  char            *start_date;
  char            *expected_end_date;
  gint64           goal_minutes_per_month;
  gint64           ceiling_minutes_per_week;
  MkJobConsultant *job_consultant;
} MkPlacementData;

#define MK_TYPE_PLACEMENT (mk_placement_get_type ())
G_DECLARE_FINAL_TYPE (MkPlacement, mk_placement, MK, PLACEMENT, MkRecord)

extern const MkRecordType mk_placement_type;

G_END_DECLS
