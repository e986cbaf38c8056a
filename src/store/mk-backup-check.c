/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a backup is one: opened as a stranger would, with its key, and read whole. */
#include "mk-backup-check.h"

#include "mk-database-private.h"
#include "mk-key-slots.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
read_number (MkStatement *statement,
             gint64      *number,
             GError     **error)
{
  g_autoptr (MkStatement) held = statement;
  g_autoptr (GError) local = NULL;

  if (mk_statement_step (held, &local))
    {
      *number = mk_statement_int64 (held, 0);
      return TRUE;
    }
  /* Each of these has a row, whatever is in the store. */
  g_assert (local != NULL);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
refuse_damaged (GError **error)
{
  g_set_error_literal (error, MK_STORE_ERROR, MK_STORE_ERROR_DAMAGED,
                       _ ("The backup is damaged and can’t be used. Nothing was changed. Take an "
                          "older one."));
  return FALSE;
}

/* What is said of a store is said of the backup. */
static gboolean
explain (GError  *failure,
         GError **error)
{
  if (!g_error_matches (failure, MK_STORE_ERROR, MK_STORE_ERROR_DAMAGED))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  g_error_free (failure);
  return refuse_damaged (error);
}

/**
 * mk_backup_check_rows:
 * @database: a store, or a copy of one
 * @rows: (out caller-allocates): what is in it
 * @error: return location
 *
 * Counts what a copy must have as many of as its store.
 *
 * Returns: whether it could be read
 */
gboolean
mk_backup_check_rows (MkDatabase   *database,
                      MkBackupRows *rows,
                      GError      **error)
{
  return read_number (mk_database_query (database, "backup-records"), &rows->records, error) &&
         read_number (mk_database_query (database, "backup-revisions"), &rows->revisions, error) &&
         read_number (mk_database_query (database, "backup-packages"), &rows->packages, error);
}

/**
 * mk_backup_check_tables:
 * @database: a copy of a store
 * @error: return location
 *
 * Returns: (transfer full): what mk_backup_check_table() has to be called with, one after the other
 */
GStrv
mk_backup_check_tables (MkDatabase *database,
                        GError    **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "backup-tables");
  g_autoptr (GStrvBuilder) tables = g_strv_builder_new ();
  GError *failure = NULL;

  while (mk_statement_step (statement, &failure))
    g_strv_builder_add (tables, mk_statement_text (statement, 0));
  if (failure == NULL)
    return g_strv_builder_end (tables);
  explain (failure, error);
  return NULL;
}

/**
 * mk_backup_check_table:
 * @database: a copy of a store
 * @table: the name of a table
 * @error: return location
 *
 * Reads every page of the table and of its indexes, which checks their authentication codes, and
 * judges their structure.
 *
 * Returns: %FALSE with %MK_STORE_ERROR_DAMAGED when something does not hold
 */
gboolean
mk_backup_check_table (MkDatabase *database,
                       const char *table,
                       GError    **error)
{
  GError *failure = NULL;
  gint64 is_good = 0;

  if (!read_number (mk_database_query (database, "backup-check", table), &is_good, &failure))
    return explain (failure, error);
  return is_good || refuse_damaged (error);
}

/**
 * mk_backup_check_references:
 * @database: a copy of a store
 * @error: return location
 *
 * Returns: %FALSE with %MK_STORE_ERROR_DAMAGED when something refers to what is not there
 */
gboolean
mk_backup_check_references (MkDatabase *database,
                            GError    **error)
{
  GError *failure = NULL;
  gint64 n_broken = 0;

  if (!read_number (mk_database_query (database, "backup-references"), &n_broken, &failure))
    return explain (failure, error);
  return n_broken == 0 || refuse_damaged (error);
}

static gboolean
check_all (MkDatabase *database,
           GError    **error)
{
  g_auto (GStrv) tables = mk_backup_check_tables (database, error);

  for (guint i = 0; tables != NULL && tables[i] != NULL; i++)
    if (!mk_backup_check_table (database, tables[i], error))
      return FALSE;
  return tables != NULL && mk_backup_check_references (database, error);
}

