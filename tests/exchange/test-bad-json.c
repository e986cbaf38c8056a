/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-exchange-test.h"
#include "mk-fault.h"
#include "mk-gate.h"
#include "mk-records.h"

#include <string.h>

/* The JSONTestSuite through the whole taking: each of its files as a package, and in an unknown
 * field of a good one. "n_" must be refused, "y_" taken, "i_" either. */

#define RECORD "99999999-9999-4999-8999-999999999999"
#define CONTENT                                                                        \
  "\"navn\":\"Vagt\",\"funktion\":\"Akut\",\"organisation\":\"Jobcenter Eksempelby\"," \
  "\"telefon\":\"70 10 10 10\",\"prioritet\":1,\"aabningstider\":[]"

typedef struct
{
  MkExchangeTest *test;
  const char     *name;
  const char     *text;
  gsize           length;
  gint64          next; /* the number of the next package */
  guint           n;
} Suite;

typedef void (*SuiteFunc) (Suite *suite);

static gboolean
must_be_refused (const char *name)
{
  /* Good JSON that the contract does not take. */
  static const char *const refused[] = {
    "y_object_duplicated_key.json",
    "y_object_duplicated_key_and_value.json",
    "y_object_escaped_null_in_key.json",
    "y_string_null_escape.json",
    NULL,
  };

  return g_str_has_prefix (name, "n_") || g_strv_contains (refused, name);
}

static void
assert_unreadable (Suite           *suite,
                   const MkVerdict *verdict)
{
  g_test_message ("%s: %s", suite->name, verdict->reason);
  g_assert_cmpint (verdict->status, ==, MK_VERDICT_REFUSED);
  g_assert_cmpstr (verdict->code, ==, MK_CODE_READING);
  g_assert_nonnull (verdict->pointer);
  g_assert_true (g_utf8_validate (verdict->reason, -1, NULL));
  g_assert_true (g_str_has_suffix (verdict->reason, "."));
}

static void
take_whole (Suite *suite)
{
  g_autofree char *path = mk_exchange_test_write (suite->test, suite->text, (gssize) suite->length);
  g_autoptr (MkVerdict) verdict =
      mk_exchange_test_take_file (suite->test, path, MK_TAKE_PLAIN | MK_TAKE_ACCEPT);

  assert_unreadable (suite, verdict);
}

/* A good package with the file's bytes in it. The hash of it is not that of its text without. */
static char *
embed (Suite *suite,
       gsize *length)
{
  g_autofree char *before = g_strdup (suite->test->previous);
  g_autofree char *entry =
      mk_exchange_test_entry ("kontakt", RECORD, suite->next, "{" CONTENT ",\"ukendt\":@}");
  g_autofree char *package = mk_exchange_test_package (suite->test, suite->next, entry);
  GString *text = g_string_new (NULL);
  const char *at;

  g_free (suite->test->previous);
  suite->test->previous = g_steal_pointer (&before);
  at = strchr (package, '@');
  g_string_append_len (text, package, at - package);
  g_string_append_len (text, suite->text, (gssize) suite->length);
  g_string_append (text, at + 1);
  *length = text->len;
  return g_string_free_and_steal (text);
}

static void
assert_kept (Suite *suite)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkVersion) version = mk_record_find (suite->test->database, RECORD, &error);
  g_autoptr (MkFaults) faults = mk_faults_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (version->data, strlen (version->data));
  g_autoptr (MkGate) gate = mk_gate_open (bytes, faults);
  g_autofree char *text = g_strndup (suite->text, suite->length);

  g_assert_no_error (error);
  g_assert_cmpint (version->revision, ==, suite->next);
  g_assert_true (mk_gate_is_equal (mk_json_member (mk_gate_root (gate), "ukendt"), text));
}

static void
take_embedded (Suite *suite)
{
  gsize length;
  g_autofree char *text = embed (suite, &length);
  g_autofree char *path = mk_exchange_test_write (suite->test, text, (gssize) length);
  g_autoptr (MkVerdict) verdict = mk_exchange_test_take_file (suite->test, path, MK_TAKE_PLAIN);

  if (must_be_refused (suite->name) || verdict->status != MK_VERDICT_TAKEN)
    {
      assert_unreadable (suite, verdict);
      g_assert_false (!must_be_refused (suite->name) && g_str_has_prefix (suite->name, "y_"));
      return;
    }
  assert_kept (suite);
  g_free (suite->test->previous);
  suite->test->previous = g_strdup_printf ("\"%s\"", verdict->sha256);
  suite->next++;
}

static void
for_each_file (MkExchangeTest *test,
               SuiteFunc       func)
{
  g_autofree char *folder = g_build_filename (g_getenv ("MAKKER_SOURCE"), "..", "shared", "corpora",
                                              "JSONTestSuite", "test_parsing", NULL);
  g_autoptr (GDir) listing = g_dir_open (folder, 0, NULL);
  Suite suite = { test, NULL, NULL, 0, 2, 0 };

  if (listing == NULL)
    {
      g_test_skip ("the JSONTestSuite is not beside the checkout");
      return;
    }
  mk_exchange_test_begin (test);
  while ((suite.name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, suite.name, NULL);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (path, &text, &suite.length, NULL));
      suite.text = text;
      func (&suite);
      suite.n++;
    }
  g_assert_cmpuint (suite.n, >, 300);
}

static void
test_whole (MkExchangeTest *test,
            gconstpointer   data G_GNUC_UNUSED)
{
  for_each_file (test, take_whole);
}

static void
test_embedded (MkExchangeTest *test,
               gconstpointer   data G_GNUC_UNUSED)
{
  for_each_file (test, take_embedded);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  mk_exchange_test_add ("/bad-input/json/each-file-is-no-package", test_whole);
  mk_exchange_test_add ("/bad-input/json/an-unknown-field-is-refused-or-kept", test_embedded);
  return g_test_run ();
}
