/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_CHOOSE_DIALOG (mk_choose_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MkChooseDialog, mk_choose_dialog, MK, CHOOSE_DIALOG, AdwDialog)

MkChooseDialog *mk_choose_dialog_new (GListModel *placements);

G_END_DECLS
