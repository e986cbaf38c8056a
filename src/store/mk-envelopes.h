/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

GBytes  *mk_envelopes_find (MkDatabase *database,
                            const char *package_id,
                            const char *fingerprint,
                            GError    **error);
gboolean mk_envelopes_put  (MkDatabase *database,
                            const char *package_id,
                            const char *fingerprint,
                            GBytes     *bytes,
                            GError    **error);

G_END_DECLS
