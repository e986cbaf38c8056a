/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/mk-meeting-flow.h"

#include "form/mk-form-flow.h"
#include "form/mk-record-draft.h"
#include "meeting/mk-meeting-dialog.h"
#include "meeting/mk-meeting-words.h"
#include "mk-clock.h"
#include "widgets/mk-dialog.h"
#include "workplace/mk-undo-toast.h"
#include "workplace/mk-workplace-work.h"

#include <glib/gi18n-lib.h>

/* What happens around the form of a meeting: it is opened with what is known, and what it saved, or
 * what was deleted, can be undone. Toasts come on the overlay, and the dialog stands over it. */

/* The form */

static void
present_form (AdwToastOverlay         *overlay,
              MkWorkplace             *workplace,
              const char              *id,
              const MkPeerMeetingData *data)
{
  if (mk_dialog_has_room (GTK_WIDGET (overlay)))
    mk_form_flow_present (overlay, MK_FORM_DIALOG (mk_meeting_dialog_new (workplace, id, data)));
}

/* Writing */

static void
suggest (AdwToastOverlay *overlay,
         MkWorkplace     *workplace,
         const GPtrArray *meetings)
{
  MkPeerMeetingData *data = mk_shape_new (mk_peer_meeting_type.shape);
  const MkLesson *agenda = mk_meeting_next_agenda (meetings);
  g_autoptr (GDateTime) now = mk_clock_now ();

  data->date = g_date_time_format (now, "%Y-%m-%d");
  data->agenda = agenda != NULL ? g_strdup (agenda->name) : NULL;
  present_form (overlay, workplace, NULL, data);
  mk_shape_free (mk_peer_meeting_type.shape, data);
}

/* What has to be remembered until the meetings are read. */
typedef struct
{
  AdwToastOverlay *overlay;
  char            *id;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->overlay);
  g_free (opening->id);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Opening) opening = user_data;
  MkWorkplace *workplace = MK_WORKPLACE (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) meetings = mk_workplace_read_finish (workplace, result, &error);
  const MkMeeting *meeting = NULL;

  if (meetings != NULL && opening->id != NULL)
    meeting = mk_meetings_find (meetings, opening->id);
  if (meetings == NULL)
    mk_dialog_tell (GTK_WIDGET (opening->overlay), _ ("It could not be read"), error->message);
  else if (opening->id == NULL)
    suggest (opening->overlay, workplace, meetings);
  else if (meeting != NULL)
    present_form (opening->overlay, workplace, opening->id, meeting->data);
  else
    mk_dialog_tell (GTK_WIDGET (opening->overlay), _ ("The meeting is not here any more"), NULL);
}

static gpointer
read_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  return mk_meetings_read (database, error);
}

/**
 * mk_meeting_flow_write:
 * @overlay: over the page
 * @workplace: where it is saved
 * @id: (nullable): UUID of the meeting that is opened; %NULL for a new one
 *
 * Opens the form of a meeting, with what was kept of it when it was closed unsaved; that comes before
 * what is saved.
 */
void
mk_meeting_flow_write (AdwToastOverlay *overlay,
                       MkWorkplace     *workplace,
                       const char      *id)
{
  g_autofree char *key = mk_record_draft_key (&mk_peer_meeting_type, id);
  const char *text = mk_draft_keeper_get (mk_workplace_get_drafts (workplace), key);
  MkPeerMeetingData *kept =
      text != NULL ? mk_record_draft_from_text (&mk_peer_meeting_type, text) : NULL;
  Opening *opening;

  if (kept != NULL)
    {
      present_form (overlay, workplace, id, kept);
      mk_shape_free (mk_peer_meeting_type.shape, kept);
      return;
    }
  opening = g_new0 (Opening, 1);
  opening->overlay = g_object_ref (overlay);
  opening->id = g_strdup (id);
  mk_workplace_read_async (workplace, read_func, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                           read_cb, opening);
}

/**
 * mk_meeting_flow_delete:
 * @overlay: over the page
 * @workplace: where it is
 * @id: UUID of a meeting
 *
 * Deletes a meeting, and offers to undo that.
 */
void
mk_meeting_flow_delete (AdwToastOverlay *overlay,
                        MkWorkplace     *workplace,
                        const char      *id)
{
  mk_workplace_delete_async (workplace, &mk_peer_meeting_type, id, mk_change_cb,
                             mk_change_new (overlay, &mk_peer_meeting_type, _ ("Meeting deleted")));
}
