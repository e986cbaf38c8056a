/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/mk-form-dialog.h"
#include "hotline/mk-hotline-line.h"
#include "records/mk-own-contact.h"

G_BEGIN_DECLS

#define MK_TYPE_OWN_CONTACT_DIALOG (mk_own_contact_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MkOwnContactDialog, mk_own_contact_dialog, MK, OWN_CONTACT_DIALOG,
                      MkFormDialog)

MkOwnContactDialog *mk_own_contact_dialog_new (MkWorkplace            *workplace,
                                               const MkHotlineLine    *saved,
                                               const MkOwnContactData *data,
                                               const char             *key);

G_END_DECLS
