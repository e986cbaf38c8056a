/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-backup.h"

G_BEGIN_DECLS

/**
 * MkBackupWork:
 * @folder: (type filename): where backups go
 * @is_default: whether that folder is ours to make
 * @installation: UUID of whose backups they are
 * @day: of today, YYYY-MM-DD
 * @backup: the one of today, which is not begun yet
 *
 * What the work on the backups of a store needs, away from the main thread.
 */
typedef struct
{
  char     *folder;
  gboolean  is_default;
  char     *installation;
  char     *day;
  MkBackup *backup;
} MkBackupWork;

/**
 * MkBackupFound:
 * @last: (nullable): when the newest good one was made, RFC 3339
 * @has_today: whether there is a good one of today
 *
 * What is in the folder.
 */
typedef struct
{
  char    *last;
  gboolean has_today;
} MkBackupFound;

MkBackupWork  *mk_backup_work_new   (const char *folder,
                                     gboolean    is_default,
                                     const char *installation);
void           mk_backup_work_free  (gpointer data);
MkBackupFound *mk_backup_work_look  (const MkBackupWork *self,
                                     GError            **error);
gboolean       mk_backup_work_step  (MkBackupWork *self,
                                     MkDatabase   *database,
                                     GCancellable *cancellable,
                                     GError      **error);
void           mk_backup_found_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkBackupFound, mk_backup_found_free)

G_END_DECLS
