/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/mk-meeting-dialog.h"

#include "config.h"
#include "form/mk-record-draft.h"
#include "meeting/mk-meeting-words.h"
#include "mk-clock.h"
#include "mk-cpr.h"
#include "mk-date-text.h"
#include "training/mk-course.h"
#include "widgets/mk-date-row.h"
#include "widgets/mk-text-buffer.h"
#include "widgets/mk-wrap.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * MkMeetingDialog:
 *
 * The form of a meeting of buddies: when it is and what about, the text that invites to one that is
 * to come, and afterwards who came and what they take home.
 */
struct _MkMeetingDialog
{
  MkFormDialog parent_instance;

  MkDateRow     *day;
  GtkEditable   *from;
  GtkEditable   *place;
  AdwComboRow   *agenda;
  GtkWidget     *invites;
  GtkLabel      *invitation;
  GtkWidget     *copy;
  GtkWidget     *copied;
  GtkEditable   *attended;
  GtkTextBuffer *buffer;
  GtkWidget     *warning;
  GtkWidget     *delete;

  GPtrArray         *agendas; /* of MkLesson, as the rows after the first */
  MkPeerMeetingData *data;
};

G_DEFINE_FINAL_TYPE (MkMeetingDialog, mk_meeting_dialog, MK_TYPE_FORM_DIALOG)

/* Showing */

static gboolean
has_cpr (const char *text)
{
  return text != NULL && mk_cpr_find (text, NULL, NULL);
}

/* A time that is no time is not saved as another one. */
static gboolean
is_time (MkMeetingDialog *self)
{
  return self->data->from != NULL || *gtk_editable_get_text (self->from) == '\0';
}

static void
mark_time (MkMeetingDialog *self)
{
  if (is_time (self))
    gtk_widget_remove_css_class (GTK_WIDGET (self->from), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->from), "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->from), GTK_ACCESSIBLE_STATE_INVALID,
      is_time (self) ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

static void
mk_meeting_dialog_refresh (MkFormDialog *form)
{
  MkMeetingDialog *self = MK_MEETING_DIALOG (form);
  MkWorkplace *workplace = mk_form_dialog_get_workplace (form);
  const MkPeerMeetingData *data = self->data;
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *invitation = mk_meeting_invitation (data, mk_workplace_get_author (workplace));

  mk_date_row_set_day (self->day, data->date);
  gtk_widget_set_visible (self->invites, strcmp (data->date, today) >= 0);
  gtk_label_set_label (self->invitation, g_strchomp (invitation));
  gtk_widget_set_visible (self->copied, FALSE);
  gtk_widget_set_visible (self->warning, has_cpr (data->place) || has_cpr (data->attended) ||
                                             has_cpr (data->take_home));
  mark_time (self);
  mk_form_dialog_set_can_save (form, is_time (self));
}

/* Editing */

static gboolean
is_edit (MkMeetingDialog *self)
{
  return mk_form_dialog_is_edit (MK_FORM_DIALOG (self));
}

static void
take_text (MkMeetingDialog *self,
           char           **field,
           const char      *text)
{
  if (g_set_str (field, *text != '\0' ? text : NULL))
    mk_form_dialog_edited (MK_FORM_DIALOG (self));
}

static void
day_edited_cb (MkMeetingDialog *self)
{
  if (is_edit (self))
    take_text (self, &self->data->date, mk_date_row_get_day (self->day));
}

static void
from_edited_cb (MkMeetingDialog *self)
{
  g_autofree char *time = mk_date_text_read_time (gtk_editable_get_text (self->from));

  if (!is_edit (self))
    return;
  take_text (self, &self->data->from, time != NULL ? time : "");
  mk_form_dialog_refresh (MK_FORM_DIALOG (self));
}

static void
place_edited_cb (MkMeetingDialog *self)
{
  if (is_edit (self))
    take_text (self, &self->data->place, gtk_editable_get_text (self->place));
}

static void
attended_edited_cb (MkMeetingDialog *self)
{
  if (is_edit (self))
    take_text (self, &self->data->attended, gtk_editable_get_text (self->attended));
}

static void
take_home_edited_cb (MkMeetingDialog *self)
{
  g_autofree char *text = mk_text_buffer_dup_text (self->buffer);

  if (is_edit (self))
    take_text (self, &self->data->take_home, text);
}

static void
agenda_edited_cb (MkMeetingDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->agenda);

  if (!is_edit (self) || selected > self->agendas->len)
    return;
  take_text (self, &self->data->agenda,
             selected > 0
                 ? ((const MkLesson *) g_ptr_array_index (self->agendas, selected - 1))->name
                 : "");
}

