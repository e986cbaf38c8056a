/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-json.h"

#include "mk-sample.h"

static MkJsonKind
kind_of (const char *json)
{
  g_autoptr (JsonNode) root = json_from_string (json, NULL);

  return mk_json_kind (mk_json_of (root));
}

static void
test_kinds (void)
{
  g_assert_cmpint (mk_json_kind (mk_json_of (NULL)), ==, MK_JSON_NONE);
  g_assert_cmpint (kind_of ("null"), ==, MK_JSON_NULL);
  g_assert_cmpint (kind_of ("true"), ==, MK_JSON_BOOLEAN);
  g_assert_cmpint (kind_of ("0"), ==, MK_JSON_INTEGER);
  g_assert_cmpint (kind_of ("-0"), ==, MK_JSON_INTEGER);
  g_assert_cmpint (kind_of ("9007199254740992"), ==, MK_JSON_INTEGER);
  g_assert_cmpint (kind_of ("1.0"), ==, MK_JSON_REAL);
  g_assert_cmpint (kind_of ("1e3"), ==, MK_JSON_REAL);
  g_assert_cmpint (kind_of ("\"1\""), ==, MK_JSON_TEXT);
  g_assert_cmpint (kind_of ("[]"), ==, MK_JSON_LIST);
  g_assert_cmpint (kind_of ("{}"), ==, MK_JSON_OBJECT);
}

static void
test_what_is_not_there (void)
{
  g_autoptr (JsonNode) root = mk_json_from_text ("{\"a\":{\"b\":7},\"c\":[1]}");
  MkJsonValue value = mk_json_of (root);
  MkJsonValue b = mk_json_member (mk_json_member (value, "a"), "b");

  g_assert_cmpint (mk_json_integer (b), ==, 7);
  g_assert_null (mk_json_text (b));
  g_assert_cmpint (mk_json_kind (mk_json_member (b, "x")), ==, MK_JSON_NONE);
  g_assert_cmpint (mk_json_kind (mk_json_member (value, "x")), ==, MK_JSON_NONE);
  g_assert_cmpint (mk_json_kind (mk_json_member (mk_json_member (value, "x"), "y")), ==,
                   MK_JSON_NONE);
  g_assert_cmpint (mk_json_kind (mk_json_member (mk_json_member (value, "c"), "0")), ==,
                   MK_JSON_NONE);
  g_assert_null (mk_json_text (mk_json_member (value, "x")));
}

static void
append_name (const char *name,
             MkJsonValue value,
             gpointer    user_data)
{
  GString *names = user_data;

  g_string_append (names, name != NULL ? name : "-");
  if (mk_json_kind (value) == MK_JSON_INTEGER)
    g_string_append_printf (names, "%" G_GINT64_FORMAT, mk_json_integer (value));
  mk_json_foreach (value, append_name, user_data);
}

static void
test_members_in_order (void)
{
  g_autoptr (JsonNode) root = mk_json_from_text ("{\"z\":1,\"a\":[2,[3]],\"m\":{\"b\":4}}");
  g_autoptr (GString) names = g_string_new (NULL);

  mk_json_foreach (mk_json_of (root), append_name, names);
  g_assert_cmpstr (names->str, ==, "z1a-2--3mb4");
}

static void
test_text_of_no_object (void)
{
  static const char *const texts[] = { "", "[]", "7", "null", "{", "ikke JSON" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (JsonNode) root = mk_json_from_text (texts[i]);

      g_assert_true (JSON_NODE_HOLDS_OBJECT (root));
      g_assert_cmpuint (json_object_get_size (json_node_get_object (root)), ==, 0);
    }
}

static void
test_any_text_comes_back (void)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (JsonObject) object = json_object_new ();
      g_autofree char *text = mk_sample_text (60);
      g_autofree char *json = NULL;
      g_autoptr (JsonNode) root = NULL;

      json_object_set_string_member (object, "note", text);
      json = mk_json_to_text (object);
      g_assert_null (strchr (json, '\n'));
      root = mk_json_from_text (json);
      g_assert_cmpstr (mk_json_text (mk_json_member (mk_json_of (root), "note")), ==, text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/kinds", test_kinds);
  g_test_add_func ("/json/what-is-not-there", test_what_is_not_there);
  g_test_add_func ("/json/members-in-order", test_members_in_order);
  g_test_add_func ("/json/text-of-no-object-is-an-empty-one", test_text_of_no_object);
  g_test_add_func ("/json/any-text-comes-back", test_any_text_comes_back);
  return g_test_run ();
}
