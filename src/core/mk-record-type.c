/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-record-type.h"

#include "records/mk-answer.h"
#include "records/mk-assignment.h"
#include "records/mk-attendance-plan.h"
#include "records/mk-call.h"
#include "records/mk-check-in.h"
#include "records/mk-colleague.h"
#include "records/mk-contact-note.h"
#include "records/mk-learning-record.h"
#include "records/mk-material.h"
#include "records/mk-mentor-grant.h"
#include "records/mk-name-here.h"
#include "records/mk-own-contact.h"
#include "records/mk-peer-meeting.h"
#include "records/mk-phase.h"
#include "records/mk-progress.h"
#include "records/mk-punch-card.h"
#include "records/mk-questionnaire.h"
#include "records/mk-support-request.h"
#include "records/mk-contact.h"
#include "records/mk-placement.h"
#include "records/mk-receipt.h"
#include "records/mk-scheme.h"

static const MkRecordType *const types[] = {
  &mk_placement_type,       &mk_contact_type,      &mk_punch_card_type,    &mk_answer_type,
  &mk_mentor_grant_type,    &mk_material_type,     &mk_questionnaire_type, &mk_check_in_type,
  &mk_support_request_type, &mk_phase_type,        &mk_assignment_type,    &mk_receipt_type,
  &mk_attendance_plan_type, &mk_scheme_type,       &mk_name_here_type,     &mk_colleague_type,
  &mk_learning_type,        &mk_peer_meeting_type, &mk_progress_type,      &mk_own_contact_type,
  &mk_contact_note_type,    &mk_call_type,
};

/**
 * mk_record_type_find:
 * @name: (nullable): the contract's name of a type
 *
 * Returns: (nullable): the type, or %NULL for one that this version does not know
 */
const MkRecordType *
mk_record_type_find (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i]->name, name))
      return types[i];
  return NULL;
}

/**
 * mk_record_type_find_travelling:
 * @name: (nullable): the name of a type, as a package has it
 *
 * Returns: (nullable): the type; %NULL for one that this version does not know, or that never
 *   leaves and so is no business of a package
 */
const MkRecordType *
mk_record_type_find_travelling (const char *name)
{
  const MkRecordType *type = mk_record_type_find (name);

  return type != NULL && !type->stays ? type : NULL;
}

/**
 * mk_record_type_get:
 * @index: from 0
 *
 * Returns: (nullable): a type, or %NULL past the last, to go through them all
 */
const MkRecordType *
mk_record_type_get (guint index)
{
  return index < G_N_ELEMENTS (types) ? types[index] : NULL;
}
