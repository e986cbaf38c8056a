/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "punchcard/mk-ask-flow.h"

#include "punchcard/mk-ask-dialog.h"
#include "punchcard/mk-ask-work.h"
#include "widgets/mk-dialog.h"
#include "widgets/mk-toast.h"
#include "workplace/mk-workplace-work.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What happens around the form that asks for help: it is opened, what it saved is told and can be
 * undone, and a request is withdrawn. Toasts come on the overlay, and the dialogs stand over it. */

/**
 * Flow:
 * @id: (nullable): UUID of the request
 * @draft: (nullable): what the form held when a new request was saved
 *
 * What one of these has to remember until it is answered.
 */
typedef struct
{
  AdwToastOverlay *overlay;
  MkWorkplace     *workplace;
  char            *id;
  MkAskDraft      *draft;
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
  mk_ask_draft_free (flow->draft);
  g_free (flow);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Flow, flow_free)

static void
flow_closure_free (gpointer  data,
                   GClosure *closure)
{
  flow_free (data);
}

static void present_form (AdwToastOverlay  *overlay,
                          MkWorkplace      *workplace,
                          const MkAskDraft *draft,
                          const char       *key);

/* A request that was new is gone then, so its form comes back with everything in it. */
static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Flow) flow = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSaved) saved = mk_workplace_change_finish (MK_WORKPLACE (object), result, &error);
  g_autofree char *key = NULL;
  g_autofree char *text = NULL;

  if (saved == NULL)
    {
      mk_toast_tell (flow->overlay, error->message);
      return;
    }
  if (flow->draft == NULL)
    return;
  key = mk_ask_draft_key (NULL, flow->draft->data->placement_id);
  text = mk_ask_draft_to_text (flow->draft);
  mk_draft_keeper_keep (mk_workplace_get_drafts (flow->workplace), key, text);
  present_form (flow->overlay, flow->workplace, flow->draft, key);
}

static void
undo_cb (AdwToast *toast,
         gpointer  user_data)
{
  const Flow *flow = user_data;
  Flow *answer = flow_new (flow->overlay, flow->workplace, flow->id);

  if (flow->draft != NULL)
    answer->draft = mk_ask_draft_copy (flow->draft);
  mk_workplace_undo_async (flow->workplace, &mk_support_request_type, flow->id, undone_cb, answer);
}

static void
saved_cb (MkAskDialog *dialog,
          const char  *id,
          const Flow  *flow)
{
  const MkAskDraft *draft = mk_ask_dialog_get_draft (dialog);
  Flow *undo = flow_new (flow->overlay, flow->workplace, id);

  if (draft->id == NULL)
    undo->draft = mk_ask_draft_copy (draft);
  mk_toast_offer_undo (flow->overlay, _ ("Ready: it goes with the next package"),
                       G_CALLBACK (undo_cb), undo, flow_closure_free);
}

static void
kept_cb (MkAskDialog *dialog,
         const Flow  *flow)
{
  adw_toast_overlay_add_toast (
      flow->overlay, adw_toast_new (_ ("Not sent. Your text stands here when you open again.")));
}

static void
present_form (AdwToastOverlay  *overlay,
              MkWorkplace      *workplace,
              const MkAskDraft *draft,
              const char       *key)
{
  MkAskDialog *dialog;

  if (!mk_dialog_has_room (GTK_WIDGET (overlay)))
    return;
  dialog = mk_ask_dialog_new (workplace, draft, key);
  g_signal_connect_data (dialog, "saved", G_CALLBACK (saved_cb),
                         flow_new (overlay, workplace, NULL), flow_closure_free, G_CONNECT_DEFAULT);
  g_signal_connect_data (dialog, "kept", G_CALLBACK (kept_cb), flow_new (overlay, workplace, NULL),
                         flow_closure_free, G_CONNECT_DEFAULT);
  mk_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (overlay));
}

