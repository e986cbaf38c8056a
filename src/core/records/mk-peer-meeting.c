/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records/mk-peer-meeting.h"

#include <glib/gi18n.h>

static const MkField fields[] = {
  MK_DATE (MkPeerMeetingData, date, "dato", N_ ("Date"), MK_REQUIRED),
  MK_TIME (MkPeerMeetingData, from, "fra", N_ ("Time"), MK_OPTIONAL),
  MK_TEXT_UPTO (MkPeerMeetingData, place, "sted", N_ ("Where"), MK_OPTIONAL | MK_FREE_TEXT, 100),
  MK_TEXT_UPTO (MkPeerMeetingData, agenda, "dagsorden", N_ ("Agenda"), MK_OPTIONAL, 60),
  MK_TEXT_UPTO (MkPeerMeetingData, attended, "deltog", N_ ("Who came"),
                MK_OPTIONAL | MK_FREE_TEXT | MK_SEARCHED, 500),
  MK_TEXT (MkPeerMeetingData, take_home, "medHjem", N_ ("What we take home"),
           MK_OPTIONAL | MK_FREE_TEXT | MK_SEARCHED),
};

static const MkShape shape = MK_SHAPE (MkPeerMeetingData, fields, NULL);

const MkRecordType mk_peer_meeting_type = {
  .name = "erfamoede",
  .label = N_ ("Peer meeting"),
  .writers = MK_ROLE_WORKPLACE,
  .shape = &shape,
  .stays = TRUE,
};
