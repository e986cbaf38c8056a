/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-database-private.h"
#include "mk-sqlite-error.h"

#include <glib/gi18n-lib.h>

#define QUERIES "/dk/makker/Makker/queries/"

struct _MkStatement
{
  MkDatabase   *database;
  sqlite3_stmt *prepared;
  MkStatement  *next; /* the same statement, prepared before this one */
  gboolean      is_in_use;
};

/* “name@table” is the query “name” with “{table}” in it replaced: for what is said once of every
 * table of a kind. The name of a table comes from the program, never from input. */
static char *
read_query (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "@", 2);
  g_autofree char *path = g_strconcat (QUERIES, parts[0], ".sql", NULL);
  g_autoptr (GBytes) sql = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GString *text;

  if (sql == NULL)
    g_error ("There is no query “%s”", name);
  text = g_string_new_len (g_bytes_get_data (sql, NULL), (gssize) g_bytes_get_size (sql));
  if (parts[1] != NULL)
    g_string_replace (text, "{table}", parts[1], 0);
  return g_string_free_and_steal (text);
}

static MkStatement *
prepare (MkDatabase  *database,
         const char  *name,
         MkStatement *next)
{
  g_autofree char *sql = read_query (name);
  MkStatement *self = g_new0 (MkStatement, 1);

  if (sqlite3_prepare_v3 (database->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &self->prepared,
                          NULL) != SQLITE_OK)
    g_error ("The query “%s” does not prepare: %s", name, sqlite3_errmsg (database->handle));
  self->database = database;
  self->next = next;
  g_hash_table_replace (database->statements, g_strdup (name), self);
  return self;
}

static MkStatement *
take (MkDatabase *database,
      const char *name)
{
  MkStatement *first = g_hash_table_lookup (database->statements, name);

  for (MkStatement *self = first; self != NULL; self = self->next)
    if (!self->is_in_use)
      return self;
  return prepare (database, name, first);
}

/**
 * mk_database_query_values:
 * @self: the database
 * @name: the statement's file in `resources/queries/`, without `.sql`; with `@table` behind it,
 *   `{table}` in the file stands for that table
 * @n_values: how many values
 * @values: (array length=n_values): the values
 *
 * What mk_database_query() expands to; called itself where the number of values is not known
 * when the program is written.
 *
 * Returns: (transfer none): the statement, ready for its first step
 */
MkStatement *
mk_database_query_values (MkDatabase        *self,
                          const char        *name,
                          gsize              n_values,
                          const MkParameter *values)
{
  MkStatement *statement;

  g_assert (self->owner == g_thread_self ());

  statement = take (self, name);
  statement->is_in_use = TRUE;
  if (sqlite3_bind_parameter_count (statement->prepared) != (int) n_values)
    g_error ("The query “%s” was given %d values and takes %d", name, (int) n_values,
             sqlite3_bind_parameter_count (statement->prepared));
  for (gsize i = 0; i < n_values; i++)
    mk_statement_bind (statement, (int) i + 1, values[i]);
  return statement;
}

/* NULL where a value of no bytes is meant would become SQL's NULL. */
static int
bind_blob (sqlite3_stmt *prepared,
           int           index,
           GBytes       *blob)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (blob, &size);

  return sqlite3_bind_blob64 (prepared, index, data != NULL ? data : "", size, SQLITE_TRANSIENT);
}

/**
 * mk_statement_bind:
 * @self: a statement that has not been stepped
 * @index: the parameter's number, from 1
 * @value: the value; what it points to is copied
 *
 * Gives one parameter another value than mk_database_query() did.
 */
void
mk_statement_bind (MkStatement *self,
                   int          index,
                   MkParameter  value)
{
  int code = SQLITE_MISUSE;

  g_assert (self->database->owner == g_thread_self ());

  switch (value.kind)
    {
    case MK_PARAMETER_NULL:
      code = sqlite3_bind_null (self->prepared, index);
      break;
    case MK_PARAMETER_INTEGER:
      code = sqlite3_bind_int64 (self->prepared, index, value.integer);
      break;
    case MK_PARAMETER_REAL:
      code = sqlite3_bind_double (self->prepared, index, value.real);
      break;
    case MK_PARAMETER_TEXT:
      code = sqlite3_bind_text64 (self->prepared, index, value.text, strlen (value.text),
                                  SQLITE_TRANSIENT, SQLITE_UTF8);
      break;
    case MK_PARAMETER_BLOB:
      code = bind_blob (self->prepared, index, value.blob);
      break;
    default:
      g_assert_not_reached ();
    }
  if (code != SQLITE_OK)
    g_error ("Parameter %d could not be bound: %s", index, sqlite3_errstr (code));
}

/* SQLite itself rolls back when the disk is full or fails. What follows in the same transaction
 * would then be kept alone, each statement by itself. */
static gboolean
transaction_is_lost (MkDatabase *database)
{
  return database->depth > 0 && sqlite3_get_autocommit (database->handle);
}

