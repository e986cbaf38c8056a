/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-check-in-dialog.h"

#include "check-in/mk-attendance-buttons.h"
#include "check-in/mk-author-popover.h"
#include "check-in/mk-check-in-edits.h"
#include "check-in/mk-draft-text.h"
#include "check-in/mk-form-state.h"
#include "check-in/mk-hours-form.h"
#include "check-in/mk-moment-popover.h"
#include "check-in/mk-more-form.h"
#include "config.h"
#include "form/mk-form-author.h"
#include "mk-clock.h"
#include "mk-isolate.h"
#include "widgets/mk-faces.h"
#include "widgets/mk-message.h"
#include "widgets/mk-text-buffer.h"

#include <glib/gi18n-lib.h>

/**
 * MkCheckInDialog:
 *
 * The form of a check-in. What stands in it is an immutable draft; each edit makes the next one.
 */
struct _MkCheckInDialog
{
  MkFormDialog parent_instance;

  GtkLabel            *day;
  GtkWidget           *day_fault;
  GtkLabel            *author;
  MkAuthorPopover     *authors;
  MkMomentPopover     *moment;
  MkAttendanceButtons *attendance;
  GtkWidget           *notice_box;
  GtkLabel            *notice;
  MkHoursForm         *hours;
  GtkLabel            *question;
  MkFaces             *faces;
  AdwEntryRow         *small_win;
  GtkLabel            *small_win_readers;
  GtkLabel            *small_win_warning;
  GtkTextBuffer       *note_buffer;
  GtkLabel            *note_hint;
  GtkLabel            *note_warning;
  AdwSwitchRow        *sends_text;
  MkMoreForm          *more;
  AdwSwitchRow        *needs_help;

  MkPlacementItem *placement;
  MkCheckInDraft  *draft;
};

G_DEFINE_FINAL_TYPE (MkCheckInDialog, mk_check_in_dialog, MK_TYPE_FORM_DIALOG)

/* Showing */

static MkFormState *
work_out_state (MkCheckInDialog *self)
{
  MkWorkplace *workplace = mk_form_dialog_get_workplace (MK_FORM_DIALOG (self));
  g_auto (GStrv) readers = mk_workplace_dup_readers (workplace, self->draft->data->author);
  g_autoptr (GDateTime) now = mk_clock_now ();
  MkFormAround around = { .name = mk_placement_item_get_name (self->placement),
                          .authority = mk_placement_item_get_authority (self->placement),
                          .readers = (const char *const *) readers,
                          .now = now,
                          .pulse_day = mk_placement_item_get_pulse_day (self->placement) };

  return mk_form_state_new (self->draft, &around);
}

static void
show_draft (MkCheckInDialog *self)
{
  const MkCheckInData *data = self->draft->data;
  const char *small_win = data->small_win != NULL ? data->small_win : "";

  mk_moment_popover_set_moment (self->moment, data->moment);
  mk_attendance_buttons_set_attendance (self->attendance, data->attendance);
  mk_faces_set_score (self->faces, data->wellbeing > 0 ? (guint) data->wellbeing : 0);
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->small_win)), small_win))
    gtk_editable_set_text (GTK_EDITABLE (self->small_win), small_win);
  mk_text_buffer_set_text (self->note_buffer, data->note);
  adw_switch_row_set_active (self->sends_text, self->draft->sends_text);
  adw_switch_row_set_active (self->needs_help, data->needs_help == TRUE);
}

static void
mk_check_in_dialog_refresh (MkFormDialog *form)
{
  MkCheckInDialog *self = MK_CHECK_IN_DIALOG (form);
  g_autoptr (MkFormState) state = work_out_state (self);

  show_draft (self);
  mk_hours_form_show (self->hours, self->draft, state);
  gtk_label_set_label (self->day, state->day);
  mk_message_show (self->day_fault, GTK_LABEL (self->day_fault), state->day_fault);
  gtk_label_set_label (self->author, state->author);
  mk_attendance_buttons_set_shows_tried (self->attendance, state->shows_tried);
  mk_message_show (self->notice_box, self->notice, state->notice);
  gtk_label_set_label (self->question, state->question);
  gtk_label_set_label (self->small_win_readers, state->readers);
  mk_message_show (GTK_WIDGET (self->small_win_warning), self->small_win_warning,
                   state->small_win_warning);
  mk_message_show (GTK_WIDGET (self->note_warning), self->note_warning, state->note_warning);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->sends_text), state->readers);
  mk_more_form_show (self->more, self->draft, state);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->needs_help), state->help);
  mk_form_dialog_set_can_save (form, state->can_save);
}

/* Editing: each callback compares first, because the form sets its controls too. */

