/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-records.h"

G_BEGIN_DECLS

/**
 * MkFound:
 * @id: UUID
 * @type: the contract's name of the type
 * @excerpt: (nullable): the passage that was found
 */
typedef struct
{
  const char *id;
  const char *type;
  const char *excerpt;
} MkFound;

typedef void (*MkFoundFunc) (const MkFound *found,
                             gpointer       user_data);

gboolean mk_search_put (MkDatabase      *database,
                        gint64           record,
                        const MkVersion *version,
                        GError         **error);
gboolean mk_search     (MkDatabase *database,
                        const char *text,
                        gint64      limit,
                        MkFoundFunc func,
                        gpointer    user_data,
                        GError    **error);

G_END_DECLS
