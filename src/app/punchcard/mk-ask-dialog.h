/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/mk-form-dialog.h"
#include "punchcard/mk-ask-draft.h"

G_BEGIN_DECLS

#define MK_TYPE_ASK_DIALOG (mk_ask_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MkAskDialog, mk_ask_dialog, MK, ASK_DIALOG, MkFormDialog)

MkAskDialog      *mk_ask_dialog_new       (MkWorkplace      *workplace,
                                           const MkAskDraft *draft,
                                           const char       *key);
const MkAskDraft *mk_ask_dialog_get_draft (MkAskDialog *self);

G_END_DECLS
