/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-placement-item.h"

G_BEGIN_DECLS

gboolean mk_expected_today     (MkPlacementItem *placement);
gboolean mk_expected_unwritten (MkPlacementItem *placement);
char    *mk_expected_words     (MkPlacementItem *placement);

G_END_DECLS
