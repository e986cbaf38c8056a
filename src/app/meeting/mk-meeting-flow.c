/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/mk-meeting-flow.h"

#include "meeting/mk-meeting-dialog.h"
#include "meeting/mk-meeting-words.h"
#include "meeting/mk-meeting-work.h"
#include "mk-clock.h"
#include "widgets/mk-dialog.h"
#include "workplace/mk-workplace-work.h"

#include <glib/gi18n-lib.h>

/* What happens around the form of a meeting: it is opened with what is known, and what it saved, or
 * what was deleted, can be undone. Toasts come on the overlay, and the dialog stands over it. */

/**
 * Flow:
 * @id: (nullable): UUID of the meeting
 * @data: (nullable): what the form held when a new meeting was saved
 *
 * What one of these has to remember until it is answered.
 */
typedef struct
{
  AdwToastOverlay   *overlay;
  MkWorkplace       *workplace;
  char              *id;
  MkPeerMeetingData *data;
} Flow;

static Flow *
flow_new (AdwToastOverlay *overlay,
          MkWorkplace     *workplace,
          const char      *id)
{
  Flow *flow = g_new0 (Flow, 1);

  flow->overlay = g_object_ref (overlay);
  flow->workplace = g_object_ref (workplace);
  flow->id = g_strdup (id);
  return flow;
}

static void
flow_free (Flow *flow)
{
  g_object_unref (flow->overlay);
  g_object_unref (flow->workplace);
  g_free (flow->id);
  mk_shape_free (mk_peer_meeting_type.shape, flow->data);
  g_free (flow);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Flow, flow_free)

static void
flow_closure_free (gpointer  data,
                   GClosure *closure)
{
  flow_free (data);
}

static void
tell (AdwToastOverlay *overlay,
      const char      *text)
{
  adw_toast_overlay_add_toast (overlay, g_object_new (ADW_TYPE_TOAST, "title", text, "use-markup",
                                                      FALSE, NULL));
}

static void present_form (AdwToastOverlay         *overlay,
                          MkWorkplace             *workplace,
                          const char              *id,
                          const MkPeerMeetingData *data);

/* A meeting that was new is gone then, so its form comes back with everything in it. */
static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Flow) flow = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSaved) saved = mk_workplace_change_finish (MK_WORKPLACE (object), result, &error);

  if (saved == NULL)
    tell (flow->overlay, error->message);
  else if (flow->data != NULL)
    present_form (flow->overlay, flow->workplace, NULL, flow->data);
}

static void
undo_cb (AdwToast *toast,
         gpointer  user_data)
{
  const Flow *flow = user_data;
  Flow *answer = flow_new (flow->overlay, flow->workplace, flow->id);

  if (flow->data != NULL)
    answer->data = mk_shape_copy (mk_peer_meeting_type.shape, flow->data);
  mk_meeting_undo_async (flow->workplace, flow->id, undone_cb, answer);
}

static void
offer_undo (Flow       *flow,
            const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), flow, flow_closure_free,
                         G_CONNECT_DEFAULT);
  adw_toast_overlay_add_toast (flow->overlay, toast);
}

/* The flow's own id is that of the meeting that was opened, or none. */
static void
saved_cb (MkMeetingDialog *dialog,
          const char      *id,
          const Flow      *flow)
{
  Flow *undo = flow_new (flow->overlay, flow->workplace, id);

  if (flow->id == NULL)
    undo->data = mk_shape_copy (mk_peer_meeting_type.shape, mk_meeting_dialog_get_data (dialog));
  offer_undo (undo, C_ ("state", "Saved"));
}

static void
kept_cb (MkMeetingDialog *dialog,
         const Flow      *flow)
{
  tell (flow->overlay, _ ("Not saved. What you wrote stands here when you open it again."));
}

static void
present_form (AdwToastOverlay         *overlay,
              MkWorkplace             *workplace,
              const char              *id,
              const MkPeerMeetingData *data)
{
  MkMeetingDialog *dialog;

  if (!mk_dialog_has_room (GTK_WIDGET (overlay)))
    return;
  dialog = mk_meeting_dialog_new (workplace, id, data);
  g_signal_connect_data (dialog, "saved", G_CALLBACK (saved_cb), flow_new (overlay, workplace, id),
                         flow_closure_free, G_CONNECT_DEFAULT);
  g_signal_connect_data (dialog, "kept", G_CALLBACK (kept_cb), flow_new (overlay, workplace, id),
                         flow_closure_free, G_CONNECT_DEFAULT);
  mk_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (overlay));
}

/* Writing */

static MkPeerMeetingData *
suggest (const GPtrArray *meetings)
{
  MkPeerMeetingData *data = mk_shape_new (mk_peer_meeting_type.shape);
  const MkLesson *agenda = mk_meeting_next_agenda (meetings);
  g_autoptr (GDateTime) now = mk_clock_now ();

  data->date = g_date_time_format (now, "%Y-%m-%d");
  data->agenda = agenda != NULL ? g_strdup (agenda->name) : NULL;
  return data;
}

/* What was kept of it comes before what is saved. */
static MkPeerMeetingData *
begin_with (const Flow      *flow,
            const GPtrArray *meetings)
{
  g_autofree char *key = mk_meeting_draft_key (flow->id);
  const char *text = mk_draft_keeper_get (mk_workplace_get_drafts (flow->workplace), key);
  MkPeerMeetingData *kept = text != NULL ? mk_meeting_draft_from_text (text) : NULL;
  const MkMeeting *meeting = flow->id != NULL ? mk_meetings_find (meetings, flow->id) : NULL;

  if (kept != NULL)
    return kept;
  if (flow->id == NULL)
    return suggest (meetings);
  return meeting != NULL ? mk_shape_copy (mk_peer_meeting_type.shape, meeting->data) : NULL;
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Flow) flow = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) meetings = mk_store_run_finish (MK_STORE (object), result, &error);
  MkPeerMeetingData *data;

  if (meetings == NULL)
    {
      tell (flow->overlay, error->message);
      return;
    }
  data = begin_with (flow, meetings);
  if (data != NULL)
    present_form (flow->overlay, flow->workplace, flow->id, data);
  else
    tell (flow->overlay, _ ("The meeting is not here any more."));
  mk_shape_free (mk_peer_meeting_type.shape, data);
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
 * Opens the form of a meeting, with what was kept of it when it was closed unsaved.
 */
void
mk_meeting_flow_write (AdwToastOverlay *overlay,
                       MkWorkplace     *workplace,
                       const char      *id)
{
  mk_store_run_async (mk_workplace_get_store (workplace), read_func, NULL, NULL,
                      (GDestroyNotify) g_ptr_array_unref, MK_STORE_READ, NULL, read_cb,
                      flow_new (overlay, workplace, id));
}

/* Deleting */

static void
deleted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Flow) flow = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSaved) saved = mk_workplace_change_finish (MK_WORKPLACE (object), result, &error);

  if (saved == NULL)
    tell (flow->overlay, error->message);
  else
    offer_undo (g_steal_pointer (&flow), _ ("Meeting deleted"));
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
  mk_meeting_delete_async (workplace, id, deleted_cb, flow_new (overlay, workplace, id));
}