/* The window deletes, since the dialog is gone then. */
static void
delete_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  MkFormDialog *form = MK_FORM_DIALOG (widget);
  g_autofree char *id = g_strdup (mk_form_dialog_get_subject (form)->id);
  GtkRoot *window = gtk_widget_get_root (widget);

  mk_form_dialog_discard (form);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.delete-meeting", "s", id);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  MkMeetingDialog *self = MK_MEETING_DIALOG (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                          gtk_label_get_label (self->invitation));
  gtk_widget_set_visible (self->copied, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("Copied"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* MkFormDialog */

static char *
mk_meeting_dialog_dup_draft (MkFormDialog *form)
{
  return mk_record_draft_to_text (&mk_peer_meeting_type, MK_MEETING_DIALOG (form)->data);
}

static gpointer
mk_meeting_dialog_dup_content (MkFormDialog *form)
{
  return mk_shape_copy (mk_peer_meeting_type.shape, MK_MEETING_DIALOG (form)->data);
}

static void
mk_meeting_dialog_finalize (GObject *object)
{
  MkMeetingDialog *self = MK_MEETING_DIALOG (object);

  mk_shape_free (mk_peer_meeting_type.shape, self->data);
  g_ptr_array_unref (self->agendas);

  G_OBJECT_CLASS (mk_meeting_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MkMeetingDialog, day);
  gtk_widget_class_bind_template_child (widget_class, MkMeetingDialog, from);
  gtk_widget_class_bind_template_child (widget_class, MkMeetingDialog, place);
  gtk_widget_class_bind_template_child (widget_class, MkMeetingDialog, agenda);
  gtk_widget_class_bind_template_child (widget_class, MkMeetingDialog, invites);
  gtk_widget_class_bind_template_child (widget_class, MkMeetingDialog, invitation);
  gtk_widget_class_bind_template_child (widget_class, MkMeetingDialog, copy);
  gtk_widget_class_bind_template_child (widget_class, MkMeetingDialog, copied);
  gtk_widget_class_bind_template_child (widget_class, MkMeetingDialog, attended);
  gtk_widget_class_bind_template_child (widget_class, MkMeetingDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, MkMeetingDialog, warning);
  gtk_widget_class_bind_template_child (widget_class, MkMeetingDialog, delete);
  gtk_widget_class_bind_template_callback (widget_class, day_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, from_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, agenda_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, attended_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_home_edited_cb);
}

static void
mk_meeting_dialog_class_init (MkMeetingDialogClass *klass)
{
  MkFormDialogClass *form_class = MK_FORM_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mk_meeting_dialog_finalize;
  form_class->refresh = mk_meeting_dialog_refresh;
  form_class->dup_draft = mk_meeting_dialog_dup_draft;
  form_class->dup_content = mk_meeting_dialog_dup_content;

  gtk_widget_class_install_action (widget_class, "meeting.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "meeting.copy", NULL, copy_cb);
  g_type_ensure (MK_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MK_APP_PATH "/ui/mk-meeting-dialog.ui");
  bind_template (widget_class);
}

static void
mk_meeting_dialog_init (MkMeetingDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  mk_wrap_words (self->copy);
  mk_wrap_words (self->delete);
  self->agendas = mk_course_list (MK_LESSON_ERFA);
  gtk_string_list_append (titles, _ ("No agenda"));
  for (guint i = 0; i < self->agendas->len; i++)
    gtk_string_list_append (titles,
                            ((const MkLesson *) g_ptr_array_index (self->agendas, i))->title);
  adw_combo_row_set_model (self->agenda, G_LIST_MODEL (titles));
}

static void
fill (MkMeetingDialog         *self,
      const MkPeerMeetingData *data)
{
  g_autofree char *time = data->from != NULL ? mk_date_text_clock_of (data->from) : NULL;

  gtk_editable_set_text (self->from, time != NULL ? time : "");
  gtk_editable_set_text (self->place, data->place != NULL ? data->place : "");
  gtk_editable_set_text (self->attended, data->attended != NULL ? data->attended : "");
  gtk_text_buffer_set_text (self->buffer, data->take_home != NULL ? data->take_home : "", -1);
  for (guint i = 0; i < self->agendas->len; i++)
    if (g_strcmp0 (((const MkLesson *) g_ptr_array_index (self->agendas, i))->name, data->agenda) ==
        0)
      adw_combo_row_set_selected (self->agenda, i + 1);
}

/**
 * mk_meeting_dialog_new:
 * @workplace: saves it
 * @id: (nullable): UUID of the meeting that is changed; %NULL for a new one
 * @data: what stands in it at first; copied
 *
 * Returns: (transfer floating): a new dialog
 */
MkMeetingDialog *
mk_meeting_dialog_new (MkWorkplace             *workplace,
                       const char              *id,
                       const MkPeerMeetingData *data)
{
  MkMeetingDialog *self = g_object_new (MK_TYPE_MEETING_DIALOG, NULL);
  g_autofree char *key = mk_record_draft_key (&mk_peer_meeting_type, id);
  MkFormSubject subject = { .type = &mk_peer_meeting_type,
                            .id = id,
                            .key = key,
                            .action = "win.write-meeting",
                            .parameter = g_variant_new_string (id != NULL ? id : ""),
                            .saved = C_ ("state", "Saved") };

  fill (self, data);
  self->data = mk_shape_copy (mk_peer_meeting_type.shape, data);
  gtk_widget_set_visible (self->delete, id != NULL);
  mk_form_dialog_begin (MK_FORM_DIALOG (self), workplace, &subject);
  return self;
}

/**
 * mk_meeting_dialog_get_data:
 * @self: a dialog
 *
 * Returns: (transfer none): what stands in it
 */
const MkPeerMeetingData *
mk_meeting_dialog_get_data (MkMeetingDialog *self)
{
  g_return_val_if_fail (MK_IS_MEETING_DIALOG (self), NULL);

  return self->data;
}
