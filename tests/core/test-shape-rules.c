/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-example.h"
#include "mk-package.h"
#include "mk-record-type.h"

/* What is refused or passed over beside the single fields. */

static guint
read_with (const MkShape *shape,
           JsonNode      *root,
           MkReadFlags    flags,
           MkFaults      *faults)
{
  gpointer data = mk_shape_read (shape, mk_json_of (root), flags, "", faults);

  mk_shape_free (shape, data);
  return mk_faults_count (faults);
}

/* Reads the type's example with some members replaced, given as JSON. */
static MkFaults *
read_changed (const char *name,
              const char *members)
{
  const MkRecordType *type = mk_record_type_find (name);
  g_autoptr (JsonNode) root = mk_example_load (name);
  g_autoptr (JsonNode) changes = mk_json_from_text (members);
  MkFaults *faults = mk_faults_new ();
  JsonObjectIter iter;
  const char *member;
  JsonNode *value;

  json_object_iter_init (&iter, json_node_get_object (changes));
  while (json_object_iter_next (&iter, &member, &value))
    json_object_set_member (json_node_get_object (root), member, json_node_copy (value));
  read_with (type->shape, root, MK_READ_PUBLIC, faults);
  return faults;
}

static void
assert_value_fault (const char *name,
                    const char *members,
                    const char *pointer)
{
  g_autoptr (MkFaults) faults = read_changed (name, members);

  g_assert_cmpuint (mk_faults_count (faults), ==, 1);
  g_assert_cmpstr (mk_faults_first (faults)->code, ==, MK_CODE_VALUE);
  g_assert_cmpstr (mk_faults_first (faults)->pointer, ==, pointer);
  g_assert_true (g_str_has_suffix (mk_faults_first (faults)->reason, "."));
}

static void
assert_good (const char *name,
             const char *members)
{
  g_autoptr (MkFaults) faults = read_changed (name, members);

  g_assert_cmpuint (mk_faults_count (faults), ==, 0);
}

static void
test_end_before_beginning (void)
{
  assert_value_fault ("forloeb",
                      "{\"startDato\":\"2026-11-02\",\"forventetSlutDato\":\"2026-11-01\"}",
                      "/forventetSlutDato");
  assert_value_fault ("forloeb",
                      "{\"startDato\":\"2026-11-02\",\"forventetSlutDato\":\"2025-12-31\"}",
                      "/forventetSlutDato");
  assert_good ("forloeb", "{\"startDato\":\"2026-11-02\",\"forventetSlutDato\":\"2026-11-02\"}");
}

static void
test_more_than_a_day (void)
{
  assert_value_fault ("checkin", "{\"loennedeMinutter\":1440,\"uloennedeMinutter\":1}",
                      "/uloennedeMinutter");
  assert_good ("checkin", "{\"loennedeMinutter\":1440,\"uloennedeMinutter\":0}");
  assert_good ("checkin", "{\"loennedeMinutter\":0,\"uloennedeMinutter\":1440}");
}

static void
test_opening_hours_past_midnight (void)
{
  assert_good ("kontakt",
               "{\"aabningstider\":[{\"dage\":[7],\"fra\":\"22:00\",\"til\":\"06:00\"}]}");
}

static void
test_form_decides_over_value (void)
{
  g_autoptr (MkFaults) faults =
      read_changed ("checkin", "{\"fremmoede\":\"ukendt\",\"behovForHjaelp\":1}");

  g_assert_cmpuint (mk_faults_count (faults), ==, 2);
  g_assert_cmpstr (mk_faults_get (faults, 0)->code, ==, MK_CODE_VALUE);
  g_assert_cmpstr (mk_faults_first (faults)->code, ==, MK_CODE_FIELD);
  g_assert_cmpstr (mk_faults_first (faults)->pointer, ==, "/behovForHjaelp");
}

static void
test_rules_across_fields_wait_for_the_fields (void)
{
  g_autoptr (MkFaults) faults =
      read_changed ("checkin", "{\"loennedeMinutter\":1441,\"uloennedeMinutter\":1}");

  g_assert_cmpuint (mk_faults_count (faults), ==, 1);
  g_assert_cmpstr (mk_faults_first (faults)->pointer, ==, "/loennedeMinutter");
}

