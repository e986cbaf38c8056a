/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-packages-out.h"

#include "mk-clock.h"

/* What was sealed, and what the other end said of it. */

/**
 * mk_package_out_newest:
 * @database: a store
 * @epoch: key of an epoch towards a partner
 * @number: (out): of the newest package sealed in it; 0 for none
 * @sha256: (out) (nullable): its hash
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
mk_package_out_newest (MkDatabase *database,
                       gint64      epoch,
                       gint64     *number,
                       char      **sha256,
                       GError    **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "package-out-newest", epoch);
  g_autoptr (GError) local = NULL;

  *number = 0;
  *sha256 = NULL;
  if (mk_statement_step (statement, &local))
    {
      *number = mk_statement_int64 (statement, 0);
      *sha256 = mk_statement_dup_text (statement, 1);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * mk_package_out_add:
 * @database: a store, in a transaction
 * @epoch: key of the epoch
 * @sealed: the package
 * @when: date-time of the sealing
 * @error: return location
 *
 * Returns: its key, or 0 on error
 */
gint64
mk_package_out_add (MkDatabase     *database,
                    gint64          epoch,
                    const MkSealed *sealed,
                    const char     *when,
                    GError        **error)
{
  gint64 package;

  if (!mk_statement_run (mk_database_query (database, "package-out-insert", epoch, sealed->number,
                                            sealed->id, sealed->sha256, sealed->entries, when),
                         error))
    return 0;
  package = mk_database_last_rowid (database);
  return mk_statement_run (
             mk_database_query (database, "package-bytes-insert", package, sealed->bytes), error)
             ? package
             : 0;
}

/* Records and their revisions as one value, so that one statement marks them all. */
static char *
list_carried (const MkCarried *carried,
              gsize            n_carried)
{
  GString *list = g_string_sized_new (n_carried * 12 + 2);

  g_string_append_c (list, '{');
  for (gsize i = 0; i < n_carried; i++)
    g_string_append_printf (list, "%s\"%" G_GINT64_FORMAT "\":%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            carried[i].record, carried[i].revision);
  g_string_append_c (list, '}');
  return g_string_free_and_steal (list);
}

/**
 * mk_package_out_carry:
 * @database: a store, in a transaction
 * @package: key of a sealed package
 * @carried: (array length=n_carried): what stands in it
 * @n_carried: how many
 * @error: return location
 *
 * Marks the revisions as packed.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_package_out_carry (MkDatabase      *database,
                      gint64           package,
                      const MkCarried *carried,
                      gsize            n_carried,
                      GError         **error)
{
  g_autofree char *list = list_carried (carried, n_carried);

  return mk_statement_run (mk_database_query (database, "packed-insert", package, list), error);
}

/**
 * mk_package_out_to_send:
 * @database: a store
 * @epoch: key of an epoch towards a partner
 * @from: all packages from this number on; 0 for those not yet received
 * @error: return location
 *
 * Returns: (transfer full) (element-type MkSealed): the packages by number, without their bytes,
 *   which mk_package_out_bytes() reads one by one; %NULL on error
 */
GPtrArray *
mk_package_out_to_send (MkDatabase *database,
                        gint64      epoch,
                        gint64      from,
                        GError    **error)
{
  g_autoptr (MkStatement) statement =
      mk_database_query (database, "package-out-to-send", epoch, NULL);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) mk_sealed_free);
  g_autoptr (GError) local = NULL;

  if (from > 0)
    mk_statement_bind (statement, 2, mk_parameter_integer (from));
  while (mk_statement_step (statement, &local))
    {
      MkSealed *sealed = g_new0 (MkSealed, 1);

      sealed->number = mk_statement_int64 (statement, 0);
      sealed->id = mk_statement_dup_text (statement, 1);
      sealed->entries = mk_statement_int64 (statement, 2);
      sealed->sha256 = mk_statement_dup_text (statement, 3);
      g_ptr_array_add (list, sealed);
    }
  if (local == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * mk_package_out_bytes:
 * @database: a store
 * @epoch: key of an epoch towards a partner
 * @number: of a package sealed in it
 * @error: return location
 *
 * Returns: (transfer full): its bytes; %NULL on error
 */
GBytes *
mk_package_out_bytes (MkDatabase *database,
                      gint64      epoch,
                      gint64      number,
                      GError    **error)
{
  g_autoptr (MkStatement) statement =
      mk_database_query (database, "package-out-bytes", epoch, number);

  return mk_statement_step (statement, error) ? mk_statement_blob (statement, 0) : NULL;
}

/**
 * mk_sealed_free:
 * @self: (nullable): a sealed package
 */
void
mk_sealed_free (MkSealed *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->sha256);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/**
 * mk_package_out_written:
 * @database: a store
 * @id: UUID of a sealed package
 * @error: return location
 *
 * Remembers that the package was written whole somewhere; the first time counts.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_package_out_written (MkDatabase *database,
                        const char *id,
                        GError    **error)
{
  g_autofree char *now = mk_clock_text ();

  return mk_statement_run (mk_database_query (database, "package-out-written", id, now), error);
}

/**
 * mk_package_out_find:
 * @database: a store
 * @partner: key of the partner that a receipt came from
 * @id: UUID of the package that it answers
 * @sha256: of the bytes that it answers
 * @package: (out): key of a package of the present epoch with both; 0 for none
 * @is_final: (out): whether it has been received already
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
mk_package_out_find (MkDatabase *database,
                     gint64      partner,
                     const char *id,
                     const char *sha256,
                     gint64     *package,
                     gboolean   *is_final,
                     GError    **error)
{
  g_autoptr (MkStatement) statement =
      mk_database_query (database, "package-out-find", partner, id, sha256);
  g_autoptr (GError) local = NULL;

  *package = 0;
  *is_final = FALSE;
  if (mk_statement_step (statement, &local))
    {
      const char *receipt = mk_statement_text (statement, 1);

      *package = mk_statement_int64 (statement, 0);
      *is_final = receipt != NULL && !g_str_equal (receipt, "afvist");
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * mk_package_out_receive:
 * @database: a store, in a transaction
 * @package: key of a sealed package
 * @status: of the receipt
 * @code: (nullable): of the refusal
 * @reason: (nullable): of the refusal
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
mk_package_out_receive (MkDatabase *database,
                        gint64      package,
                        const char *status,
                        const char *code,
                        const char *reason,
                        GError    **error)
{
  return mk_statement_run (
      mk_database_query (database, "package-out-receipt", package, status, code, reason), error);
}

/**
 * mk_package_out_refuse:
 * @database: a store, in a transaction
 * @package: key of a sealed package
 * @id: UUID of a record
 * @revision: of it
 * @code: why the other end refused it
 * @reason: the same in words
 * @error: return location
 *
 * Marks one packed revision as refused; one that is not in the package is passed over.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_package_out_refuse (MkDatabase *database,
                       gint64      package,
                       const char *id,
                       gint64      revision,
                       const char *code,
                       const char *reason,
                       GError    **error)
{
  return mk_statement_run (
      mk_database_query (database, "packed-refuse", package, id, revision, code, reason), error);
}
