/* SPDX-License-Identifier: GPL-3.0-or-later */

/* sqlite3_key () is SQLCipher's; its header hides it from programs that do not ask. */
#define SQLITE_HAS_CODEC 1

#include "mk-connection.h"

#include "mk-functions.h"
#include "mk-sqlite-error.h"
#include "mk-store-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BUSY_TIMEOUT 200 /* milliseconds; the lock file keeps other Makkers out long before */

static sqlite3 *
fail (sqlite3 *handle,
      int      code,
      GError **error)
{
  mk_sqlite_error_set (error, handle, code);
  sqlite3_close (handle);
  return NULL;
}

/* A raw key, so that nothing is derived. The text form of it is wiped at once. */
static int
set_key (sqlite3      *handle,
         const guint8 *key)
{
  char literal[2 * MK_KEY_SIZE + 4] = "x'";
  int code;

  for (gsize i = 0; i < MK_KEY_SIZE; i++)
    g_snprintf (literal + 2 + 2 * i, 3, "%02x", key[i]);
  literal[sizeof literal - 2] = '\'';
  code = sqlite3_key (handle, literal, sizeof literal - 1);
  explicit_bzero (literal, sizeof literal);
  return code;
}

/* Whoever links another SQLite by mistake must not get a plain file. */
static void
assert_cipher (sqlite3 *handle)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (handle, "PRAGMA cipher_version", -1, &statement, NULL) != SQLITE_OK ||
      sqlite3_step (statement) != SQLITE_ROW || sqlite3_column_bytes (statement, 0) == 0)
    g_error ("This SQLite does not encrypt; Makker must be linked with SQLCipher");
  sqlite3_finalize (statement);
}

/* SQLCipher would write what it can't decrypt to the standard error; here it is told in words. */
static void
quieten (sqlite3 *handle)
{
  sqlite3_exec (handle, "PRAGMA cipher_log_level = NONE", NULL, NULL, NULL);
}

/* Nothing here reads or writes the file. */
static void
harden (sqlite3 *handle)
{
  sqlite3_extended_result_codes (handle, 1);
  sqlite3_busy_timeout (handle, BUSY_TIMEOUT);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
}

/* @name: a path, or a URI when @flags say so. */
static sqlite3 *
open_keyed (const char   *name,
            int           flags,
            const guint8 *key,
            GError      **error)
{
  sqlite3 *handle = NULL;
  int code =
      sqlite3_open_v2 (name, &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, NULL);

  if (code != SQLITE_OK)
    return fail (handle, code, error);
  assert_cipher (handle);
  quieten (handle);
  harden (handle);
  mk_functions_register (handle);
  code = set_key (handle, key);
  return code == SQLITE_OK ? handle : fail (handle, code, error);
}

/**
 * mk_connection_execute:
 * @handle: a connection
 * @script: one or more SQL statements
 * @error: return location
 *
 * Runs @script, whose rows nobody wants.
 *
 * Returns: whether all of it was done
 */
gboolean
mk_connection_execute (sqlite3    *handle,
                       const char *script,
                       GError    **error)
{
  int code = sqlite3_exec (handle, script, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    mk_sqlite_error_set (error, handle, code);
  return code == SQLITE_OK;
}

/**
 * mk_connection_get_int:
 * @handle: a connection
 * @sql: one statement
 * @value: (out): the first column of its first row, 0 when there is no row
 * @error: return location
 *
 * Returns: %FALSE with @error set when it could not be read
 */
gboolean
mk_connection_get_int (sqlite3    *handle,
                       const char *sql,
                       gint64     *value,
                       GError    **error)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL);

  *value = 0;
  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    *value = sqlite3_column_int64 (statement, 0);
  else if (code != SQLITE_DONE)
    mk_sqlite_error_set (error, handle, code);
  sqlite3_finalize (statement);
  return code == SQLITE_ROW || code == SQLITE_DONE;
}

