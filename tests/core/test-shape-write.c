/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-package.h"
#include "mk-record-type.h"
#include "mk-sample.h"

#define ROUNDS 300
#define SECRET "bliver her på maskinen"

static JsonNode *
through_text (JsonObject *object)
{
  g_autofree char *text = mk_json_to_text (object);

  json_object_unref (object);
  return mk_json_from_text (text);
}

static void
round_trip (const MkShape *shape)
{
  const MkShape *bare = mk_sample_bare_shape (shape);

  for (guint i = 0; i < ROUNDS; i++)
    {
      gpointer data = mk_sample_struct (shape);
      g_autoptr (MkFaults) faults = mk_faults_new ();
      g_autoptr (JsonNode) root = through_text (mk_shape_write (shape, data, MK_WRITE_ALL));
      gpointer back =
          mk_shape_read (bare, mk_json_of (root), MK_READ_PRIVATE | MK_READ_CLOSED, "", faults);

      g_assert_cmpuint (mk_faults_count (faults), ==, 0);
      g_assert_true (mk_sample_equal (shape, data, back));
      mk_shape_free (shape, back);
      mk_shape_free (shape, data);
    }
}

static void
test_round_trip (gconstpointer type)
{
  round_trip (((const MkRecordType *) type)->shape);
}

static void
test_package_round_trip (void)
{
  round_trip (&mk_package_header_shape);
  round_trip (&mk_entry_key_shape);
  round_trip (&mk_entry_rest_shape);
}

/* Gives every private text of @data something to be found by. */
static void
fill_private_texts (const MkShape *shape,
                    gpointer       data)
{
  for (guint i = 0; i < shape->n_fields; i++)
    {
      const MkField *field = &shape->fields[i];
      char **member = (gpointer) ((char *) data + field->offset);

      if ((field->flags & MK_PRIVATE) && field->kind == MK_KIND_TEXT)
        g_set_str (member, SECRET);
    }
}

static void
test_private_never_in_public (gconstpointer user_data)
{
  const MkShape *shape = ((const MkRecordType *) user_data)->shape;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gpointer data = mk_sample_struct (shape);
      g_autoptr (JsonObject) public = NULL;
      g_autoptr (JsonObject) private = NULL;
      g_autoptr (JsonObject) all = NULL;
      g_autofree char *text = NULL;

      fill_private_texts (shape, data);
      public = mk_shape_write (shape, data, MK_WRITE_PUBLIC);
      private = mk_shape_write (shape, data, MK_WRITE_PRIVATE);
      all = mk_shape_write (shape, data, MK_WRITE_ALL);
      text = mk_json_to_text (public);
      g_assert_null (strstr (text, SECRET));
      for (guint j = 0; j < shape->n_fields; j++)
        if (shape->fields[j].flags & MK_PRIVATE)
          g_assert_false (json_object_has_member (public, shape->fields[j].name));
        else
          g_assert_false (json_object_has_member (private, shape->fields[j].name));
      g_assert_cmpuint (json_object_get_size (public) + json_object_get_size (private), ==,
                        json_object_get_size (all));
      mk_shape_free (shape, data);
    }
}

static void
assert_nothing_shared (const MkShape *shape,
                       gconstpointer  a,
                       gconstpointer  b)
{
  for (guint i = 0; i < shape->n_fields; i++)
    {
      const MkField *field = &shape->fields[i];
      gpointer one, other;

      if (field->kind == MK_KIND_INTEGER || field->kind == MK_KIND_BOOLEAN)
        continue;
      one = *(gpointer const *) (gconstpointer) ((const char *) a + field->offset);
      other = *(gpointer const *) (gconstpointer) ((const char *) b + field->offset);
      g_assert_true (one == NULL || one != other);
      if (one != NULL && field->kind == MK_KIND_OBJECT)
        assert_nothing_shared (field->shape, one, other);
      for (guint j = 0;
           one != NULL && field->kind == MK_KIND_OBJECTS && j < ((GPtrArray *) one)->len; j++)
        assert_nothing_shared (field->shape, g_ptr_array_index ((GPtrArray *) one, j),
                               g_ptr_array_index ((GPtrArray *) other, j));
    }
}

static void
copy_samples (const MkShape *shape)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      gpointer data = mk_sample_struct (shape);
      gpointer copy = mk_shape_copy (shape, data);
      gpointer second = mk_shape_copy (shape, copy);

      g_assert_true (mk_sample_equal (shape, data, copy));
      assert_nothing_shared (shape, data, copy);
      mk_shape_free (shape, data);
      g_assert_true (mk_sample_equal (shape, copy, second));
      mk_shape_free (shape, copy);
      mk_shape_free (shape, second);
    }
}

static void
test_copy_shares_nothing (gconstpointer type)
{
  copy_samples (((const MkRecordType *) type)->shape);
}

