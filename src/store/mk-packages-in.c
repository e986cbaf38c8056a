/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-packages-in.h"

#include "mk-clock.h"
#include "mk-shape.h"

/* Packages that came: those taken, those that wait for their turn, and those kept aside. */

#define MOST_ASIDE 200

/* Steps once to the row that may be there; FALSE only on error. */
static gboolean
step_maybe (MkStatement *statement,
            gboolean    *has_row,
            GError     **error)
{
  g_autoptr (GError) local = NULL;

  *has_row = mk_statement_step (statement, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * mk_package_in_find_sha256:
 * @database: a store
 * @partner: key of the sender
 * @id: the package's UUID
 * @sha256: (out) (nullable): the hash of the package taken under that id, or %NULL for none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
mk_package_in_find_sha256 (MkDatabase *database,
                           gint64      partner,
                           const char *id,
                           char      **sha256,
                           GError    **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "package-in-by-id", partner, id);
  gboolean has_row;

  *sha256 = NULL;
  if (!step_maybe (statement, &has_row, error))
    return FALSE;
  if (has_row)
    *sha256 = mk_statement_dup_text (statement, 0);
  return TRUE;
}

/**
 * mk_package_in_has_number:
 * @database: a store
 * @epoch: key of an epoch
 * @number: a package's number
 * @has: (out): whether that number is taken in that epoch
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
mk_package_in_has_number (MkDatabase *database,
                          gint64      epoch,
                          gint64      number,
                          gboolean   *has,
                          GError    **error)
{
  g_autoptr (MkStatement) statement =
      mk_database_query (database, "package-in-by-number", epoch, number);

  return step_maybe (statement, has, error);
}

/**
 * mk_package_in_newest:
 * @database: a store
 * @epoch: key of an epoch, or 0
 * @number: (out): of the newest package taken in it; 0 for none
 * @sha256: (out) (nullable): its hash
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
mk_package_in_newest (MkDatabase *database,
                      gint64      epoch,
                      gint64     *number,
                      char      **sha256,
                      GError    **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "package-in-newest", epoch);
  gboolean has_row;

  *number = 0;
  *sha256 = NULL;
  if (!step_maybe (statement, &has_row, error))
    return FALSE;
  if (has_row)
    {
      *number = mk_statement_int64 (statement, 0);
      *sha256 = mk_statement_dup_text (statement, 1);
    }
  return TRUE;
}

/**
 * mk_package_in_add:
 * @database: a store, in a transaction
 * @epoch: key of its epoch
 * @number: its number
 * @id: its UUID
 * @sha256: of its bytes
 * @entries: how many it holds
 * @seal: how it came, in the words of mk_waiting_put()
 * @error: return location
 *
 * Returns: its key, or 0 on error
 */
gint64
mk_package_in_add (MkDatabase *database,
                   gint64      epoch,
                   gint64      number,
                   const char *id,
                   const char *sha256,
                   gint64      entries,
                   const char *seal,
                   GError    **error)
{
  g_autofree char *now = mk_clock_text ();

  if (!mk_statement_run (mk_database_query (database, "package-in-insert", epoch, number, id,
                                            sha256, entries, now, seal),
                         error))
    return 0;
  return mk_database_last_rowid (database);
}

/**
 * mk_waiting_put:
 * @database: a store
 * @partner: key of the sender
 * @epoch: UUID of the epoch
 * @number: its number
 * @sha256: of its bytes
 * @code: `venter` until its turn, or `fjernelse` until a person says yes
 * @seal: %MK_SEAL_PLAIN, %MK_SEAL_ACCEPTED, or the fingerprint of who signed it
 * @bytes: the package
 * @error: return location
 *
 * Keeps a package until it can be judged. The same bytes are kept once.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_waiting_put (MkDatabase *database,
                gint64      partner,
                const char *epoch,
                gint64      number,
                const char *sha256,
                const char *code,
                const char *seal,
                GBytes     *bytes,
                GError    **error)
{
  return mk_statement_run (mk_database_query (database, "waiting-put", partner, epoch, number,
                                              sha256, code, seal, bytes),
                           error);
}

/**
 * mk_waiting_seal:
 * @database: a store
 * @partner: key of the sender
 * @sha256: of a package's bytes
 * @error: return location
 *
 * Returns: (transfer full) (nullable): how the package that waits came, as mk_waiting_put() was
 *   told; %NULL without an error when it does not wait
 */
char *
mk_waiting_seal (MkDatabase *database,
                 gint64      partner,
                 const char *sha256,
                 GError    **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "waiting-seal", partner, sha256);

  return mk_statement_step (statement, error) ? mk_statement_dup_text (statement, 0) : NULL;
}

/**
 * mk_waiting_remove:
 * @database: a store
 * @partner: key of the sender
 * @sha256: of a package's bytes
 * @error: return location
 *
 * Ends the waiting of a package, if it waits.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_waiting_remove (MkDatabase *database,
                   gint64      partner,
                   const char *sha256,
                   GError    **error)
{
  return mk_statement_run (mk_database_query (database, "waiting-remove", partner, sha256), error);
}

/**
 * mk_waiting_drop:
 * @database: a store
 * @partner: key of the sender
 * @epoch: UUID of an epoch that was replaced
 * @error: return location
 *
 * Drops the packages of a replaced epoch that still wait (exchange contract, section 6).
 *
 * Returns: %FALSE on error
 */
