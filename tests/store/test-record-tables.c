/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-example.h"
#include "mk-random.h"
#include "mk-record-type.h"
#include "mk-records.h"
#include "mk-store-test.h"

#include <string.h>

/* Each type of record has a table by its name, which takes whatever its fields allow. */

/* How many records stand in the table of a type. */
static guint
count_rows (MkDatabase *database,
            const char *type)
{
  g_autofree char *dump = mk_database_dump (database);
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);
  g_autofree char *begin = g_strdup_printf ("%s|", type);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n += g_str_has_prefix (lines[i], begin);
  return n;
}

static void
put (MkDatabase         *database,
     const MkRecordType *type,
     JsonNode           *root)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = mk_random_uuid ();
  g_autofree char *data = json_to_string (root, FALSE);
  MkVersion version = {
    .type = (char *) type->name,
    .id = id,
    .revision = 1,
    .writer = (char *) "44444444-4444-4444-8444-444444444444",
    .changed = (char *) "2026-11-16T09:00:00+01:00",
    .data = data,
  };

  g_assert_true (mk_database_begin (database, &error));
  g_assert_true (mk_database_end (database, mk_record_put (database, &version, &error), &error));
  g_assert_no_error (error);
}

/* Without what may be left out. */
static void
strip (const MkShape *shape,
       JsonNode      *root)
{
  JsonObject *object = json_node_get_object (root);

  for (guint i = 0; i < shape->n_fields; i++)
    {
      const MkField *field = &shape->fields[i];

      if (!(field->flags & MK_REQUIRED) && json_object_has_member (object, field->name))
        json_object_remove_member (object, field->name);
    }
}

static void
test_tables (MkStoreTest  *test,
             gconstpointer data)
{
  const MkRecordType *type = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database = mk_database_create (test->directory, mk_test_key, &error);
  g_autoptr (JsonNode) root = mk_example_load (type->name);

  g_assert_no_error (error);
  put (database, type, root);
  strip (type->shape, root);
  put (database, type, root);
  g_assert_cmpuint (count_rows (database, type->name), ==, 2);
  g_assert_cmpuint (count_rows (database, "unknown_type"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  const MkRecordType *type;

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; (type = mk_record_type_get (i)) != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/record-tables/%s/takes-its-example", type->name);

      g_test_add (path, MkStoreTest, type, mk_store_test_set_up, test_tables,
                  mk_store_test_tear_down);
    }
  return g_test_run ();
}
