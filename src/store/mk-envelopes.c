/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-envelopes.h"

/* The sealed files of packages. Sealing gives other bytes each time, and what is sent again is to be
 * the same file, so that it is known again in a folder where it lies. */

/**
 * mk_envelopes_find:
 * @database: a store
 * @package_id: UUID of a package that was packed here
 * @fingerprint: of the certificate that the file shall be sealed to
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the sealed file; %NULL without an error when there is none
 */
GBytes *
mk_envelopes_find (MkDatabase *database,
                   const char *package_id,
                   const char *fingerprint,
                   GError    **error)
{
  g_autoptr (MkStatement) statement =
      mk_database_query (database, "envelope-find", package_id, fingerprint);

  return mk_statement_step (statement, error) ? mk_statement_blob (statement, 0) : NULL;
}

/**
 * mk_envelopes_put:
 * @database: a store
 * @package_id: UUID of a package that was packed here
 * @fingerprint: of the certificate that the file is sealed to
 * @bytes: the sealed file
 * @error: return location
 *
 * Keeps a sealed file, in the place of one for another certificate.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_envelopes_put (MkDatabase *database,
                  const char *package_id,
                  const char *fingerprint,
                  GBytes     *bytes,
                  GError    **error)
{
  return mk_statement_run (
      mk_database_query (database, "envelope-put", package_id, fingerprint, bytes), error);
}
