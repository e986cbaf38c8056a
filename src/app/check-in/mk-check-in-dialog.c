/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-check-in-dialog.h"

#include "check-in/mk-attendance-buttons.h"
#include "check-in/mk-author-popover.h"
#include "check-in/mk-check-in-edits.h"
#include "check-in/mk-draft-text.h"
#include "check-in/mk-form-state.h"
#include "check-in/mk-hours-form.h"
#include "form/mk-kept-bar.h"
#include "check-in/mk-moment-popover.h"
#include "check-in/mk-more-form.h"
#include "config.h"
#include "mk-clock.h"
#include "mk-date-text.h"
#include "records/mk-colleague.h"
#include "widgets/mk-faces.h"
#include "workplace/mk-workplace-work.h"

#include <glib/gi18n-lib.h>

/**
 * MkCheckInDialog:
 *
 * The form of a check-in. What stands in it is an immutable draft; each edit makes the next one,
 * and refresh() shows whatever follows from it. Words in it are kept as they are typed; it is saved
 * by the workplace.
 */
struct _MkCheckInDialog
{
  AdwDialog parent_instance;

  GtkButton           *save_button;
  AdwBanner           *trouble;
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
  MkKeptBar           *kept;

  MkWorkplace     *workplace;
  MkPlacementItem *placement;
  MkCheckInDraft  *draft;
  MkCheckInDraft  *opened_with;
  gboolean         was_kept; /* before it was opened */
  gboolean         is_saving;
  gboolean         is_saved;
};

G_DEFINE_FINAL_TYPE (MkCheckInDialog, mk_check_in_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNAL_SAVED,
  SIGNAL_KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Showing */

static MkFormState *
work_out_state (MkCheckInDialog *self)
{
  g_auto (GStrv) readers = mk_workplace_dup_readers (self->workplace, self->draft->data->author);
  g_autoptr (GDateTime) now = mk_clock_now ();
  MkFormAround around = { .name = mk_placement_item_get_name (self->placement),
                          .authority = mk_placement_item_get_authority (self->placement),
                          .readers = (const char *const *) readers,
                          .now = now,
                          .pulse_day = mk_placement_item_get_pulse_day (self->placement) };

  return mk_form_state_new (self->draft, &around);
}

static char *
note_text (MkCheckInDialog *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->note_buffer, &start, &end);
  return gtk_text_buffer_get_text (self->note_buffer, &start, &end, FALSE);
}

/* A warning is told when it comes, also to those who do not see it come. */
static void
show_message (GtkWidget  *widget,
              GtkLabel   *label,
              const char *text)
{
  gboolean is_new = text != NULL && g_strcmp0 (gtk_label_get_label (label), text) != 0;

  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (widget, text != NULL);
  if (is_new)
    gtk_accessible_announce (GTK_ACCESSIBLE (label), text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_draft (MkCheckInDialog *self)
{
  const MkCheckInData *data = self->draft->data;
  const char *small_win = data->small_win != NULL ? data->small_win : "";
  g_autofree char *note = note_text (self);

  mk_moment_popover_set_moment (self->moment, data->moment);
  mk_attendance_buttons_set_attendance (self->attendance, data->attendance);
  mk_faces_set_score (self->faces, data->wellbeing > 0 ? (guint) data->wellbeing : 0);
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->small_win)), small_win))
    gtk_editable_set_text (GTK_EDITABLE (self->small_win), small_win);
  if (!g_str_equal (note, data->note != NULL ? data->note : ""))
    gtk_text_buffer_set_text (self->note_buffer, data->note != NULL ? data->note : "", -1);
  adw_switch_row_set_active (self->sends_text, self->draft->sends_text);
  adw_switch_row_set_active (self->needs_help, data->needs_help == TRUE);
}

