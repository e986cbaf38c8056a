/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-connection.h"
#include "mk-database-private.h"

static sqlite3_stmt *
prepare (MkDatabase *self,
         const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("Can’t dump: %s", sqlite3_errmsg (self->handle));
  return statement;
}

static char *
quote_column (sqlite3_stmt *statement,
              int           column)
{
  GString *bytes;
  const guint8 *data;

  if (sqlite3_column_type (statement, column) != SQLITE_BLOB)
    return g_strdup ((const char *) sqlite3_column_text (statement, column));
  bytes = g_string_new ("x'");
  data = sqlite3_column_blob (statement, column);
  for (int i = 0; i < sqlite3_column_bytes (statement, column); i++)
    g_string_append_printf (bytes, "%02x", data[i]);
  return g_string_free (g_string_append_c (bytes, '\''), FALSE);
}

static char *
row_line (sqlite3_stmt *statement,
          const char   *table)
{
  GString *line = g_string_new (table);

  for (int i = 0; i < sqlite3_column_count (statement); i++)
    {
      g_autofree char *value = quote_column (statement, i);

      g_string_append_printf (line, "|%s=%s", sqlite3_column_name (statement, i),
                              value != NULL ? value : "NULL");
    }
  return g_string_free (line, FALSE);
}

static void
add_rows (MkDatabase *self,
          const char *table,
          GPtrArray  *lines)
{
  char *sql = sqlite3_mprintf ("SELECT * FROM \"%w\"", table);
  sqlite3_stmt *statement = prepare (self, sql);

  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (lines, row_line (statement, table));
  sqlite3_finalize (statement);
  sqlite3_free (sql);
}

/* What a virtual table shows stands in its shadow tables, which are tables. */
static void
add_tables (MkDatabase *self,
            GPtrArray  *lines)
{
  sqlite3_stmt *statement = prepare (self, "SELECT name FROM sqlite_schema WHERE type = 'table'"
                                           " AND sql NOT LIKE 'CREATE VIRTUAL%'");

  while (sqlite3_step (statement) == SQLITE_ROW)
    add_rows (self, (const char *) sqlite3_column_text (statement, 0), lines);
  sqlite3_finalize (statement);
}

static void
add_schema (MkDatabase *self,
            GPtrArray  *lines)
{
  sqlite3_stmt *statement = prepare (self, "SELECT type, name, sql FROM sqlite_schema");
  gint64 version = 0;

  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (lines, row_line (statement, "!"));
  sqlite3_finalize (statement);
  mk_connection_get_int (self->handle, "PRAGMA user_version", &version, NULL);
  g_ptr_array_add (lines, g_strdup_printf ("!version=%d", (int) version));
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * mk_database_dump:
 * @self: the database
 *
 * Writes everything that is stored as sorted lines, so that a test can compare a store before
 * and after. The same content gives the same text, in whatever order it was stored.
 *
 * Returns: (transfer full): schema, version and rows
 */
char *
mk_database_dump (MkDatabase *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_assert (self->owner == g_thread_self ());

  add_schema (self, lines);
  add_tables (self, lines);
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}
