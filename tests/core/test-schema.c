/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-schema.h"

#include "mk-example.h"

/* The published schemas are those of the tables, and nothing else lies beside them. */

static void
assert_published (const char *name,
                  JsonObject *schema)
{
  g_autofree char *within = g_strdup_printf ("data/schema/%s.schema.json", name);
  g_autofree char *path = mk_example_path (within);
  g_autofree char *expected = mk_schema_to_text (schema);
  g_autofree char *published = NULL;
  g_autoptr (GError) error = NULL;

  json_object_unref (schema);
  if (!g_file_get_contents (path, &published, NULL, &error))
    g_error ("%s; \"./dev build write-schema\" makes it.", error->message);
  if (!g_str_equal (published, expected))
    g_error ("%s is not what the tables say; \"./dev build write-schema\" makes it anew.", within);
}

static void
assert_not_published (const char *name)
{
  g_autofree char *within = g_strdup_printf ("data/schema/%s.schema.json", name);
  g_autofree char *path = mk_example_path (within);

  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_type (gconstpointer user_data)
{
  const MkRecordType *type = user_data;

  if (type->stays)
    assert_not_published (type->name);
  else
    assert_published (type->name, mk_schema_for_type (type));
}

static void
test_package (void)
{
  assert_published ("pakke", mk_schema_for_package ());
}

/* Every file of @folder is that of a type which travels, or of the package. */
static void
assert_none_left_over (const char *folder,
                       const char *ending)
{
  g_autofree char *path = mk_example_path (folder);
  g_autoptr (GDir) entries = g_dir_open (path, 0, NULL);
  const char *entry;

  g_assert_nonnull (entries);
  while ((entry = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *name = NULL;

      if (!g_str_has_suffix (entry, ending))
        continue;
      name = g_strndup (entry, strlen (entry) - strlen (ending));
      if (!g_str_equal (name, "pakke") && mk_record_type_find_travelling (name) == NULL)
        g_error ("%s/%s is of no type.", folder, entry);
    }
}

static void
test_none_left_over (void)
{
  assert_none_left_over ("data/schema", ".schema.json");
  assert_none_left_over ("data/schema/examples", ".json");
}

static void
test_private_is_not_published (gconstpointer user_data)
{
  const MkRecordType *type = user_data;
  g_autoptr (JsonObject) schema = mk_schema_for_type (type);
  JsonObject *properties = json_object_get_object_member (schema, "properties");

  for (guint i = 0; i < type->shape->n_fields; i++)
    {
      const MkField *field = &type->shape->fields[i];

      g_assert_cmpint (json_object_has_member (properties, field->name), ==,
                       (field->flags & MK_PRIVATE) == 0);
    }
}

static void
test_example_is_good (gconstpointer user_data)
{
  const MkRecordType *type = user_data;
  g_autoptr (JsonNode) root = mk_example_load (type->name);
  g_autoptr (MkFaults) faults = mk_faults_new ();

  mk_shape_free (type->shape,
                 mk_shape_read (type->shape, mk_json_of (root), MK_READ_CLOSED, "", faults));
  if (mk_faults_count (faults) > 0)
    g_error ("%s: %s", mk_faults_first (faults)->pointer, mk_faults_first (faults)->reason);
}

static void
add_for_each_type (const char   *what,
                   GTestDataFunc func)
{
  const MkRecordType *type;

  for (guint i = 0; (type = mk_record_type_get (i)) != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/schema/%s/%s", type->name, what);

      g_test_add_data_func (path, type, func);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/pakke/published-is-what-the-tables-say", test_package);
  g_test_add_func ("/schema/none-left-over", test_none_left_over);
  add_for_each_type ("published-is-what-the-tables-say", test_type);
  add_for_each_type ("private-is-not-published", test_private_is_not_published);
  add_for_each_type ("example-is-good", test_example_is_good);
  return g_test_run ();
}