static void
test_pointer_goes_on_from_where_it_stands (void)
{
  const MkRecordType *type = mk_record_type_find ("kontakt");
  g_autoptr (MkFaults) faults = mk_faults_new ();
  g_autoptr (JsonNode) root = mk_example_load ("kontakt");
  g_autoptr (JsonNode) hours =
      json_from_string ("[{\"dage\":[],\"fra\":\"07:00\",\"til\":\"08:00\"},"
                        "{\"dage\":[1,9],\"fra\":\"07:00\",\"til\":\"08:00\"}]",
                        NULL);

  json_object_set_member (json_node_get_object (root), "aabningstider", g_steal_pointer (&hours));
  mk_shape_free (type->shape, mk_shape_read (type->shape, mk_json_of (root), MK_READ_PUBLIC,
                                             "/poster/3/data", faults));
  g_assert_cmpstr (mk_faults_first (faults)->pointer, ==, "/poster/3/data/aabningstider/1/dage/1");
}

/* Adds an unknown member to every object below @node, one at a time, and reads the whole. */
static void
add_unknown_everywhere (const MkShape *shape,
                        JsonNode      *root,
                        JsonNode      *node)
{
  g_autoptr (GList) members = NULL;

  if (JSON_NODE_HOLDS_ARRAY (node))
    members = json_array_get_elements (json_node_get_array (node));
  else if (JSON_NODE_HOLDS_OBJECT (node))
    members = json_object_get_values (json_node_get_object (node));
  for (GList *member = members; member != NULL; member = member->next)
    add_unknown_everywhere (shape, root, member->data);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;

  for (guint closed = 0; closed < 2; closed++)
    {
      g_autoptr (MkFaults) faults = mk_faults_new ();

      json_object_set_null_member (json_node_get_object (node), "hemmeligt");
      read_with (shape, root, closed ? MK_READ_CLOSED : MK_READ_PUBLIC, faults);
      json_object_remove_member (json_node_get_object (node), "hemmeligt");
      g_assert_cmpuint (mk_faults_count (faults), ==, closed);
      if (!closed)
        continue;
      g_assert_cmpstr (mk_faults_first (faults)->code, ==, MK_CODE_FIELD);
      g_assert_null (strstr (mk_faults_first (faults)->reason, "hemmeligt"));
    }
}

static void
test_unknown_fields (gconstpointer user_data)
{
  const MkRecordType *type = user_data;
  g_autoptr (JsonNode) root = mk_example_load (type->name);

  add_unknown_everywhere (type->shape, root, root);
}

/* What is private is an unknown name to everyone who does not ask for it. */
static void
test_private_fields (gconstpointer user_data)
{
  const MkRecordType *type = user_data;
  g_autoptr (JsonNode) root = mk_example_load (type->name);
  JsonObject *object = json_node_get_object (root);

  for (guint i = 0; i < type->shape->n_fields; i++)
    {
      const MkField *field = &type->shape->fields[i];
      g_autoptr (MkFaults) open = mk_faults_new ();
      g_autoptr (MkFaults) closed = mk_faults_new ();
      g_autoptr (MkFaults) asked = mk_faults_new ();

      if (!(field->flags & MK_PRIVATE))
        continue;
      json_object_set_object_member (object, field->name, json_object_new ());
      g_assert_cmpuint (read_with (type->shape, root, MK_READ_PUBLIC, open), ==, 0);
      g_assert_cmpuint (read_with (type->shape, root, MK_READ_CLOSED, closed), ==, 1);
      g_assert_cmpstr (mk_faults_first (closed)->pointer, ==, "");
      g_assert_cmpuint (read_with (type->shape, root, MK_READ_CLOSED | MK_READ_PRIVATE, asked), ==,
                        1);
      g_assert_cmpstr (mk_faults_first (asked)->pointer + 1, ==, field->name);
      json_object_remove_member (object, field->name);
    }
}

