/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

char   **mk_migrations_load (void);
gboolean mk_migrations_run  (MkDatabase        *database,
                             const char *const *scripts,
                             GError           **error);

G_END_DECLS