/* The code is tried after the passphrase, and its own fault told where it has its form. */
static gboolean
open_slots (MkKeySlots *slots,
            const char *secret,
            guint8     *key,
            GError    **error)
{
  g_autoptr (GError) no_passphrase = NULL;
  g_autoptr (GError) no_code = NULL;

  if (mk_key_slots_open_with_passphrase (slots, secret, key, &no_passphrase) ||
      mk_key_slots_open_with_recovery (slots, secret, key, &no_code))
    return TRUE;
  if (g_error_matches (no_passphrase, MK_STORE_ERROR, MK_STORE_ERROR_DAMAGED))
    return refuse_damaged (error);
  g_set_error_literal (error, MK_STORE_ERROR, MK_STORE_ERROR_WRONG_KEY,
                       _ ("The backup does not open with that. Nothing was changed. Use the "
                          "passphrase or the recovery key from when the backup was made."));
  return FALSE;
}

/**
 * mk_backup_find_key:
 * @file: what was read of a backup
 * @secret: (nullable): the passphrase or the recovery key, as a person typed it
 * @key: (out caller-allocates): the store's key, to be wiped after use
 * @error: return location
 *
 * Finds the key. Takes about a fifth of a second and 64 MiB for each passphrase that is tried.
 *
 * Returns: %FALSE with %MK_STORE_ERROR_WRONG_KEY, %MK_STORE_ERROR_NO_KEY when there is no @secret, or
 *   %MK_STORE_ERROR_DAMAGED
 */
gboolean
mk_backup_find_key (const MkBackupFile *file,
                    const char         *secret,
                    guint8              key[MK_KEY_SIZE],
                    GError            **error)
{
  g_autoptr (MkKeySlots) slots = NULL;

  if (secret == NULL)
    {
      g_set_error_literal (error, MK_STORE_ERROR, MK_STORE_ERROR_NO_KEY,
                           _ ("The backup is locked. Nothing was changed. Give the passphrase or "
                              "the recovery key from when it was made."));
      return FALSE;
    }
  slots = mk_key_slots_parse (file->keys, NULL);
  return slots != NULL ? open_slots (slots, secret, key, error) : refuse_damaged (error);
}

/* By statements of its own: a backup may be of any older version of the schema. */
static gboolean
read_owner (MkDatabase      *database,
            MkBackupContent *content,
            GError         **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "backup-owner");
  GError *failure = NULL;

  if (mk_statement_step (statement, &failure))
    {
      content->installation = mk_statement_dup_text (statement, 0);
      content->name = mk_statement_dup_text (statement, 1);
      return TRUE;
    }
  return failure != NULL ? explain (failure, error) : refuse_damaged (error);
}

static gboolean
read_counts (MkDatabase      *database,
             MkBackupContent *content,
             GError         **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "backup-counts");
  GError *failure = NULL;

  content->types = g_ptr_array_new_with_free_func (g_free);
  content->counts = g_array_new (FALSE, FALSE, sizeof (gint64));
  while (mk_statement_step (statement, &failure))
    {
      gint64 count = mk_statement_int64 (statement, 1);

      g_ptr_array_add (content->types, mk_statement_dup_text (statement, 0));
      g_array_append_val (content->counts, count);
    }
  return failure == NULL || explain (failure, error);
}

static MkDatabase *
open_copy (const char   *path,
           const guint8 *key,
           GError      **error)
{
  GError *failure = NULL;
  MkDatabase *database = mk_database_open_reading (path, key, &failure);

  if (database == NULL)
    explain (failure, error);
  return database;
}

static MkBackupContent *
describe (MkDatabase         *database,
          const MkBackupFile *file,
          GError            **error)
{
  g_autoptr (MkBackupContent) content = g_new0 (MkBackupContent, 1);

  content->made = g_strdup (file->made);
  if (!read_owner (database, content, error) || !read_counts (database, content, error))
    return NULL;
  return g_steal_pointer (&content);
}

/* %MK_STORE_ERROR_WRONG_KEY is for the caller to explain. */
static MkBackupContent *
check (const char         *path,
       const MkBackupFile *file,
       const guint8        key[MK_KEY_SIZE],
       GError            **error)
{
  g_autoptr (MkDatabase) database = open_copy (path, key, error);

  return database != NULL && check_all (database, error) ? describe (database, file, error) : NULL;
}

