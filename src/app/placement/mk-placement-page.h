/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_PLACEMENT_PAGE (mk_placement_page_get_type ())

G_DECLARE_FINAL_TYPE (MkPlacementPage, mk_placement_page, MK, PLACEMENT_PAGE, AdwNavigationPage)

MkPlacementPage *mk_placement_page_new           (MkWorkplace     *workplace,
                                                  MkPlacementItem *placement);
MkPlacementItem *mk_placement_page_get_placement (MkPlacementPage *self);
void             mk_placement_page_show_record   (MkPlacementPage *self,
                                                  gint64           key);

G_END_DECLS
