/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-pins.h"

#include "mk-certificate.h"
#include "mk-clock.h"

/* Certificates that a person vouches for. A pin goes by the installation's UUID, not by a partner: it
 * may be made before the first package comes. */

/**
 * mk_pin_put:
 * @database: a store
 * @id: UUID of another installation
 * @certificate: in DER, judged by mk_certificate_read()
 * @error: return location
 *
 * Pins the certificate, in the place of one that was pinned before.
 *
 * Returns: (transfer full): its fingerprint; %NULL on error
 */
char *
mk_pin_put (MkDatabase *database,
            const char *id,
            GBytes     *certificate,
            GError    **error)
{
  g_autofree char *fingerprint = mk_certificate_fingerprint (certificate);
  g_autofree char *now = mk_clock_text ();

  if (!mk_statement_run (mk_database_query (database, "pin-put", id, fingerprint, certificate, now),
                         error))
    return NULL;
  return g_steal_pointer (&fingerprint);
}

/**
 * mk_pin_find:
 * @database: a store
 * @id: UUID of another installation
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its certificate; %NULL without an error when none is pinned
 */
MkPin *
mk_pin_find (MkDatabase *database,
             const char *id,
             GError    **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "pin-find", id);
  MkPin *self;

  if (!mk_statement_step (statement, error))
    return NULL;
  self = g_new0 (MkPin, 1);
  self->fingerprint = mk_statement_dup_text (statement, 0);
  self->certificate = mk_statement_blob (statement, 1);
  return self;
}

/**
 * mk_pin_exists:
 * @database: a store
 * @fingerprint: of a certificate
 * @exists: (out): whether it is pinned for anybody
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
mk_pin_exists (MkDatabase *database,
               const char *fingerprint,
               gboolean   *exists,
               GError    **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "pin-exists", fingerprint);
  g_autoptr (GError) local = NULL;

  *exists = mk_statement_step (statement, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * mk_pin_move:
 * @database: a store, in a transaction
 * @old_id: what an installation went by
 * @id: the UUID that it goes by from now on
 * @error: return location
 *
 * Lets a pin follow its installation. One that was pinned for @id already stays.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_pin_move (MkDatabase *database,
             const char *old_id,
             const char *id,
             GError    **error)
{
  return mk_statement_run (mk_database_query (database, "pin-identify", old_id, id), error) &&
         mk_statement_run (mk_database_query (database, "pin-remove", old_id), error);
}

/**
 * mk_pin_free:
 * @self: (nullable): a pin
 */
void
mk_pin_free (MkPin *self)
{
  if (self == NULL)
    return;
  g_free (self->fingerprint);
  g_clear_pointer (&self->certificate, g_bytes_unref);
  g_free (self);
}