/* Reads are interrupted, but not inside a transaction, which is a write as a whole. */
static gboolean
start (MkStatement *self,
       GError     **error)
{
  MkDatabase *database = self->database;

  database->is_interruptible = database->depth == 0 && sqlite3_stmt_readonly (self->prepared);
  if (transaction_is_lost (database))
    {
      g_set_error_literal (error, MK_STORE_ERROR, MK_STORE_ERROR_FAILED,
                           _ ("The change was given up because a part of it failed. Nothing was "
                              "changed."));
      return FALSE;
    }
  return !database->is_interruptible ||
         !g_cancellable_set_error_if_cancelled (database->cancellable, error);
}

/**
 * mk_statement_step:
 * @self: a statement
 * @error: return location
 *
 * Goes to the next row. After the last one, and after a failure, the statement is given back by
 * itself.
 *
 * Returns: %TRUE while there is a row; %FALSE at the end, and with @error set on failure
 */
gboolean
mk_statement_step (MkStatement *self,
                   GError     **error)
{
  int code;

  g_assert (self->database->owner == g_thread_self ());
  g_assert (self->is_in_use);

  if (start (self, error))
    {
      code = sqlite3_step (self->prepared);
      if (code == SQLITE_ROW)
        return TRUE;
      if (code != SQLITE_DONE)
        mk_sqlite_error_set (error, self->database->handle, code);
    }
  mk_statement_reset (self);
  return FALSE;
}

/**
 * mk_statement_run:
 * @self: a statement whose rows, if any, nobody wants
 * @error: return location
 *
 * Steps to the end.
 *
 * Returns: whether it was done
 */
gboolean
mk_statement_run (MkStatement *self,
                  GError     **error)
{
  GError *failure = NULL;

  while (mk_statement_step (self, &failure))
    ;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

/**
 * mk_statement_reset:
 * @self: (nullable): a statement
 *
 * Gives the statement back to the cache, wherever it is in its rows.
 */
void
mk_statement_reset (MkStatement *self)
{
  if (self == NULL)
    return;
  g_assert (self->database->owner == g_thread_self ());
  sqlite3_reset (self->prepared);
  sqlite3_clear_bindings (self->prepared);
  self->is_in_use = FALSE;
}

/**
 * mk_statement_is_null:
 * @self: a statement on a row
 * @column: the column, from 0
 *
 * Returns: whether the column is NULL
 */
gboolean
mk_statement_is_null (MkStatement *self,
                      int          column)
{
  g_assert (self->database->owner == g_thread_self ());
  return sqlite3_column_type (self->prepared, column) == SQLITE_NULL;
}

/**
 * mk_statement_int64:
 * @self: a statement on a row
 * @column: the column, from 0
 *
 * Returns: the column as an integer, 0 when it is NULL
 */
gint64
mk_statement_int64 (MkStatement *self,
                    int          column)
{
  g_assert (self->database->owner == g_thread_self ());
  return sqlite3_column_int64 (self->prepared, column);
}

/**
 * mk_statement_double:
 * @self: a statement on a row
 * @column: the column, from 0
 *
 * Returns: the column as a real number, 0 when it is NULL
 */
double
mk_statement_double (MkStatement *self,
                     int          column)
{
  g_assert (self->database->owner == g_thread_self ());
  return sqlite3_column_double (self->prepared, column);
}

/**
 * mk_statement_text:
 * @self: a statement on a row
 * @column: the column, from 0
 *
 * Returns: (transfer none) (nullable): the column as text, until the next step; %NULL when it is
 *   NULL
 */
const char *
mk_statement_text (MkStatement *self,
                   int          column)
{
  g_assert (self->database->owner == g_thread_self ());
  return (const char *) sqlite3_column_text (self->prepared, column);
}

/**
 * mk_statement_dup_text:
 * @self: a statement on a row
 * @column: the column, from 0
 *
 * Returns: (transfer full) (nullable): the column as text, %NULL when it is NULL
 */
char *
mk_statement_dup_text (MkStatement *self,
                       int          column)
{
  return g_strdup (mk_statement_text (self, column));
}

/**
 * mk_statement_blob:
 * @self: a statement on a row
 * @column: the column, from 0
 *
 * Returns: (transfer full) (nullable): a copy of the column's bytes, %NULL when it is NULL
 */
GBytes *
mk_statement_blob (MkStatement *self,
                   int          column)
{
  gconstpointer data;

  if (mk_statement_is_null (self, column))
    return NULL;
  data = sqlite3_column_blob (self->prepared, column);
  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->prepared, column));
}

/* Private: ends @first and those prepared before it. */
void
mk_statement_free_chain (MkStatement *first)
{
  while (first != NULL)
    {
      MkStatement *self = first;

      first = self->next;
      sqlite3_finalize (self->prepared);
      g_free (self);
    }
}
