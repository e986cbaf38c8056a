/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/mk-numbers-sheet.h"
#include "print/mk-paper.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_NUMBERS_DIALOG (mk_numbers_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MkNumbersDialog, mk_numbers_dialog, MK, NUMBERS_DIALOG, AdwDialog)

MkNumbersDialog *mk_numbers_dialog_new (const MkPaperKind *kind,
                                        MkNumbersSheet    *sheet,
                                        const char        *title);

G_END_DECLS
