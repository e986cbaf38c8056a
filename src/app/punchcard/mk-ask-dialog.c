/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "punchcard/mk-ask-dialog.h"

#include "form/mk-kept-bar.h"
#include "config.h"
#include "mk-clock.h"
#include "punchcard/mk-ask-choices.h"
#include "punchcard/mk-ask-state.h"
#include "punchcard/mk-help-words.h"
#include "workplace/mk-workplace-work.h"

#include <glib/gi18n-lib.h>

/**
 * MkAskDialog:
 *
 * The form that asks for help. What stands in it is a draft; each edit changes it, and refresh()
 * shows whatever follows from it. Words in it are kept as they are typed.
 */
struct _MkAskDialog
{
  AdwDialog parent_instance;

  AdwBanner     *trouble;
  AdwComboRow   *urgency;
  GtkWidget     *hotline;
  MkAskChoices  *choices;
  GtkWidget     *notice_box;
  GtkLabel      *notice;
  GtkTextView   *text;
  GtkTextBuffer *buffer;
  GtkLabel      *readers;
  GtkLabel      *warning;
  GtkLabel      *sends;
  MkKeptBar     *kept;

  MkWorkplace *workplace;
  MkHelp      *help;
  MkAskDraft  *draft;
  MkAskDraft  *opened_with;
  char        *key;
  gboolean     is_refreshing;
  gboolean     is_saving;
  gboolean     is_saved;
};

G_DEFINE_FINAL_TYPE (MkAskDialog, mk_ask_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNAL_SAVED,
  SIGNAL_KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const urgencies[] = { MK_URGENCY_NOW, MK_URGENCY_SOON, MK_URGENCY_CAN_WAIT };

/* Showing */

static MkPlacementItem *
chosen_placement (MkAskDialog *self)
{
  const char *id = self->draft->data->placement_id;

  return id != NULL ? mk_workplace_find_placement (self->workplace, id) : NULL;
}

static const char *
authority_of (MkAskDialog *self)
{
  MkPlacementItem *placement = chosen_placement (self);
  const MkHelpRecord *card = mk_help_find_card (self->help, self->draft->data->card_id);

  if (placement != NULL && mk_placement_item_get_authority (placement) != NULL)
    return mk_placement_item_get_authority (placement);
  return card != NULL ? card->partner : NULL;
}

static MkAskState *
work_out_state (MkAskDialog *self)
{
  const char *author = mk_workplace_get_author (self->workplace);
  g_auto (GStrv) readers = mk_workplace_dup_readers (self->workplace, author);
  g_autoptr (GDateTime) now = mk_clock_now ();
  MkPlacementItem *placement = chosen_placement (self);
  MkAskAround around = { .help = self->help,
                         .name = placement != NULL ? mk_placement_item_get_name (placement) : NULL,
                         .authority = authority_of (self),
                         .readers = (const char *const *) readers,
                         .now = now };

  return mk_ask_state_new (self->draft, &around);
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

static char *
buffer_text (MkAskDialog *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
show_state (MkAskDialog *self)
{
  g_autoptr (MkAskState) state = work_out_state (self);

  gtk_widget_set_visible (self->hotline, state->shows_hotline);
  show_message (self->notice_box, self->notice, state->notice);
  mk_ask_choices_set_card_words (self->choices, state->card);
  gtk_label_set_label (self->readers, state->readers);
  show_message (GTK_WIDGET (self->warning), self->warning, state->warning);
  gtk_label_set_label (self->sends, state->sends);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ask.send",
                                 state->can_send && !self->is_saving);
}

/* The one place that changes what is shown. Setting the rows is no edit. */
static void
refresh (MkAskDialog *self)
{
  const char *text = self->draft->data->description;
  g_autofree char *shown = buffer_text (self);

  self->is_refreshing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (urgencies); i++)
    if (g_str_equal (urgencies[i], self->draft->data->urgency))
      adw_combo_row_set_selected (self->urgency, i);
  mk_ask_choices_show (self->choices, self->draft);
  if (!g_str_equal (shown, text != NULL ? text : ""))
    gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
  show_state (self);
  self->is_refreshing = FALSE;
}

static void
show_trouble (MkAskDialog *self,
              const char  *reason)
{
  adw_banner_set_title (self->trouble, reason);
  adw_banner_set_revealed (self->trouble, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), reason,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* Drafts */

static gboolean
has_text (MkAskDialog *self)
{
  const char *text = self->draft->data->description;

  return text != NULL && *text != '\0';
}

static void
keep_draft (MkAskDialog *self)
{
  MkDraftKeeper *drafts = mk_workplace_get_drafts (self->workplace);
  g_autofree char *text = mk_ask_draft_to_text (self->draft);

  if (has_text (self))
    mk_draft_keeper_keep (drafts, self->key, text);
  else
    mk_draft_keeper_drop (drafts, self->key);
  mk_kept_bar_update (self->kept);
}

static void
edited (MkAskDialog *self)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  mk_ask_draft_fit (self->draft, self->help, today);
  refresh (self);
  keep_draft (self);
}

/* Editing */

static gboolean
is_edit (MkAskDialog *self)
{
  return self->draft != NULL && !self->is_refreshing && !self->is_saving;
}

static void
urgency_edited_cb (MkAskDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->urgency);

  if (is_edit (self) && selected < G_N_ELEMENTS (urgencies) &&
      g_set_str (&self->draft->data->urgency, urgencies[selected]))
    edited (self);
}