static void
test_package_copy_shares_nothing (void)
{
  copy_samples (&mk_package_header_shape);
}

static void
test_nothing_is_written_of_nothing (gconstpointer user_data)
{
  const MkShape *shape = ((const MkRecordType *) user_data)->shape;
  gpointer data = mk_shape_new (shape);
  gpointer copy = mk_shape_copy (shape, data);
  g_autoptr (JsonObject) object = mk_shape_write (shape, data, MK_WRITE_ALL);

  for (guint i = 0; i < shape->n_fields; i++)
    if (!(shape->fields[i].flags & MK_NULLABLE))
      g_assert_false (json_object_has_member (object, shape->fields[i].name));
  g_assert_true (mk_sample_equal (shape, data, copy));
  mk_shape_free (shape, copy);
  mk_shape_free (shape, data);
  mk_shape_free (shape, NULL);
}

static void
test_lines_are_written_with_line_feeds (void)
{
  MkEntryKey key = { (char *) "én\r\nto\rtre\n", NULL, 1 };
  g_autoptr (JsonObject) object = mk_shape_write (&mk_entry_key_shape, &key, MK_WRITE_PUBLIC);

  g_assert_cmpstr (json_object_get_string_member (object, "type"), ==, "én\nto\ntre\n");
}

static void
test_first_package_has_null_before_it (void)
{
  MkPackageHeader *header = mk_shape_new (&mk_package_header_shape);
  g_autoptr (JsonObject) object =
      mk_shape_write (&mk_package_header_shape, header, MK_WRITE_PUBLIC);

  g_assert_true (json_object_get_null_member (object, "forrigeSha256"));
  g_assert_cmpuint (json_object_get_size (object), ==, 1);
  mk_shape_free (&mk_package_header_shape, header);
}

static void
test_in_the_order_of_the_table (void)
{
  gpointer data = mk_sample_struct (&mk_package_header_shape);
  g_autoptr (JsonObject) object = mk_shape_write (&mk_package_header_shape, data, MK_WRITE_PUBLIC);
  JsonObjectIter iter;
  const char *name;
  guint at = 0;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      while (g_strcmp0 (mk_package_header_shape.fields[at].name, name) != 0)
        g_assert_cmpuint (++at, <, mk_package_header_shape.n_fields);
    }
  mk_shape_free (&mk_package_header_shape, data);
}

static void
add_for_each_type (const char   *what,
                   GTestDataFunc func)
{
  const MkRecordType *type;

  for (guint i = 0; (type = mk_record_type_get (i)) != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/shape/%s/%s", type->name, what);

      g_test_add_data_func (path, type, func);
    }
}

/* What is written by the thousand is what is written one by one. */
static void
test_appended_members (void)
{
  MkEntryKey keys[] = {
    { (char *) "checkin", (char *) "5f4b6a0e-5f07-4c1e-9f5e-2b8d7b1f3a10", 7 },
    { (char *) "u\"kendt\\\n\t\x01/\xc3\xa6", (char *) "5f4b6a0e-5f07-4c1e-9f5e-2b8d7b1f3a10",
      G_GINT64_CONSTANT (9007199254740992) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (JsonObject) whole =
          mk_shape_write (&mk_entry_key_shape, &keys[i], MK_WRITE_PUBLIC);
      g_autoptr (JsonNode) wanted = json_node_init_object (json_node_alloc (), whole);
      g_autoptr (JsonNode) appended = NULL;
      g_autoptr (GString) json = g_string_new ("{");

      mk_shape_append_members (json, &mk_entry_key_shape, &keys[i]);
      json->str[json->len - 1] = '}';
      appended = json_from_string (json->str, NULL);
      g_assert_nonnull (appended);
      g_assert_true (json_node_equal (appended, wanted));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_for_each_type ("comes-back-as-it-was-written", test_round_trip);
  g_test_add_func ("/shape/pakke/comes-back-as-it-was-written", test_package_round_trip);
  add_for_each_type ("private-is-never-written-as-public", test_private_never_in_public);
  add_for_each_type ("copy-shares-nothing", test_copy_shares_nothing);
  g_test_add_func ("/shape/pakke/copy-shares-nothing", test_package_copy_shares_nothing);
  add_for_each_type ("nothing-is-written-of-nothing", test_nothing_is_written_of_nothing);
  g_test_add_func ("/shape/lines-are-written-with-line-feeds",
                   test_lines_are_written_with_line_feeds);
  g_test_add_func ("/shape/first-package-has-null-before-it",
                   test_first_package_has_null_before_it);
  g_test_add_func ("/shape/appended-members-are-the-written-ones", test_appended_members);
  g_test_add_func ("/shape/in-the-order-of-the-table", test_in_the_order_of_the_table);
  return g_test_run ();
}
