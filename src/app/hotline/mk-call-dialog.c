/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hotline/mk-call-dialog.h"

#include "check-in/mk-author-popover.h"
#include "check-in/mk-moment-popover.h"
#include "config.h"
#include "form/mk-form-author.h"
#include "hotline/mk-calling.h"
#include "mk-clock.h"
#include "mk-date-text.h"
#include "mk-isolate.h"
#include "mk-telephone.h"
#include "widgets/mk-date-row.h"
#include "widgets/mk-text-buffer.h"
#include "workplace/mk-choice.h"

#include <glib/gi18n-lib.h>

#define N_OUTCOMES 4

/**
 * MkCallDialog:
 *
 * The form that notes a call. What stands in it is a draft; each edit changes it.
 */
struct _MkCallDialog
{
  MkFormDialog parent_instance;

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

  MkCallDraft *draft;
  GPtrArray   *placement_ids; /* of the rows; the first is "" */
  gboolean     wants_next;
};

G_DEFINE_FINAL_TYPE (MkCallDialog, mk_call_dialog, MK_TYPE_FORM_DIALOG)

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
  return mk_hotline_find_next (mk_workplace_get_hotline (
                                   mk_form_dialog_get_workplace (MK_FORM_DIALOG (self))),
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
      g_autofree char *name = mk_isolate_printf (_ ("Call next: %s"), line->name);
      g_autofree char *number = mk_telephone_format (line->telephone);
      g_autofree char *told = mk_isolate_printf ("%s, %s", name, number);

      gtk_label_set_label (self->next_name, name);
      gtk_label_set_label (self->next_number, number);
      if (!was_shown)
        gtk_accessible_announce (GTK_ACCESSIBLE (self->next), told,
                                 GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "call.save-next",
                                 line != NULL &&
                                     mk_form_dialog_get_can_save (MK_FORM_DIALOG (self)));
}

static void
show_when (MkCallDialog *self)
{
  g_autoptr (GDateTime) moment = mk_date_text_read (self->draft->data->moment);
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *day = moment != NULL ? mk_date_text_relative (moment, now) : NULL;
  g_autofree char *time = moment != NULL ? mk_date_text_time (moment) : NULL;
  g_autofree char *words = day != NULL ? mk_isolate_printf ("%s %s", day, time) : g_strdup ("");
  g_autofree char *capital = mk_date_text_capitalize (words);

  adw_action_row_set_subtitle (self->when, capital);
  mk_moment_popover_set_moment (self->moment, self->draft->data->moment);
}

static void
mk_call_dialog_refresh (MkFormDialog *form)
{
  MkCallDialog *self = MK_CALL_DIALOG (form);
  const MkCallData *data = self->draft->data;

  for (guint i = 0; i < N_OUTCOMES; i++)
    gtk_check_button_set_active (self->outcomes[i], g_strcmp0 (data->outcome, values[i]) == 0);
  adw_action_row_set_subtitle (self->author, data->author);
  show_when (self);
  mk_choice_select (self->placement, self->placement_ids, data->placement_id);
  mk_date_row_set_day (self->follow_up, data->follow_up_date);
  mk_text_buffer_set_text (self->buffer, data->note);
  mk_form_dialog_set_can_save (form, mk_call_draft_can_save (self->draft));
  /* Whatever was wanted with it, it is not being saved. */
  if (mk_form_dialog_get_can_save (form))
    self->wants_next = FALSE;
  show_next (self);
}

/* Editing */

static gboolean
is_edit (MkCallDialog *self)
{
  return mk_form_dialog_is_edit (MK_FORM_DIALOG (self));
}

