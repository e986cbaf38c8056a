/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-attention.h"

/* What the person at this installation has looked at, and what they do not want to be asked now. It
 * belongs to the installation, so that it stays with the store. */

/**
 * mk_news_list:
 * @database: a store
 * @limit: at most so many
 * @func: called for each, the newest first
 * @user_data: for @func
 * @error: return location
 *
 * Lists the answers and receipts that came since mk_news_seen() was last called, and the contacts that
 * have got another number.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_news_list (MkDatabase *database,
              gint64      limit,
              MkNewsFunc  func,
              gpointer    user_data,
              GError    **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "news-list", limit);
  g_autoptr (GError) local = NULL;

  while (mk_statement_step (statement, &local))
    {
      MkNews news = { .type = mk_statement_text (statement, 0),
                      .partner = mk_statement_text (statement, 1),
                      .data = mk_statement_text (statement, 2),
                      .changed = mk_statement_text (statement, 3),
                      .request = mk_statement_text (statement, 4),
                      .asked = mk_statement_text (statement, 5),
                      .card = mk_statement_text (statement, 6),
                      .sealed = mk_statement_text (statement, 7) };

      func (&news, user_data);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * mk_news_seen:
 * @database: a store
 * @error: return location
 *
 * Remembers that everything that is here now has been looked at.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_news_seen (MkDatabase *database,
              GError    **error)
{
  return mk_statement_run (mk_database_query (database, "news-seen"), error);
}

/**
 * mk_dismissal_put:
 * @database: a store
 * @kind: of question
 * @subject: what it is about, a UUID or empty
 * @until: the day on which it may be asked again, YYYY-MM-DD
 * @error: return location
 *
 * Remembers that somebody does not want to be asked now.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_dismissal_put (MkDatabase *database,
                  const char *kind,
                  const char *subject,
                  const char *until,
                  GError    **error)
{
  return mk_statement_run (mk_database_query (database, "dismissal-put", kind, subject, until),
                           error);
}

/**
 * mk_dismissal_key:
 * @kind: of question
 * @subject: what it is about
 *
 * Returns: (transfer full): by what mk_dismissal_list() knows it
 */
char *
mk_dismissal_key (const char *kind,
                  const char *subject)
{
  return g_strconcat (kind, " ", subject, NULL);
}

/**
 * mk_dismissal_list:
 * @database: a store
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8 utf8): mk_dismissal_key() to the day on which it may
 *   be asked again; %NULL on error
 */
GHashTable *
mk_dismissal_list (MkDatabase *database,
                   GError    **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "dismissal-list");
  g_autoptr (GHashTable) list = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) local = NULL;

  while (mk_statement_step (statement, &local))
    g_hash_table_insert (
        list, mk_dismissal_key (mk_statement_text (statement, 0), mk_statement_text (statement, 1)),
        mk_statement_dup_text (statement, 2));
  if (local == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * mk_call_due_list:
 * @database: a store
 * @func: (scope call): called for each call that somebody wants to follow up and has not yet, the
 *   first day first
 * @user_data: for @func
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
mk_call_due_list (MkDatabase   *database,
                  MkCallDueFunc func,
                  gpointer      user_data,
                  GError      **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "call-due-list");
  g_autoptr (GError) local = NULL;

  while (mk_statement_step (statement, &local))
    func (mk_statement_text (statement, 0), mk_statement_text (statement, 1), user_data);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