static gboolean
require (sqlite3    *handle,
         const char *sql,
         gint64      wanted,
         GError    **error)
{
  gint64 value;

  if (!mk_connection_get_int (handle, sql, &value, error))
    return FALSE;
  if (value == wanted)
    return TRUE;
  g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_FAILED,
               _ ("The database does not keep its promises here (%s). Nothing was changed. Move "
                  "the store to a local disk and try again."),
               sql);
  return FALSE;
}

/* What durability and privacy rest on is read back; a silent refusal would break the promise. The
 * cache, in KiB, holds the index of ids of a store that is used for years: each page that is not in
 * it is decrypted anew, for each record that comes. */
static gboolean
configure (sqlite3 *handle,
           GError **error)
{
  return mk_connection_execute (handle,
                                "PRAGMA journal_mode = WAL;"
                                "PRAGMA synchronous = FULL;"
                                "PRAGMA foreign_keys = ON;"
                                "PRAGMA secure_delete = ON;"
                                "PRAGMA cache_size = -16000;"
                                "PRAGMA temp_store = MEMORY;",
                                error) &&
         require (handle, "SELECT journal_mode = 'wal' FROM pragma_journal_mode", 1, error) &&
         require (handle, "PRAGMA synchronous", 2, error) &&
         require (handle, "PRAGMA foreign_keys", 1, error) &&
         require (handle, "PRAGMA secure_delete", 1, error) &&
         require (handle, "PRAGMA temp_store", 2, error);
}

/* The one connection keeps the database's lock, which also spares it the shared memory file.
 * Must come before the first access. */
static gboolean
claim (sqlite3 *handle,
       GError **error)
{
  return mk_connection_execute (handle, "PRAGMA locking_mode = EXCLUSIVE", error);
}

/* The first reading decrypts, so this is where a key that does not fit shows. */
static gboolean
judge_key (sqlite3 *handle,
           GError **error)
{
  int code = sqlite3_exec (handle, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);

  if (code == SQLITE_NOTADB)
    g_set_error_literal (error, MK_STORE_ERROR, MK_STORE_ERROR_WRONG_KEY,
                         _ ("The store can’t be read with this key: the key is another store’s, or "
                            "the file is damaged or no Makker store. Nothing was changed."));
  else if (code != SQLITE_OK)
    mk_sqlite_error_set (error, handle, code);
  return code == SQLITE_OK;
}

static gboolean
judge_version (sqlite3 *handle,
               int      newest,
               GError **error)
{
  gint64 application, version;

  if (!mk_connection_get_int (handle, "PRAGMA application_id", &application, error) ||
      !mk_connection_get_int (handle, "PRAGMA user_version", &version, error))
    return FALSE;
  if (application != MK_APPLICATION_ID || version < 1)
    return mk_store_file_refuse_foreign (MK_STORE_DATABASE_FILE, error);
  if (version <= newest)
    return TRUE;
  g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_NEWER,
               _ ("The store was made by a newer Makker (version %d; this one knows %d). Nothing "
                  "was changed. Install the newer Makker to open it."),
               (int) version, newest);
  return FALSE;
}

static gboolean
judge (sqlite3 *handle,
       int      newest,
       GError **error)
{
  if (!judge_key (handle, error) || !judge_version (handle, newest, error))
    return FALSE;
  if (sqlite3_db_readonly (handle, "main") != 1)
    return TRUE;
  mk_sqlite_error_set (error, NULL, SQLITE_READONLY);
  return FALSE;
}

/**
 * mk_connection_create:
 * @path: an empty file, which only its owner may read
 * @key: the key
 * @error: return location
 *
 * Makes an encrypted, empty database of the file.
 *
 * Returns: the connection, for sqlite3_close(), or %NULL
 */
sqlite3 *
mk_connection_create (const char  *path,
                      const guint8 key[MK_KEY_SIZE],
                      GError     **error)
{
  g_autofree char *identify = g_strdup_printf ("PRAGMA application_id = %d", MK_APPLICATION_ID);
  sqlite3 *handle = open_keyed (path, SQLITE_OPEN_READWRITE, key, error);

  if (handle == NULL)
    return NULL;
  if (claim (handle, error) && configure (handle, error) &&
      mk_connection_execute (handle, identify, error))
    return handle;
  sqlite3_close (handle);
  return NULL;
}

