/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"
#include "records/mk-peer-meeting.h"

G_BEGIN_DECLS

/* The next meeting fits so many days after the last one: six to eight weeks. */
#define MK_MEETING_FIRST_DAY 42
#define MK_MEETING_LAST_DAY 56

/**
 * MkMeeting:
 * @id: UUID of its record
 * @data: what is known of it
 *
 * A meeting of buddies with each other, held or planned.
 */
typedef struct
{
  char              *id;
  MkPeerMeetingData *data;
} MkMeeting;

GPtrArray       *mk_meetings_read      (MkDatabase *database,
                                        GError    **error);
void             mk_meeting_free       (gpointer data);
const MkMeeting *mk_meetings_find      (const GPtrArray *meetings,
                                        const char      *id);
const MkMeeting *mk_meetings_last_held (const GPtrArray *meetings,
                                        const char      *today);
const MkMeeting *mk_meetings_planned   (const GPtrArray *meetings,
                                        const char      *today);

G_END_DECLS