gboolean
mk_waiting_drop (MkDatabase *database,
                 gint64      partner,
                 const char *epoch,
                 GError    **error)
{
  return mk_statement_run (mk_database_query (database, "waiting-remove-epoch", partner, epoch),
                           error);
}

/**
 * mk_waiting_next:
 * @database: a store
 * @partner: key of the sender
 * @epoch: UUID of the epoch
 * @number: the number whose turn it is
 * @bytes: (out) (nullable): a package that can be judged now, or %NULL for none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
mk_waiting_next (MkDatabase *database,
                 gint64      partner,
                 const char *epoch,
                 gint64      number,
                 GBytes    **bytes,
                 GError    **error)
{
  g_autoptr (MkStatement) statement =
      mk_database_query (database, "waiting-next", partner, epoch, number);
  gboolean has_row;

  *bytes = NULL;
  if (!step_maybe (statement, &has_row, error))
    return FALSE;
  if (has_row)
    *bytes = mk_statement_blob (statement, 0);
  return TRUE;
}

/**
 * mk_waiting_missing:
 * @database: a store
 * @partner: key of the sender
 * @epoch: UUID of the epoch
 * @next: the number whose turn it is
 * @below: numbers from @next to below this one are looked at; 0 for the highest that waits
 * @missing: GArray of gint64, to which at most %MK_MOST_MISSING numbers are added
 * @error: return location
 *
 * The numbers that have not come. One that waits for a person's yes counts among them.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_waiting_missing (MkDatabase *database,
                    gint64      partner,
                    const char *epoch,
                    gint64      next,
                    gint64      below,
                    GArray     *missing,
                    GError    **error)
{
  g_autoptr (MkStatement) statement =
      mk_database_query (database, "waiting-numbers", partner, epoch);
  g_autoptr (GError) local = NULL;

  while (mk_statement_step (statement, &local))
    {
      gint64 number = mk_statement_int64 (statement, 0);
      gboolean came = mk_statement_int64 (statement, 1) != 0;

      if (below != 0 && number >= below)
        continue;
      for (; next < number && missing->len < MK_MOST_MISSING; next++)
        g_array_append_val (missing, next);
      if (!came && number >= next && missing->len < MK_MOST_MISSING)
        g_array_append_val (missing, number);
      next = MAX (next, number + 1);
    }
  for (; local == NULL && next < below && missing->len < MK_MOST_MISSING; next++)
    g_array_append_val (missing, next);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * mk_waiting_epochs:
 * @database: a store
 * @partner: key of the sender
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8): the epochs in which something waits; %NULL on error
 */
GPtrArray *
mk_waiting_epochs (MkDatabase *database,
                   gint64      partner,
                   GError    **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "waiting-epochs", partner);
  g_autoptr (GPtrArray) epochs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local = NULL;

  while (mk_statement_step (statement, &local))
    g_ptr_array_add (epochs, mk_statement_dup_text (statement, 0));
  if (local == NULL)
    return g_steal_pointer (&epochs);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * mk_aside_put:
 * @database: a store
 * @aside: the file
 * @error: return location
 *
 * Keeps a refused file, once for each reason, and of all of them the newest two hundred.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_aside_put (MkDatabase    *database,
              const MkAside *aside,
              GError       **error)
{
  g_autofree char *now = mk_clock_text ();
  g_autoptr (MkStatement) statement =
      mk_database_query (database, "aside-put", aside->sha256, aside->code, aside->reason, now,
                         aside->bytes, aside->sender, NULL, aside->asks);

  if (aside->number != MK_ABSENT)
    mk_statement_bind (statement, 7, mk_parameter_integer (aside->number));
  return mk_statement_run (g_steal_pointer (&statement), error) &&
         mk_statement_run (mk_database_query (database, "aside-trim", MOST_ASIDE), error);
}

/**
 * mk_aside_settle:
 * @database: a store
 * @sha256: of a file's bytes
 * @error: return location
 *
 * Nobody is asked any longer about a file that was kept aside, if it was.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_aside_settle (MkDatabase *database,
                 const char *sha256,
                 GError    **error)
{
  return mk_statement_run (mk_database_query (database, "aside-settle", sha256), error);
}

/**
 * mk_aside_remove:
 * @database: a store
 * @sha256: of a file's bytes
 * @error: return location
 *
 * Forgets that a file was refused, if it was: it is in the store now, or waits for its turn there.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_aside_remove (MkDatabase *database,
                 const char *sha256,
                 GError    **error)
{
  return mk_statement_run (mk_database_query (database, "aside-remove", sha256), error);
}

/**
 * mk_kept_find:
 * @database: a store
 * @sha256: of a package's bytes
 * @bytes: (out) (nullable): the package, when it waits here or was kept aside
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
mk_kept_find (MkDatabase *database,
              const char *sha256,
              GBytes    **bytes,
              GError    **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "kept-find", sha256);
  gboolean has_row;

  *bytes = NULL;
  if (!step_maybe (statement, &has_row, error))
    return FALSE;
  if (has_row)
    *bytes = mk_statement_blob (statement, 0);
  return TRUE;
}
