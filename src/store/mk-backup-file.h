/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-store-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How a backup's name ends. */
#define MK_BACKUP_SUFFIX ".makkerkopi"

/**
 * MkBackupFile:
 * @made: RFC 3339 date-time
 * @keys: the bytes of the store's `makker.keys` at that time
 * @database_size: how many bytes from the beginning are the encrypted database
 *
 * What can be told of a backup without a key.
 */
typedef struct
{
  char   *made;
  GBytes *keys;
  gint64  database_size;
} MkBackupFile;

gboolean      mk_backup_file_seal   (const char *path,
                                     const char *made,
                                     GBytes     *keys,
                                     GError    **error);
MkBackupFile *mk_backup_file_read   (const char *path,
                                     GError    **error);
gboolean      mk_backup_file_unpack (const char         *path,
                                     const MkBackupFile *file,
                                     const char         *directory,
                                     GError            **error);
void          mk_backup_file_free   (MkBackupFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkBackupFile, mk_backup_file_free)

G_END_DECLS
