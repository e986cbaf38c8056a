/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-check-in-flow.h"

#include "arrangement/mk-arrangement-flow.h"
#include "check-in/mk-check-in-dialog.h"
#include "check-in/mk-check-in-edits.h"
#include "check-in/mk-check-in-words.h"
#include "check-in/mk-draft-text.h"
#include "form/mk-form-flow.h"
#include "mk-clock.h"
#include "punchcard/mk-help-offer.h"
#include "widgets/mk-dialog.h"
#include "workplace/mk-undo-toast.h"
#include "workplace/mk-workplace-work.h"

#include <glib/gi18n-lib.h>

/* What happens around the form of a check-in: it is opened, what it saved is told and can be undone,
 * and a check-in is deleted. Toasts come on the overlay, and the dialogs stand over it. */

/* The form */

static void
saved_cb (MkFormDialog    *form,
          const char      *id,
          AdwToastOverlay *overlay)
{
  const MkCheckInDraft *draft = mk_check_in_dialog_get_draft (MK_CHECK_IN_DIALOG (form));
  MkWorkplace *workplace = mk_form_dialog_get_workplace (form);

  if (mk_help_offer_is_due (workplace, draft))
    mk_help_offer_after (ADW_DIALOG (form), overlay, workplace, draft);
}

static void
present_form (AdwToastOverlay      *overlay,
              MkWorkplace          *workplace,
              const MkCheckInDraft *draft)
{
  MkPlacementItem *placement = mk_workplace_find_placement (workplace, draft->data->placement_id);
  MkCheckInDialog *dialog;

  if (placement == NULL || !mk_dialog_has_room (GTK_WIDGET (overlay)))
    return;
  dialog = mk_check_in_dialog_new (workplace, placement, draft);
  mk_form_flow_present (overlay, MK_FORM_DIALOG (dialog));
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), overlay, G_CONNECT_DEFAULT);
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

/* What was to be written before it was asked when the candidate comes. */
typedef struct
{
  AdwToastOverlay *overlay;
  MkWorkplace     *workplace;
  MkPlacementItem *placement;
  char            *attendance;
} Asked;

static void
asked_free (gpointer  data,
            GClosure *closure)
{
  Asked *asked = data;

  g_object_unref (asked->overlay);
  g_object_unref (asked->workplace);
  g_object_unref (asked->placement);
  g_free (asked->attendance);
  g_free (asked);
}

static void
asked_cb (AdwDialog   *dialog,
          const Asked *asked)
{
  write_now (asked->overlay, asked->workplace, asked->placement, asked->attendance);
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
  Asked *asked;

  if (!mk_dialog_has_room (GTK_WIDGET (overlay)))
    return;
  if (!may_ask (workplace, placement))
    {
      write_now (overlay, workplace, placement, attendance);
      return;
    }
  dialog = mk_arrangement_flow_arrange (GTK_WIDGET (overlay), workplace, placement);
  asked = g_new0 (Asked, 1);
  asked->overlay = g_object_ref (overlay);
  asked->workplace = g_object_ref (workplace);
  asked->placement = g_object_ref (placement);
  asked->attendance = g_strdup (attendance);
  g_signal_connect_data (dialog, "closed", G_CALLBACK (asked_cb), asked, asked_free,
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
  g_autoptr (AdwToastOverlay) overlay = user_data;
  MkWorkplace *workplace = MK_WORKPLACE (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (MkCheckInItem) item = mk_workplace_read_finish (workplace, result, &error);
  g_autoptr (MkCheckInDraft) draft = NULL;

  if (item == NULL)
    {
      mk_dialog_tell (GTK_WIDGET (overlay), _ ("It could not be read"), error->message);
      return;
    }
  if (!mk_check_in_item_is_own (item))
    {
      show_foreign (overlay, item);
      return;
    }
  draft = change_of (workplace, item);
  present_form (overlay, workplace, draft);
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
  mk_workplace_find_async (workplace, id, found_cb, g_object_ref (overlay));
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
  mk_workplace_delete_async (workplace, &mk_check_in_type, id, mk_change_cb,
                             mk_change_new (overlay, &mk_check_in_type, _ ("Check-in deleted")));
}
