/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-drafts.h"

/* What was written and not saved: rows of their own, which no record and no package knows of. */

/**
 * mk_draft_put:
 * @database: a store
 * @key: UUID of what it is about
 * @data: JSON
 * @saved: date-time, to be shown
 * @error: return location
 *
 * Keeps a draft in the place of the one with the same key. When this returns without an error
 * outside of a transaction, it is durable.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_draft_put (MkDatabase *database,
              const char *key,
              const char *data,
              const char *saved,
              GError    **error)
{
  gboolean is_put;

  if (!mk_database_begin (database, error))
    return FALSE;
  is_put = mk_statement_run (mk_database_query (database, "draft-put", key, data, saved), error);
  return mk_database_end (database, is_put, error);
}

/**
 * mk_draft_remove:
 * @database: a store
 * @key: UUID of what it is about
 * @error: return location
 *
 * Forgets a draft, if there is one.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_draft_remove (MkDatabase *database,
                 const char *key,
                 GError    **error)
{
  return mk_statement_run (mk_database_query (database, "draft-remove", key), error);
}

/**
 * mk_draft_list:
 * @database: a store
 * @func: (scope call): called for each draft
 * @user_data: for @func
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
mk_draft_list (MkDatabase *database,
               MkDraftFunc func,
               gpointer    user_data,
               GError    **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "draft-list");
  g_autoptr (GError) local = NULL;

  while (mk_statement_step (statement, &local))
    func (mk_statement_text (statement, 0), mk_statement_text (statement, 1),
          mk_statement_text (statement, 2), user_data);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
