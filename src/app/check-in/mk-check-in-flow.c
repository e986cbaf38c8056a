/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-check-in-flow.h"

#include "arrangement/mk-arrangement-flow.h"
#include "check-in/mk-check-in-dialog.h"
#include "check-in/mk-check-in-edits.h"
#include "check-in/mk-check-in-words.h"
#include "check-in/mk-draft-text.h"
#include "mk-clock.h"
#include "punchcard/mk-help-offer.h"
#include "widgets/mk-dialog.h"
#include "widgets/mk-toast.h"
#include "workplace/mk-workplace-work.h"

#include <glib/gi18n-lib.h>

/* What happens around the form of a check-in: it is opened, what it saved is told and can be undone,
 * and a check-in is deleted. Toasts come on the overlay, and the dialogs stand over it. */

/**
 * Flow:
 * @id: (nullable): UUID of the check-in
 * @draft: (nullable): what the form held when a new check-in was saved
 * @attendance: (nullable): what was chosen before the form is opened
 *
 * What one of these has to remember until it is answered.
 */
typedef struct
{
  AdwToastOverlay *overlay;
  MkWorkplace     *workplace;
  char            *id;
  MkCheckInDraft  *draft;
  char            *attendance;
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
  mk_check_in_draft_free (flow->draft);
  g_free (flow->attendance);
  g_free (flow);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Flow, flow_free)

static void
flow_closure_free (gpointer  data,
                   GClosure *closure)
{
  flow_free (data);
}

/* The form */

static void present_form (AdwToastOverlay      *overlay,
                          MkWorkplace          *workplace,
                          const MkCheckInDraft *draft);

/* A check-in that was new is gone then, so its form comes back with everything in it. */
static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Flow) flow = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSaved) saved = mk_workplace_change_finish (MK_WORKPLACE (object), result, &error);

  if (saved == NULL)
    mk_toast_tell (flow->overlay, error->message);
  else if (flow->draft != NULL)
    {
      g_autofree char *text = mk_draft_to_text (flow->draft);

      mk_draft_keeper_keep (mk_workplace_get_drafts (flow->workplace),
                            mk_check_in_draft_get_key (flow->draft), text);
      present_form (flow->overlay, flow->workplace, flow->draft);
    }
}

static void
undo_cb (AdwToast *toast,
         gpointer  user_data)
{
  const Flow *flow = user_data;
  Flow *answer = flow_new (flow->overlay, flow->workplace, flow->id);

  if (flow->draft != NULL)
    answer->draft = mk_check_in_draft_copy (flow->draft);
  mk_workplace_undo_async (flow->workplace, &mk_check_in_type, flow->id, undone_cb, answer);
}

static void
saved_cb (MkCheckInDialog *dialog,
          const char      *id,
          const Flow      *flow)
{
  const MkCheckInDraft *draft = mk_check_in_dialog_get_draft (dialog);
  Flow *undo = flow_new (flow->overlay, flow->workplace, id);

  if (draft->id == NULL)
    undo->draft = mk_check_in_draft_copy (draft);
  mk_toast_offer_undo (flow->overlay, C_ ("state", "Saved"), G_CALLBACK (undo_cb), undo,
                       flow_closure_free);
  if (mk_help_offer_is_due (flow->workplace, draft))
    mk_help_offer_after (ADW_DIALOG (dialog), flow->overlay, flow->workplace, draft);
}

static void
kept_cb (MkCheckInDialog *dialog,
         const Flow      *flow)
{
  adw_toast_overlay_add_toast (
      flow->overlay, adw_toast_new (_ ("Not saved. Your text stands here when you open again.")));
}

static void
present_form (AdwToastOverlay      *overlay,
              MkWorkplace          *workplace,
              const MkCheckInDraft *draft)
{
  MkPlacementItem *placement = mk_workplace_find_placement (workplace, draft->data->placement_id);
  Flow *flow;
  MkCheckInDialog *dialog;

  if (placement == NULL || !mk_dialog_has_room (GTK_WIDGET (overlay)))
    return;
  dialog = mk_check_in_dialog_new (workplace, placement, draft);
  flow = flow_new (overlay, workplace, NULL);
  g_signal_connect_data (dialog, "saved", G_CALLBACK (saved_cb), flow, flow_closure_free,
                         G_CONNECT_DEFAULT);
  g_signal_connect_data (dialog, "kept", G_CALLBACK (kept_cb), flow_new (overlay, workplace, NULL),
                         flow_closure_free, G_CONNECT_DEFAULT);
  mk_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (overlay));
}

static MkCheckInDraft *
kept_of (MkWorkplace *workplace,
         const char  *key)
{
  const char *text = mk_draft_keeper_get (mk_workplace_get_drafts (workplace), key);

  return text != NULL ? mk_draft_from_text (text) : NULL;
}

static MkCheckInDraft *
draft_for (MkWorkplace     *workplace,
           MkPlacementItem *placement)
{
  const char *id = mk_placement_item_get_id (placement);
  MkCheckInDraft *kept = kept_of (workplace, id);
  const MkArrangement *arrangement = mk_placement_item_get_arrangement (placement);
  g_autofree char *now = mk_clock_text ();
  g_autoptr (MkCheckInDraft) draft = NULL;

  if (kept != NULL)
    return kept;
  draft = mk_check_in_draft_new (id, mk_workplace_get_author (workplace), now,
                                 mk_placement_item_get_last (placement));
  return mk_check_in_draft_arranged (draft, arrangement->plans, arrangement->schemes);
}

