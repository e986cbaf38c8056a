/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

void mk_call_flow_note      (AdwToastOverlay *overlay,
                             MkWorkplace     *workplace,
                             const char      *key,
                             const char      *placement_id);
void mk_call_flow_open      (AdwToastOverlay *overlay,
                             MkWorkplace     *workplace,
                             const char      *id);
void mk_call_flow_delete    (AdwToastOverlay *overlay,
                             MkWorkplace     *workplace,
                             const char      *id);
void mk_call_flow_follow_up (AdwToastOverlay *overlay,
                             MkWorkplace     *workplace,
                             const char      *id);

G_END_DECLS
