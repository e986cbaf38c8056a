/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-partners.h"

#include "mk-pins.h"
#include "mk-random.h"

/* Whom this installation corresponds with, and the epochs of each correspondence. */

static MkPartner *
read_partner (MkStatement *statement)
{
  MkPartner *self = g_new0 (MkPartner, 1);

  self->key = mk_statement_int64 (statement, 0);
  self->id = mk_statement_dup_text (statement, 1);
  self->role = mk_role_from_name (mk_statement_text (statement, 2));
  self->name = mk_statement_dup_text (statement, 3);
  self->cvr_number = mk_statement_dup_text (statement, 4);
  self->p_number = mk_statement_dup_text (statement, 5);
  self->known = mk_statement_int64 (statement, 6) != 0;
  return self;
}

/**
 * mk_partner_find:
 * @database: a store
 * @id: UUID
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the partner; %NULL without an error when it is unknown
 */
MkPartner *
mk_partner_find (MkDatabase *database,
                 const char *id,
                 GError    **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "partner-find", id);

  return mk_statement_step (statement, error) ? read_partner (statement) : NULL;
}

/**
 * mk_partner_list:
 * @database: a store
 * @error: return location
 *
 * Returns: (transfer full) (element-type MkPartner): all partners, the oldest first; %NULL on error
 */
GPtrArray *
mk_partner_list (MkDatabase *database,
                 GError    **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "partner-list");
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) mk_partner_free);
  g_autoptr (GError) local = NULL;

  while (mk_statement_step (statement, &local))
    g_ptr_array_add (list, read_partner (statement));
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&list);
}

/**
 * mk_partner_add:
 * @database: a store, in a transaction
 * @partner: who; its key is ignored
 * @error: return location
 *
 * Adds a partner, and begins this installation's epoch towards it. The first one that is no buddy is
 * the one that started this installation.
 *
 * Returns: its key, or 0 on error
 */
gint64
mk_partner_add (MkDatabase      *database,
                const MkPartner *partner,
                GError         **error)
{
  g_autofree char *epoch = mk_random_uuid ();
  gint64 key;

  if (!mk_statement_run (mk_database_query (database, "partner-insert", partner->id,
                                            mk_role_name (partner->role), partner->name,
                                            partner->cvr_number, partner->p_number, partner->known),
                         error))
    return 0;
  key = mk_database_last_rowid (database);
  return mk_epoch_begin (database, key, MK_DIRECTION_OUT, epoch, error) != 0 ? key : 0;
}

/**
 * mk_partner_renew:
 * @database: a store
 * @key: of a known partner
 * @partner: what it now calls itself; numbers that are %NULL stay as they were
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
mk_partner_renew (MkDatabase      *database,
                  gint64           key,
                  const MkPartner *partner,
                  GError         **error)
{
  return mk_statement_run (mk_database_query (database, "partner-update", key, partner->name,
                                              partner->cvr_number, partner->p_number),
                           error);
}

/* What a partner's records and receipts of this store keep for themselves names it by its UUID, and
 * so does the pin of its certificate. */
static gboolean
link_again (MkDatabase *database,
            const char *old_id,
            const char *id,
            GError    **error)
{
  return mk_statement_run (mk_database_query (database, "link-revisions", old_id, id), error) &&
         mk_statement_run (mk_database_query (database, "link-contents@tildeling", old_id, id),
                           error) &&
         mk_statement_run (mk_database_query (database, "link-contents@kvittering", old_id, id),
                           error) &&
         mk_pin_move (database, old_id, id, error);
}

/**
 * mk_partner_identify:
 * @database: a store, in a transaction
 * @partner: a partner that is not known by its own UUID
 * @id: that UUID
 * @error: return location
 *
 * From now on the partner goes by its own UUID, in everything that names it.
 *
 * Returns: whether it was written
 */
gboolean
mk_partner_identify (MkDatabase      *database,
                     const MkPartner *partner,
                     const char      *id,
                     GError         **error)
{
  return mk_statement_run (mk_database_query (database, "partner-identify", partner->key, id),
                           error) &&
         link_again (database, partner->id, id, error);
}

/**
 * mk_partner_join:
 * @database: a store, in a transaction
 * @started: a partner that is not known by its own UUID
 * @known: the partner that turned out to be the same one
 * @error: return location
 *
 * Makes one partner of the two: it has taken what was sent to @started, so that this epoch goes on.
 *
 * Returns: whether it was written
 */
gboolean
mk_partner_join (MkDatabase      *database,
                 const MkPartner *started,
                 const MkPartner *known,
                 GError         **error)
{
  return mk_statement_run (
             mk_database_query (database, "epoch-retire", known->key, MK_DIRECTION_OUT), error) &&
         mk_statement_run (
             mk_database_query (database, "partner-take-over", started->key, known->key), error) &&
         mk_statement_run (mk_database_query (database, "partner-remove", started->key), error) &&
         link_again (database, started->id, known->id, error);
}

