/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-backup-file.h"
#include "mk-database.h"

G_BEGIN_DECLS

/**
 * MkBackupContent:
 * @made: RFC 3339 date-time
 * @installation: UUID of whose it is
 * @name: of the person
 * @types: (element-type utf8): the types of its living records, as the contract names them
 * @counts: (element-type gint64): how many there are of each
 *
 * What is in a backup.
 */
typedef struct
{
  char      *made;
  char      *installation;
  char      *name;
  GPtrArray *types;
  GArray    *counts;
} MkBackupContent;

/* How many rows there are of what everything else hangs on. */
typedef struct
{
  gint64 records;
  gint64 revisions;
  gint64 packages;
} MkBackupRows;

gboolean mk_backup_check_rows       (MkDatabase   *database,
                                     MkBackupRows *rows,
                                     GError      **error);
GStrv    mk_backup_check_tables     (MkDatabase *database,
                                     GError    **error);
gboolean mk_backup_check_table      (MkDatabase *database,
                                     const char *table,
                                     GError    **error);
gboolean mk_backup_check_references (MkDatabase *database,
                                     GError    **error);

gboolean         mk_backup_find_key      (const MkBackupFile *file,
                                          const char         *secret,
                                          guint8              key[MK_KEY_SIZE],
                                          GError            **error);
MkBackupContent *mk_backup_check         (const char         *path,
                                          const MkBackupFile *file,
                                          const guint8        key[MK_KEY_SIZE],
                                          GError            **error);
MkBackupContent *mk_backup_verify        (const char *path,
                                          const char *secret,
                                          GError    **error);
MkBackupContent *mk_backup_verify_own    (MkDatabase *database,
                                          const char *path,
                                          GError    **error);
MkBackupContent *mk_backup_describe_own  (MkDatabase *database,
                                          const char *path,
                                          GError    **error);
gint64           mk_backup_content_count (const MkBackupContent *self,
                                          const char            *type);
void             mk_backup_content_free  (MkBackupContent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkBackupContent, mk_backup_content_free)

G_END_DECLS
