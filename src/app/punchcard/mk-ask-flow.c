/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "punchcard/mk-ask-flow.h"

#include "form/mk-form-flow.h"
#include "punchcard/mk-ask-dialog.h"
#include "punchcard/mk-ask-work.h"
#include "widgets/mk-dialog.h"
#include "workplace/mk-undo-toast.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What happens around the form that asks for help: it is opened, what it saved is told and can be
 * undone, and a request is withdrawn. Toasts come on the overlay, and the dialogs stand over it. */

static void
present_form (AdwToastOverlay  *overlay,
              MkWorkplace      *workplace,
              const MkAskDraft *draft,
              const char       *key)
{
  if (mk_dialog_has_room (GTK_WIDGET (overlay)))
    mk_form_flow_present (overlay, MK_FORM_DIALOG (mk_ask_dialog_new (workplace, draft, key)));
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
    mk_dialog_tell (GTK_WIDGET (overlay), _ ("The request is not here any more"), NULL);
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
  mk_ask_withdraw_async (workplace, id, mk_change_cb,
                         mk_change_new (overlay, &mk_support_request_type,
                                        _ ("Request withdrawn")));
}
