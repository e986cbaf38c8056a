/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check-in/mk-check-in-draft.h"

G_BEGIN_DECLS

MkCheckInDraft *mk_check_in_draft_with_attendance  (const MkCheckInDraft *self,
                                                    const char           *attendance);
MkCheckInDraft *mk_check_in_draft_with_moment      (const MkCheckInDraft *self,
                                                    const char           *moment);
MkCheckInDraft *mk_check_in_draft_with_author      (const MkCheckInDraft *self,
                                                    const char           *author);
MkCheckInDraft *mk_check_in_draft_with_minutes     (const MkCheckInDraft *self,
                                                    gint64                minutes);
MkCheckInDraft *mk_check_in_draft_with_hours_fault (const MkCheckInDraft *self,
                                                    MkFormat              fault);
MkCheckInDraft *mk_check_in_draft_with_split       (const MkCheckInDraft *self,
                                                    MkSplit               split);
MkCheckInDraft *mk_check_in_draft_with_paid        (const MkCheckInDraft *self,
                                                    gint64                minutes);
MkCheckInDraft *mk_check_in_draft_with_paid_fault  (const MkCheckInDraft *self,
                                                    MkFormat              fault);
MkCheckInDraft *mk_check_in_draft_with_wellbeing   (const MkCheckInDraft *self,
                                                    gint64                score);
MkCheckInDraft *mk_check_in_draft_with_pulse       (const MkCheckInDraft *self,
                                                    const MkPulse        *pulse);
MkCheckInDraft *mk_check_in_draft_with_path        (const MkCheckInDraft *self,
                                                    const char           *path);
MkCheckInDraft *mk_check_in_draft_with_sends_path  (const MkCheckInDraft *self,
                                                    gboolean              sends_path);
MkCheckInDraft *mk_check_in_draft_with_breaks      (const MkCheckInDraft *self,
                                                    int                   breaks);
MkCheckInDraft *mk_check_in_draft_with_small_win   (const MkCheckInDraft *self,
                                                    const char           *text);
MkCheckInDraft *mk_check_in_draft_with_difficult   (const MkCheckInDraft *self,
                                                    const char           *text);
MkCheckInDraft *mk_check_in_draft_with_next_step   (const MkCheckInDraft *self,
                                                    const char           *text);
MkCheckInDraft *mk_check_in_draft_with_note        (const MkCheckInDraft *self,
                                                    const char           *text);
MkCheckInDraft *mk_check_in_draft_with_sends_text  (const MkCheckInDraft *self,
                                                    gboolean              sends_text);
MkCheckInDraft *mk_check_in_draft_with_needs_help  (const MkCheckInDraft *self,
                                                    gboolean              needs_help);
MkCheckInDraft *mk_check_in_draft_arranged         (const MkCheckInDraft *self,
                                                    const GPtrArray      *plans,
                                                    const GPtrArray      *schemes);

G_END_DECLS
