/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "placement/mk-timeline.h"
#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_PLACEMENT_HEAD (mk_placement_head_get_type ())

G_DECLARE_FINAL_TYPE (MkPlacementHead, mk_placement_head, MK, PLACEMENT_HEAD, GtkBox)

MkPlacementHead *mk_placement_head_new      (MkWorkplace     *workplace,
                                             MkPlacementItem *placement,
                                             MkTimeline      *timeline);
void             mk_placement_head_show_all (MkPlacementHead *self);

G_END_DECLS
