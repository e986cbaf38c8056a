/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

void mk_undo_toast_offer (AdwToastOverlay    *overlay,
                          MkWorkplace        *workplace,
                          const MkRecordType *type,
                          const char         *id,
                          const char         *text);

G_END_DECLS
