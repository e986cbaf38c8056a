/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-pulse-form.h"

#include "config.h"
#include "widgets/mk-scale.h"

/**
 * MkPulseForm:
 *
 * The three sentences that the candidate answers, with nothing chosen beforehand.
 */
struct _MkPulseForm
{
  GtkBox parent_instance;

  GtkLabel  *title;
  GtkLabel  *hint;
  GtkWidget *questions;
  MkScale   *autonomy;
  MkScale   *competence;
  MkScale   *belonging;
  GtkLabel  *fault;
};

G_DEFINE_FINAL_TYPE (MkPulseForm, mk_pulse_form, GTK_TYPE_BOX)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
edited_cb (MkPulseForm *self)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
mk_pulse_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_PULSE_FORM);

  G_OBJECT_CLASS (mk_pulse_form_parent_class)->dispose (object);
}

static void
mk_pulse_form_class_init (MkPulseFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_pulse_form_dispose;

  /**
   * MkPulseForm::edited:
   *
   * The candidate gave another answer; mk_pulse_form_get() says which.
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MK_TYPE_SCALE);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-pulse-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MkPulseForm, title);
  gtk_widget_class_bind_template_child (widget_class, MkPulseForm, hint);
  gtk_widget_class_bind_template_child (widget_class, MkPulseForm, questions);
  gtk_widget_class_bind_template_child (widget_class, MkPulseForm, autonomy);
  gtk_widget_class_bind_template_child (widget_class, MkPulseForm, competence);
  gtk_widget_class_bind_template_child (widget_class, MkPulseForm, belonging);
  gtk_widget_class_bind_template_child (widget_class, MkPulseForm, fault);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
}

static void
mk_pulse_form_init (MkPulseForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_pulse_form_show:
 * @self: the form
 * @draft: what stands in the check-in
 * @state: what follows from it
 */
void
mk_pulse_form_show (MkPulseForm          *self,
                    const MkCheckInDraft *draft,
                    const MkFormState    *state)
{
  const MkPulse none = { MK_ABSENT, MK_ABSENT, MK_ABSENT };
  const MkPulse *pulse = draft->data->pulse != NULL ? draft->data->pulse : &none;

  g_return_if_fail (MK_IS_PULSE_FORM (self));

  gtk_label_set_label (self->title, state->pulse_title);
  gtk_label_set_label (self->hint, state->pulse_hint);
  gtk_widget_set_visible (self->questions, state->asks_pulse);
  mk_scale_set_score (self->autonomy, pulse->autonomy);
  mk_scale_set_score (self->competence, pulse->competence);
  mk_scale_set_score (self->belonging, pulse->belonging);
  gtk_label_set_label (self->fault, state->pulse_fault != NULL ? state->pulse_fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), state->pulse_fault != NULL);
}

/**
 * mk_pulse_form_get:
 * @self: the form
 *
 * Returns: the answers, each 1 to 5 or %MK_ABSENT
 */
MkPulse
mk_pulse_form_get (MkPulseForm *self)
{
  return (MkPulse) { mk_scale_get_score (self->autonomy), mk_scale_get_score (self->competence),
                     mk_scale_get_score (self->belonging) };
}
