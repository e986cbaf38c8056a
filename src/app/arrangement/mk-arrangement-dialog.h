/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_ARRANGEMENT_DIALOG (mk_arrangement_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MkArrangementDialog, mk_arrangement_dialog, MK, ARRANGEMENT_DIALOG, AdwDialog)

MkArrangementDialog *mk_arrangement_dialog_new (MkWorkplace     *workplace,
                                                MkPlacementItem *placement);

G_END_DECLS
