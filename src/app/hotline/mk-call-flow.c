/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hotline/mk-call-flow.h"

#include "form/mk-form-flow.h"
#include "hotline/mk-call-dialog.h"
#include "mk-clock.h"
#include "mk-record-reading.h"
#include "mk-records.h"
#include "widgets/mk-dialog.h"
#include "workplace/mk-record-saving.h"
#include "workplace/mk-undo-toast.h"
#include "workplace/mk-workplace-work.h"

#include <glib/gi18n-lib.h>

/* What happens around the form that notes a call: it is opened, what it saved is told and can be
 * undone, a call is deleted, and somebody has followed it up. Toasts come on the overlay, and the
 * dialogs stand over it. */

/* The form */

static void
closed_cb (MkCallDialog    *dialog,
           AdwToastOverlay *overlay)
{
  const MkCallDraft *draft = mk_call_dialog_get_draft (dialog);
  MkWorkplace *workplace = mk_form_dialog_get_workplace (MK_FORM_DIALOG (dialog));
  const MkHotlineLine *next = NULL;

  if (mk_call_dialog_wants_next (dialog) && gtk_widget_get_root (GTK_WIDGET (overlay)) != NULL)
    next = mk_hotline_find_next (mk_workplace_get_hotline (workplace), draft->data->placement_id,
                                 draft->line_key);
  if (next != NULL)
    mk_call_flow_note (overlay, workplace, next->key, draft->data->placement_id);
}

static gboolean
has_form (AdwToastOverlay *overlay)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (overlay));

  return !ADW_IS_APPLICATION_WINDOW (root) ||
         MK_IS_CALL_DIALOG (
             adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root)));
}

static void
present_form (AdwToastOverlay   *overlay,
              MkWorkplace       *workplace,
              const MkCallDraft *draft)
{
  MkDraftKeeper *drafts = mk_workplace_get_drafts (workplace);
  g_autofree char *key = mk_call_draft_dup_key (draft);
  const char *text = mk_draft_keeper_get (drafts, key);
  g_autoptr (MkCallDraft) kept = text != NULL ? mk_call_draft_from_text (text) : NULL;
  MkCallDialog *dialog;

  if (has_form (overlay))
    return;
  dialog = mk_call_dialog_new (workplace, kept != NULL ? kept : draft);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (closed_cb), overlay, G_CONNECT_DEFAULT);
  mk_form_flow_present (overlay, MK_FORM_DIALOG (dialog));
}

/**
 * mk_call_flow_note:
 * @overlay: over the page
 * @workplace: where it is saved
 * @key: of somebody of the hotline
 * @placement_id: (nullable): UUID of the placement that it is about
 *
 * Opens the form that notes a call to them, with what was kept of the last one that was not saved.
 */
void
mk_call_flow_note (AdwToastOverlay *overlay,
                   MkWorkplace     *workplace,
                   const char      *key,
                   const char      *placement_id)
{
  const MkHotlineLine *line = mk_hotline_find (mk_workplace_get_hotline (workplace), key);
  g_autofree char *now = mk_clock_text ();
  g_autoptr (MkCallDraft) draft = NULL;

  if (line == NULL)
    return;
  draft = mk_call_draft_new (line, placement_id, mk_workplace_get_author (workplace), now);
  present_form (overlay, workplace, draft);
}

/* A call that is there */

static MkCallDraft *
read_call (MkDatabase *database,
           const char *id,
           GError    **error)
{
  g_autoptr (MkVersion) version = mk_record_find (database, id, error);
  g_autoptr (MkCallDraft) draft = NULL;
  MkCallData *data = NULL;

  if (version != NULL && !version->deleted)
    data = mk_record_content_read (&mk_call_type, version->data, NULL);
  if (data != NULL)
    draft = mk_call_draft_of (id, data);
  else if (error != NULL && *error == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("It is not there any more."));
  mk_shape_free (mk_call_type.shape, data);
  return g_steal_pointer (&draft);
}

static gpointer
read_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  return read_call (database, data, error);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (AdwToastOverlay) overlay = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MkCallDraft) draft = mk_workplace_read_finish (MK_WORKPLACE (object), result, &error);

  if (draft != NULL)
    present_form (overlay, MK_WORKPLACE (object), draft);
  else
    mk_dialog_tell (GTK_WIDGET (overlay), _ ("It could not be read"), error->message);
}

/**
 * mk_call_flow_open:
 * @overlay: over the page
 * @workplace: where it is saved
 * @id: UUID of a call
 *
 * Opens a call to be read and changed.
 */
void
mk_call_flow_open (AdwToastOverlay *overlay,
                   MkWorkplace     *workplace,
                   const char      *id)
{
  mk_workplace_read_async (workplace, read_func, g_strdup (id), g_free,
                           (GDestroyNotify) mk_call_draft_free, read_cb, g_object_ref (overlay));
}

/**
 * mk_call_flow_delete:
 * @overlay: over the page
 * @workplace: where it is
 * @id: UUID of a call
 *
 * Deletes a call, and offers to undo that.
 */
void
mk_call_flow_delete (AdwToastOverlay *overlay,
                     MkWorkplace     *workplace,
                     const char      *id)
{
  mk_workplace_delete_async (workplace, &mk_call_type, id, mk_change_cb,
                             mk_change_new (overlay, &mk_call_type, _ ("Call deleted")));
}

static gpointer
follow_up_func (MkDatabase   *database,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  g_autoptr (MkCallDraft) draft = read_call (database, data, error);

  if (draft == NULL)
    return NULL;
  draft->data->followed_up = TRUE;
  return mk_record_save_judged (database, &mk_call_type, draft->id, draft->data, error);
}

/**
 * mk_call_flow_follow_up:
 * @overlay: over the page
 * @workplace: where it is
 * @id: UUID of a call
 *
 * Remembers that a call has been followed up, and offers to undo that.
 */
void
mk_call_flow_follow_up (AdwToastOverlay *overlay,
                        MkWorkplace     *workplace,
                        const char      *id)
{
  mk_workplace_change_async (workplace, follow_up_func, g_strdup (id), g_free, mk_change_cb,
                             mk_change_new (overlay, &mk_call_type, _ ("Followed up")));
}
