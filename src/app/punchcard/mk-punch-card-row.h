/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "punchcard/mk-help-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_PUNCH_CARD_ROW (mk_punch_card_row_get_type ())

G_DECLARE_FINAL_TYPE (MkPunchCardRow, mk_punch_card_row, MK, PUNCH_CARD_ROW, GtkListBoxRow)

MkPunchCardRow *mk_punch_card_row_new (MkHelpItem *item);

G_END_DECLS
