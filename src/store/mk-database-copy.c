/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-connection.h"
#include "mk-database-private.h"
#include "mk-durable.h"
#include "mk-sqlite-error.h"
#include "mk-store-file.h"

/**
 * mk_database_copy_begin:
 * @self: the database, which makes no other copy
 * @path: an empty file
 * @error: return location
 *
 * Begins a copy under the same key, which mk_database_copy_step() goes on with and
 * mk_database_copy_end() ends; closing the database ends it too. The database may be changed
 * meanwhile: the copy is of the moment of its last step.
 *
 * Returns: whether it has begun
 */
gboolean
mk_database_copy_begin (MkDatabase *self,
                        const char *path,
                        GError    **error)
{
  g_assert (self->owner == g_thread_self ());
  g_assert (self->copy_target == NULL);

  self->copy_target = mk_connection_open_target (path, self->key, error);
  if (self->copy_target == NULL)
    return FALSE;
  self->copy = sqlite3_backup_init (self->copy_target, "main", self->handle, "main");
  if (self->copy != NULL)
    return TRUE;
  mk_sqlite_error_set (error, self->copy_target, sqlite3_errcode (self->copy_target));
  mk_database_copy_end (self);
  return FALSE;
}

/**
 * mk_database_copy_step:
 * @self: the database, not in a transaction, with a copy that was begun
 * @pages: how many pages of 4096 bytes to copy, or -1 for all
 * @is_whole: (out): whether that were the last ones
 * @error: return location
 *
 * Goes on with the copy.
 *
 * Returns: %FALSE when the copy is of no value; mk_database_copy_end() is to be called
 */
gboolean
mk_database_copy_step (MkDatabase *self,
                       int         pages,
                       gboolean   *is_whole,
                       GError    **error)
{
  int code;

  g_assert (self->owner == g_thread_self ());
  g_assert (self->copy != NULL && self->depth == 0);

  code = sqlite3_backup_step (self->copy, pages);
  *is_whole = code == SQLITE_DONE;
  if (code == SQLITE_OK || code == SQLITE_DONE)
    return TRUE;
  /* Ending it is what makes the copy say why. */
  code = sqlite3_backup_finish (g_steal_pointer (&self->copy));
  mk_sqlite_error_set (error, self->copy_target, code);
  return FALSE;
}

/**
 * mk_database_copy_fraction:
 * @self: the database, with a copy that was begun
 *
 * Returns: how much of the copy is made, from 0 to 1
 */
double
mk_database_copy_fraction (MkDatabase *self)
{
  int n_pages = sqlite3_backup_pagecount (self->copy);

  return n_pages > 0 ? 1.0 - (double) sqlite3_backup_remaining (self->copy) / n_pages : 0;
}

/**
 * mk_database_copy_end:
 * @self: the database
 *
 * Closes the copy, whole or not. Does nothing where none was begun.
 */
void
mk_database_copy_end (MkDatabase *self)
{
  g_assert (self->owner == g_thread_self ());

  if (self->copy != NULL)
    sqlite3_backup_finish (self->copy);
  self->copy = NULL;
  sqlite3_close (self->copy_target);
  self->copy_target = NULL;
}

static gboolean
write_copy (MkDatabase *self,
            const char *path,
            GError    **error)
{
  gboolean is_whole = FALSE;
  gboolean success = mk_database_copy_begin (self, path, error) &&
                     mk_database_copy_step (self, -1, &is_whole, error);

  mk_database_copy_end (self);
  g_assert (is_whole || !success);
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
