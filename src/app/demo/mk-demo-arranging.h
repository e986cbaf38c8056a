/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

gboolean mk_demo_arrange_people    (MkDatabase *database,
                                    GError    **error);
gboolean mk_demo_arrange_placement (MkDatabase *database,
                                    GDateTime  *now,
                                    const char *placement_id,
                                    GError    **error);

G_END_DECLS