/**
 * mk_connection_open:
 * @path: a store's database
 * @key: its key
 * @newest: the newest schema version this program knows
 * @error: return location
 *
 * Opens a database after judging it. One that is refused is left as it was, byte for byte, and
 * without a file beside it that was not there before; also a write-ahead log that a crash left
 * behind stays, since it may be the newer Makker's.
 *
 * Returns: the connection, for sqlite3_close(), or %NULL with the reason: %MK_STORE_ERROR_MISSING,
 *   %MK_STORE_ERROR_FOREIGN, %MK_STORE_ERROR_DAMAGED, %MK_STORE_ERROR_WRONG_KEY,
 *   %MK_STORE_ERROR_NEWER, %MK_STORE_ERROR_READ_ONLY and what the disk says
 */
sqlite3 *
mk_connection_open (const char  *path,
                    const guint8 key[MK_KEY_SIZE],
                    int          newest,
                    GError     **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  gboolean had_log = g_file_test (log, G_FILE_TEST_EXISTS);
  sqlite3 *handle;

  if (!mk_store_file_judge (path, error) ||
      (handle = open_keyed (path, SQLITE_OPEN_READWRITE, key, error)) == NULL)
    return NULL;
  sqlite3_db_config (handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (claim (handle, error) && judge (handle, newest, error) && configure (handle, error))
    {
      sqlite3_db_config (handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
      return handle;
    }
  sqlite3_close (handle);
  if (!had_log)
    mk_store_file_remove (log);
  return NULL;
}

/**
 * mk_connection_open_reading:
 * @path: a file that begins with a store's database and that nobody writes to
 * @key: its key
 * @newest: the newest schema version this program knows
 * @error: return location
 *
 * Opens a file to be read only. Nothing is made beside it, so that it may lie where nobody may
 * write.
 *
 * Returns: the connection, for sqlite3_close(), or %NULL as mk_connection_open()
 */
sqlite3 *
mk_connection_open_reading (const char  *path,
                            const guint8 key[MK_KEY_SIZE],
                            int          newest,
                            GError     **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, error);
  g_autofree char *immutable = NULL;
  sqlite3 *handle;

  if (uri == NULL || !mk_store_file_judge (path, error))
    return NULL;
  immutable = g_strconcat (uri, "?immutable=1", NULL);
  handle = open_keyed (immutable, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, key, error);
  if (handle == NULL)
    return NULL;
  if (mk_connection_execute (handle, "PRAGMA temp_store = MEMORY", error) &&
      judge_key (handle, error) && judge_version (handle, newest, error))
    return handle;
  sqlite3_close (handle);
  return NULL;
}

/**
 * mk_connection_open_target:
 * @path: an empty file
 * @key: the key
 * @error: return location
 *
 * Opens a file for a copy to be written into, which is of no value before it is whole: nothing
 * is journalled or synced.
 *
 * Returns: the connection, for sqlite3_close(), or %NULL
 */
sqlite3 *
mk_connection_open_target (const char  *path,
                           const guint8 key[MK_KEY_SIZE],
                           GError     **error)
{
  sqlite3 *handle = open_keyed (path, SQLITE_OPEN_READWRITE, key, error);

  if (handle == NULL)
    return NULL;
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  if (mk_connection_execute (handle, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", error))
    return handle;
  sqlite3_close (handle);
  return NULL;
}

/**
 * mk_connection_verify:
 * @handle: a connection
 * @error: return location
 *
 * Reads every page, which checks its authentication code, and the structure of every table.
 *
 * Returns: %FALSE with %MK_STORE_ERROR_DAMAGED when something does not hold
 */
gboolean
mk_connection_verify (sqlite3 *handle,
                      GError **error)
{
  gint64 good;

  if (!mk_connection_get_int (handle,
                              "SELECT count(*) = 1 AND max(quick_check) = 'ok'"
                              " FROM pragma_quick_check",
                              &good, error))
    return FALSE;
  if (!good)
    mk_sqlite_error_set (error, NULL, SQLITE_CORRUPT);
  return good != 0;
}
