/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/mk-meeting-dialog.h"

#include "config.h"
#include "meeting/mk-meeting-words.h"
#include "meeting/mk-meeting-work.h"
#include "mk-clock.h"
#include "mk-cpr.h"
#include "mk-date-text.h"
#include "training/mk-course.h"
#include "widgets/mk-date-row.h"
#include "widgets/mk-wrap.h"
#include "workplace/mk-workplace-work.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * MkMeetingDialog:
 *
 * The form of a meeting of buddies: when it is and what about, the text that invites to one that is
 * to come, and afterwards who came and what they take home. Words in it are kept as they are typed.
 */
struct _MkMeetingDialog
{
  AdwDialog parent_instance;

  AdwBanner     *trouble;
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

  MkWorkplace       *workplace;
  GPtrArray         *agendas; /* of MkLesson, as the rows after the first */
  char              *id; /* or NULL for a new one */
  char              *key;
  MkPeerMeetingData *data; /* NULL until it is filled */
  gboolean           is_edited;
  gboolean           is_saving;
  gboolean           is_saved;
};

G_DEFINE_FINAL_TYPE (MkMeetingDialog, mk_meeting_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNAL_SAVED,
  SIGNAL_KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

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
refresh (MkMeetingDialog *self)
{
  const MkPeerMeetingData *data = self->data;
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *invitation =
      mk_meeting_invitation (data, mk_workplace_get_author (self->workplace));

  mk_date_row_set_day (self->day, data->date);
  gtk_widget_set_visible (self->invites, strcmp (data->date, today) >= 0);
  gtk_label_set_label (self->invitation, g_strchomp (invitation));
  gtk_widget_set_visible (self->copied, FALSE);
  gtk_widget_set_visible (self->warning, has_cpr (data->place) || has_cpr (data->attended) ||
                                             has_cpr (data->take_home));
  mark_time (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meeting.save",
                                 is_time (self) && !self->is_saving);
}

static void
show_trouble (MkMeetingDialog *self,
              const char      *reason)
{
  adw_banner_set_title (self->trouble, reason);
  adw_banner_set_revealed (self->trouble, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), reason,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* Editing */

static void
edited (MkMeetingDialog *self)
{
  g_autofree char *text = mk_meeting_draft_to_text (self->data);

  self->is_edited = TRUE;
  refresh (self);
  mk_draft_keeper_keep (mk_workplace_get_drafts (self->workplace), self->key, text);
}

static gboolean
is_edit (MkMeetingDialog *self)
{
  return self->data != NULL && !self->is_saving;
}

static void
take_text (MkMeetingDialog *self,
           char           **field,
           const char      *text)
{
  if (g_set_str (field, *text != '\0' ? text : NULL))
    edited (self);
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
  refresh (self);
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
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  if (!is_edit (self))
    return;
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
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

/* Saving and deleting */

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MkMeetingDialog) self = MK_MEETING_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSaved) saved = mk_workplace_change_finish (MK_WORKPLACE (object), result, &error);

  self->is_saving = FALSE;
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  refresh (self);
  if (saved == NULL)
    {
      show_trouble (self, error->message);
      return;
    }
  self->is_saved = TRUE;
  /* Closed by the lock meanwhile, it has nobody to tell, and the store is closed. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  mk_draft_keeper_drop (mk_workplace_get_drafts (self->workplace), self->key);
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, saved->id);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  MkMeetingDialog *self = MK_MEETING_DIALOG (widget);

  /* What was typed last stands in the store before the saving, which takes the draft away. */
  mk_workplace_flush_drafts (self->workplace);
  self->is_saving = TRUE;
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  adw_banner_set_revealed (self->trouble, FALSE);
  refresh (self);
  mk_meeting_save_async (self->workplace, self->id, self->data, saved_cb, g_object_ref (self));
}

static void
cancel_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

/* The window deletes, since the dialog is gone then. */
static void
delete_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  MkMeetingDialog *self = MK_MEETING_DIALOG (widget);
  g_autofree char *id = g_strdup (self->id);
  GtkRoot *window = gtk_widget_get_root (widget);

  self->is_saved = TRUE;
  mk_draft_keeper_drop (mk_workplace_get_drafts (self->workplace), self->key);
  adw_dialog_close (ADW_DIALOG (self));
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

static void
mk_meeting_dialog_closed (AdwDialog *dialog)
{
  MkMeetingDialog *self = MK_MEETING_DIALOG (dialog);
  MkDraftKeeper *drafts = mk_workplace_get_drafts (self->workplace);

  if (self->is_saved || !self->is_edited)
    return;
  mk_draft_keeper_flush (drafts);
  g_signal_emit (self, signals[SIGNAL_KEPT], 0);
}

/* MkMeetingDialog */

static void
mk_meeting_dialog_dispose (GObject *object)
{
  MkMeetingDialog *self = MK_MEETING_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_MEETING_DIALOG);
  g_clear_object (&self->workplace);

  G_OBJECT_CLASS (mk_meeting_dialog_parent_class)->dispose (object);
}

static void
mk_meeting_dialog_finalize (GObject *object)
{
  MkMeetingDialog *self = MK_MEETING_DIALOG (object);

  mk_shape_free (mk_peer_meeting_type.shape, self->data);
  g_ptr_array_unref (self->agendas);
  g_free (self->id);
  g_free (self->key);

  G_OBJECT_CLASS (mk_meeting_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MkMeetingDialog, trouble);
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
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mk_meeting_dialog_dispose;
  object_class->finalize = mk_meeting_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = mk_meeting_dialog_closed;

  /**
   * MkMeetingDialog::saved:
   * @self: the dialog
   * @id: UUID of the meeting
   *
   * The meeting is durable. The dialog closes next.
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * MkMeetingDialog::kept:
   *
   * The dialog was closed with changes in it that are not saved; the workplace keeps them.
   */
  signals[SIGNAL_KEPT] = g_signal_new ("kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "meeting.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "meeting.cancel", NULL, cancel_cb);
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

  self->workplace = g_object_ref (workplace);
  self->id = g_strdup (id);
  self->key = mk_meeting_draft_key (id);
  fill (self, data);
  /* From now on a change is somebody's. */
  self->data = mk_shape_copy (mk_peer_meeting_type.shape, data);
  gtk_widget_set_visible (self->delete, id != NULL);
  refresh (self);
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
