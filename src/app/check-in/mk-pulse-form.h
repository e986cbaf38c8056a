/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check-in/mk-form-state.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_PULSE_FORM (mk_pulse_form_get_type ())

G_DECLARE_FINAL_TYPE (MkPulseForm, mk_pulse_form, MK, PULSE_FORM, GtkBox)

void    mk_pulse_form_show (MkPulseForm          *self,
                            const MkCheckInDraft *draft,
                            const MkFormState    *state);
MkPulse mk_pulse_form_get  (MkPulseForm *self);

G_END_DECLS
