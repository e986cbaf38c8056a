/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-work.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_WORK_ROW (mk_work_row_get_type ())

G_DECLARE_FINAL_TYPE (MkWorkRow, mk_work_row, MK, WORK_ROW, GtkListBoxRow)

GtkWidget *mk_work_row_new (MkWork *work);

G_END_DECLS
