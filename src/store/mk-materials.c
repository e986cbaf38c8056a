/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-materials.h"

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
