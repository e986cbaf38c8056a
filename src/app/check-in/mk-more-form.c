/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-more-form.h"

#include "check-in/mk-check-in-edits.h"
#include "check-in/mk-pulse-form.h"
#include "config.h"
#include "widgets/mk-hours-row.h"
#include "widgets/mk-narrow.h"

#include <glib/gi18n-lib.h>

/**
 * MkMoreForm:
 *
 * The part of a check-in's form that most days do without: which hours are paid, further texts, the
 * candidate's own answers, and how things stand with the team.
 */
struct _MkMoreForm
{
  AdwBin parent_instance;

  AdwExpanderRow *expander;
  GtkWidget      *split_row;
  AdwToggleGroup *split;
  MkHoursRow     *paid_row;
  GBinding       *narrow; /* of the split's direction, or NULL */
  AdwEntryRow    *next_step;
  GtkWidget      *next_step_row;
  GtkLabel       *next_step_warning;
  AdwEntryRow    *difficult;
  GtkWidget      *difficult_row;
  GtkLabel       *difficult_warning;
  GtkLabel       *readers;
  MkPulseForm    *pulse;
  AdwComboRow    *breaks;
  AdwComboRow    *path;
  AdwSwitchRow   *sends_path;

  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (MkMoreForm, mk_more_form, ADW_TYPE_BIN)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of MkSplit. */
static const char *const split_names[] = { "unpaid", "paid", "both" };

/* In the order of their rows. */
static const int break_answers[] = { MK_ABSENT, TRUE, FALSE };
static const char *const paths[] = { NULL, MK_PATH_INWARD, MK_PATH_PERIPHERAL,
                                     MK_PATH_ON_THE_WAY_OUT };

static MkSplit
chosen_split (MkMoreForm *self)
{
  const char *name = adw_toggle_group_get_active_name (self->split);

  for (guint i = 0; i < G_N_ELEMENTS (split_names); i++)
    if (g_strcmp0 (name, split_names[i]) == 0)
      return (MkSplit) i;
  return MK_SPLIT_UNPAID;
}

static void
edited_cb (MkMoreForm *self)
{
  if (!self->is_showing)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
mk_more_form_root (GtkWidget *widget)
{
  MkMoreForm *self = MK_MORE_FORM (widget);

  GTK_WIDGET_CLASS (mk_more_form_parent_class)->root (widget);
  self->narrow = mk_narrow_bind_direction (widget, GTK_WIDGET (self->split));
}

static void
mk_more_form_unroot (GtkWidget *widget)
{
  g_clear_pointer (&MK_MORE_FORM (widget)->narrow, g_binding_unbind);
  GTK_WIDGET_CLASS (mk_more_form_parent_class)->unroot (widget);
}

static void
mk_more_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_MORE_FORM);

  G_OBJECT_CLASS (mk_more_form_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MkMoreForm, expander);
  gtk_widget_class_bind_template_child (widget_class, MkMoreForm, split_row);
  gtk_widget_class_bind_template_child (widget_class, MkMoreForm, split);
  gtk_widget_class_bind_template_child (widget_class, MkMoreForm, paid_row);
  gtk_widget_class_bind_template_child (widget_class, MkMoreForm, next_step);
  gtk_widget_class_bind_template_child (widget_class, MkMoreForm, next_step_row);
  gtk_widget_class_bind_template_child (widget_class, MkMoreForm, next_step_warning);
  gtk_widget_class_bind_template_child (widget_class, MkMoreForm, difficult);
  gtk_widget_class_bind_template_child (widget_class, MkMoreForm, difficult_row);
  gtk_widget_class_bind_template_child (widget_class, MkMoreForm, difficult_warning);
  gtk_widget_class_bind_template_child (widget_class, MkMoreForm, readers);
  gtk_widget_class_bind_template_child (widget_class, MkMoreForm, pulse);
  gtk_widget_class_bind_template_child (widget_class, MkMoreForm, breaks);
  gtk_widget_class_bind_template_child (widget_class, MkMoreForm, path);
  gtk_widget_class_bind_template_child (widget_class, MkMoreForm, sends_path);
}

static void
mk_more_form_class_init (MkMoreFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_more_form_dispose;
  widget_class->root = mk_more_form_root;
  widget_class->unroot = mk_more_form_unroot;

  /**
   * MkMoreForm::edited:
   *
   * A person changed something; mk_more_form_apply() says what.
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MK_TYPE_HOURS_ROW);
  g_type_ensure (MK_TYPE_PULSE_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-more-form.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
}

static void
mk_more_form_init (MkMoreForm *self)
{
  /* A toggle group chooses its first toggle while the template is built. */
  self->is_showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_showing = FALSE;
}

static void
show_paid (MkMoreForm           *self,
           const MkCheckInDraft *draft,
           const MkFormState    *state)
{
  gtk_widget_set_visible (self->split_row, state->shows_hours);
  adw_toggle_group_set_active_name (self->split, split_names[draft->split]);
  gtk_widget_set_visible (GTK_WIDGET (self->paid_row), state->shows_paid);
  if (draft->paid_fault == MK_FORMAT_GOOD)
    mk_hours_entry_set_minutes (mk_hours_row_get_entry (self->paid_row), state->paid_minutes);
  mk_hours_row_set_hint (self->paid_row, state->paid_fault != NULL ? state->paid_fault : "",
                         state->paid_fault != NULL);
}

