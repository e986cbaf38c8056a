/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_SHORTCUTS_DIALOG (mk_shortcuts_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MkShortcutsDialog, mk_shortcuts_dialog, MK, SHORTCUTS_DIALOG, AdwDialog)

MkShortcutsDialog *mk_shortcuts_dialog_new (void);

G_END_DECLS
