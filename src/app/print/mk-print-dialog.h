/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_PRINT_DIALOG (mk_print_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MkPrintDialog, mk_print_dialog, MK, PRINT_DIALOG, AdwDialog)

MkPrintDialog *mk_print_dialog_new (MkWorkplace     *workplace,
                                    MkPlacementItem *placement);

G_END_DECLS
