/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-format.h"
#include "records/mk-attendance-plan.h"
#include "records/mk-check-in.h"
#include "records/mk-scheme.h"

G_BEGIN_DECLS

/**
 * MkSplit:
 * @MK_SPLIT_UNPAID: no hour of the day is of ordinary wage
 * @MK_SPLIT_PAID: every hour is
 * @MK_SPLIT_BOTH: some are
 */
typedef enum
{
  MK_SPLIT_UNPAID,
  MK_SPLIT_PAID,
  MK_SPLIT_BOTH
} MkSplit;

/**
 * MkHoursSource:
 * @MK_HOURS_TYPED: a person, or nothing yet
 * @MK_HOURS_AS_LAST: the last check-in
 * @MK_HOURS_AS_PLANNED: the attendance plan
 *
 * Where the hours of a draft come from.
 */
typedef enum
{
  MK_HOURS_TYPED,
  MK_HOURS_AS_LAST,
  MK_HOURS_AS_PLANNED
} MkHoursSource;

/**
 * MkCheckInDraft:
 * @id: (nullable): UUID of the check-in that is changed; %NULL for a new one
 * @revision: the one that is changed; 0 for a new one
 * @data: what is written so far; its minutes and its private fields stand below
 * @minutes: of the day, 0 to %MK_MINUTES_A_DAY
 * @split: which of them are paid
 * @paid_minutes: how many of them, when @split is %MK_SPLIT_BOTH
 * @hours_source: where the minutes come from
 * @is_split_typed: whether a person said which hours are paid
 * @scheme: (nullable): one of the MK_SCHEME_… strings, where that says which hours are paid
 * @hours_fault: what is wrong with what is typed as hours
 * @paid_fault: what is wrong with what is typed as paid hours
 * @sends_text: whether the texts are sent; otherwise they stay here
 * @sends_path: whether the candidate's place in the team is sent; otherwise it stays here
 * @kept_private: (nullable): what stood in the private note beside texts that were sent
 *
 * What stands in the form of a check-in. It never changes: an edit makes another draft.
 */
typedef struct
{
  char          *id;
  gint64         revision;
  MkCheckInData *data;
  gint64         minutes;
  MkSplit        split;
  gint64         paid_minutes;
  MkHoursSource  hours_source;
  gboolean       is_split_typed;
  const char    *scheme;
  MkFormat       hours_fault;
  MkFormat       paid_fault;
  gboolean       sends_text;
  gboolean       sends_path;
  char          *kept_private;
} MkCheckInDraft;

MkCheckInDraft *mk_check_in_draft_new         (const char          *placement_id,
                                               const char          *author,
                                               const char          *now,
                                               const MkCheckInData *last);
MkCheckInDraft *mk_check_in_draft_new_change  (const char          *id,
                                               gint64               revision,
                                               const MkCheckInData *data);
MkCheckInDraft *mk_check_in_draft_copy        (const MkCheckInDraft *self);
void            mk_check_in_draft_free        (MkCheckInDraft *self);
const char     *mk_check_in_draft_get_key     (const MkCheckInDraft *self);
gboolean        mk_check_in_draft_has_text    (const MkCheckInDraft *self);
gboolean        mk_check_in_draft_shows_hours (const MkCheckInDraft *self);
char           *mk_check_in_draft_dup_day     (const MkCheckInDraft *self);
char           *mk_check_in_draft_dup_private (const MkCheckInDraft *self);
MkCheckInData  *mk_check_in_draft_to_data     (const MkCheckInDraft *self,
                                               GDateTime            *now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkCheckInDraft, mk_check_in_draft_free)

void mk_check_in_data_free (MkCheckInData *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkCheckInData, mk_check_in_data_free)

G_END_DECLS