static void
test_lines_typed_here (void)
{
  g_autoptr (JsonNode) root = mk_json_from_text (
      "{\"type\":\"én\\r\\nto\",\"id\":\"b214c9a4-5320-553f-a8c0-5fdcb5cccc62\",\"revision\":1}");
  g_autoptr (MkFaults) open = mk_faults_new ();
  g_autoptr (MkFaults) closed = mk_faults_new ();
  MkEntryKey *key;

  g_assert_cmpuint (read_with (&mk_entry_key_shape, root, MK_READ_PUBLIC, open), ==, 1);
  g_assert_cmpstr (mk_faults_first (open)->code, ==, MK_CODE_VALUE);
  key = mk_shape_read (&mk_entry_key_shape, mk_json_of (root), MK_READ_CLOSED, "", closed);
  g_assert_cmpuint (mk_faults_count (closed), ==, 0);
  g_assert_cmpstr (key->type, ==, "én\nto");
  mk_shape_free (&mk_entry_key_shape, key);
}

static void
test_a_million_faults_are_few (void)
{
  const MkRecordType *type = mk_record_type_find ("kontakt");
  g_autoptr (MkFaults) faults = mk_faults_new ();
  g_autoptr (JsonNode) root = mk_example_load ("kontakt");
  JsonArray *hours = json_array_new ();
  guint kept = 0;

  for (guint i = 0; i < 1000000; i++)
    json_array_add_null_element (hours);
  json_object_set_array_member (json_node_get_object (root), "aabningstider", hours);
  g_assert_cmpuint (read_with (type->shape, root, MK_READ_PUBLIC, faults), ==, 1000000);
  while (mk_faults_get (faults, kept) != NULL)
    kept++;
  g_assert_cmpuint (kept, <=, 100);
  g_assert_cmpstr (mk_faults_first (faults)->pointer, ==, "/aabningstider/0");
}

static void
test_form_decides_behind_a_million_values (void)
{
  const MkRecordType *type = mk_record_type_find ("kontakt");
  g_autoptr (MkFaults) faults = mk_faults_new ();
  g_autoptr (JsonNode) root = mk_example_load ("kontakt");
  JsonArray *hours = json_object_get_array_member (json_node_get_object (root), "aabningstider");
  JsonArray *days = json_array_new ();

  for (guint i = 0; i < 1000000; i++)
    json_array_add_int_element (days, 8);
  json_array_add_null_element (days);
  json_object_set_array_member (json_array_get_object_element (hours, 0), "dage", days);
  g_assert_cmpuint (read_with (type->shape, root, MK_READ_PUBLIC, faults), ==, 1000001);
  g_assert_cmpstr (mk_faults_first (faults)->code, ==, MK_CODE_FIELD);
  g_assert_cmpstr (mk_faults_first (faults)->pointer, ==, "/aabningstider/0/dage/1000000");
}

static void
test_not_an_object_at_all (void)
{
  static const char *const roots[] = { "[]", "7", "\"x\"", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    {
      g_autoptr (MkFaults) faults = mk_faults_new ();
      g_autoptr (JsonNode) root = json_from_string (roots[i], NULL);

      g_assert_cmpuint (read_with (&mk_entry_key_shape, root, MK_READ_CLOSED, faults), ==, 3);
      g_assert_cmpstr (mk_faults_first (faults)->code, ==, MK_CODE_FIELD);
    }
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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shape/end-before-beginning-is-vaerdi", test_end_before_beginning);
  g_test_add_func ("/shape/more-than-a-day-is-vaerdi", test_more_than_a_day);
  g_test_add_func ("/shape/opening-hours-may-pass-midnight", test_opening_hours_past_midnight);
  g_test_add_func ("/shape/form-decides-over-value", test_form_decides_over_value);
  g_test_add_func ("/shape/rules-across-fields-wait-for-the-fields",
                   test_rules_across_fields_wait_for_the_fields);
  g_test_add_func ("/shape/pointer-goes-on-from-where-it-stands",
                   test_pointer_goes_on_from_where_it_stands);
  add_for_each_type ("unknown-fields-pass-unless-closed", test_unknown_fields);
  add_for_each_type ("private-fields-only-where-asked-for", test_private_fields);
  g_test_add_func ("/shape/lines-typed-here-end-in-line-feed", test_lines_typed_here);
  g_test_add_func ("/shape/a-million-faults-are-few", test_a_million_faults_are_few);
  g_test_add_func ("/shape/form-decides-behind-a-million-values",
                   test_form_decides_behind_a_million_values);
  g_test_add_func ("/shape/not-an-object-at-all-is-felt", test_not_an_object_at_all);
  return g_test_run ();
}
