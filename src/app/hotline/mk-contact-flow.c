/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hotline/mk-contact-flow.h"

#include "form/mk-form-flow.h"
#include "form/mk-record-draft.h"
#include "hotline/mk-own-contact-dialog.h"
#include "mk-clock.h"
#include "records/mk-contact-note.h"
#include "widgets/mk-dialog.h"
#include "workplace/mk-undo-toast.h"
#include "workplace/mk-workplace-work.h"

#include <glib/gi18n-lib.h>

/* What a workplace itself writes about whom to call: its own contacts, and what stands beside those
 * of an authority. Nothing of it is sent, and no package changes it. */

#define LONGEST_NOTE 500

/* Own contacts */

/* What was kept of it comes before what is saved. */
static void
present_form (AdwToastOverlay        *overlay,
              MkWorkplace            *workplace,
              const MkHotlineLine    *saved,
              const MkOwnContactData *data)
{
  g_autofree char *key =
      mk_record_draft_key (&mk_own_contact_type, saved != NULL ? saved->id : data->placement_id);
  const char *text = mk_draft_keeper_get (mk_workplace_get_drafts (workplace), key);
  MkOwnContactData *kept =
      text != NULL ? mk_record_draft_from_text (&mk_own_contact_type, text) : NULL;
  MkOwnContactDialog *dialog =
      mk_own_contact_dialog_new (workplace, saved, kept != NULL ? kept : data, key);

  mk_shape_free (mk_own_contact_type.shape, kept);
  mk_form_flow_present (overlay, MK_FORM_DIALOG (dialog));
}

/**
 * mk_contact_flow_add:
 * @overlay: over the page
 * @workplace: where it is saved
 * @placement_id: (nullable): UUID of the placement whose numbers are shown
 *
 * Opens the form of a new own contact, with what was kept of the last one that was not saved.
 */
void
mk_contact_flow_add (AdwToastOverlay *overlay,
                     MkWorkplace     *workplace,
                     const char      *placement_id)
{
  MkOwnContactData data = { .placement_id = (char *) placement_id };

  present_form (overlay, workplace, NULL, &data);
}

/**
 * mk_contact_flow_edit:
 * @overlay: over the page
 * @workplace: where it is saved
 * @line: an own contact
 *
 * Opens the form that changes it, with what was kept of the last change that was not saved.
 */
void
mk_contact_flow_edit (AdwToastOverlay     *overlay,
                      MkWorkplace         *workplace,
                      const MkHotlineLine *line)
{
  if (line->own != NULL)
    present_form (overlay, workplace, line, line->own);
}

/**
 * mk_contact_flow_delete:
 * @overlay: over the page
 * @workplace: where it is
 * @line: an own contact
 *
 * Deletes it, and offers to undo that.
 */
void
mk_contact_flow_delete (AdwToastOverlay     *overlay,
                        MkWorkplace         *workplace,
                        const MkHotlineLine *line)
{
  if (line->own != NULL)
    mk_workplace_delete_async (workplace, &mk_own_contact_type, line->id, mk_change_cb,
                               mk_change_new (overlay, &mk_own_contact_type, _ ("Number deleted")));
}

/* What stands beside a contact */

static void
confirm_own (AdwToastOverlay     *overlay,
             MkWorkplace         *workplace,
             const MkHotlineLine *line,
             const char          *today,
             const char          *text)
{
  MkOwnContactData *data = mk_shape_copy (mk_own_contact_type.shape, line->own);

  g_set_str (&data->confirmed_date, today);
  mk_workplace_keep_async (workplace, &mk_own_contact_type, line->id, data, NULL, mk_change_cb,
                           mk_change_new (overlay, &mk_own_contact_type, text));
  mk_shape_free (mk_own_contact_type.shape, data);
}

/**
 * mk_contact_flow_confirm:
 * @overlay: over the page
 * @workplace: where it is saved
 * @line: a contact, an own one or an authority's
 *
 * Remembers that its number is right today, and offers to undo that. What an authority wrote stays as
 * it is.
 */
void
mk_contact_flow_confirm (AdwToastOverlay     *overlay,
                         MkWorkplace         *workplace,
                         const MkHotlineLine *line)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  const char *text = _ ("The number is confirmed");
  MkContactNoteData data = { .contact_id = line->id,
                             .note = line->own_note,
                             .confirmed_date = today,
                             .confirmed_telephone = line->telephone };

  if (line->own != NULL)
    confirm_own (overlay, workplace, line, today, text);
  else if (line->kind == MK_HOTLINE_CONTACT)
    mk_workplace_keep_async (workplace, &mk_contact_note_type, line->note_id, &data, NULL,
                             mk_change_cb, mk_change_new (overlay, &mk_contact_note_type, text));
}

/* A note that is asked for, and what is needed for the answer. */
typedef struct
{
  AdwToastOverlay *overlay;
  MkWorkplace     *workplace;
  char            *key;
  GtkEditable     *note;
} Noting;

static void
noting_free (gpointer  data,
             GClosure *closure)
{
  Noting *noting = data;

  g_object_unref (noting->overlay);
  g_object_unref (noting->workplace);
  g_free (noting->key);
  g_free (noting);
}

/* Whatever was confirmed stays confirmed. */
static void
noted_cb (Noting     *noting,
          const char *response)
{
  const MkHotlineLine *line =
      mk_hotline_find (mk_workplace_get_hotline (noting->workplace), noting->key);
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (noting->note)));
  MkContactNoteData data = { .note = *note != '\0' ? note : NULL };

  if (!g_str_equal (response, "save") || line == NULL || g_strcmp0 (line->own_note, data.note) == 0)
    return;
  data.contact_id = line->id;
  data.confirmed_date = line->confirmed_date;
  data.confirmed_telephone = line->confirmed_date != NULL ? line->telephone : NULL;
  mk_workplace_keep_async (
      noting->workplace, &mk_contact_note_type, line->note_id, &data, NULL, mk_change_cb,
      mk_change_new (noting->overlay, &mk_contact_note_type, C_ ("state", "Saved")));
}

static GtkWidget *
note_row (const MkHotlineLine *line)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Good to know"));
  adw_entry_row_set_max_length (ADW_ENTRY_ROW (row), LONGEST_NOTE);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  if (line->own_note != NULL)
    gtk_editable_set_text (GTK_EDITABLE (row), line->own_note);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return list;
}

/**
 * mk_contact_flow_write_note:
 * @overlay: over the page
 * @workplace: where it is saved
 * @line: an authority's contact
 *
 * Asks what the workplace wants to remember about it.
 */
void
mk_contact_flow_write_note (AdwToastOverlay     *overlay,
                            MkWorkplace         *workplace,
                            const MkHotlineLine *line)
{
  Noting *noting = g_new0 (Noting, 1);
  GtkWidget *list = note_row (line);
  AdwDialog *dialog = adw_alert_dialog_new (line->name, NULL);

  noting->overlay = g_object_ref (overlay);
  noting->workplace = g_object_ref (workplace);
  noting->key = g_strdup (line->key);
  noting->note = GTK_EDITABLE (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog),
                             _ ("What is written here stays at the workplace. It is never sent."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "save",
                                  _ ("_Save"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "save");
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "save",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), list);
  g_signal_connect_data (dialog, "response", G_CALLBACK (noted_cb), noting, noting_free,
                         G_CONNECT_SWAPPED);
  mk_dialog_present (dialog, GTK_WIDGET (overlay));
}