static void
choices_edited_cb (MkAskDialog *self)
{
  if (!is_edit (self))
    return;
  mk_ask_choices_apply (self->choices, self->draft);
  edited (self);
}

static void
text_edited_cb (MkAskDialog *self)
{
  g_autofree char *text = buffer_text (self);

  if (is_edit (self) && g_strcmp0 (self->draft->data->description, text) != 0 &&
      (self->draft->data->description != NULL || *text != '\0'))
    {
      g_set_str (&self->draft->data->description, text);
      show_state (self);
      keep_draft (self);
    }
}

/* Sending */

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MkAskDialog) self = MK_ASK_DIALOG (user_data);
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
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, saved->id);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
send_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  MkAskDialog *self = MK_ASK_DIALOG (widget);

  /* What was typed last stands in the store before the saving, which takes the draft away. */
  mk_workplace_flush_drafts (self->workplace);
  self->is_saving = TRUE;
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  adw_banner_set_revealed (self->trouble, FALSE);
  refresh (self);
  mk_workplace_keep_async (self->workplace, &mk_support_request_type, self->draft->id,
                           self->draft->data, self->key, saved_cb, g_object_ref (self));
}

static void
cancel_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

/* The window has one dialog at a time; what is written here is kept. */
static void
hotline_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  MkAskDialog *self = MK_ASK_DIALOG (widget);
  const char *id = self->draft->data->placement_id;
  GtkRoot *window = gtk_widget_get_root (widget);

  adw_dialog_force_close (ADW_DIALOG (self));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.hotline", "s", id != NULL ? id : "");
}

static void
mk_ask_dialog_closed (AdwDialog *dialog)
{
  MkAskDialog *self = MK_ASK_DIALOG (dialog);
  MkDraftKeeper *drafts = mk_workplace_get_drafts (self->workplace);

  if (self->is_saved || mk_draft_keeper_get (drafts, self->key) == NULL)
    return;
  mk_draft_keeper_flush (drafts);
  if (!mk_ask_draft_equal (self->draft, self->opened_with))
    g_signal_emit (self, signals[SIGNAL_KEPT], 0);
}

static void
mk_ask_dialog_dispose (GObject *object)
{
  MkAskDialog *self = MK_ASK_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_ASK_DIALOG);
  g_clear_object (&self->workplace);

  G_OBJECT_CLASS (mk_ask_dialog_parent_class)->dispose (object);
}

