/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-records.h"

G_BEGIN_DECLS

/**
 * MkFound:
 * @id: UUID
 * @type: the contract's name of the type
 * @excerpt: (nullable): the passage that was found
 * @data: (nullable): the JSON object of the contract as text
 * @placement: (nullable): UUID of the placement that it belongs to
 * @key: row of the record in the store
 *
 * A record that was found, borrowed while it is shown.
 */
typedef struct
{
  const char *id;
  const char *type;
  const char *excerpt;
  const char *data;
  const char *placement;
  gint64      key;
} MkFound;

typedef void (*MkFoundFunc) (const MkFound *found,
                             gpointer       user_data);

gboolean    mk_search_put        (MkDatabase      *database,
                                  gint64           record,
                                  const MkVersion *version,
                                  GError         **error);
GStrv       mk_search_words      (const char *text);
char       *mk_search_expression (const char *text);
const char *mk_search_place      (const char *text,
                                  const char *word,
                                  gsize      *length);
guint       mk_search_count      (const char        *text,
                                  const char *const *words);
gboolean    mk_search            (MkDatabase *database,
                                  const char *text,
                                  gint64      limit,
                                  MkFoundFunc func,
                                  gpointer    user_data,
                                  GError    **error);

G_END_DECLS
