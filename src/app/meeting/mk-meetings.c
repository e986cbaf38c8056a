/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/mk-meetings.h"

#include "mk-record-reading.h"
#include "mk-records.h"

#include <string.h>

/* The meetings that this workplace knows of. Plain functions; reading is done on the store's thread. */

/**
 * mk_meeting_free:
 * @data: an MkMeeting
 */
void
mk_meeting_free (gpointer data)
{
  MkMeeting *self = data;

  g_free (self->id);
  mk_shape_free (mk_peer_meeting_type.shape, self->data);
  g_free (self);
}

static void
take_listed (const MkListed *listed,
             gpointer        user_data)
{
  MkPeerMeetingData *data =
      mk_record_content_read (&mk_peer_meeting_type, listed->data, listed->private_data);
  MkMeeting *meeting;

  if (data == NULL)
    return;
  meeting = g_new0 (MkMeeting, 1);
  meeting->id = g_strdup (listed->id);
  meeting->data = data;
  g_ptr_array_add (user_data, meeting);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const MkMeeting *first = a, *second = b;
  int order = strcmp (second->data->date, first->data->date);

  return order != 0 ? order : strcmp (first->id, second->id);
}

/**
 * mk_meetings_read:
 * @database: a store
 * @error: return location
 *
 * Returns: (transfer full) (element-type MkMeeting): all meetings, the newest first; %NULL on error
 */
GPtrArray *
mk_meetings_read (MkDatabase *database,
                  GError    **error)
{
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (mk_meeting_free);
  MkListing listing = { .type = mk_peer_meeting_type.name, .limit = -1 };

  if (!mk_record_list (database, &listing, take_listed, meetings, error))
    return NULL;
  g_ptr_array_sort_values (meetings, compare);
  return g_steal_pointer (&meetings);
}

/**
 * mk_meetings_find:
 * @meetings: (element-type MkMeeting): some meetings
 * @id: UUID
 *
 * Returns: (transfer none) (nullable): the one with that id
 */
const MkMeeting *
mk_meetings_find (const GPtrArray *meetings,
                  const char      *id)
{
  for (guint i = 0; i < meetings->len; i++)
    {
      const MkMeeting *meeting = g_ptr_array_index (meetings, i);

      if (g_str_equal (meeting->id, id))
        return meeting;
    }
  return NULL;
}

/**
 * mk_meetings_last_held:
 * @meetings: (element-type MkMeeting): all meetings, the newest first
 * @today: YYYY-MM-DD
 *
 * Returns: (transfer none) (nullable): the last one before today
 */
const MkMeeting *
mk_meetings_last_held (const GPtrArray *meetings,
                       const char      *today)
{
  for (guint i = 0; i < meetings->len; i++)
    {
      const MkMeeting *meeting = g_ptr_array_index (meetings, i);

      if (strcmp (meeting->data->date, today) < 0)
        return meeting;
    }
  return NULL;
}

/**
 * mk_meetings_planned:
 * @meetings: (element-type MkMeeting): all meetings, the newest first
 * @today: YYYY-MM-DD
 *
 * Returns: (transfer none) (nullable): the next one, which may be today
 */
const MkMeeting *
mk_meetings_planned (const GPtrArray *meetings,
                     const char      *today)
{
  const MkMeeting *next = NULL;

  for (guint i = 0; i < meetings->len; i++)
    {
      const MkMeeting *meeting = g_ptr_array_index (meetings, i);

      if (strcmp (meeting->data->date, today) >= 0)
        next = meeting;
    }
  return next;
}
