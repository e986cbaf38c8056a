/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check-in/mk-form-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_MORE_FORM (mk_more_form_get_type ())

G_DECLARE_FINAL_TYPE (MkMoreForm, mk_more_form, MK, MORE_FORM, AdwBin)

void            mk_more_form_show  (MkMoreForm           *self,
                                    const MkCheckInDraft *draft,
                                    const MkFormState    *state);
MkCheckInDraft *mk_more_form_apply (MkMoreForm           *self,
                                    const MkCheckInDraft *draft);

G_END_DECLS
