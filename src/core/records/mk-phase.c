/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records/mk-phase.h"

#include <glib/gi18n.h>

static const char *const phases[] = { MK_PHASE_MATCH, MK_PHASE_TRIAL, MK_PHASE_EMPLOYMENT,
                                      MK_PHASE_AFTERCARE, NULL };

static const MkField fields[] = {
  MK_REFERENCE (MkPhaseData, placement_id, "forloebId", N_ ("Placement"), MK_REQUIRED, "forloeb"),
  MK_CHOICE (MkPhaseData, phase, "fase", N_ ("Phase"), MK_REQUIRED, phases),
  MK_DATE (MkPhaseData, from_date, "fraDato", N_ ("From"), MK_REQUIRED),
  MK_TEXT (MkPhaseData, reason, "grund", N_ ("Reason"), MK_REQUIRED | MK_FREE_TEXT | MK_SEARCHED),
};

static const MkShape shape = MK_SHAPE (MkPhaseData, fields, NULL);

const MkRecordType mk_phase_type = {
  .name = "fase",
  .label = N_ ("Phase"),
  .writers = MK_ROLE_WORKPLACE,
  .shape = &shape,
};
