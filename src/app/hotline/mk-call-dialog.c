/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hotline/mk-call-dialog.h"

#include "check-in/mk-author-popover.h"
#include "form/mk-kept-bar.h"
#include "check-in/mk-moment-popover.h"
#include "config.h"
#include "hotline/mk-calling.h"
#include "mk-clock.h"
#include "mk-date-text.h"
#include "mk-telephone.h"
#include "records/mk-colleague.h"
#include "widgets/mk-date-row.h"
#include "workplace/mk-choice.h"
#include "workplace/mk-workplace-work.h"

#include <glib/gi18n-lib.h>

#define N_OUTCOMES 4

/**
 * MkCallDialog:
 *
 * The form that notes a call. What stands in it is a draft; each edit changes it, and refresh() shows
 * whatever follows from it. Words in it are kept as they are typed.
 */
struct _MkCallDialog
{
  AdwDialog parent_instance;

  AdwBanner       *trouble;
  AdwToastOverlay *overlay;
  GtkLabel        *who;
  GtkLabel        *number;
  GtkCheckButton  *outcomes[N_OUTCOMES];
  GtkWidget       *next;
  GtkLabel        *next_name;
  GtkLabel        *next_number;
  GtkWidget       *call_next;
  AdwActionRow    *author;
  MkAuthorPopover *authors;
  AdwActionRow    *when;
  MkMomentPopover *moment;
  AdwComboRow     *placement;
  MkDateRow       *follow_up;
  GtkTextBuffer   *buffer;
  MkKeptBar       *kept;

  MkWorkplace *workplace;
  MkCallDraft *draft;
  MkCallDraft *opened_with;
  char        *key;
  GPtrArray   *placement_ids; /* of the rows; the first is "" */
  gboolean     is_refreshing;
  gboolean     is_saving;
  gboolean     is_saved;
  gboolean     wants_next;
};

