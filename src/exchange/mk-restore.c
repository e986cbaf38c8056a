/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-restore.h"

#include "mk-new-epoch.h"

static gboolean
begin_epochs (MkDatabase   *database,
              gconstpointer data G_GNUC_UNUSED,
              GError      **error)
{
  g_autoptr (GPtrArray) begun = mk_new_epoch (database, NULL, error);

  return begun != NULL;
}

/**
 * mk_restore:
 * @directory: the store's directory, which may be missing or empty
 * @path: a backup
 * @secret: (nullable): the passphrase or the recovery key from when it was made
 * @error: return location
 *
 * Restores a backup as mk_backup_restore() does. The restored store begins new epochs towards all
 * partners before it is in place (exchange contract, section 6), since numbers that were used after
 * the backup must not be used for other packages.
 *
 * Returns: (transfer full): what was done, or %NULL when nothing was changed
 */
MkRestored *
mk_restore (const char *directory,
            const char *path,
            const char *secret,
            GError    **error)
{
  return mk_backup_restore (directory, path, secret, begin_epochs, NULL, error);
}
