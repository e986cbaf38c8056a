/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "punchcard/mk-help-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_STATEMENT_DIALOG (mk_statement_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MkStatementDialog, mk_statement_dialog, MK, STATEMENT_DIALOG, AdwDialog)

MkStatementDialog *mk_statement_dialog_new (MkHelpItem *card,
                                            const char *company);

G_END_DECLS