G_DEFINE_FINAL_TYPE (MkCallDialog, mk_call_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNAL_SAVED,
  SIGNAL_KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of the buttons. */
static const char *const names[N_OUTCOMES] = { "talked", "no_answer", "message", "calls_back" };
static const char *const values[N_OUTCOMES] = { MK_CALL_TALKED, MK_CALL_NO_ANSWER, MK_CALL_MESSAGE,
                                                MK_CALL_CALLS_BACK };

/* Showing */

static const MkHotlineLine *
find_next (MkCallDialog *self)
{
  if (self->draft->line_key == NULL ||
      g_strcmp0 (self->draft->data->outcome, MK_CALL_NO_ANSWER) != 0)
    return NULL;
  return mk_hotline_find_next (mk_workplace_get_hotline (self->workplace),
                               self->draft->data->placement_id, self->draft->line_key);
}

/* It is told when it comes, also to those who do not see it come. */
static void
show_next (MkCallDialog *self)
{
  const MkHotlineLine *line = find_next (self);
  gboolean was_shown = gtk_widget_get_visible (self->next);

  gtk_widget_set_visible (self->next, line != NULL);
  if (line != NULL)
    {
      g_autofree char *name = g_strdup_printf (_ ("Call next: %s"), line->name);
      g_autofree char *number = mk_telephone_format (line->telephone);
      g_autofree char *told = g_strdup_printf ("%s, %s", name, number);

      gtk_label_set_label (self->next_name, name);
      gtk_label_set_label (self->next_number, number);
      if (!was_shown)
        gtk_accessible_announce (GTK_ACCESSIBLE (self->next), told,
                                 GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "call.save-next",
                                 line != NULL && mk_call_draft_can_save (self->draft) &&
                                     !self->is_saving);
}

static void
show_when (MkCallDialog *self)
{
  g_autoptr (GDateTime) moment = mk_date_text_read (self->draft->data->moment);
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *day = moment != NULL ? mk_date_text_relative (moment, now) : NULL;
  g_autofree char *time = moment != NULL ? mk_date_text_time (moment) : NULL;
  g_autofree char *words = day != NULL ? g_strdup_printf ("%s %s", day, time) : g_strdup ("");
  g_autofree char *capital = mk_date_text_capitalize (words);

  adw_action_row_set_subtitle (self->when, capital);
  mk_moment_popover_set_moment (self->moment, self->draft->data->moment);
}

static char *
buffer_text (MkCallDialog *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

/* The one place that changes what is shown. Setting the controls is no edit. */
static void
refresh (MkCallDialog *self)
{
  const MkCallData *data = self->draft->data;
  g_autofree char *shown = buffer_text (self);

  self->is_refreshing = TRUE;
  for (guint i = 0; i < N_OUTCOMES; i++)
    gtk_check_button_set_active (self->outcomes[i], g_strcmp0 (data->outcome, values[i]) == 0);
  adw_action_row_set_subtitle (self->author, data->author);
  show_when (self);
  mk_choice_select (self->placement, self->placement_ids, data->placement_id);
  mk_date_row_set_day (self->follow_up, data->follow_up_date);
  if (!g_str_equal (shown, data->note != NULL ? data->note : ""))
    gtk_text_buffer_set_text (self->buffer, data->note != NULL ? data->note : "", -1);
  show_next (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "call.save",
                                 mk_call_draft_can_save (self->draft) && !self->is_saving);
  self->is_refreshing = FALSE;
}

static void
show_trouble (MkCallDialog *self,
              const char   *reason)
{
  adw_banner_set_title (self->trouble, reason);
  adw_banner_set_revealed (self->trouble, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), reason,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* Drafts */

static void
edited (MkCallDialog *self)
{
  g_autofree char *text = mk_call_draft_to_text (self->draft);

  refresh (self);
  mk_draft_keeper_keep (mk_workplace_get_drafts (self->workplace), self->key, text);
  mk_kept_bar_update (self->kept);
}

/* Editing */

static gboolean
is_edit (MkCallDialog *self)
{
  return self->draft != NULL && !self->is_refreshing && !self->is_saving;
}

static void
outcome_edited_cb (MkCallDialog   *self,
                   GtkCheckButton *button)
{
  if (!is_edit (self) || !gtk_check_button_get_active (button))
    return;
  for (guint i = 0; i < N_OUTCOMES; i++)
    if (self->outcomes[i] == button && g_set_str (&self->draft->data->outcome, values[i]))
      edited (self);
}

/* Whoever was not known before is the next time. */
static void
author_chosen_cb (MkCallDialog *self,
                  const char   *name)
{
  g_auto (GStrv) known = mk_workplace_dup_authors (self->workplace);
  MkColleagueData colleague = { (char *) name };

  if (!is_edit (self))
    return;
  if (!g_strv_contains ((const char *const *) known, name))
    mk_workplace_keep_async (self->workplace, &mk_colleague_type, NULL, &colleague, NULL, NULL,
                             NULL);
  mk_workplace_set_author (self->workplace, name);
  if (g_set_str (&self->draft->data->author, name))
    edited (self);
}

static void
moment_edited_cb (MkCallDialog *self)
{
  if (is_edit (self) &&
      g_set_str (&self->draft->data->moment, mk_moment_popover_get_moment (self->moment)))
    edited (self);
}

static void
placement_edited_cb (MkCallDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->placement);
  const char *id;

  if (!is_edit (self) || selected >= self->placement_ids->len)
    return;
  id = g_ptr_array_index (self->placement_ids, selected);
  if (g_set_str (&self->draft->data->placement_id, *id != '\0' ? id : NULL))
    edited (self);
}

/* A new day is to be followed up, whatever was done about another. */
static void
follow_up_edited_cb (MkCallDialog *self)
{
  if (!is_edit (self) ||
      !g_set_str (&self->draft->data->follow_up_date, mk_date_row_get_day (self->follow_up)))
    return;
  self->draft->data->followed_up = MK_ABSENT;
  edited (self);
}

static void
note_edited_cb (MkCallDialog *self)
{
  g_autofree char *text = buffer_text (self);

  if (is_edit (self) && g_set_str (&self->draft->data->note, *text != '\0' ? text : NULL))
    edited (self);
}

static void
call_next_cb (MkCallDialog *self)
{
  const MkHotlineLine *line = find_next (self);

  if (line != NULL)
    mk_calling_call (self->overlay, line->telephone);
}

/* Saving */

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MkCallDialog) self = MK_CALL_DIALOG (user_data);
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
  mk_draft_keeper_drop (mk_workplace_get_drafts (self->workplace), self->key);
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, saved->id, self->wants_next);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save (MkCallDialog *self,
      gboolean      wants_next)
{
  /* What was typed last stands in the store before the saving, which takes the draft away. */
  mk_workplace_flush_drafts (self->workplace);
  self->is_saving = TRUE;
  self->wants_next = wants_next;
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  adw_banner_set_revealed (self->trouble, FALSE);
  refresh (self);
  mk_workplace_keep_async (self->workplace, &mk_call_type, self->draft->id, self->draft->data,
                           self->key, saved_cb, g_object_ref (self));
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  save (MK_CALL_DIALOG (widget), FALSE);
}

static void
save_next_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  save (MK_CALL_DIALOG (widget), TRUE);
}

static void
cancel_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
mk_call_dialog_closed (AdwDialog *dialog)
{
  MkCallDialog *self = MK_CALL_DIALOG (dialog);
  MkDraftKeeper *drafts = mk_workplace_get_drafts (self->workplace);

  if (self->is_saved || mk_draft_keeper_get (drafts, self->key) == NULL)
    return;
  mk_draft_keeper_flush (drafts);
  if (!mk_call_draft_equal (self->draft, self->opened_with))
    g_signal_emit (self, signals[SIGNAL_KEPT], 0);
}

static void
mk_call_dialog_dispose (GObject *object)
{
  MkCallDialog *self = MK_CALL_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_CALL_DIALOG);
  g_clear_object (&self->workplace);

  G_OBJECT_CLASS (mk_call_dialog_parent_class)->dispose (object);
}

