/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-connection.h"
#include "mk-database-private.h"
#include "mk-durable.h"
#include "mk-migrations.h"
#include "mk-sqlite-error.h"
#include "mk-store-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* How often SQLite asks whether a reading was cancelled, in its machine's instructions: well
 * under a millisecond. */
#define PROGRESS_INTERVAL 2000

static const MkDatabaseOptions default_options = { .wait = MK_STORE_LOCK_WAIT };

static int
progress_cb (gpointer data)
{
  MkDatabase *self = data;

  return self->is_interruptible && g_cancellable_is_cancelled (self->cancellable);
}

static MkDatabase *
new_database (const char   *directory,
              const guint8 *key,
              MkStoreLock  *lock)
{
  MkDatabase *self = g_new0 (MkDatabase, 1);

  self->owner = g_thread_self ();
  self->lock = lock;
  self->directory = g_strdup (directory);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  memcpy (self->key, key, MK_KEY_SIZE);
  return self;
}

static MkStoreLock *
take_lock (const char              *directory,
           const MkDatabaseOptions *options,
           GError                 **error)
{
  return options->lock != NULL ? options->lock
                               : mk_store_lock_take (directory, options->wait, error);
}

/* Opens the file @name of a directory whose lock @self holds, and brings it to the newest version.
 * On failure @self is closed. */
static MkDatabase *
open_file (MkDatabase        *self,
           const char        *name,
           gboolean           is_new,
           const char *const *scripts,
           GError           **error)
{
  g_autofree char *path = g_build_filename (self->directory, name, NULL);
  g_auto (GStrv) loaded = scripts == NULL ? mk_migrations_load () : NULL;

  if (scripts == NULL)
    scripts = (const char *const *) loaded;
  self->handle =
      is_new ? mk_connection_create (path, self->key, error)
             : mk_connection_open (path, self->key, (int) g_strv_length ((char **) scripts), error);
  if (self->handle != NULL && mk_migrations_run (self, scripts, error))
    return self;
  mk_database_close (self);
  return NULL;
}

/* Closes the connection and keeps the lock. */
static void
close_connection (MkDatabase *self)
{
  GHashTableIter iter;
  gpointer statement;
  int code;

  mk_database_copy_end (self);
  g_hash_table_iter_init (&iter, self->statements);
  while (g_hash_table_iter_next (&iter, NULL, &statement))
    mk_statement_free_chain (statement);
  g_hash_table_remove_all (self->statements);
  code = sqlite3_close (self->handle);
  if (code != SQLITE_OK)
    g_critical ("The database did not close: %s", sqlite3_errstr (code));
  self->handle = NULL;
}

static gboolean
refuse_existing (const char *directory,
                 GError    **error)
{
  static const char *const names[] = { MK_STORE_DATABASE_FILE, MK_STORE_DATABASE_FILE "-wal",
                                       MK_STORE_DATABASE_FILE "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (directory, names[i], NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
        continue;
      g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_EXISTS,
                   _ ("A new store can’t be made here: “%s” is in the way. It was left as it is. "
                      "Choose an empty folder."),
                   names[i]);
      return TRUE;
    }
  return FALSE;
}

/* The unfinished file gets its name when it is a whole store on the disk, so that nothing
 * unfinished is ever taken for one. */
static gboolean
finish_file (const char              *directory,
             const guint8            *key,
             gboolean                 is_new,
             const MkDatabaseOptions *options,
             GError                 **error)
{
  g_autofree char *path = g_build_filename (directory, MK_STORE_DATABASE_FILE, NULL);
  g_autofree char *unfinished = g_build_filename (directory, MK_STORE_UNFINISHED_FILE, NULL);
  g_autoptr (MkDatabase) made =
      open_file (new_database (directory, key, NULL), MK_STORE_UNFINISHED_FILE, is_new,
                 options->scripts, error);

  if (made == NULL || (options->fill != NULL && !options->fill (made, options->fill_data, error)))
    return FALSE;
  close_connection (made);
  return mk_durable_sync_file (unfinished, error) && mk_durable_rename (unfinished, path, error);
}

/* An empty file of the unfinished name may be there already. */
static gboolean
make_file (MkDatabase              *self,
           const char              *unfinished,
           const MkDatabaseOptions *options,
           GError                 **error)
{
  return (g_file_test (unfinished, G_FILE_TEST_EXISTS) ||
          mk_store_file_reserve (unfinished, error)) &&
         finish_file (self->directory, self->key, TRUE, options, error);
}

