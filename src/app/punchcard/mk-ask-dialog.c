/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "punchcard/mk-ask-dialog.h"

#include "config.h"
#include "mk-clock.h"
#include "punchcard/mk-ask-choices.h"
#include "punchcard/mk-ask-state.h"
#include "punchcard/mk-help-words.h"
#include "widgets/mk-message.h"
#include "widgets/mk-text-buffer.h"

#include <glib/gi18n-lib.h>

/**
 * MkAskDialog:
 *
 * The form that asks for help. What stands in it is a draft; each edit changes it.
 */
struct _MkAskDialog
{
  MkFormDialog parent_instance;

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

  MkHelp     *help;
  MkAskDraft *draft;
};

G_DEFINE_FINAL_TYPE (MkAskDialog, mk_ask_dialog, MK_TYPE_FORM_DIALOG)

static const char *const urgencies[] = { MK_URGENCY_NOW, MK_URGENCY_SOON, MK_URGENCY_CAN_WAIT };

/* Showing */

static MkPlacementItem *
chosen_placement (MkAskDialog *self)
{
  const char *id = self->draft->data->placement_id;

  return id != NULL
             ? mk_workplace_find_placement (mk_form_dialog_get_workplace (MK_FORM_DIALOG (self)),
                                            id)
             : NULL;
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
  MkWorkplace *workplace = mk_form_dialog_get_workplace (MK_FORM_DIALOG (self));
  const char *author = mk_workplace_get_author (workplace);
  g_auto (GStrv) readers = mk_workplace_dup_readers (workplace, author);
  g_autoptr (GDateTime) now = mk_clock_now ();
  MkPlacementItem *placement = chosen_placement (self);
  MkAskAround around = { .help = self->help,
                         .name = placement != NULL ? mk_placement_item_get_name (placement) : NULL,
                         .authority = authority_of (self),
                         .readers = (const char *const *) readers,
                         .now = now };

  return mk_ask_state_new (self->draft, &around);
}

static void
show_state (MkAskDialog *self)
{
  g_autoptr (MkAskState) state = work_out_state (self);

  gtk_widget_set_visible (self->hotline, state->shows_hotline);
  mk_message_show (self->notice_box, self->notice, state->notice);
  mk_ask_choices_set_card_words (self->choices, state->card);
  gtk_label_set_label (self->readers, state->readers);
  mk_message_show (GTK_WIDGET (self->warning), self->warning, state->warning);
  gtk_label_set_label (self->sends, state->sends);
  mk_form_dialog_set_can_save (MK_FORM_DIALOG (self), state->can_send);
}

static void
mk_ask_dialog_refresh (MkFormDialog *form)
{
  MkAskDialog *self = MK_ASK_DIALOG (form);

  for (guint i = 0; i < G_N_ELEMENTS (urgencies); i++)
    if (g_str_equal (urgencies[i], self->draft->data->urgency))
      adw_combo_row_set_selected (self->urgency, i);
  mk_ask_choices_show (self->choices, self->draft);
  mk_text_buffer_set_text (self->buffer, self->draft->data->description);
  show_state (self);
}

/* Editing */

static gboolean
is_edit (MkAskDialog *self)
{
  return mk_form_dialog_is_edit (MK_FORM_DIALOG (self));
}

static void
edited (MkAskDialog *self)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  mk_ask_draft_fit (self->draft, self->help, today);
  mk_form_dialog_edited (MK_FORM_DIALOG (self));
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
  g_autofree char *text = mk_text_buffer_dup_text (self->buffer);

  if (!is_edit (self) || !g_set_str (&self->draft->data->description, *text != '\0' ? text : NULL))
    return;
  show_state (self);
  mk_form_dialog_keep (MK_FORM_DIALOG (self));
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

/* MkFormDialog */

static gboolean
mk_ask_dialog_has_words (MkFormDialog *form)
{
  const char *text = MK_ASK_DIALOG (form)->draft->data->description;

  return text != NULL && *text != '\0';
}

static char *
mk_ask_dialog_dup_draft (MkFormDialog *form)
{
  return mk_ask_draft_to_text (MK_ASK_DIALOG (form)->draft);
}

static gpointer
mk_ask_dialog_dup_content (MkFormDialog *form)
{
  return mk_shape_copy (mk_support_request_type.shape, MK_ASK_DIALOG (form)->draft->data);
}

static void
mk_ask_dialog_finalize (GObject *object)
{
  MkAskDialog *self = MK_ASK_DIALOG (object);

  mk_help_unref (self->help);
  mk_ask_draft_free (self->draft);

  G_OBJECT_CLASS (mk_ask_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
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
  MkFormDialogClass *form_class = MK_FORM_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mk_ask_dialog_finalize;
  form_class->refresh = mk_ask_dialog_refresh;
  form_class->has_words = mk_ask_dialog_has_words;
  form_class->dup_draft = mk_ask_dialog_dup_draft;
  form_class->dup_content = mk_ask_dialog_dup_content;

  gtk_widget_class_install_action (widget_class, "ask.hotline", NULL, hotline_cb);
  g_type_ensure (MK_TYPE_ASK_CHOICES);
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
  MkFormSubject subject = { .type = &mk_support_request_type,
                            .id = draft->id,
                            .key = key,
                            .action = draft->id != NULL ? "win.correct-help" : "win.ask-help",
                            .parameter = g_variant_new_string (mk_ask_draft_key_subject (key)),
                            .saved = _ ("Ready to be sent") };

  self->help = mk_help_ref (mk_workplace_get_help (workplace));
  mk_ask_choices_set_up (self->choices, workplace, self->help);
  self->draft = mk_ask_draft_copy (draft);
  mk_ask_draft_fit (self->draft, self->help, today);
  mk_form_dialog_begin (MK_FORM_DIALOG (self), workplace, &subject);
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
