/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-hours-form.h"

#include "check-in/mk-check-in-edits.h"
#include "config.h"
#include "widgets/mk-hours-row.h"

/**
 * MkHoursForm:
 *
 * The part of a check-in's form that asks for the hours of the day.
 */
struct _MkHoursForm
{
  AdwBin parent_instance;

  MkHoursRow *row;
};

G_DEFINE_FINAL_TYPE (MkHoursForm, mk_hours_form, ADW_TYPE_BIN)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
edited_cb (MkHoursForm *self)
{
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

  g_type_ensure (MK_TYPE_HOURS_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-hours-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MkHoursForm, row);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
}

static void
mk_hours_form_init (MkHoursForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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

  gtk_widget_set_visible (GTK_WIDGET (self), state->shows_hours);
  if (draft->hours_fault == MK_FORMAT_GOOD)
    mk_hours_entry_set_minutes (mk_hours_row_get_entry (self->row), draft->minutes);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), state->hours_title);
  mk_hours_row_set_hint (self->row, state->hours_hint, state->hours_are_at_fault);
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
  MkHoursEntry *hours = mk_hours_row_get_entry (self->row);
  MkFormat fault = mk_hours_entry_get_fault (hours);

  if (fault != MK_FORMAT_GOOD)
    return mk_check_in_draft_with_hours_fault (draft, fault);
  return mk_check_in_draft_with_minutes (draft, mk_hours_entry_get_minutes (hours));
}
