/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/mk-form-dialog.h"
#include "hotline/mk-call-draft.h"

G_BEGIN_DECLS

#define MK_TYPE_CALL_DIALOG (mk_call_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MkCallDialog, mk_call_dialog, MK, CALL_DIALOG, MkFormDialog)

MkCallDialog      *mk_call_dialog_new        (MkWorkplace       *workplace,
                                              const MkCallDraft *draft);
const MkCallDraft *mk_call_dialog_get_draft  (MkCallDialog *self);
gboolean           mk_call_dialog_wants_next (MkCallDialog *self);

G_END_DECLS