/* The one place that changes what is shown. */
static void
refresh (MkCheckInDialog *self)
{
  g_autoptr (MkFormState) state = work_out_state (self);

  show_draft (self);
  mk_hours_form_show (self->hours, self->draft, state);
  gtk_label_set_label (self->day, state->day);
  show_message (self->day_fault, GTK_LABEL (self->day_fault), state->day_fault);
  gtk_label_set_label (self->author, state->author);
  mk_attendance_buttons_set_shows_tried (self->attendance, state->shows_tried);
  show_message (self->notice_box, self->notice, state->notice);
  gtk_label_set_label (self->question, state->question);
  gtk_label_set_label (self->small_win_readers, state->readers);
  show_message (GTK_WIDGET (self->small_win_warning), self->small_win_warning,
                state->small_win_warning);
  show_message (GTK_WIDGET (self->note_warning), self->note_warning, state->note_warning);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->sends_text), state->readers);
  mk_more_form_show (self->more, self->draft, state);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->needs_help), state->help);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check-in.save",
                                 state->can_save && !self->is_saving);
}

static void
show_trouble (MkCheckInDialog *self,
              const char      *reason)
{
  adw_banner_set_title (self->trouble, reason);
  adw_banner_set_revealed (self->trouble, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), reason,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* Drafts */

static void
keep_draft (MkCheckInDialog *self)
{
  MkDraftKeeper *drafts = mk_workplace_get_drafts (self->workplace);
  const char *key = mk_check_in_draft_get_key (self->draft);
  g_autofree char *text = mk_draft_to_text (self->draft);

  if (mk_check_in_draft_has_text (self->draft))
    mk_draft_keeper_keep (drafts, key, text);
  else
    mk_draft_keeper_drop (drafts, key);
  mk_kept_bar_update (self->kept);
}

/* Editing: each callback compares first, because refresh() sets the widgets too. */

static void
take_draft (MkCheckInDialog *self,
            MkCheckInDraft  *draft)
{
  g_autoptr (MkCheckInDraft) edited = draft;
  const MkArrangement *arrangement = mk_placement_item_get_arrangement (self->placement);

  /* What is being saved stays as it is. */
  if (self->is_saving)
    return;
  mk_check_in_draft_free (self->draft);
  self->draft = mk_check_in_draft_arranged (edited, arrangement->plans, arrangement->schemes);
  refresh (self);
  keep_draft (self);
}

static void
moment_edited_cb (MkCheckInDialog *self)
{
  const char *moment = mk_moment_popover_get_moment (self->moment);

  take_draft (self, mk_check_in_draft_with_moment (self->draft, moment));
}

static void
colleague_kept_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (MkCheckInDialog) self = MK_CHECK_IN_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSaved) saved = mk_workplace_change_finish (MK_WORKPLACE (object), result, &error);

  if (saved == NULL)
    show_trouble (self, error->message);
}

/* Whoever was not known before is the next time. */
static void
author_chosen_cb (MkCheckInDialog *self,
                  const char      *name)
{
  g_auto (GStrv) known = mk_workplace_dup_authors (self->workplace);
  MkColleagueData colleague = { (char *) name };

  if (!g_strv_contains ((const char *const *) known, name))
    mk_workplace_keep_async (self->workplace, &mk_colleague_type, NULL, &colleague, NULL,
                             colleague_kept_cb, g_object_ref (self));
  mk_workplace_set_author (self->workplace, name);
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
  g_autofree char *text = note_text (self);
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

/* Saving */

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MkCheckInDialog) self = MK_CHECK_IN_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSaved) saved = mk_workplace_change_finish (MK_WORKPLACE (object), result, &error);

  self->is_saving = FALSE;
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (saved == NULL)
    {
      refresh (self);
      show_trouble (self, error->message);
      return;
    }
  self->is_saved = TRUE;
  /* Closed by the lock meanwhile, it has nobody to tell, and the store is closed. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  mk_draft_keeper_drop (mk_workplace_get_drafts (self->workplace), mk_check_in_draft_get_key (self->draft));
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, saved->id);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  MkCheckInDialog *self = MK_CHECK_IN_DIALOG (widget);

  /* What was typed last stands in the store before the saving, which takes the draft away. Written
   * after it, as the lock would, the draft would come back beside what was saved. */
  mk_workplace_flush_drafts (self->workplace);
  self->is_saving = TRUE;
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  adw_banner_set_revealed (self->trouble, FALSE);
  refresh (self);
  mk_workplace_save_async (self->workplace, self->draft, saved_cb, g_object_ref (self));
}

