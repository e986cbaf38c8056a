/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-materials.h"

#include "mk-clock.h"

/**
 * mk_material_list:
 * @database: a store
 * @func: called for each, those of one sender together
 * @user_data: for @func
 * @error: return location
 *
 * Lists the materials that came, without their contents, which may be large.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_material_list (MkDatabase    *database,
                  MkMaterialFunc func,
                  gpointer       user_data,
                  GError       **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "material-list");
  g_autoptr (GError) local = NULL;

  while (mk_statement_step (statement, &local))
    {
      MkMaterialListed listed = { .id = mk_statement_text (statement, 0),
                                  .title = mk_statement_text (statement, 1),
                                  .format = mk_statement_text (statement, 2),
                                  .module = mk_statement_int64 (statement, 3),
                                  .sender = mk_statement_text (statement, 4),
                                  .changed = mk_statement_text (statement, 5) };

      func (&listed, user_data);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * mk_material_trust:
 * @database: a store
 * @id: UUID of a material
 * @is_trusted: (out): whether its package was signed by whom this workplace knows, or a person said
 *   yes to the package or to what the material holds
 * @error: return location
 *
 * A film is handed to decoders, which are large, so that one of an unknown hand is asked about first.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_material_trust (MkDatabase *database,
                   const char *id,
                   gboolean   *is_trusted,
                   GError    **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "material-trust", id);
  g_autoptr (GError) local = NULL;

  *is_trusted = mk_statement_step (statement, &local) && mk_statement_int64 (statement, 0) != 0;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * mk_material_accept:
 * @database: a store
 * @id: UUID of a material
 * @error: return location
 *
 * Remembers that a person said yes to what it holds now. What replaces it is asked about again.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_material_accept (MkDatabase *database,
                    const char *id,
                    GError    **error)
{
  g_autofree char *now = mk_clock_text ();

  return mk_statement_run (mk_database_query (database, "film-accept", id, now), error);
}
