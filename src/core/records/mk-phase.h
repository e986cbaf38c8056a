/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"

G_BEGIN_DECLS

/* The contract's choices of `fase`. */
#define MK_PHASE_MATCH "match"
#define MK_PHASE_TRIAL "seAn"
#define MK_PHASE_EMPLOYMENT "ansaettelse"
#define MK_PHASE_AFTERCARE "eftervaern"

/**
 * MkPhaseData:
 * @phase: one of the MK_PHASE_… strings
 *
 * `fase`: a placement goes into a phase, forward or back, with the reason; written by the workplace.
 */
typedef struct
{
  char *placement_id;
  char *phase;
  char *from_date;
  char *reason;
} MkPhaseData;

extern const MkRecordType mk_phase_type;

G_END_DECLS
