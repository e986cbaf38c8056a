/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check-in/mk-check-in-draft.h"
#include "form/mk-form-dialog.h"

G_BEGIN_DECLS

#define MK_TYPE_CHECK_IN_DIALOG (mk_check_in_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MkCheckInDialog, mk_check_in_dialog, MK, CHECK_IN_DIALOG, MkFormDialog)

MkCheckInDialog      *mk_check_in_dialog_new       (MkWorkplace          *workplace,
                                                    MkPlacementItem      *placement,
                                                    const MkCheckInDraft *draft);
const MkCheckInDraft *mk_check_in_dialog_get_draft (MkCheckInDialog *self);

G_END_DECLS