static void
take_draft (MkCheckInDialog *self,
            MkCheckInDraft  *draft)
{
  g_autoptr (MkCheckInDraft) edited = draft;
  const MkArrangement *arrangement = mk_placement_item_get_arrangement (self->placement);

  if (!mk_form_dialog_is_edit (MK_FORM_DIALOG (self)))
    return;
  mk_check_in_draft_free (self->draft);
  self->draft = mk_check_in_draft_arranged (edited, arrangement->plans, arrangement->schemes);
  mk_form_dialog_edited (MK_FORM_DIALOG (self));
}

static void
moment_edited_cb (MkCheckInDialog *self)
{
  const char *moment = mk_moment_popover_get_moment (self->moment);

  take_draft (self, mk_check_in_draft_with_moment (self->draft, moment));
}

static void
author_chosen_cb (MkCheckInDialog *self,
                  const char      *name)
{
  if (mk_form_author_choose (MK_FORM_DIALOG (self), name))
    take_draft (self, mk_check_in_draft_with_author (self->draft, name));
}

static void
attendance_edited_cb (MkCheckInDialog *self)
{
  const char *attendance = mk_attendance_buttons_get_attendance (self->attendance);

  take_draft (self, mk_check_in_draft_with_attendance (self->draft, attendance));
}

static void
hours_edited_cb (MkCheckInDialog *self)
{
  take_draft (self, mk_hours_form_apply (self->hours, self->draft));
}

static void
faces_edited_cb (MkCheckInDialog *self)
{
  guint score = mk_faces_get_score (self->faces);

  take_draft (self, mk_check_in_draft_with_wellbeing (self->draft,
                                                      score > 0 ? (gint64) score : MK_ABSENT));
}

static void
small_win_edited_cb (MkCheckInDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->small_win));
  const char *known = self->draft->data->small_win;

  if (!g_str_equal (text, known != NULL ? known : ""))
    take_draft (self, mk_check_in_draft_with_small_win (self->draft, text));
}

static void
note_edited_cb (MkCheckInDialog *self)
{
  g_autofree char *text = mk_text_buffer_dup_text (self->note_buffer);
  const char *known = self->draft->data->note;

  if (!g_str_equal (text, known != NULL ? known : ""))
    take_draft (self, mk_check_in_draft_with_note (self->draft, text));
}

static void
sends_text_edited_cb (MkCheckInDialog *self)
{
  gboolean is_active = adw_switch_row_get_active (self->sends_text);

  if (is_active != self->draft->sends_text)
    take_draft (self, mk_check_in_draft_with_sends_text (self->draft, is_active));
}

static void
more_edited_cb (MkCheckInDialog *self)
{
  take_draft (self, mk_more_form_apply (self->more, self->draft));
}

static void
needs_help_edited_cb (MkCheckInDialog *self)
{
  gboolean is_active = adw_switch_row_get_active (self->needs_help);

  if (is_active != (self->draft->data->needs_help == TRUE))
    take_draft (self, mk_check_in_draft_with_needs_help (self->draft, is_active));
}

/* MkFormDialog */

static gboolean
mk_check_in_dialog_has_words (MkFormDialog *form)
{
  return mk_check_in_draft_has_text (MK_CHECK_IN_DIALOG (form)->draft);
}

static char *
mk_check_in_dialog_dup_draft (MkFormDialog *form)
{
  return mk_draft_to_text (MK_CHECK_IN_DIALOG (form)->draft);
}

static gpointer
mk_check_in_dialog_dup_content (MkFormDialog *form)
{
  g_autoptr (GDateTime) now = mk_clock_now ();

  return mk_check_in_draft_to_data (MK_CHECK_IN_DIALOG (form)->draft, now);
}

