/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

void mk_ask_flow_ask      (AdwToastOverlay *overlay,
                           MkWorkplace     *workplace,
                           const char      *placement_id,
                           const char      *description);
void mk_ask_flow_correct  (AdwToastOverlay *overlay,
                           MkWorkplace     *workplace,
                           const char      *id);
void mk_ask_flow_copy     (AdwToastOverlay *overlay,
                           MkWorkplace     *workplace,
                           const char      *id);
void mk_ask_flow_withdraw (AdwToastOverlay *overlay,
                           MkWorkplace     *workplace,
                           const char      *id);

G_END_DECLS
