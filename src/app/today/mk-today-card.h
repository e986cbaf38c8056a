/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-placement-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_TODAY_CARD (mk_today_card_get_type ())

G_DECLARE_FINAL_TYPE (MkTodayCard, mk_today_card, MK, TODAY_CARD, GtkListBoxRow)

MkTodayCard     *mk_today_card_new           (MkPlacementItem *placement);
MkPlacementItem *mk_today_card_get_placement (MkTodayCard *self);

G_END_DECLS
