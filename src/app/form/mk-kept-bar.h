/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/mk-draft-keeper.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_KEPT_BAR (mk_kept_bar_get_type ())

G_DECLARE_FINAL_TYPE (MkKeptBar, mk_kept_bar, MK, KEPT_BAR, AdwBin)

void mk_kept_bar_follow (MkKeptBar     *self,
                         MkDraftKeeper *drafts,
                         const char    *key);
void mk_kept_bar_update (MkKeptBar *self);

G_END_DECLS
