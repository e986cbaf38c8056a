/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-store-test.h"

#include <glib/gstdio.h>
#include <string.h>

const guint8 mk_test_key[MK_KEY_SIZE] = "thirty-two bytes, not a secret!";
const guint8 mk_test_other_key[MK_KEY_SIZE] = "thirty-two others, no secret at";

const char *const mk_test_scripts[] = {
  "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT, bytes BLOB, real REAL) STRICT;"
  "CREATE TABLE page (id INTEGER PRIMARY KEY,"
  "                   note INTEGER NOT NULL REFERENCES note ON DELETE CASCADE) STRICT;",
  NULL,
};

void
mk_store_test_set_up (MkStoreTest  *test,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  test->directory = g_dir_make_tmp ("makker-store-XXXXXX", &error);
  g_assert_no_error (error);
}

static GPtrArray *
list (const char *directory)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) listing = g_dir_open (directory, 0, NULL);
  const char *name;

  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  return g_steal_pointer (&names);
}

static void
remove_all (const char *path)
{
  g_autoptr (GPtrArray) names = list (path);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *inner = g_build_filename (path, names->pdata[i], NULL);

      remove_all (inner);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

void
mk_store_test_tear_down (MkStoreTest  *test,
                         gconstpointer data)
{
  remove_all (test->directory);
  g_free (test->directory);
}

char *
mk_store_test_path (MkStoreTest *test,
                    const char  *name)
{
  return g_build_filename (test->directory, name, NULL);
}

/* Every file of a directory with the digest of its bytes, the lock's file aside, which says who was
 * there last. Two of these are the same when nothing was touched. */
char *
mk_store_test_print (const char *directory)
{
  g_autoptr (GPtrArray) names = list (directory);
  GString *print = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (directory, names->pdata[i], NULL);
      g_autofree char *digest = NULL;
      g_autofree char *bytes = NULL;
      gsize length = 0;

      if (g_str_equal (names->pdata[i], "makker.lock"))
        continue;
      g_file_get_contents (path, &bytes, &length, NULL);
      digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guint8 *) bytes, length);
      g_string_append_printf (print, "%s %s\n", (char *) names->pdata[i], digest);
    }
  return g_string_free (print, FALSE);
}

gboolean
mk_store_test_holds (const char *directory,
                     const char *text)
{
  g_autoptr (GPtrArray) names = list (directory);
  gboolean found = FALSE;

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (directory, names->pdata[i], NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      found = found || memmem (bytes, length, text, strlen (text)) != NULL;
    }
  return found;
}

void
mk_store_test_write (MkStoreTest *test,
                     const char  *name,
                     const char  *bytes,
                     gsize        length)
{
  g_autofree char *path = mk_store_test_path (test, name);

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
}

void
mk_store_test_copy (const char *from,
                    const char *to,
                    const char *name)
{
  g_autofree char *source = g_build_filename (from, name, NULL);
  g_autofree char *target = g_build_filename (to, name, NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (source, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (target, bytes, (gssize) length, NULL));
}

MkDatabase *
mk_store_test_create (MkStoreTest *test)
{
  g_autoptr (GError) error = NULL;
  MkDatabaseOptions options = { .scripts = mk_test_scripts };
  MkDatabase *database = mk_database_create_full (test->directory, mk_test_key, &options, &error);

  g_assert_no_error (error);
  g_assert_nonnull (database);
  return database;
}

/* Waits for nobody. */
MkDatabase *
mk_store_test_open (MkStoreTest       *test,
                    const char *const *scripts,
                    GError           **error)
{
  MkDatabaseOptions options = { .scripts = scripts };

  return mk_database_open_full (test->directory, mk_test_key, &options, error);
}

void
mk_store_test_add (MkDatabase *database,
                   const char *text)
{
  g_autoptr (GError) error = NULL;

  mk_statement_run (mk_database_query (database, "test-note-insert", text, NULL, NULL), &error);
  g_assert_no_error (error);
}

gint64
mk_store_test_count (MkDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkStatement) statement = mk_database_query (database, "test-note-count");

  mk_statement_step (statement, &error);
  g_assert_no_error (error);
  return mk_statement_int64 (statement, 0);
}