static void
mk_call_dialog_finalize (GObject *object)
{
  MkCallDialog *self = MK_CALL_DIALOG (object);

  mk_call_draft_free (self->draft);
  mk_call_draft_free (self->opened_with);
  g_free (self->key);
  g_ptr_array_unref (self->placement_ids);

  G_OBJECT_CLASS (mk_call_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MkCallDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, MkCallDialog, overlay);
  gtk_widget_class_bind_template_child (widget_class, MkCallDialog, who);
  gtk_widget_class_bind_template_child (widget_class, MkCallDialog, number);
  gtk_widget_class_bind_template_child (widget_class, MkCallDialog, next);
  gtk_widget_class_bind_template_child (widget_class, MkCallDialog, next_name);
  gtk_widget_class_bind_template_child (widget_class, MkCallDialog, next_number);
  gtk_widget_class_bind_template_child (widget_class, MkCallDialog, call_next);
  gtk_widget_class_bind_template_child (widget_class, MkCallDialog, author);
  gtk_widget_class_bind_template_child (widget_class, MkCallDialog, authors);
  gtk_widget_class_bind_template_child (widget_class, MkCallDialog, when);
  gtk_widget_class_bind_template_child (widget_class, MkCallDialog, moment);
  gtk_widget_class_bind_template_child (widget_class, MkCallDialog, placement);
  gtk_widget_class_bind_template_child (widget_class, MkCallDialog, follow_up);
  gtk_widget_class_bind_template_child (widget_class, MkCallDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, MkCallDialog, kept);
  for (guint i = 0; i < N_OUTCOMES; i++)
    gtk_widget_class_bind_template_child_full (widget_class, names[i], FALSE,
                                               G_STRUCT_OFFSET (MkCallDialog, outcomes) +
                                                   (gssize) (i * sizeof (gpointer)));
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, outcome_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, author_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, moment_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, placement_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, follow_up_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, call_next_cb);
}

static void
mk_call_dialog_class_init (MkCallDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mk_call_dialog_dispose;
  object_class->finalize = mk_call_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = mk_call_dialog_closed;

  /**
   * MkCallDialog::saved:
   * @self: the dialog
   * @id: UUID of the call
   * @wants_next: whether the next in line is called now
   *
   * The call is durable. The dialog closes next.
   */
  signals[SIGNAL_SAVED] =
      g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  /**
   * MkCallDialog::kept:
   *
   * The dialog was closed with something in it that is not saved; the workplace keeps it.
   */
  signals[SIGNAL_KEPT] = g_signal_new ("kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MK_TYPE_AUTHOR_POPOVER);
  g_type_ensure (MK_TYPE_DATE_ROW);
  g_type_ensure (MK_TYPE_KEPT_BAR);
  g_type_ensure (MK_TYPE_MOMENT_POPOVER);
  gtk_widget_class_install_action (widget_class, "call.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "call.save-next", NULL, save_next_cb);
  gtk_widget_class_install_action (widget_class, "call.cancel", NULL, cancel_cb);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-call-dialog.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

static void
mk_call_dialog_init (MkCallDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->placement_ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_set_visible (self->call_next, mk_calling_is_possible ());
}

static void
show_called (MkCallDialog *self)
{
  const MkCallData *data = self->draft->data;
  g_autofree char *number = data->telephone != NULL ? mk_telephone_format (data->telephone) : NULL;
  g_auto (GStrv) authors = mk_workplace_dup_authors (self->workplace);

  gtk_label_set_label (self->who, data->contact_name);
  gtk_label_set_label (self->number, number != NULL ? number : "");
  gtk_widget_set_visible (GTK_WIDGET (self->number), number != NULL);
  mk_author_popover_set_names (self->authors, (const char *const *) authors);
}

/**
 * mk_call_dialog_new:
 * @workplace: saves it
 * @draft: what stands in it at first; copied
 * @key: what its draft is kept under
 *
 * Returns: (transfer floating): a new dialog
 */
MkCallDialog *
mk_call_dialog_new (MkWorkplace       *workplace,
                    const MkCallDraft *draft,
                    const char        *key)
{
  MkCallDialog *self = g_object_new (MK_TYPE_CALL_DIALOG, NULL);

  self->workplace = g_object_ref (workplace);
  self->key = g_strdup (key);
  mk_choice_fill_placements (self->placement, mk_workplace_get_placements (workplace),
                             _ ("Nobody in particular"), self->placement_ids);
  self->draft = mk_call_draft_copy (draft);
  self->opened_with = mk_call_draft_copy (draft);
  show_called (self);
  refresh (self);
  mk_kept_bar_follow (self->kept, mk_workplace_get_drafts (workplace), key);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->outcomes[0]));
  return self;
}

/**
 * mk_call_dialog_get_draft:
 * @self: a dialog
 *
 * Returns: (transfer none): what stands in it
 */
const MkCallDraft *
mk_call_dialog_get_draft (MkCallDialog *self)
{
  g_return_val_if_fail (MK_IS_CALL_DIALOG (self), NULL);

  return self->draft;
}
