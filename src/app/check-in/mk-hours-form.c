/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-hours-form.h"

#include "config.h"
#include "widgets/mk-hours-entry.h"

#include <glib/gi18n-lib.h>

/**
 * MkHoursForm:
 *
 * The part of a check-in's form that asks for the hours of the day, and which of them are paid.
 */
struct _MkHoursForm
{
  AdwBin parent_instance;

  AdwActionRow   *hours_row;
  MkHoursEntry   *hours;
  AdwToggleGroup *split;
  GtkWidget      *paid_row;
  MkHoursEntry   *paid;

  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (MkHoursForm, mk_hours_form, ADW_TYPE_BIN)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of MkSplit. */
static const char *const split_names[] = { "unpaid", "paid", "both" };

static MkSplit
chosen_split (MkHoursForm *self)
{
  const char *name = adw_toggle_group_get_active_name (self->split);

  for (guint i = 0; i < G_N_ELEMENTS (split_names); i++)
    if (g_strcmp0 (name, split_names[i]) == 0)
      return (MkSplit) i;
  return MK_SPLIT_UNPAID;
}

static void
edited_cb (MkHoursForm *self)
{
  if (!self->is_showing)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
mk_hours_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_HOURS_FORM);

  G_OBJECT_CLASS (mk_hours_form_parent_class)->dispose (object);
}

static void
mk_hours_form_class_init (MkHoursFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_hours_form_dispose;

  /**
   * MkHoursForm::edited:
   *
   * A person changed something; mk_hours_form_apply() says what.
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MK_TYPE_HOURS_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-hours-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MkHoursForm, hours_row);
  gtk_widget_class_bind_template_child (widget_class, MkHoursForm, hours);
  gtk_widget_class_bind_template_child (widget_class, MkHoursForm, split);
  gtk_widget_class_bind_template_child (widget_class, MkHoursForm, paid_row);
  gtk_widget_class_bind_template_child (widget_class, MkHoursForm, paid);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
}

static void
mk_hours_form_init (MkHoursForm *self)
{
  /* A toggle group chooses its first toggle while the template is built. */
  self->is_showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_showing = FALSE;
  mk_hours_entry_set_label (self->paid, _ ("Hours with wage"));
}

/**
 * mk_hours_form_show:
 * @self: the form
 * @draft: what stands in the check-in
 * @state: what follows from it
 *
 * Shows the hours. What a person is typing stays as it is.
 */
void
mk_hours_form_show (MkHoursForm          *self,
                    const MkCheckInDraft *draft,
                    const MkFormState    *state)
{
  g_return_if_fail (MK_IS_HOURS_FORM (self));

  self->is_showing = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), state->shows_hours);
  if (!draft->is_unreadable)
    mk_hours_entry_set_minutes (self->hours, draft->minutes);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->hours_row), state->hours_title);
  mk_hours_entry_set_label (self->hours, state->hours_title);
  adw_action_row_set_subtitle (self->hours_row, state->hours_hint);
  if (state->hours_are_at_fault)
    gtk_widget_add_css_class (GTK_WIDGET (self->hours_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->hours_row), "error");
  adw_toggle_group_set_active_name (self->split, split_names[draft->split]);
  gtk_widget_set_visible (self->paid_row, state->shows_paid);
  if (mk_hours_entry_get_is_readable (self->paid))
    mk_hours_entry_set_minutes (self->paid, state->paid_minutes);
  self->is_showing = FALSE;
}

/**
 * mk_hours_form_apply:
 * @self: the form
 * @draft: what stood in the check-in before
 *
 * Returns: (transfer full): the draft with the hours that are shown
 */
MkCheckInDraft *
mk_hours_form_apply (MkHoursForm          *self,
                     const MkCheckInDraft *draft)
{
  gint64 minutes = mk_hours_entry_get_minutes (self->hours);
  g_autoptr (MkCheckInDraft) timed = mk_hours_entry_get_is_readable (self->hours)
                                         ? mk_check_in_draft_with_minutes (draft, minutes)
                                         : mk_check_in_draft_with_unreadable (draft);
  g_autoptr (MkCheckInDraft) split = mk_check_in_draft_with_split (timed, chosen_split (self));

  if (split->split != MK_SPLIT_BOTH || draft->split != MK_SPLIT_BOTH ||
      !mk_hours_entry_get_is_readable (self->paid))
    return g_steal_pointer (&split);
  return mk_check_in_draft_with_paid (split, mk_hours_entry_get_minutes (self->paid));
}
