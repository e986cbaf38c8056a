/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

gboolean mk_demo_story_tell (MkDatabase *database,
                             GError    **error);

G_END_DECLS