static void
mk_check_in_dialog_finalize (GObject *object)
{
  MkCheckInDialog *self = MK_CHECK_IN_DIALOG (object);

  mk_check_in_draft_free (self->draft);
  g_clear_object (&self->placement);

  G_OBJECT_CLASS (mk_check_in_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MkCheckInDialog, day);
  gtk_widget_class_bind_template_child (widget_class, MkCheckInDialog, day_fault);
  gtk_widget_class_bind_template_child (widget_class, MkCheckInDialog, author);
  gtk_widget_class_bind_template_child (widget_class, MkCheckInDialog, authors);
  gtk_widget_class_bind_template_child (widget_class, MkCheckInDialog, moment);
  gtk_widget_class_bind_template_child (widget_class, MkCheckInDialog, attendance);
  gtk_widget_class_bind_template_child (widget_class, MkCheckInDialog, notice_box);
  gtk_widget_class_bind_template_child (widget_class, MkCheckInDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, MkCheckInDialog, hours);
  gtk_widget_class_bind_template_child (widget_class, MkCheckInDialog, question);
  gtk_widget_class_bind_template_child (widget_class, MkCheckInDialog, faces);
  gtk_widget_class_bind_template_child (widget_class, MkCheckInDialog, small_win);
  gtk_widget_class_bind_template_child (widget_class, MkCheckInDialog, small_win_readers);
  gtk_widget_class_bind_template_child (widget_class, MkCheckInDialog, small_win_warning);
  gtk_widget_class_bind_template_child (widget_class, MkCheckInDialog, note_buffer);
  gtk_widget_class_bind_template_child (widget_class, MkCheckInDialog, note_hint);
  gtk_widget_class_bind_template_child (widget_class, MkCheckInDialog, note_warning);
  gtk_widget_class_bind_template_child (widget_class, MkCheckInDialog, sends_text);
  gtk_widget_class_bind_template_child (widget_class, MkCheckInDialog, more);
  gtk_widget_class_bind_template_child (widget_class, MkCheckInDialog, needs_help);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, moment_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, author_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, attendance_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, hours_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, faces_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, small_win_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, sends_text_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, needs_help_edited_cb);
}

static void
mk_check_in_dialog_class_init (MkCheckInDialogClass *klass)
{
  MkFormDialogClass *form_class = MK_FORM_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mk_check_in_dialog_finalize;
  form_class->refresh = mk_check_in_dialog_refresh;
  form_class->has_words = mk_check_in_dialog_has_words;
  form_class->dup_draft = mk_check_in_dialog_dup_draft;
  form_class->dup_content = mk_check_in_dialog_dup_content;

  g_type_ensure (MK_TYPE_ATTENDANCE_BUTTONS);
  g_type_ensure (MK_TYPE_AUTHOR_POPOVER);
  g_type_ensure (MK_TYPE_FACES);
  g_type_ensure (MK_TYPE_HOURS_FORM);
  g_type_ensure (MK_TYPE_MOMENT_POPOVER);
  g_type_ensure (MK_TYPE_MORE_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MK_APP_PATH "/ui/mk-check-in-dialog.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

static void
mk_check_in_dialog_init (MkCheckInDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_names (MkCheckInDialog *self)
{
  const char *name = mk_placement_item_get_name (self->placement);
  g_autofree char *title = mk_isolate_printf (_ ("Check-in: %s"), name);
  g_autofree char *hint =
      mk_isolate_printf (_ ("Write what you saw or heard. No illness. Write what "
                            "you would say to %s."),
                         name);

  adw_dialog_set_title (ADW_DIALOG (self), title);
  gtk_label_set_label (self->note_hint, hint);
}

static void
show_authors (MkCheckInDialog *self,
              MkWorkplace     *workplace)
{
  g_auto (GStrv) authors = mk_workplace_dup_authors (workplace);

  mk_author_popover_set_names (self->authors, (const char *const *) authors);
}

/**
 * mk_check_in_dialog_new:
 * @workplace: saves it
 * @placement: whom it is about
 * @draft: what stands in it at first; copied
 *
 * Returns: (transfer floating): a new dialog
 */
MkCheckInDialog *
mk_check_in_dialog_new (MkWorkplace          *workplace,
                        MkPlacementItem      *placement,
                        const MkCheckInDraft *draft)
{
  MkCheckInDialog *self = g_object_new (MK_TYPE_CHECK_IN_DIALOG, NULL);
  MkFormSubject subject = { .type = &mk_check_in_type,
                            .id = draft->id,
                            .key = mk_check_in_draft_get_key (draft),
                            .saved = C_ ("state", "Saved") };

  if (draft->id != NULL)
    {
      subject.action = "win.open-check-in";
      subject.parameter = g_variant_new_string (draft->id);
    }
  else
    {
      subject.action = "win.check-in";
      subject.parameter = g_variant_new ("(ss)", draft->data->placement_id, "");
    }
  self->placement = g_object_ref (placement);
  self->draft = mk_check_in_draft_copy (draft);
  show_names (self);
  show_authors (self, workplace);
  mk_form_dialog_begin (MK_FORM_DIALOG (self), workplace, &subject);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->attendance));
  return self;
}

/**
 * mk_check_in_dialog_get_draft:
 * @self: a dialog
 *
 * Returns: (transfer none): what stands in it
 */
const MkCheckInDraft *
mk_check_in_dialog_get_draft (MkCheckInDialog *self)
{
  g_return_val_if_fail (MK_IS_CHECK_IN_DIALOG (self), NULL);

  return self->draft;
}
