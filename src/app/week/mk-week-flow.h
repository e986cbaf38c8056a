/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

void mk_week_flow_write (AdwToastOverlay *overlay,
                         MkWorkplace     *workplace,
                         MkPlacementItem *placement);

G_END_DECLS
