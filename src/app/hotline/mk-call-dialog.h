/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hotline/mk-call-draft.h"
#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_CALL_DIALOG (mk_call_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MkCallDialog, mk_call_dialog, MK, CALL_DIALOG, AdwDialog)

MkCallDialog      *mk_call_dialog_new       (MkWorkplace       *workplace,
                                             const MkCallDraft *draft,
                                             const char        *key);
const MkCallDraft *mk_call_dialog_get_draft (MkCallDialog *self);

G_END_DECLS
