/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

AdwDialog *mk_arrangement_flow_arrange (GtkWidget       *parent,
                                        MkWorkplace     *workplace,
                                        MkPlacementItem *placement);
void       mk_arrangement_flow_name    (AdwToastOverlay *overlay,
                                        MkWorkplace     *workplace,
                                        MkPlacementItem *placement);

G_END_DECLS
