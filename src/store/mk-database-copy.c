/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-connection.h"
#include "mk-database-private.h"
#include "mk-durable.h"
#include "mk-sqlite-error.h"
#include "mk-store-file.h"

static gboolean
copy_pages (MkDatabase *self,
            sqlite3    *target,
            GError    **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (target, "main", self->handle, "main");
  int code;

  if (backup == NULL)
    {
      mk_sqlite_error_set (error, target, sqlite3_errcode (target));
      return FALSE;
    }
  sqlite3_backup_step (backup, -1);
  code = sqlite3_backup_finish (backup);
  if (code != SQLITE_OK)
    mk_sqlite_error_set (error, target, code);
  return code == SQLITE_OK;
}

static gboolean
write_copy (MkDatabase *self,
            const char *path,
            GError    **error)
{
  sqlite3 *target = mk_connection_open_target (path, self->key, error);
  gboolean success = target != NULL && copy_pages (self, target, error);

  sqlite3_close (target);
  return success && mk_durable_sync_file (path, error);
}

/* As a stranger would: opened anew, judged, and every page read. */
static gboolean
verify_copy (MkDatabase *self,
             const char *path,
             GError    **error)
{
  sqlite3 *handle = mk_connection_open (path, self->key, G_MAXINT, error);
  gboolean success = handle != NULL && mk_connection_verify (handle, error);

  sqlite3_close (handle);
  return success;
}

/**
 * mk_database_copy:
 * @self: the database, not in a transaction
 * @path: where the copy goes; a file of that name is replaced
 * @error: return location
 *
 * Makes a copy under the same key, opens it and reads all of it, and only then gives it its name.
 * Takes as long as reading and writing the whole store.
 *
 * Returns: whether a verified copy is on the disk; otherwise @path is as it was
 */
gboolean
mk_database_copy (MkDatabase *self,
                  const char *path,
                  GError    **error)
{
  g_autofree char *temporary = g_strconcat (path, ".tmp", NULL);

  g_assert (self->owner == g_thread_self ());
  g_assert (self->depth == 0);

  mk_store_file_remove (temporary);
  if (mk_store_file_reserve (temporary, error) && write_copy (self, temporary, error) &&
      verify_copy (self, temporary, error) && mk_durable_rename (temporary, path, error))
    return TRUE;
  mk_store_file_remove (temporary);
  return FALSE;
}