/* What was kept comes before what the form would begin with, and nothing of either is lost. */
static MkAskDraft *
kept_or (MkWorkplace *workplace,
         const char  *key,
         MkAskDraft  *otherwise)
{
  const char *text = mk_draft_keeper_get (mk_workplace_get_drafts (workplace), key);
  g_autoptr (MkAskDraft) begun = otherwise;
  MkAskDraft *kept = text != NULL ? mk_ask_draft_from_text (text) : NULL;
  const char *added = begun->data->description;

  if (kept == NULL)
    return g_steal_pointer (&begun);
  if (kept->id == NULL && added != NULL && kept->data->description != NULL &&
      strstr (kept->data->description, added) == NULL)
    {
      g_autofree char *both = g_strdup_printf ("%s\n%s", kept->data->description, added);

      g_set_str (&kept->data->description, both);
    }
  return kept;
}

/**
 * mk_ask_flow_ask:
 * @overlay: over the page
 * @workplace: where it is saved
 * @placement_id: (nullable): UUID of whom it is for
 * @description: (nullable): words to begin with
 *
 * Opens the form that asks for help, with what was kept of the last one that was not sent.
 */
void
mk_ask_flow_ask (AdwToastOverlay *overlay,
                 MkWorkplace     *workplace,
                 const char      *placement_id,
                 const char      *description)
{
  g_autofree char *key = mk_ask_draft_key (NULL, placement_id);
  g_autoptr (MkAskDraft) draft =
      kept_or (workplace, key, mk_ask_draft_new (placement_id, description));

  present_form (overlay, workplace, draft, key);
}

static const MkHelpRecord *
find_request (AdwToastOverlay *overlay,
              MkWorkplace     *workplace,
              const char      *id)
{
  const MkHelpRecord *request = mk_help_find_request (mk_workplace_get_help (workplace), id);

  if (request == NULL)
    mk_toast_tell (overlay, _ ("The request is not here any more."));
  return request;
}

/**
 * mk_ask_flow_correct:
 * @overlay: over the page
 * @workplace: where it is saved
 * @id: UUID of a request that nobody else has seen
 *
 * Opens a request to be changed.
 */
void
mk_ask_flow_correct (AdwToastOverlay *overlay,
                     MkWorkplace     *workplace,
                     const char      *id)
{
  const MkHelpRecord *request = find_request (overlay, workplace, id);
  g_autofree char *key = mk_ask_draft_key (id, NULL);
  g_autoptr (MkAskDraft) draft = NULL;

  if (request == NULL)
    return;
  draft = kept_or (workplace, key, mk_ask_draft_of (request, TRUE));
  present_form (overlay, workplace, draft, key);
}

/**
 * mk_ask_flow_copy:
 * @overlay: over the page
 * @workplace: where it is saved
 * @id: UUID of a request
 *
 * Opens a new request with what stands in another one.
 */
void
mk_ask_flow_copy (AdwToastOverlay *overlay,
                  MkWorkplace     *workplace,
                  const char      *id)
{
  const MkHelpRecord *request = find_request (overlay, workplace, id);
  g_autoptr (MkAskDraft) draft = NULL;
  g_autofree char *key = NULL;

  if (request == NULL)
    return;
  draft = mk_ask_draft_of (request, FALSE);
  key = mk_ask_draft_key (NULL, draft->data->placement_id);
  present_form (overlay, workplace, draft, key);
}

static void
withdrawn_cb (GObject      *object,
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
  mk_toast_offer_undo (flow->overlay, _ ("Request withdrawn"), G_CALLBACK (undo_cb), flow,
                       flow_closure_free);
}

/**
 * mk_ask_flow_withdraw:
 * @overlay: over the page
 * @workplace: where it is
 * @id: UUID of a request that was written here
 *
 * Takes a request back, and offers to undo that.
 */
void
mk_ask_flow_withdraw (AdwToastOverlay *overlay,
                      MkWorkplace     *workplace,
                      const char      *id)
{
  mk_ask_withdraw_async (workplace, id, withdrawn_cb, flow_new (overlay, workplace, id));
}