static void
mk_ask_dialog_finalize (GObject *object)
{
  MkAskDialog *self = MK_ASK_DIALOG (object);

  mk_help_unref (self->help);
  mk_ask_draft_free (self->draft);
  mk_ask_draft_free (self->opened_with);
  g_free (self->key);

  G_OBJECT_CLASS (mk_ask_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MkAskDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, MkAskDialog, urgency);
  gtk_widget_class_bind_template_child (widget_class, MkAskDialog, hotline);
  gtk_widget_class_bind_template_child (widget_class, MkAskDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, MkAskDialog, notice_box);
  gtk_widget_class_bind_template_child (widget_class, MkAskDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, MkAskDialog, text);
  gtk_widget_class_bind_template_child (widget_class, MkAskDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, MkAskDialog, readers);
  gtk_widget_class_bind_template_child (widget_class, MkAskDialog, warning);
  gtk_widget_class_bind_template_child (widget_class, MkAskDialog, sends);
  gtk_widget_class_bind_template_child (widget_class, MkAskDialog, kept);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, urgency_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, choices_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_edited_cb);
}

static void
mk_ask_dialog_class_init (MkAskDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mk_ask_dialog_dispose;
  object_class->finalize = mk_ask_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = mk_ask_dialog_closed;

  /**
   * MkAskDialog::saved:
   * @self: the dialog
   * @id: UUID of the request
   *
   * The request is durable. The dialog closes next.
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * MkAskDialog::kept:
   *
   * The dialog was closed with words in it that are not sent; the workplace keeps them.
   */
  signals[SIGNAL_KEPT] = g_signal_new ("kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "ask.send", NULL, send_cb);
  gtk_widget_class_install_action (widget_class, "ask.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "ask.hotline", NULL, hotline_cb);
  g_type_ensure (MK_TYPE_ASK_CHOICES);
  g_type_ensure (MK_TYPE_KEPT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-ask-dialog.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

static void
mk_ask_dialog_init (MkAskDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (urgencies); i++)
    gtk_string_list_append (names, mk_urgency_words (urgencies[i]));
  adw_combo_row_set_model (self->urgency, G_LIST_MODEL (names));
}

/**
 * mk_ask_dialog_new:
 * @workplace: saves it
 * @draft: what stands in it at first; copied
 * @key: what its draft is kept under
 *
 * Returns: (transfer floating): a new dialog
 */
MkAskDialog *
mk_ask_dialog_new (MkWorkplace      *workplace,
                   const MkAskDraft *draft,
                   const char       *key)
{
  MkAskDialog *self = g_object_new (MK_TYPE_ASK_DIALOG, NULL);
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  self->workplace = g_object_ref (workplace);
  self->help = mk_help_ref (mk_workplace_get_help (workplace));
  self->key = g_strdup (key);
  mk_ask_choices_set_up (self->choices, workplace, self->help);
  self->draft = mk_ask_draft_copy (draft);
  mk_ask_draft_fit (self->draft, self->help, today);
  self->opened_with = mk_ask_draft_copy (self->draft);
  refresh (self);
  mk_kept_bar_follow (self->kept, mk_workplace_get_drafts (workplace), key);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->text));
  return self;
}

/**
 * mk_ask_dialog_get_draft:
 * @self: a dialog
 *
 * Returns: (transfer none): what stands in it
 */
const MkAskDraft *
mk_ask_dialog_get_draft (MkAskDialog *self)
{
  g_return_val_if_fail (MK_IS_ASK_DIALOG (self), NULL);

  return self->draft;
}

/**
 * mk_ask_dialog_get_key:
 * @self: a dialog
 *
 * Returns: (transfer none): what its draft is kept under
 */
const char *
mk_ask_dialog_get_key (MkAskDialog *self)
{
  g_return_val_if_fail (MK_IS_ASK_DIALOG (self), NULL);

  return self->key;
}