static void
show_line (AdwEntryRow *row,
           const char  *text,
           GtkWidget   *warning_row,
           GtkLabel    *label,
           const char  *warning)
{
  const char *shown = gtk_editable_get_text (GTK_EDITABLE (row));

  if (!g_str_equal (shown, text != NULL ? text : ""))
    gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  gtk_label_set_label (label, warning != NULL ? warning : "");
  gtk_widget_set_visible (warning_row, warning != NULL);
}

static void
show_team (MkMoreForm           *self,
           const MkCheckInDraft *draft,
           const MkFormState    *state)
{
  guint path = 0, breaks = 0;

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    if (g_strcmp0 (paths[i], draft->data->path) == 0)
      path = i;
  for (guint i = 0; i < G_N_ELEMENTS (break_answers); i++)
    if (break_answers[i] == draft->data->breaks_with_colleagues)
      breaks = i;
  adw_combo_row_set_selected (self->breaks, breaks);
  adw_combo_row_set_selected (self->path, path);
  gtk_widget_set_visible (GTK_WIDGET (self->sends_path), state->asks_to_send_path);
  adw_switch_row_set_active (self->sends_path, draft->sends_path);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->sends_path), state->path_readers);
}

/**
 * mk_more_form_show:
 * @self: the form
 * @draft: what stands in the check-in
 * @state: what follows from it
 *
 * Shows all of it, and opens where something in it hinders saving. What a person is typing stays as
 * it is.
 */
void
mk_more_form_show (MkMoreForm           *self,
                   const MkCheckInDraft *draft,
                   const MkFormState    *state)
{
  g_return_if_fail (MK_IS_MORE_FORM (self));

  self->is_showing = TRUE;
  show_paid (self, draft, state);
  show_line (self->next_step, draft->data->next_step, self->next_step_row, self->next_step_warning,
             state->next_step_warning);
  show_line (self->difficult, draft->data->difficult, self->difficult_row, self->difficult_warning,
             state->difficult_warning);
  gtk_label_set_label (self->readers, state->readers);
  mk_pulse_form_show (self->pulse, draft, state);
  show_team (self, draft, state);
  if (state->paid_fault != NULL || state->pulse_fault != NULL)
    adw_expander_row_set_expanded (self->expander, TRUE);
  self->is_showing = FALSE;
}

static MkCheckInDraft *
apply_paid (MkMoreForm           *self,
            const MkCheckInDraft *draft)
{
  g_autoptr (MkCheckInDraft) split = mk_check_in_draft_with_split (draft, chosen_split (self));
  MkFormat fault = mk_hours_entry_get_fault (mk_hours_row_get_entry (self->paid_row));

  if (split->split != MK_SPLIT_BOTH || draft->split != MK_SPLIT_BOTH)
    return mk_check_in_draft_with_paid_fault (split, MK_FORMAT_GOOD);
  if (fault != MK_FORMAT_GOOD)
    return mk_check_in_draft_with_paid_fault (split, fault);
  return mk_check_in_draft_with_paid (split, mk_hours_entry_get_minutes (
                                                 mk_hours_row_get_entry (self->paid_row)));
}

static MkCheckInDraft *
apply_texts (MkMoreForm           *self,
             const MkCheckInDraft *draft)
{
  g_autoptr (MkCheckInDraft) next =
      mk_check_in_draft_with_next_step (draft,
                                        gtk_editable_get_text (GTK_EDITABLE (self->next_step)));

  return mk_check_in_draft_with_difficult (next,
                                           gtk_editable_get_text (GTK_EDITABLE (self->difficult)));
}

static MkCheckInDraft *
apply_team (MkMoreForm           *self,
            const MkCheckInDraft *draft)
{
  guint path = adw_combo_row_get_selected (self->path);
  guint breaks = adw_combo_row_get_selected (self->breaks);
  gboolean sends_path = path > 0 && adw_switch_row_get_active (self->sends_path);
  g_autoptr (MkCheckInDraft) with_breaks =
      mk_check_in_draft_with_breaks (draft, break_answers[breaks % G_N_ELEMENTS (break_answers)]);
  g_autoptr (MkCheckInDraft) with_path =
      mk_check_in_draft_with_path (with_breaks, paths[path % G_N_ELEMENTS (paths)]);

  return mk_check_in_draft_with_sends_path (with_path, sends_path);
}

/**
 * mk_more_form_apply:
 * @self: the form
 * @draft: what stood in the check-in before
 *
 * Returns: (transfer full): the draft with what is shown here
 */
MkCheckInDraft *
mk_more_form_apply (MkMoreForm           *self,
                    const MkCheckInDraft *draft)
{
  g_autoptr (MkCheckInDraft) paid = apply_paid (self, draft);
  g_autoptr (MkCheckInDraft) texts = apply_texts (self, paid);
  g_autoptr (MkCheckInDraft) team = apply_team (self, texts);
  MkPulse pulse = mk_pulse_form_get (self->pulse);

  return mk_check_in_draft_with_pulse (team, &pulse);
}
