/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-gate.h"

#include "mk-package.h"

#include <string.h>

static gboolean
passes (const char *text,
        gssize      length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (MkFaults) faults = mk_faults_new ();
  g_autoptr (MkGate) gate = mk_gate_open (bytes, faults);

  if (gate == NULL)
    {
      g_assert_cmpuint (mk_faults_count (faults), ==, 1);
      g_assert_cmpstr (mk_faults_first (faults)->code, ==, MK_CODE_READING);
      g_assert_cmpuint (strlen (mk_faults_first (faults)->reason), >, 10);
    }
  return gate != NULL;
}

static void
test_refused (void)
{
  static const char *const refused[] = {
    "",
    " ",
    "{",
    "{} {}",
    "{}x",
    "\xef\xbb\xbf{}",
    "{\"a\":1,\"a\":1}",
    "{\"a\":{\"b\":1,\"c\":2,\"b\":3}}",
    "{\"a\":1,\"\\u0061\":2}",
    "[NaN]",
    "[Infinity]",
    "[\"\\ud800\"]",
    "[\"\\udc00\\ud800\"]",
    "[\"\\u0000\"]",
    "{\"\\u0000\":1}",
    "[\"\xff\"]",
    "[\"\xed\xa0\x80\"]",
    "[9007199254740993]",
    "[-9007199254740993]",
    "[18446744073709551615]",
    "[123456789012345678901234567890]",
    "[1e400]",
    "[-1e400]",
    "['a']",
    "[1,]",
    "[01]",
    "// a\n{}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    if (passes (refused[i], -1))
      g_error ("passed: %s", refused[i]);
}

static void
test_passed (void)
{
  static const char *const passed[] = {
    "{}",
    " {\"a\" : 1}\n",
    "[9007199254740992,-9007199254740992]",
    "[1e300,1e-400,-0,0.1]",
    "[\"\\ud83d\\ude00\"]",
    "{\"a\":1,\"A\":1,\"\":2}",
    "[\"\\u007f\\u0080\"]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (passed); i++)
    if (!passes (passed[i], -1))
      g_error ("refused: %s", passed[i]);
}

static char *
nested (guint depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append_c (text, '[');
  for (guint i = 0; i < depth; i++)
    g_string_append_c (text, ']');
  return g_string_free_and_steal (text);
}

static void
test_depth (void)
{
  g_autofree char *deepest = nested (32);
  g_autofree char *deeper = nested (33);
  g_autofree char *hostile = nested (1000000);

  g_assert_true (passes (deepest, -1));
  g_assert_false (passes (deeper, -1));
  g_assert_false (passes (hostile, -1));
}

static void
test_size (void)
{
  g_autofree char *text = g_malloc (MK_PACKAGE_MOST_BYTES + 1);

  memset (text, ' ', MK_PACKAGE_MOST_BYTES + 1);
  memcpy (text, "[]", 2);
  g_assert_true (passes (text, MK_PACKAGE_MOST_BYTES));
  g_assert_false (passes (text, MK_PACKAGE_MOST_BYTES + 1));
}

static void
test_place (void)
{
  static const char text[] = "{\"a\":[{\"b/c~d\":123456789012345678901234567890}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (MkFaults) faults = mk_faults_new ();

  g_assert_null (mk_gate_open (bytes, faults));
  g_assert_cmpstr (mk_faults_first (faults)->pointer, ==, "/a/0/b~1c~0d");
}

static void
test_million_members (void)
{
  GString *text = g_string_new ("{");
  g_autofree char *twice = NULL;

  for (guint i = 0; i < 400000; i++)
    g_string_append_printf (text, "\"%x\":0,", i);
  twice = g_strdup_printf ("%s\"0\":1}", text->str);
  g_string_append (text, "\"x\":1}");
  g_assert_true (passes (text->str, (gssize) text->len));
  g_assert_false (passes (twice, -1));
  g_string_free (text, TRUE);
}

static void
test_equal_values (void)
{
  static const struct
  {
    const char *value;
    const char *text;
    gboolean is_equal;
  } pairs[] = {
    { "{}", "{}", TRUE },
    { "{}", "[]", FALSE },
    { "[]", "[]", TRUE },
    { "[{}]", "[{}]", TRUE },
    { "{\"a\":1}", "{}", FALSE },
    { "1", "1.0", TRUE },
    { "-0", "0", TRUE },
    { "-0.0", "0", TRUE },
    { "null", "false", FALSE },
    { "[1,2]", "[2,1]", FALSE },
    { "[1]", "[1,1]", FALSE },
    { "\"1\"", "1", FALSE },
    { "\"\\u00e6\"", "\"æ\"", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (pairs[i].value, strlen (pairs[i].value));
      g_autoptr (MkFaults) faults = mk_faults_new ();
      g_autoptr (MkGate) gate = mk_gate_open (bytes, faults);

      g_test_message ("%s and %s", pairs[i].value, pairs[i].text);
      g_assert_cmpint (mk_gate_is_equal (mk_gate_root (gate), pairs[i].text), ==,
                       pairs[i].is_equal);
    }
}

static void
test_kept_values (void)
{
  static const char text[] = "{\"b\":1.5,\"a\":[-0,1e3,\"\\u00e6\\n\"],\"c\":9007199254740992}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (MkFaults) faults = mk_faults_new ();
  g_autoptr (MkGate) gate = mk_gate_open (bytes, faults);
  g_autofree char *kept = mk_gate_dup_text (mk_gate_root (gate));

  g_assert_true (mk_gate_is_equal (mk_gate_root (gate), kept));
  g_assert_true (mk_gate_is_equal (mk_gate_root (gate),
                                   "{\"c\":9007199254740992.0,\"a\":[0,1000,\"æ\\n\"],\"b\":1.5}"));
  g_assert_false (
      mk_gate_is_equal (mk_gate_root (gate), "{\"b\":1.5,\"a\":[0,1000,\"æ\"],\"c\":1}"));
}

/* Files that must be refused, must pass, or may do either, but must be answered. */
static void
test_corpus (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("MAKKER_SOURCE"), "..", "shared", "corpora",
                                              "JSONTestSuite", "test_parsing", NULL);
  g_autoptr (GDir) listing = g_dir_open (folder, 0, NULL);
  static const char *const refused_by_contract[] = {
    "y_object_duplicated_key.json",
    "y_object_duplicated_key_and_value.json",
    "y_object_escaped_null_in_key.json",
    "y_string_null_escape.json",
    NULL,
  };
  const char *name;
  guint n = 0;

  if (listing == NULL)
    {
      g_test_skip ("the JSONTestSuite is not beside the checkout");
      return;
    }
  while ((name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      gsize length;
      gboolean good;

      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      good = passes (text, (gssize) length);
      n++;
      if (g_strv_contains (refused_by_contract, name) || g_str_has_prefix (name, "n_"))
        g_assert_false (good);
      else if (g_str_has_prefix (name, "y_"))
        g_assert_true (good);
    }
  g_assert_cmpuint (n, >, 300);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gate/refuses-what-the-contract-refuses", test_refused);
  g_test_add_func ("/gate/passes-what-the-contract-allows", test_passed);
  g_test_add_func ("/gate/32-levels-at-most", test_depth);
  g_test_add_func ("/gate/8-mib-at-most", test_size);
  g_test_add_func ("/gate/a-fault-has-its-place", test_place);
  g_test_add_func ("/gate/a-million-members-are-no-trouble", test_million_members);
  g_test_add_func ("/gate/values-are-compared-as-values", test_equal_values);
  g_test_add_func ("/gate/values-are-kept-as-values", test_kept_values);
  g_test_add_func ("/gate/the-json-test-suite", test_corpus);
  return g_test_run ();
}
