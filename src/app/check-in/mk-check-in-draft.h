/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/mk-check-in.h"

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
 * MkCheckInDraft:
 * @id: (nullable): UUID of the check-in that is changed; %NULL for a new one
 * @revision: the one that is changed; 0 for a new one
 * @data: what is written so far; its minutes and its private fields stand below
 * @minutes: of the day, 0 to %MK_MINUTES_A_DAY
 * @split: which of them are paid
 * @paid_minutes: how many of them, when @split is %MK_SPLIT_BOTH
 * @is_as_last: whether nobody has touched the hours that were taken over from the last check-in
 * @is_unreadable: whether what was typed as hours can't be understood
 * @sends_text: whether the texts are sent; otherwise they stay here
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
  gboolean       is_as_last;
  gboolean       is_unreadable;
  gboolean       sends_text;
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
gboolean        mk_check_in_draft_equal       (const MkCheckInDraft *a,
                                               const MkCheckInDraft *b);
gboolean        mk_check_in_draft_has_text    (const MkCheckInDraft *self);
gboolean        mk_check_in_draft_shows_hours (const MkCheckInDraft *self);
MkCheckInData  *mk_check_in_draft_to_data     (const MkCheckInDraft *self,
                                               GDateTime            *now);

MkCheckInDraft *mk_check_in_draft_with_attendance (const MkCheckInDraft *self,
                                                   const char           *attendance);
MkCheckInDraft *mk_check_in_draft_with_moment     (const MkCheckInDraft *self,
                                                   const char           *moment);
MkCheckInDraft *mk_check_in_draft_with_minutes    (const MkCheckInDraft *self,
                                                   gint64                minutes);
MkCheckInDraft *mk_check_in_draft_with_unreadable (const MkCheckInDraft *self);
MkCheckInDraft *mk_check_in_draft_with_split      (const MkCheckInDraft *self,
                                                   MkSplit               split);
MkCheckInDraft *mk_check_in_draft_with_paid       (const MkCheckInDraft *self,
                                                   gint64                minutes);
MkCheckInDraft *mk_check_in_draft_with_wellbeing  (const MkCheckInDraft *self,
                                                   gint64                score);
MkCheckInDraft *mk_check_in_draft_with_small_win  (const MkCheckInDraft *self,
                                                   const char           *text);
MkCheckInDraft *mk_check_in_draft_with_note       (const MkCheckInDraft *self,
                                                   const char           *text);
MkCheckInDraft *mk_check_in_draft_with_sends_text (const MkCheckInDraft *self,
                                                   gboolean              sends_text);
MkCheckInDraft *mk_check_in_draft_with_needs_help (const MkCheckInDraft *self,
                                                   gboolean              needs_help);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkCheckInDraft, mk_check_in_draft_free)

void mk_check_in_data_free (MkCheckInData *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkCheckInData, mk_check_in_data_free)

G_END_DECLS
