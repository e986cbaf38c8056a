/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-backup-check.h"

G_BEGIN_DECLS

/**
 * MkRestored:
 * @content: what was in the backup
 * @kept: (nullable) (type filename): where the store that stood there before is now; %NULL when there
 *   was none
 *
 * What restoring a backup has done.
 */
typedef struct
{
  MkBackupContent *content;
  char            *kept;
} MkRestored;

MkRestored *mk_backup_restore (const char    *directory,
                               const char    *path,
                               const char    *secret,
                               MkDatabaseFill fill,
                               gconstpointer  fill_data,
                               GError       **error);
void        mk_restored_free  (MkRestored *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkRestored, mk_restored_free)

G_END_DECLS
