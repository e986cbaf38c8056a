/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-seal.h"

#include "mk-clock.h"
#include "mk-digest.h"
#include "mk-filling.h"
#include "mk-random.h"

/* Sealing: what is not packed becomes packages, each once, with its number in the chain. */

struct _MkSealing
{
  MkDatabase      *database;
  const MkPartner *partner;
  MkFilling       *filling; /* of the epoch that was present last, or NULL */
};

/**
 * mk_sealing_new:
 * @database: a store
 * @partner: to whom; must outlive the sealing
 *
 * Returns: (transfer full): a sealing before its first package
 */
MkSealing *
mk_sealing_new (MkDatabase      *database,
                const MkPartner *partner)
{
  MkSealing *self = g_new0 (MkSealing, 1);

  self->database = database;
  self->partner = partner;
  return self;
}

/**
 * mk_sealing_free:
 * @self: (nullable): a sealing
 */
void
mk_sealing_free (MkSealing *self)
{
  if (self == NULL)
    return;
  mk_filling_free (self->filling);
  g_free (self);
}

/* A new epoch begins with every record again. */
static gboolean
follow_epoch (MkSealing *self,
              GError   **error)
{
  g_auto (MkEpoch) present = { 0 };

  if (!mk_epoch_present (self->database, self->partner->key, MK_DIRECTION_OUT, &present, error))
    return FALSE;
  if (self->filling != NULL && self->filling->epoch.key == present.key)
    return TRUE;
  mk_filling_free (self->filling);
  self->filling = mk_filling_new (self->database, self->partner, NULL, NULL, error);
  return self->filling != NULL;
}

/* Gives the package its number and keeps its bytes; the caller's transaction marks the rest. */
static gboolean
close_package (MkSealing *self,
               GError   **error)
{
  const MkFilling *filling = self->filling;
  g_autoptr (MkSealed) sealed = g_new0 (MkSealed, 1);
  g_autofree char *previous = NULL;
  g_autofree char *now = mk_clock_text ();
  gint64 newest, package;

  if (!mk_package_out_newest (self->database, filling->epoch.key, &newest, &previous, error))
    return FALSE;
  sealed->number = newest + 1;
  sealed->id = mk_random_uuid ();
  sealed->entries = filling->carried->len;
  sealed->bytes = mk_filling_write (filling, sealed, previous, now);
  sealed->sha256 = mk_sha256 (sealed->bytes);
  package = mk_package_out_add (self->database, filling->epoch.key, sealed, now, error);
  return package != 0 && mk_package_out_carry (self->database, package,
                                               &g_array_index (filling->carried, MkCarried, 0),
                                               filling->carried->len, error);
}

static gboolean
seal_next (MkSealing *self,
           gboolean  *sealed,
           GError   **error)
{
  g_autoptr (GError) local = NULL;

  if (!follow_epoch (self, error))
    return FALSE;
  *sealed = mk_filling_next (self->filling, &local);
  if (local == NULL)
    return !*sealed || close_package (self, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * mk_sealing_next:
 * @self: a sealing
 * @sealed: (out): whether there was something to seal
 * @error: return location
 *
 * Seals the next package: it gets its number, and its exact bytes are kept in the transaction that
 * marks its entries as packed.
 *
 * Returns: whether it is done; on error this package was not sealed, and those before it stay so.
 *   The sealing is of no use then
 */
gboolean
mk_sealing_next (MkSealing *self,
                 gboolean  *sealed,
                 GError   **error)
{
  return mk_database_begin (self->database, error) &&
         mk_database_end (self->database, seal_next (self, sealed, error), error);
}
