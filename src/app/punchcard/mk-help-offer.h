/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check-in/mk-check-in-draft.h"
#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

gboolean mk_help_offer_is_due  (MkWorkplace          *workplace,
                                const MkCheckInDraft *draft);
void     mk_help_offer_present (AdwToastOverlay      *overlay,
                                MkWorkplace          *workplace,
                                const MkCheckInDraft *draft);
void     mk_help_offer_after   (AdwDialog            *form,
                                AdwToastOverlay      *overlay,
                                MkWorkplace          *workplace,
                                const MkCheckInDraft *draft);

G_END_DECLS
