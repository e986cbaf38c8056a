/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "meeting/mk-meetings.h"
#include "mk-lesson.h"

G_BEGIN_DECLS

char           *mk_meeting_due_words   (const GPtrArray *meetings,
                                        const char      *today);
char           *mk_meeting_title       (const MkPeerMeetingData *data,
                                        const char              *today);
char           *mk_meeting_subtitle    (const MkPeerMeetingData *data);
char           *mk_meeting_invitation  (const MkPeerMeetingData *data,
                                        const char              *author);
const MkLesson *mk_meeting_next_agenda (const GPtrArray *meetings);

G_END_DECLS