static void
edited (MkCallDialog *self)
{
  mk_form_dialog_edited (MK_FORM_DIALOG (self));
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

static void
author_chosen_cb (MkCallDialog *self,
                  const char   *name)
{
  if (mk_form_author_choose (MK_FORM_DIALOG (self), name) &&
      g_set_str (&self->draft->data->author, name))
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
  g_autofree char *text = mk_text_buffer_dup_text (self->buffer);

  if (is_edit (self) && g_set_str (&self->draft->data->note, *text != '\0' ? text : NULL))
    edited (self);
}

static void
call_next_cb (MkCallDialog *self)
{
  const MkHotlineLine *line = find_next (self);

  if (line != NULL)
    mk_calling_call (GTK_WIDGET (self), line->telephone);
}

static void
save_next_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  MK_CALL_DIALOG (widget)->wants_next = TRUE;
  mk_form_dialog_save (MK_FORM_DIALOG (widget));
}

/* MkFormDialog */

static char *
mk_call_dialog_dup_draft (MkFormDialog *form)
{
  return mk_call_draft_to_text (MK_CALL_DIALOG (form)->draft);
}

static gpointer
mk_call_dialog_dup_content (MkFormDialog *form)
{
  return mk_shape_copy (mk_call_type.shape, MK_CALL_DIALOG (form)->draft->data);
}

static void
mk_call_dialog_finalize (GObject *object)
{
  MkCallDialog *self = MK_CALL_DIALOG (object);

  mk_call_draft_free (self->draft);
  g_ptr_array_unref (self->placement_ids);

  G_OBJECT_CLASS (mk_call_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
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
  MkFormDialogClass *form_class = MK_FORM_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mk_call_dialog_finalize;
  form_class->refresh = mk_call_dialog_refresh;
  form_class->dup_draft = mk_call_dialog_dup_draft;
  form_class->dup_content = mk_call_dialog_dup_content;

  g_type_ensure (MK_TYPE_AUTHOR_POPOVER);
  g_type_ensure (MK_TYPE_DATE_ROW);
  g_type_ensure (MK_TYPE_MOMENT_POPOVER);
  gtk_widget_class_install_action (widget_class, "call.save-next", NULL, save_next_cb);
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
show_called (MkCallDialog *self,
             MkWorkplace  *workplace)
{
  const MkCallData *data = self->draft->data;
  g_autofree char *number = data->telephone != NULL ? mk_telephone_format (data->telephone) : NULL;
  g_auto (GStrv) authors = mk_workplace_dup_authors (workplace);

  gtk_label_set_label (self->who, data->contact_name);
  gtk_label_set_label (self->number, number != NULL ? number : "");
  gtk_widget_set_visible (GTK_WIDGET (self->number), number != NULL);
  mk_author_popover_set_names (self->authors, (const char *const *) authors);
}

/**
 * mk_call_dialog_new:
 * @workplace: saves it
 * @draft: what stands in it at first; copied
 *
 * Returns: (transfer floating): a new dialog
 */
MkCallDialog *
mk_call_dialog_new (MkWorkplace       *workplace,
                    const MkCallDraft *draft)
{
  MkCallDialog *self = g_object_new (MK_TYPE_CALL_DIALOG, NULL);
  g_autofree char *key = mk_call_draft_dup_key (draft);
  MkFormSubject subject = { .type = &mk_call_type,
                            .id = draft->id,
                            .key = key,
                            .saved = _ ("The call is noted") };

  subject.action = draft->id != NULL ? "win.open-call" : "win.note-call";
  subject.parameter =
      draft->id != NULL
          ? g_variant_new_string (draft->id)
          : g_variant_new ("(ss)", draft->line_key,
                           draft->data->placement_id != NULL ? draft->data->placement_id : "");
  mk_choice_fill_placements (self->placement, mk_workplace_get_placements (workplace),
                             _ ("Nobody in particular"), self->placement_ids);
  self->draft = mk_call_draft_copy (draft);
  show_called (self, workplace);
  mk_form_dialog_begin (MK_FORM_DIALOG (self), workplace, &subject);
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

/**
 * mk_call_dialog_wants_next:
 * @self: a dialog
 *
 * Returns: whether the call is noted, and the next in line is called now
 */
gboolean
mk_call_dialog_wants_next (MkCallDialog *self)
{
  g_return_val_if_fail (MK_IS_CALL_DIALOG (self), FALSE);

  return self->wants_next && mk_form_dialog_get_is_saved (MK_FORM_DIALOG (self));
}
