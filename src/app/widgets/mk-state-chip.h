/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-check-in-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_STATE_CHIP (mk_state_chip_get_type ())

G_DECLARE_FINAL_TYPE (MkStateChip, mk_state_chip, MK, STATE_CHIP, GtkWidget)

void mk_state_chip_set_progress (MkStateChip *self,
                                 MkProgress   progress);

G_END_DECLS