/**
 * mk_partner_find_by_receipt:
 * @database: a store
 * @package_id: UUID that a receipt answers
 * @sha256: hash that it answers
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the partner that the package was sent to, if it has not told
 *   its UUID; %NULL without an error when there is none
 */
MkPartner *
mk_partner_find_by_receipt (MkDatabase *database,
                            const char *package_id,
                            const char *sha256,
                            GError    **error)
{
  g_autoptr (MkStatement) statement =
      mk_database_query (database, "partner-by-receipt", package_id, sha256);

  return mk_statement_step (statement, error) ? read_partner (statement) : NULL;
}

/**
 * mk_partner_free:
 * @self: (nullable): a partner
 */
void
mk_partner_free (MkPartner *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->name);
  g_free (self->cvr_number);
  g_free (self->p_number);
  g_free (self);
}

/**
 * mk_epoch_find:
 * @database: a store
 * @partner: key of a partner
 * @direction: %MK_DIRECTION_IN or %MK_DIRECTION_OUT
 * @id: UUID of the epoch
 * @epoch: (out): the epoch, its key 0 when it is unknown; clear with mk_epoch_clear()
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
mk_epoch_find (MkDatabase *database,
               gint64      partner,
               const char *direction,
               const char *id,
               MkEpoch    *epoch,
               GError    **error)
{
  g_autoptr (MkStatement) statement =
      mk_database_query (database, "epoch-find", partner, direction, id);
  g_autoptr (GError) local = NULL;

  *epoch = (MkEpoch) { 0, NULL, FALSE };
  if (mk_statement_step (statement, &local))
    *epoch = (MkEpoch) { mk_statement_int64 (statement, 0), g_strdup (id),
                         mk_statement_int64 (statement, 1) != 0 };
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * mk_epoch_present:
 * @database: a store
 * @partner: key of a partner
 * @direction: %MK_DIRECTION_IN or %MK_DIRECTION_OUT
 * @epoch: (out): the epoch that goes on, its key 0 when none has begun
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
mk_epoch_present (MkDatabase *database,
                  gint64      partner,
                  const char *direction,
                  MkEpoch    *epoch,
                  GError    **error)
{
  g_autoptr (MkStatement) statement =
      mk_database_query (database, "epoch-present", partner, direction);
  g_autoptr (GError) local = NULL;

  *epoch = (MkEpoch) { 0, NULL, FALSE };
  if (mk_statement_step (statement, &local))
    *epoch =
        (MkEpoch) { mk_statement_int64 (statement, 0), mk_statement_dup_text (statement, 1), TRUE };
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * mk_epoch_begin:
 * @database: a store, in a transaction
 * @partner: key of a partner
 * @direction: %MK_DIRECTION_IN or %MK_DIRECTION_OUT
 * @id: UUID of the new epoch
 * @error: return location
 *
 * Ends the present epoch, if there is one, and begins this one.
 *
 * Returns: the new epoch's key, or 0 on error
 */
gint64
mk_epoch_begin (MkDatabase *database,
                gint64      partner,
                const char *direction,
                const char *id,
                GError    **error)
{
  if (!mk_statement_run (mk_database_query (database, "epoch-retire", partner, direction), error) ||
      !mk_statement_run (mk_database_query (database, "epoch-insert", partner, direction, id, 1),
                         error))
    return 0;
  return mk_database_last_rowid (database);
}

/**
 * mk_epoch_bar:
 * @database: a store, in a transaction
 * @partner: key of a partner
 * @direction: %MK_DIRECTION_IN or %MK_DIRECTION_OUT
 * @id: UUID of an epoch that was replaced before anything of it came
 * @error: return location
 *
 * Remembers an epoch as replaced, so that its packages are refused should they come. One that is
 * known already stays as it is.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_epoch_bar (MkDatabase *database,
              gint64      partner,
              const char *direction,
              const char *id,
              GError    **error)
{
  g_auto (MkEpoch) known = { 0 };

  if (!mk_epoch_find (database, partner, direction, id, &known, error))
    return FALSE;
  return known.key != 0 ||
         mk_statement_run (mk_database_query (database, "epoch-insert", partner, direction, id, 0),
                           error);
}

/**
 * mk_epoch_replaced:
 * @database: a store
 * @partner: key of a partner
 * @direction: %MK_DIRECTION_IN or %MK_DIRECTION_OUT
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8): the epochs that were replaced; %NULL on error
 */
GPtrArray *
mk_epoch_replaced (MkDatabase *database,
                   gint64      partner,
                   const char *direction,
                   GError    **error)
{
  g_autoptr (MkStatement) statement =
      mk_database_query (database, "epoch-replaced", partner, direction);
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
 * mk_epoch_clear:
 * @epoch: an epoch
 */
void
mk_epoch_clear (MkEpoch *epoch)
{
  g_clear_pointer (&epoch->id, g_free);
  epoch->key = 0;
}