/**
 * mk_database_adopt:
 * @directory: a directory that nobody else uses
 * @key: the key
 * @options: how; the lock is not used
 * @error: return location
 *
 * Makes a store's database of a copy that lies in @directory under the unfinished name: brings it
 * to the newest version, fills it, and gives it its name when all of that is on the disk.
 *
 * Returns: whether it is there
 */
gboolean
mk_database_adopt (const char              *directory,
                   const guint8             key[MK_KEY_SIZE],
                   const MkDatabaseOptions *options,
                   GError                 **error)
{
  return finish_file (directory, key, FALSE, options, error);
}

/**
 * mk_database_create_full:
 * @directory: a directory
 * @key: the key
 * @options: how
 * @error: return location
 *
 * mk_database_create() with everything that can be chosen. The lock in @options is taken over,
 * also on failure.
 *
 * Returns: (transfer full): the open database, or %NULL
 */
MkDatabase *
mk_database_create_full (const char              *directory,
                         const guint8             key[MK_KEY_SIZE],
                         const MkDatabaseOptions *options,
                         GError                 **error)
{
  g_autofree char *unfinished = g_build_filename (directory, MK_STORE_UNFINISHED_FILE, NULL);
  MkStoreLock *lock = take_lock (directory, options, error);
  g_autoptr (MkDatabase) self = NULL;

  if (lock == NULL)
    return NULL;
  self = new_database (directory, key, lock);
  if (refuse_existing (directory, error))
    return NULL;
  if (!make_file (self, unfinished, options, error))
    {
      mk_store_file_remove (unfinished);
      return NULL;
    }
  return open_file (g_steal_pointer (&self), MK_STORE_DATABASE_FILE, FALSE, options->scripts,
                    error);
}

/**
 * mk_database_create:
 * @directory: a directory, which must be there
 * @key: the key that shall encrypt it
 * @error: return location
 *
 * Makes a new, empty store's database at the newest schema version, and opens it on this thread.
 * The file appears under its name when it is whole.
 *
 * Returns: (transfer full): the open database; %NULL with %MK_STORE_ERROR_EXISTS when something is
 *   in the way, %MK_STORE_ERROR_BUSY when somebody else has the directory, or what the disk says
 */
MkDatabase *
mk_database_create (const char  *directory,
                    const guint8 key[MK_KEY_SIZE],
                    GError     **error)
{
  return mk_database_create_full (directory, key, &default_options, error);
}

/**
 * mk_database_open_full:
 * @directory: a directory
 * @key: the key
 * @options: how
 * @error: return location
 *
 * mk_database_open() with everything that can be chosen. The lock in @options is taken over, also
 * on failure.
 *
 * Returns: (transfer full): the open database, or %NULL
 */
MkDatabase *
mk_database_open_full (const char              *directory,
                       const guint8             key[MK_KEY_SIZE],
                       const MkDatabaseOptions *options,
                       GError                 **error)
{
  g_autofree char *path = g_build_filename (directory, MK_STORE_DATABASE_FILE, NULL);
  MkStoreLock *lock = options->lock;

  /* Before the lock, which would leave its file where there is no store. */
  if (!mk_store_file_require (path, error))
    {
      mk_store_lock_release (lock);
      return NULL;
    }
  lock = take_lock (directory, options, error);
  if (lock == NULL)
    return NULL;
  return open_file (new_database (directory, key, lock), MK_STORE_DATABASE_FILE, FALSE,
                    options->scripts, error);
}

/**
 * mk_database_open:
 * @directory: the store's directory
 * @key: its key
 * @error: return location
 *
 * Opens a store's database on this thread, waiting a little for somebody else who has it, and
 * brings it to the newest schema version if it is older. Never makes one. A file that is refused
 * is left as it was.
 *
 * Returns: (transfer full): the open database, or %NULL with %MK_STORE_ERROR_MISSING,
 *   %MK_STORE_ERROR_BUSY, %MK_STORE_ERROR_FOREIGN, %MK_STORE_ERROR_NEWER,
 *   %MK_STORE_ERROR_WRONG_KEY, %MK_STORE_ERROR_DAMAGED, %MK_STORE_ERROR_READ_ONLY or what the disk
 *   says
 */
