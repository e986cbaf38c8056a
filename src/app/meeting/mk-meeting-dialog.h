/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/mk-form-dialog.h"
#include "meeting/mk-meetings.h"

G_BEGIN_DECLS

#define MK_TYPE_MEETING_DIALOG (mk_meeting_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MkMeetingDialog, mk_meeting_dialog, MK, MEETING_DIALOG, MkFormDialog)

MkMeetingDialog         *mk_meeting_dialog_new      (MkWorkplace             *workplace,
                                                     const char              *id,
                                                     const MkPeerMeetingData *data);
const MkPeerMeetingData *mk_meeting_dialog_get_data (MkMeetingDialog *self);

G_END_DECLS
