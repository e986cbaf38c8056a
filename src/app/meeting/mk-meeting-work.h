/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/mk-peer-meeting.h"
#include "workplace/mk-workplace.h"

G_BEGIN_DECLS

char              *mk_meeting_draft_key       (const char *id);
char              *mk_meeting_draft_to_text   (const MkPeerMeetingData *data);
MkPeerMeetingData *mk_meeting_draft_from_text (const char *text);

G_END_DECLS