MkDatabase *
mk_database_open (const char  *directory,
                  const guint8 key[MK_KEY_SIZE],
                  GError     **error)
{
  return mk_database_open_full (directory, key, &default_options, error);
}

/**
 * mk_database_open_reading:
 * @path: a file that begins with a store's database, such as a backup
 * @key: its key
 * @error: return location
 *
 * Opens a copy that nobody writes to, to look into it on this thread. Takes no lock, changes nothing
 * and makes no file beside it. Its directory is the one that the file is in.
 *
 * Returns: (transfer full): the database, which can't be written; %NULL as mk_database_open()
 */
MkDatabase *
mk_database_open_reading (const char  *path,
                          const guint8 key[MK_KEY_SIZE],
                          GError     **error)
{
  g_autofree char *directory = g_path_get_dirname (path);
  g_auto (GStrv) scripts = mk_migrations_load ();
  MkDatabase *self = new_database (directory, key, NULL);

  self->handle = mk_connection_open_reading (path, key, (int) g_strv_length (scripts), error);
  if (self->handle != NULL)
    return self;
  mk_database_close (self);
  return NULL;
}

/**
 * mk_database_close:
 * @self: (transfer full) (nullable): the database
 *
 * Rolls back what is not committed, ends the statements, closes the connection, gives the lock
 * back and wipes the key. On the database's own thread.
 */
void
mk_database_close (MkDatabase *self)
{
  if (self == NULL)
    return;
  g_assert (self->owner == g_thread_self ());
  close_connection (self);
  g_hash_table_unref (self->statements);
  g_clear_object (&self->cancellable);
  mk_store_lock_release (self->lock);
  explicit_bzero (self->key, sizeof self->key);
  g_free (self->directory);
  g_free (self);
}

/**
 * mk_database_directory:
 * @self: the database
 *
 * Returns: (transfer none): the store's directory, as it was given
 */
const char *
mk_database_directory (MkDatabase *self)
{
  g_assert (self->owner == g_thread_self ());
  return self->directory;
}

/**
 * mk_database_execute:
 * @self: the database
 * @script: SQL statements
 * @error: return location
 *
 * Runs a script, as migrations and tests do.
 *
 * Returns: whether all of it was done
 */
gboolean
mk_database_execute (MkDatabase *self,
                     const char *script,
                     GError    **error)
{
  g_assert (self->owner == g_thread_self ());
  return mk_connection_execute (self->handle, script, error);
}

/**
 * mk_database_changes:
 * @self: the database
 *
 * Returns: how many rows the last finished statement inserted, changed or deleted itself
 */
gint64
mk_database_changes (MkDatabase *self)
{
  g_assert (self->owner == g_thread_self ());
  return sqlite3_changes64 (self->handle);
}

/**
 * mk_database_last_rowid:
 * @self: the database
 *
 * Returns: the rowid of the last row that was inserted
 */
gint64
mk_database_last_rowid (MkDatabase *self)
{
  g_assert (self->owner == g_thread_self ());
  return sqlite3_last_insert_rowid (self->handle);
}

/**
 * mk_database_set_cancellable:
 * @self: the database
 * @cancellable: (nullable): what ends readings from now on
 *
 * From here on a statement that only reads, outside a transaction, fails with
 * %G_IO_ERROR_CANCELLED soon after @cancellable is cancelled (on whatever thread). Writes are
 * never ended by it.
 */
void
mk_database_set_cancellable (MkDatabase   *self,
                             GCancellable *cancellable)
{
  g_assert (self->owner == g_thread_self ());
  g_set_object (&self->cancellable, cancellable);
  sqlite3_progress_handler (self->handle, PROGRESS_INTERVAL,
                            cancellable != NULL ? progress_cb : NULL, self);
}

/**
 * mk_database_is_at_rest:
 * @self: the database
 *
 * For whoever lends the database to others: a statement left in its rows keeps the write-ahead
 * log from being emptied, and a transaction left open keeps everything from being saved.
 *
 * Returns: whether no transaction is open and no statement in the middle of its rows
 */
gboolean
mk_database_is_at_rest (MkDatabase *self)
{
  g_assert (self->owner == g_thread_self ());
  for (sqlite3_stmt *statement = sqlite3_next_stmt (self->handle, NULL); statement != NULL;
       statement = sqlite3_next_stmt (self->handle, statement))
    if (sqlite3_stmt_busy (statement))
      return FALSE;
  return self->depth == 0;
}