static void
write_now (AdwToastOverlay *overlay,
           MkWorkplace     *workplace,
           MkPlacementItem *placement,
           const char      *attendance)
{
  g_autoptr (MkCheckInDraft) draft = draft_for (workplace, placement);
  g_autoptr (MkCheckInDraft) chosen = *attendance != '\0'
                                          ? mk_check_in_draft_with_attendance (draft, attendance)
                                          : mk_check_in_draft_copy (draft);

  present_form (overlay, workplace, chosen);
}

/* Before the first check-in, where nobody has said when the candidate comes. */
static gboolean
may_ask (MkWorkplace     *workplace,
         MkPlacementItem *placement)
{
  const char *id = mk_placement_item_get_id (placement);

  return mk_placement_item_get_arrangement (placement)->plans->len == 0 &&
         mk_placement_item_get_last (placement) == NULL &&
         g_list_model_get_n_items (mk_placement_item_get_today (placement)) == 0 &&
         mk_draft_keeper_get (mk_workplace_get_drafts (workplace), id) == NULL &&
         mk_workplace_ask_once (workplace, id);
}

static void
asked_cb (AdwDialog  *dialog,
          const Flow *flow)
{
  MkPlacementItem *placement = mk_workplace_find_placement (flow->workplace, flow->id);

  if (placement != NULL)
    write_now (flow->overlay, flow->workplace, placement, flow->attendance);
}

/**
 * mk_check_in_flow_write:
 * @overlay: over the page
 * @workplace: where it is saved
 * @placement: whom it is about
 * @attendance: one of the MK_ATTENDANCE_… strings, or "" while nothing is chosen
 *
 * Opens the form of a new check-in, with what was kept of the last one that was not saved. The first
 * time it asks before when the candidate comes, where nobody has said so.
 */
void
mk_check_in_flow_write (AdwToastOverlay *overlay,
                        MkWorkplace     *workplace,
                        MkPlacementItem *placement,
                        const char      *attendance)
{
  AdwDialog *dialog;
  Flow *flow;

  if (!mk_dialog_has_room (GTK_WIDGET (overlay)))
    return;
  if (!may_ask (workplace, placement))
    {
      write_now (overlay, workplace, placement, attendance);
      return;
    }
  dialog = mk_arrangement_flow_arrange (GTK_WIDGET (overlay), workplace, placement);
  flow = flow_new (overlay, workplace, mk_placement_item_get_id (placement));
  flow->attendance = g_strdup (attendance);
  g_signal_connect_data (dialog, "closed", G_CALLBACK (asked_cb), flow, flow_closure_free,
                         G_CONNECT_DEFAULT);
}

/* What others wrote */

static void
show_foreign (AdwToastOverlay *overlay,
              MkCheckInItem   *item)
{
  g_autofree char *sentence = mk_check_in_sentence (item, TRUE);
  const MkCheckInData *data = mk_check_in_item_get_data (item);
  const char *const texts[] = { sentence, data->small_win, data->difficult, data->next_step,
                                data->note };
  g_autoptr (GString) body = g_string_new (NULL);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Check-in"), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      g_string_append_printf (body, "%s%s", body->len > 0 ? "\n\n" : "", texts[i]);
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog), body->str);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  mk_dialog_present (dialog, GTK_WIDGET (overlay));
}

/* What was kept of a change counts only while nobody changed the check-in since. */
static MkCheckInDraft *
change_of (MkWorkplace   *workplace,
           MkCheckInItem *item)
{
  const char *id = mk_check_in_item_get_id (item);
  gint64 revision = mk_check_in_item_get_revision (item);
  g_autoptr (MkCheckInDraft) kept = kept_of (workplace, id);

  if (kept != NULL && kept->revision == revision)
    return g_steal_pointer (&kept);
  return mk_check_in_draft_new_change (id, revision, mk_check_in_item_get_data (item));
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Flow) flow = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MkCheckInItem) item = mk_workplace_find_finish (MK_WORKPLACE (object), result, &error);
  g_autoptr (MkCheckInDraft) draft = NULL;

  if (item == NULL)
    {
      mk_toast_tell (flow->overlay, error->message);
      return;
    }
  if (!mk_check_in_item_is_own (item))
    {
      show_foreign (flow->overlay, item);
      return;
    }
  draft = change_of (flow->workplace, item);
  present_form (flow->overlay, flow->workplace, draft);
}

/**
 * mk_check_in_flow_open:
 * @overlay: over the page
 * @workplace: where it is saved
 * @id: UUID of a check-in
 *
 * Opens a check-in to be read, and changed where it was written here.
 */
void
mk_check_in_flow_open (AdwToastOverlay *overlay,
                       MkWorkplace     *workplace,
                       const char      *id)
{
  mk_workplace_find_async (workplace, id, found_cb, flow_new (overlay, workplace, id));
}

/* Deleting */

static void
deleted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Flow *flow = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSaved) saved = mk_workplace_change_finish (MK_WORKPLACE (object), result, &error);

  if (saved == NULL)
    {
      mk_toast_tell (flow->overlay, error->message);
      flow_free (flow);
      return;
    }
  mk_toast_offer_undo (flow->overlay, _ ("Check-in deleted"), G_CALLBACK (undo_cb), flow,
                       flow_closure_free);
}

/**
 * mk_check_in_flow_delete:
 * @overlay: over the page
 * @workplace: where it is
 * @id: UUID of a check-in that was written here
 *
 * Deletes a check-in, and offers to undo that.
 */
void
mk_check_in_flow_delete (AdwToastOverlay *overlay,
                         MkWorkplace     *workplace,
                         const char      *id)
{
  mk_workplace_delete_async (workplace, &mk_check_in_type, id, deleted_cb,
                             flow_new (overlay, workplace, id));
}
