/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-example.h"
#include "mk-package.h"
#include "mk-probe.h"
#include "mk-record-type.h"
#include "mk-sample.h"

/* Every field of every table is put to the test from the type's own example. A new type is covered
 * by having a table. */

static void
assert_reason (const MkProbe *probe,
               const MkFault *fault)
{
  JsonNode *value = probe->value;

  g_assert_true (g_utf8_validate (fault->reason, -1, NULL));
  g_assert_true (g_str_has_suffix (fault->reason, "."));
  g_assert_nonnull (strstr (fault->reason, probe->field->name));
  g_assert_null (strstr (fault->reason, MK_PROBE_SECRET));
  if (value != NULL && JSON_NODE_HOLDS_VALUE (value) &&
      json_node_get_value_type (value) == G_TYPE_STRING && *json_node_get_string (value) != '\0')
    g_assert_null (strstr (fault->reason, json_node_get_string (value)));
}

static void
judge (const MkProbe *probe,
       gpointer       user_data)
{
  const MkShape *shape = user_data;
  g_autoptr (MkFaults) faults = mk_faults_new ();

  mk_shape_free (shape,
                 mk_shape_read (shape, mk_json_of (probe->root), MK_READ_PRIVATE, "", faults));
  if (probe->code == NULL)
    {
      if (mk_faults_count (faults) > 0)
        g_error ("%s: %s", probe->pointer, mk_faults_first (faults)->reason);
      return;
    }
  g_test_message ("%s is %s", probe->pointer, probe->code);
  g_assert_cmpuint (mk_faults_count (faults), ==, 1);
  g_assert_cmpstr (mk_faults_first (faults)->code, ==, probe->code);
  g_assert_cmpstr (mk_faults_first (faults)->pointer, ==, probe->pointer);
  assert_reason (probe, mk_faults_first (faults));
}

/* Rules across fields are left out, which a good value of one field might break. */
static void
walk_example (const MkShape *shape,
              JsonNode      *root)
{
  const MkShape *bare = mk_sample_bare_shape (shape);

  mk_probe_shape (bare, root, judge, (gpointer) bare);
}

static void
test_type (gconstpointer user_data)
{
  const MkRecordType *type = user_data;
  g_autoptr (JsonNode) root = mk_example_load (type->name);

  walk_example (type->shape, root);
}

static void
test_package (void)
{
  g_autoptr (JsonNode) root = mk_example_load ("pakke");
  JsonArray *entries = json_object_get_array_member (json_node_get_object (root), "poster");

  walk_example (&mk_package_header_shape, root);
  walk_example (&mk_entry_key_shape, json_array_get_element (entries, 0));
  walk_example (&mk_entry_rest_shape, json_array_get_element (entries, 0));
}

int
main (int   argc,
      char *argv[])
{
  const MkRecordType *type;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shape/pakke/every-field-is-judged", test_package);
  for (guint i = 0; (type = mk_record_type_get (i)) != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/shape/%s/every-field-is-judged", type->name);

      g_test_add_data_func (path, type, test_type);
    }
  return g_test_run ();
}
