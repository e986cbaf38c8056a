/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/mk-meeting-work.h"

#include "mk-drafts.h"
#include "mk-record-reading.h"
#include "workplace/mk-record-saving.h"
#include "workplace/mk-workplace-work.h"

/* The work on meetings: done on the store's thread, and ended by mk_workplace_change_finish(). */

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

/* What is saved. */
typedef struct
{
  char              *id;
  MkPeerMeetingData *data;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_free (saving->id);
  mk_shape_free (mk_peer_meeting_type.shape, saving->data);
  g_free (saving);
}

/* Its draft is forgotten in the same step. */
static gpointer
save_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  const Saving *saving = data;
  g_autofree char *key = mk_meeting_draft_key (saving->id);
  g_autoptr (MkSaved) saved = NULL;
  gboolean is_done;

  if (!mk_database_begin (database, error))
    return NULL;
  saved = mk_record_save_judged (database, &mk_peer_meeting_type, saving->id, saving->data, error);
  is_done = saved != NULL && mk_draft_remove (database, key, error);
  return mk_database_end (database, is_done, error) ? g_steal_pointer (&saved) : NULL;
}

static gpointer
delete_func (MkDatabase   *database,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  return mk_own_record_delete (database, &mk_peer_meeting_type, data, error);
}

static gpointer
undo_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  return mk_own_record_undo (database, &mk_peer_meeting_type, data, error);
}

/**
 * mk_meeting_save_async:
 * @workplace: a workplace
 * @id: (nullable): UUID of the meeting that is changed; %NULL for a new one
 * @data: what stands in the form; copied
 * @callback: called when it is durable, or has failed
 * @user_data: for @callback
 *
 * Saves a meeting.
 */
void
mk_meeting_save_async (MkWorkplace             *workplace,
                       const char              *id,
                       const MkPeerMeetingData *data,
                       GAsyncReadyCallback      callback,
                       gpointer                 user_data)
{
  Saving *saving;

  g_return_if_fail (MK_IS_WORKPLACE (workplace));

  saving = g_new0 (Saving, 1);
  saving->id = g_strdup (id);
  saving->data = mk_shape_copy (mk_peer_meeting_type.shape, data);
  mk_workplace_change_async (workplace, save_func, saving, saving_free, callback, user_data);
}

/**
 * mk_meeting_delete_async:
 * @workplace: a workplace
 * @id: UUID of a meeting
 * @callback: called when it is durable, or has failed
 * @user_data: for @callback
 *
 * Deletes a meeting, which can be undone.
 */
void
mk_meeting_delete_async (MkWorkplace        *workplace,
                         const char         *id,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_return_if_fail (MK_IS_WORKPLACE (workplace));

  mk_workplace_change_async (workplace, delete_func, g_strdup (id), g_free, callback, user_data);
}

/**
 * mk_meeting_undo_async:
 * @workplace: a workplace
 * @id: UUID of a meeting
 * @callback: called when it is durable, or has failed
 * @user_data: for @callback
 *
 * Takes the last change of a meeting back.
 */
void
mk_meeting_undo_async (MkWorkplace        *workplace,
                       const char         *id,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_return_if_fail (MK_IS_WORKPLACE (workplace));

  mk_workplace_change_async (workplace, undo_func, g_strdup (id), g_free, callback, user_data);
}
