/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-ledger.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_HOLES (mk_holes_get_type ())

G_DECLARE_FINAL_TYPE (MkHoles, mk_holes, MK, HOLES, GtkWidget)

void mk_holes_set_balance (MkHoles         *self,
                           const MkBalance *balance);

G_END_DECLS
