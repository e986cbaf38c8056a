/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"

G_BEGIN_DECLS

/**
 * MkPeerMeetingData:
 * @date: the day of the meeting
 * @from: (nullable): when it begins
 * @place: (nullable): where it is
 * @agenda: (nullable): name of the agenda in the course, without the ending
 * @attended: (nullable): who came
 * @take_home: (nullable): what to take home
 *
 * `erfamoede`: a meeting of buddies with each other. Stays at this workplace.
 */
typedef struct
{
  char *date;
  char *from;
  char *place;
  char *agenda;
  char *attended;
  char *take_home;
} MkPeerMeetingData;

extern const MkRecordType mk_peer_meeting_type;

G_END_DECLS