static void
cancel_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
mk_check_in_dialog_closed (AdwDialog *dialog)
{
  MkCheckInDialog *self = MK_CHECK_IN_DIALOG (dialog);

  if (self->is_saved)
    return;
  if (!mk_check_in_draft_has_text (self->draft) ||
      (!self->was_kept && mk_check_in_draft_equal (self->draft, self->opened_with)))
    mk_draft_keeper_drop (mk_workplace_get_drafts (self->workplace), mk_check_in_draft_get_key (self->draft));
  else if (!mk_check_in_draft_equal (self->draft, self->opened_with))
    {
      mk_draft_keeper_flush (mk_workplace_get_drafts (self->workplace));
      g_signal_emit (self, signals[SIGNAL_KEPT], 0);
    }
}

static void
mk_check_in_dialog_dispose (GObject *object)
{
  MkCheckInDialog *self = MK_CHECK_IN_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_CHECK_IN_DIALOG);
  g_clear_object (&self->workplace);
  g_clear_object (&self->placement);

  G_OBJECT_CLASS (mk_check_in_dialog_parent_class)->dispose (object);
}

static void
mk_check_in_dialog_finalize (GObject *object)
{
  MkCheckInDialog *self = MK_CHECK_IN_DIALOG (object);

  mk_check_in_draft_free (self->draft);
  mk_check_in_draft_free (self->opened_with);

  G_OBJECT_CLASS (mk_check_in_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MkCheckInDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, MkCheckInDialog, trouble);
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
  gtk_widget_class_bind_template_child (widget_class, MkCheckInDialog, kept);
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
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mk_check_in_dialog_dispose;
  object_class->finalize = mk_check_in_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = mk_check_in_dialog_closed;

  /**
   * MkCheckInDialog::saved:
   * @self: the dialog
   * @id: UUID of the check-in
   *
   * The check-in is durable. The dialog closes next.
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * MkCheckInDialog::kept:
   *
   * The dialog was closed with words in it that are not saved; the workplace keeps them.
   */
  signals[SIGNAL_KEPT] = g_signal_new ("kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MK_TYPE_ATTENDANCE_BUTTONS);
  g_type_ensure (MK_TYPE_AUTHOR_POPOVER);
  g_type_ensure (MK_TYPE_FACES);
  g_type_ensure (MK_TYPE_HOURS_FORM);
  g_type_ensure (MK_TYPE_KEPT_BAR);
  g_type_ensure (MK_TYPE_MOMENT_POPOVER);
  g_type_ensure (MK_TYPE_MORE_FORM);
  gtk_widget_class_install_action (widget_class, "check-in.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "check-in.cancel", NULL, cancel_cb);
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
  g_autofree char *title = g_strdup_printf (_ ("Check-in: %s"), name);
  g_autofree char *hint = g_strdup_printf (_ ("Write what you saw or heard. No illness. Write what "
                                              "you would say to %s."),
                                           name);

  adw_dialog_set_title (ADW_DIALOG (self), title);
  gtk_label_set_label (self->note_hint, hint);
}

static void
show_authors (MkCheckInDialog *self)
{
  g_auto (GStrv) authors = mk_workplace_dup_authors (self->workplace);

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

  self->workplace = g_object_ref (workplace);
  self->placement = g_object_ref (placement);
  self->draft = mk_check_in_draft_copy (draft);
  self->opened_with = mk_check_in_draft_copy (draft);
  self->was_kept =
      mk_draft_keeper_get (mk_workplace_get_drafts (workplace), mk_check_in_draft_get_key (draft)) != NULL;
  show_names (self);
  show_authors (self);
  refresh (self);
  mk_kept_bar_follow (self->kept, mk_workplace_get_drafts (workplace), mk_check_in_draft_get_key (draft));
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
