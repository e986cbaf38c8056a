/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backup/mk-backups.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_PREFERENCES_DIALOG (mk_preferences_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MkPreferencesDialog, mk_preferences_dialog, MK, PREFERENCES_DIALOG,
                      AdwPreferencesDialog)

MkPreferencesDialog *mk_preferences_dialog_new (MkWorkplace *workplace,
                                                MkBackups   *backups);

G_END_DECLS