/**
 * mk_backup_check:
 * @path: a backup
 * @file: what was read of it
 * @key: what its key slots gave
 * @error: return location
 *
 * Reads all of a backup, on any thread. Changes nothing.
 *
 * Returns: (transfer full): what is in it; %NULL with %MK_STORE_ERROR_DAMAGED, also when the key does
 *   not fit the database, %MK_STORE_ERROR_NEWER, or what kept it from being read
 */
MkBackupContent *
mk_backup_check (const char         *path,
                 const MkBackupFile *file,
                 const guint8        key[MK_KEY_SIZE],
                 GError            **error)
{
  GError *failure = NULL;
  MkBackupContent *content = check (path, file, key, &failure);

  if (g_error_matches (failure, MK_STORE_ERROR, MK_STORE_ERROR_WRONG_KEY))
    {
      g_clear_error (&failure);
      refuse_damaged (error);
    }
  else if (content == NULL)
    g_propagate_error (error, failure);
  return content;
}

/**
 * mk_backup_verify:
 * @path: a backup
 * @secret: (nullable): the passphrase or the recovery key, as a person typed it
 * @error: return location
 *
 * Opens a backup and reads all of it, on any thread. Changes nothing.
 *
 * Returns: (transfer full): what is in it, or %NULL as mk_backup_file_read(), mk_backup_find_key() and
 *   mk_backup_check()
 */
MkBackupContent *
mk_backup_verify (const char *path,
                  const char *secret,
                  GError    **error)
{
  g_autoptr (MkBackupFile) file = mk_backup_file_read (path, error);
  MkBackupContent *content = NULL;
  guint8 key[MK_KEY_SIZE];

  if (file == NULL || !mk_backup_find_key (file, secret, key, error))
    return NULL;
  content = mk_backup_check (path, file, key, error);
  explicit_bzero (key, sizeof key);
  return content;
}

/**
 * mk_backup_verify_own:
 * @database: an open store
 * @path: a backup of it
 * @error: return location
 *
 * As mk_backup_verify(), with the key of the store that is open.
 *
 * Returns: (transfer full): what is in it; %NULL, with %MK_STORE_ERROR_WRONG_KEY when it is another
 *   store's
 */
MkBackupContent *
mk_backup_verify_own (MkDatabase *database,
                      const char *path,
                      GError    **error)
{
  g_autoptr (MkBackupFile) file = mk_backup_file_read (path, error);
  MkBackupContent *content = NULL;
  GError *failure = NULL;

  if (file == NULL)
    return NULL;
  content = check (path, file, database->key, &failure);
  if (g_error_matches (failure, MK_STORE_ERROR, MK_STORE_ERROR_WRONG_KEY))
    {
      g_clear_error (&failure);
      g_set_error_literal (error, MK_STORE_ERROR, MK_STORE_ERROR_WRONG_KEY,
                           _ ("The backup is another Makker’s, or it is damaged. Nothing was "
                              "changed. Take another one."));
    }
  else if (content == NULL)
    g_propagate_error (error, failure);
  return content;
}

/**
 * mk_backup_describe_own:
 * @database: an open store
 * @path: a backup of it that was just made
 * @error: return location
 *
 * Returns: (transfer full): what is in it, without verifying it again; %NULL when it can't be read
 */
MkBackupContent *
mk_backup_describe_own (MkDatabase *database,
                        const char *path,
                        GError    **error)
{
  g_autoptr (MkBackupFile) file = mk_backup_file_read (path, error);
  g_autoptr (MkDatabase) made = file != NULL ? open_copy (path, database->key, error) : NULL;

  return made != NULL ? describe (made, file, error) : NULL;
}

/**
 * mk_backup_content_count:
 * @self: what is in a backup
 * @type: a type, as the contract names it
 *
 * Returns: how many living records of that type there are
 */
gint64
mk_backup_content_count (const MkBackupContent *self,
                         const char            *type)
{
  for (guint i = 0; i < self->types->len; i++)
    if (g_str_equal (self->types->pdata[i], type))
      return g_array_index (self->counts, gint64, i);
  return 0;
}

/**
 * mk_backup_content_free:
 * @self: (transfer full) (nullable): what is in a backup
 */
void
mk_backup_content_free (MkBackupContent *self)
{
  if (self == NULL)
    return;
  g_free (self->made);
  g_free (self->installation);
  g_free (self->name);
  g_clear_pointer (&self->types, g_ptr_array_unref);
  g_clear_pointer (&self->counts, g_array_unref);
  g_free (self);
}
