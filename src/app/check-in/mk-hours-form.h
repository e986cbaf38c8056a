/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check-in/mk-form-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_HOURS_FORM (mk_hours_form_get_type ())

G_DECLARE_FINAL_TYPE (MkHoursForm, mk_hours_form, MK, HOURS_FORM, AdwBin)

void            mk_hours_form_show  (MkHoursForm          *self,
                                     const MkCheckInDraft *draft,
                                     const MkFormState    *state);
MkCheckInDraft *mk_hours_form_apply (MkHoursForm          *self,
                                     const MkCheckInDraft *draft);

G_END_DECLS
