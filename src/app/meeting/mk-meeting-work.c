/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/mk-meeting-work.h"

#include "mk-record-reading.h"

/* What stands in the form of a meeting, as it is kept. */

/**
 * mk_meeting_draft_key:
 * @id: (nullable): UUID of the meeting that is changed; %NULL for a new one
 *
 * Returns: (transfer full): what a draft is kept under
 */
char *
mk_meeting_draft_key (const char *id)
{
  return g_strjoin (" ", mk_peer_meeting_type.name, id, NULL);
}

/**
 * mk_meeting_draft_to_text:
 * @data: what stands in a form
 *
 * Returns: (transfer full): all of it as JSON
 */
char *
mk_meeting_draft_to_text (const MkPeerMeetingData *data)
{
  g_autoptr (JsonObject) object = mk_shape_write (mk_peer_meeting_type.shape, data, MK_WRITE_ALL);

  return mk_json_to_text (object);
}

/**
 * mk_meeting_draft_from_text:
 * @text: what mk_meeting_draft_to_text() wrote
 *
 * Returns: (transfer full) (nullable): what stood in the form; %NULL for another text
 */
MkPeerMeetingData *
mk_meeting_draft_from_text (const char *text)
{
  return mk_record_content_read (&mk_peer_meeting_type, text, NULL);
}
