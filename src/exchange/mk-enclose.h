/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

/* What a sealed file's name has behind that of the plain one. */
#define MK_ENCLOSE_SUFFIX ".p7m"

gboolean mk_enclose_is_possible (MkDatabase *database,
                                 gint64      from,
                                 GError    **error);
GBytes  *mk_enclose             (MkDatabase *database,
                                 const char *recipient,
                                 const char *package_id,
                                 gint64      epoch,
                                 gint64      number,
                                 GError    **error);

G_END_DECLS
