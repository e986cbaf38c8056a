/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-post.h"

/* The correspondence as a person looks at it: lists of packages, the newest first. */

typedef void (*ReadRow) (MkStatement *statement,
                         MkPosted    *posted);

/**
 * mk_posted_free:
 * @data: an MkPosted
 */
void
mk_posted_free (gpointer data)
{
  MkPosted *posted = data;

  g_free (posted->partner);
  g_free (posted->moment);
  g_free (posted->state);
  g_free (posted->reason);
  g_free (posted);
}

static GPtrArray *
read_all (MkStatement *borrowed,
          ReadRow      read_row,
          GError     **error)
{
  g_autoptr (MkStatement) statement = borrowed;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (mk_posted_free);
  g_autoptr (GError) local = NULL;

  while (mk_statement_step (statement, &local))
    {
      MkPosted *posted = g_new0 (MkPosted, 1);

      read_row (statement, posted);
      g_ptr_array_add (list, posted);
    }
  if (local == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static void
read_sent (MkStatement *statement,
           MkPosted    *posted)
{
  posted->number = mk_statement_int64 (statement, 0);
  posted->moment = mk_statement_dup_text (statement, 1);
  posted->entries = mk_statement_int64 (statement, 2);
  posted->partner = mk_statement_dup_text (statement, 3);
  posted->state = mk_statement_dup_text (statement, 4);
  posted->reason = mk_statement_dup_text (statement, 5);
}

/**
 * mk_post_sent:
 * @database: a store
 * @limit: at most so many; negative for all
 * @error: return location
 *
 * Returns: (transfer full) (element-type MkPosted): the packages sealed in the present epochs; %NULL
 *   on error
 */
GPtrArray *
mk_post_sent (MkDatabase *database,
              gint64      limit,
              GError    **error)
{
  return read_all (mk_database_query (database, "package-out-list", limit), read_sent, error);
}

static void
read_received (MkStatement *statement,
               MkPosted    *posted)
{
  posted->number = mk_statement_int64 (statement, 0);
  posted->moment = mk_statement_dup_text (statement, 1);
  posted->entries = mk_statement_int64 (statement, 2);
  posted->partner = mk_statement_dup_text (statement, 3);
  posted->state = g_strdup ("hentet");
}

/**
 * mk_post_received:
 * @database: a store
 * @limit: at most so many; negative for all
 * @error: return location
 *
 * Returns: (transfer full) (element-type MkPosted): the packages that were taken; %NULL on error
 */
GPtrArray *
mk_post_received (MkDatabase *database,
                  gint64      limit,
                  GError    **error)
{
  return read_all (mk_database_query (database, "package-in-list", limit), read_received, error);
}

static void
read_waiting (MkStatement *statement,
              MkPosted    *posted)
{
  posted->number = mk_statement_int64 (statement, 0);
  posted->state = mk_statement_dup_text (statement, 1);
  posted->partner = mk_statement_dup_text (statement, 2);
}

/**
 * mk_post_waiting:
 * @database: a store
 * @error: return location
 *
 * Returns: (transfer full) (element-type MkPosted): the packages that wait for their turn (`venter`)
 *   or for a person's yes (`fjernelse`); %NULL on error
 */
GPtrArray *
mk_post_waiting (MkDatabase *database,
                 GError    **error)
{
  return read_all (mk_database_query (database, "waiting-list"), read_waiting, error);
}

static void
read_refused (MkStatement *statement,
              MkPosted    *posted)
{
  posted->state = g_strdup ("afvist");
  posted->reason = mk_statement_dup_text (statement, 1);
  posted->moment = mk_statement_dup_text (statement, 2);
}

/**
 * mk_post_refused:
 * @database: a store
 * @limit: at most so many; negative for all
 * @error: return location
 *
 * Returns: (transfer full) (element-type MkPosted): the files that were refused and kept aside; %NULL
 *   on error
 */
GPtrArray *
mk_post_refused (MkDatabase *database,
                 gint64      limit,
                 GError    **error)
{
  return read_all (mk_database_query (database, "aside-list", limit), read_refused, error);
}
