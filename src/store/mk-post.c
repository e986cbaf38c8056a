/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-post.h"

/* The correspondence as a person looks at it: lists of packages, the newest first. */

typedef gpointer (*ReadRow) (MkStatement *statement);

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
  g_free (posted->code);
  g_free (posted->partner_id);
  g_free (posted->sha256);
  g_free (posted);
}

/**
 * mk_refused_entry_free:
 * @data: an MkRefusedEntry
 */
void
mk_refused_entry_free (gpointer data)
{
  MkRefusedEntry *entry = data;

  g_free (entry->id);
  g_free (entry->type);
  g_free (entry->partner);
  g_free (entry->reason);
  g_free (entry);
}

static GPtrArray *
read_all (MkStatement   *borrowed,
          ReadRow        read_row,
          GDestroyNotify destroy,
          GError       **error)
{
  g_autoptr (MkStatement) statement = borrowed;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (destroy);
  g_autoptr (GError) local = NULL;

  while (mk_statement_step (statement, &local))
    g_ptr_array_add (list, read_row (statement));
  if (local == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gpointer
read_sent (MkStatement *statement)
{
  MkPosted *posted = g_new0 (MkPosted, 1);

  posted->number = mk_statement_int64 (statement, 0);
  posted->moment = mk_statement_dup_text (statement, 1);
  posted->entries = mk_statement_int64 (statement, 2);
  posted->partner = mk_statement_dup_text (statement, 3);
  posted->state = mk_statement_dup_text (statement, 4);
  posted->reason = mk_statement_dup_text (statement, 5);
  posted->partner_id = mk_statement_dup_text (statement, 6);
  posted->code = mk_statement_dup_text (statement, 7);
  return posted;
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
  return read_all (mk_database_query (database, "package-out-list", limit), read_sent,
                   mk_posted_free, error);
}

static gpointer
read_received (MkStatement *statement)
{
  MkPosted *posted = g_new0 (MkPosted, 1);

  posted->number = mk_statement_int64 (statement, 0);
  posted->moment = mk_statement_dup_text (statement, 1);
  posted->entries = mk_statement_int64 (statement, 2);
  posted->partner = mk_statement_dup_text (statement, 3);
  posted->state = g_strdup ("hentet");
  return posted;
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
  return read_all (mk_database_query (database, "package-in-list", limit), read_received,
                   mk_posted_free, error);
}

static gpointer
read_waiting (MkStatement *statement)
{
  MkPosted *posted = g_new0 (MkPosted, 1);

  posted->number = mk_statement_int64 (statement, 0);
  posted->state = mk_statement_dup_text (statement, 1);
  posted->partner = mk_statement_dup_text (statement, 2);
  posted->sha256 = mk_statement_dup_text (statement, 3);
  posted->partner_id = mk_statement_dup_text (statement, 4);
  posted->asks = !g_str_equal (posted->state, "venter");
  return posted;
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
  return read_all (mk_database_query (database, "waiting-list"), read_waiting, mk_posted_free,
                   error);
}

static gpointer
read_refused (MkStatement *statement)
{
  MkPosted *posted = g_new0 (MkPosted, 1);

  posted->state = g_strdup ("afvist");
  posted->reason = mk_statement_dup_text (statement, 0);
  posted->moment = mk_statement_dup_text (statement, 1);
  posted->partner = mk_statement_dup_text (statement, 2);
  posted->number = mk_statement_int64 (statement, 3);
  posted->sha256 = mk_statement_dup_text (statement, 4);
  posted->asks = mk_statement_int64 (statement, 5) != 0;
  return posted;
}

/**
 * mk_post_refused:
 * @database: a store
 * @limit: at most so many; negative for all
 * @error: return location
 *
 * Returns: (transfer full) (element-type MkPosted): the files that were refused and kept aside, those
 *   first that a person is asked about; %NULL on error
 */
GPtrArray *
mk_post_refused (MkDatabase *database,
                 gint64      limit,
                 GError    **error)
{
  return read_all (mk_database_query (database, "aside-list", limit), read_refused, mk_posted_free,
                   error);
}

/**
 * mk_post_count:
 * @database: a store
 * @n_sent: (out): how many packages were written in the present epochs and have no receipt
 * @n_done: (out): how many are done with: received by the other end, taken, or refused here
 * @error: return location
 *
 * Counts what the lists hold when they have no limit.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_post_count (MkDatabase *database,
               gint64     *n_sent,
               gint64     *n_done,
               GError    **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "post-counts");

  if (!mk_statement_step (statement, error))
    return FALSE;
  *n_sent = mk_statement_int64 (statement, 0);
  *n_done = mk_statement_int64 (statement, 1);
  return TRUE;
}

static gpointer
read_refused_entry (MkStatement *statement)
{
  MkRefusedEntry *entry = g_new0 (MkRefusedEntry, 1);

  entry->id = mk_statement_dup_text (statement, 0);
  entry->type = mk_statement_dup_text (statement, 1);
  entry->is_own = mk_statement_int64 (statement, 2) != 0;
  entry->reason = mk_statement_dup_text (statement, 3);
  entry->partner = mk_statement_dup_text (statement, 4);
  return entry;
}

/**
 * mk_refused_entries:
 * @database: a store
 * @limit: at most so many; negative for all
 * @error: return location
 *
 * Returns: (transfer full) (element-type MkRefusedEntry): the records whose newest revision the other
 *   end could not take, those of the newest packages first; %NULL on error
 */
GPtrArray *
mk_refused_entries (MkDatabase *database,
                    gint64      limit,
                    GError    **error)
{
  return read_all (mk_database_query (database, "refused-entries", limit), read_refused_entry,
                   mk_refused_entry_free, error);
}
