/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

/**
 * MkDraftFunc:
 * @key: UUID of what it is about
 * @data: JSON, as it was put there
 * @saved: date-time
 * @user_data: as given
 *
 * Called for a draft; all texts are borrowed.
 */
typedef void (*MkDraftFunc) (const char *key,
                             const char *data,
                             const char *saved,
                             gpointer    user_data);

gboolean mk_draft_put    (MkDatabase *database,
                          const char *key,
                          const char *data,
                          const char *saved,
                          GError    **error);
gboolean mk_draft_remove (MkDatabase *database,
                          const char *key,
                          GError    **error);
gboolean mk_draft_list   (MkDatabase *database,
                          MkDraftFunc func,
                          gpointer    user_data,
                          GError    **error);

G_END_DECLS
