/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

void mk_meeting_flow_write  (AdwToastOverlay *overlay,
                             MkWorkplace     *workplace,
                             const char      *id);
void mk_meeting_flow_delete (AdwToastOverlay *overlay,
                             MkWorkplace     *workplace,
                             const char      *id);

G_END_DECLS
