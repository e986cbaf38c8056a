/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "training/mk-learning.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_MODULE_ROW (mk_module_row_get_type ())

G_DECLARE_FINAL_TYPE (MkModuleRow, mk_module_row, MK, MODULE_ROW, AdwActionRow)

MkModuleRow *mk_module_row_new (MkLearning *learning,
                                guint       module);

G_END_DECLS
