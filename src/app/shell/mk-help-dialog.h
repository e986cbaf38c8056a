/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_HELP_DIALOG (mk_help_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MkHelpDialog, mk_help_dialog, MK, HELP_DIALOG, AdwDialog)

MkHelpDialog *mk_help_dialog_new (void);

G_END_DECLS
