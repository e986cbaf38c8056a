/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace-reading.h"

G_BEGIN_DECLS

#define MK_TYPE_PLACEMENT_ITEM (mk_placement_item_get_type ())

G_DECLARE_FINAL_TYPE (MkPlacementItem, mk_placement_item, MK, PLACEMENT_ITEM, GObject)

MkPlacementItem     *mk_placement_item_new            (const MkPlacementReading *reading);
void                 mk_placement_item_update         (MkPlacementItem          *self,
                                                       const MkPlacementReading *reading);
const char          *mk_placement_item_get_id         (MkPlacementItem *self);
const char          *mk_placement_item_get_name       (MkPlacementItem *self);
const char          *mk_placement_item_get_job        (MkPlacementItem *self);
const char          *mk_placement_item_get_authority  (MkPlacementItem *self);
const char          *mk_placement_item_get_consultant (MkPlacementItem *self);
const char          *mk_placement_item_get_start      (MkPlacementItem *self);
GListModel          *mk_placement_item_get_today      (MkPlacementItem *self);
const MkCheckInData *mk_placement_item_get_last       (MkPlacementItem *self);
gboolean             mk_placement_item_has_started    (MkPlacementItem *self);

G_END_DECLS
