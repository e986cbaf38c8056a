/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-paper.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_PAPER_DIALOG (mk_paper_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MkPaperDialog, mk_paper_dialog, MK, PAPER_DIALOG, AdwDialog)

MkPaperDialog *mk_paper_dialog_new (const MkPaperKind *kind,
                                    gpointer           content,
                                    const char        *title);

G_END_DECLS
