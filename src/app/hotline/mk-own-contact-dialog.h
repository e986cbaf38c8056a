/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/mk-own-contact.h"
#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_OWN_CONTACT_DIALOG (mk_own_contact_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MkOwnContactDialog, mk_own_contact_dialog, MK, OWN_CONTACT_DIALOG, AdwDialog)

MkOwnContactDialog *mk_own_contact_dialog_new (MkWorkplace            *workplace,
                                               const char             *id,
                                               const MkOwnContactData *data);

G_END_DECLS
