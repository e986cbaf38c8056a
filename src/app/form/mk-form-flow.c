/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/mk-form-flow.h"

#include "widgets/mk-dialog.h"
#include "widgets/mk-toast.h"
#include "workplace/mk-undo-toast.h"

#include <glib/gi18n-lib.h>

/* What happens around a form: what it saved is told and can be undone, and what was left in it is
 * said to be kept. Toasts come on the overlay, and the form stands over it. */

/* The way back to a form, with everything that stood in it. */
typedef struct
{
  char       *key;
  char       *draft;
  const char *action;
  GVariant   *parameter;
} Way;

static Way *
way_new (MkFormDialog *form)
{
  const MkFormSubject *subject = mk_form_dialog_get_subject (form);
  Way *way = g_new0 (Way, 1);

  way->key = g_strdup (subject->key);
  way->draft = mk_form_dialog_dup_draft (form);
  way->action = subject->action;
  way->parameter = g_variant_ref (subject->parameter);
  return way;
}

static void
way_free (gpointer data)
{
  Way *way = data;

  g_free (way->key);
  g_free (way->draft);
  g_variant_unref (way->parameter);
  g_free (way);
}

/* What was new is gone then, so its form comes back. */
static void
go_back (AdwToastOverlay *overlay,
         MkWorkplace     *workplace,
         gpointer         data)
{
  const Way *way = data;

  mk_draft_keeper_keep (mk_workplace_get_drafts (workplace), way->key, way->draft);
  gtk_widget_activate_action_variant (GTK_WIDGET (overlay), way->action, way->parameter);
}

static void
saved_cb (MkFormDialog    *form,
          const char      *id,
          AdwToastOverlay *overlay)
{
  const MkFormSubject *subject = mk_form_dialog_get_subject (form);
  MkWorkplace *workplace = mk_form_dialog_get_workplace (form);

  if (subject->id == NULL)
    mk_undo_toast_offer_then (overlay, workplace, subject->type, id, subject->saved, go_back,
                              way_new (form), way_free);
  else
    mk_undo_toast_offer (overlay, workplace, subject->type, id, subject->saved);
}

static void
kept_cb (MkFormDialog    *form,
         AdwToastOverlay *overlay)
{
  adw_toast_overlay_add_toast (overlay, mk_toast_new (_ ("Kept as a draft")));
}

/**
 * mk_form_flow_present:
 * @overlay: over the page
 * @form: (transfer none): a form that was not presented yet
 *
 * Shows a form. What it saved can be undone, after which the form of a new record comes back with
 * everything in it.
 */
void
mk_form_flow_present (AdwToastOverlay *overlay,
                      MkFormDialog    *form)
{
  g_signal_connect_object (form, "saved", G_CALLBACK (saved_cb), overlay, G_CONNECT_DEFAULT);
  g_signal_connect_object (form, "kept", G_CALLBACK (kept_cb), overlay, G_CONNECT_DEFAULT);
  mk_dialog_present (ADW_DIALOG (form), GTK_WIDGET (overlay));
}
