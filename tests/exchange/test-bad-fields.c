/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-example.h"
#include "mk-exchange-test.h"
#include "mk-package.h"
#include "mk-probe.h"
#include "mk-record-type.h"
#include "mk-records.h"

#include <string.h>

/* Every field of a package, its parts, its entries and every type of record is left out, of another
 * kind or out of its range, on its way through the whole taking. */

#define GOOD_FIRST "88888888-8888-4888-8888-888888888881"
#define GOOD_LAST "88888888-8888-4888-8888-888888888882"

typedef struct
{
  char *code;
  char *pointer;
  char *field;
} Expected;

/* A package of one entry for each fault, with the answer that each must get. */
typedef struct
{
  const char *type;
  GString    *entries;
  GPtrArray  *expected;
} Faults;

static void
expected_free (gpointer data)
{
  Expected *expected = data;

  g_free (expected->code);
  g_free (expected->pointer);
  g_free (expected->field);
  g_free (expected);
}

static char *
bad_id (guint index)
{
  return g_strdup_printf ("99999999-9999-4999-8999-%012u", index);
}

/* What the gate refuses is no fault of a field. */
static gboolean
passes_gate (const MkProbe *probe)
{
  return probe->value == NULL || !JSON_NODE_HOLDS_VALUE (probe->value) ||
         json_node_get_value_type (probe->value) != G_TYPE_INT64 ||
         json_node_get_int (probe->value) <= MK_INTEGER_MAX;
}

static void
collect_fault (const MkProbe *probe,
               gpointer       user_data)
{
  Faults *faults = user_data;
  g_autofree char *id = bad_id (faults->expected->len);
  g_autofree char *data = NULL;
  g_autofree char *entry = NULL;
  Expected *expected;

  /* A private field that comes from outside is an unknown one. */
  if (probe->code == NULL || (probe->field->flags & MK_PRIVATE) || !passes_gate (probe))
    return;
  data = json_to_string (probe->root, FALSE);
  entry = mk_exchange_test_entry (faults->type, id, 1, data);
  g_string_append_printf (faults->entries, "%s,", entry);
  expected = g_new0 (Expected, 1);
  expected->code = g_strdup (probe->code);
  /* The first entry is the good one. */
  expected->pointer =
      g_strdup_printf ("/poster/%u/data%s", faults->expected->len + 1, probe->pointer);
  expected->field = g_strdup_printf ("»%s«", probe->field->name);
  g_ptr_array_add (faults->expected, expected);
}

static char *
good_entry (const char *id)
{
  return mk_exchange_test_entry (
      "kontakt", id, 1,
      "{\"navn\":\"Vagt\",\"funktion\":\"Akut\",\"organisation\":\"Jobcenter Eksempelby\","
      "\"telefon\":\"70 10 10 10\",\"prioritet\":1,\"aabningstider\":[]}");
}

static void
assert_taken (MkExchangeTest *test,
              const char     *id,
              gboolean        is_taken)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkVersion) version = mk_record_find (test->database, id, &error);

  g_assert_no_error (error);
  g_assert_cmpint (version != NULL, ==, is_taken);
}

static void
assert_entry_refused (MkExchangeTest       *test,
                      const MkVerdictEntry *entry,
                      guint                 index,
                      const Expected       *expected)
{
  g_autofree char *id = bad_id (index);
  g_autofree char *place = g_strdup_printf ("(%s)", expected->pointer);

  g_test_message ("%s: %s", expected->pointer, entry->reason);
  g_assert_cmpstr (entry->id, ==, id);
  g_assert_cmpstr (entry->code, ==, expected->code);
  g_assert_true (g_str_has_suffix (entry->reason, place));
  g_assert_nonnull (strstr (entry->reason, expected->field));
  g_assert_null (strstr (entry->reason, MK_PROBE_SECRET));
  assert_taken (test, id, FALSE);
}

static void
test_record_fields (MkExchangeTest *test,
                    gconstpointer   data)
{
  const MkRecordType *type = data;
  g_autoptr (JsonNode) root = mk_example_load (type->name);
  g_autoptr (GString) entries = g_string_new (NULL);
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (expected_free);
  Faults faults = { type->name, entries, expected };
  g_autofree char *first = good_entry (GOOD_FIRST);
  g_autofree char *last = good_entry (GOOD_LAST);
  g_autofree char *package = NULL;
  g_autoptr (MkVerdict) verdict = NULL;

  g_string_append_printf (entries, "%s,", first);
  mk_probe_shape (type->shape, root, collect_fault, &faults);
  g_string_append (entries, last);
  mk_exchange_test_begin (test);
  package = mk_exchange_test_package (test, 2, entries->str);
  verdict = mk_exchange_test_take (test, package, MK_TAKE_PLAIN);

  g_assert_cmpint (verdict->status, ==, MK_VERDICT_PARTLY);
  g_assert_cmpuint (verdict->entries->len, ==, expected->len);
  for (guint i = 0; i < expected->len; i++)
    assert_entry_refused (test, g_ptr_array_index (verdict->entries, i), i,
                          g_ptr_array_index (expected, i));
  assert_taken (test, GOOD_FIRST, TRUE);
  assert_taken (test, GOOD_LAST, TRUE);
}

/* The package itself */

typedef struct
{
  MkExchangeTest *test;
  JsonNode       *package; /* of which the probe's root is the whole or the entry */
  const char     *prefix; /* pointer to the probe's root */
  gboolean        alone; /* whether the fault is the entry's alone */
} Probing;

static const char *
code_of (const Probing *probing,
         const MkProbe *probe)
{
  gboolean is_integer = probe->value != NULL && JSON_NODE_HOLDS_VALUE (probe->value) &&
                        json_node_get_value_type (probe->value) == G_TYPE_INT64;

  if (!passes_gate (probe) || g_str_equal (probe->pointer, "/format"))
    return MK_CODE_READING;
  if (g_str_equal (probe->pointer, "/version") && is_integer &&
      json_node_get_int (probe->value) > MK_PACKAGE_VERSION)
    return MK_CODE_VERSION;
  return probing->alone ? probe->code : MK_CODE_FIELD;
}

static void
assert_probe (const MkProbe   *probe,
              const Probing   *probing,
              const MkVerdict *verdict)
{
  const char *code = code_of (probing, probe);
  g_autofree char *pointer = g_strdup_printf ("%s%s", probing->prefix, probe->pointer);
  gboolean is_alone = probing->alone && passes_gate (probe);
  const MkVerdictEntry *entry = NULL;

  g_test_message ("%s: %s", pointer, code);
  g_assert_cmpint (verdict->status, ==, is_alone ? MK_VERDICT_PARTLY : MK_VERDICT_REFUSED);
  if (!is_alone)
    {
      g_assert_cmpstr (verdict->code, ==, code);
      g_assert_cmpstr (verdict->pointer, ==, pointer);
      g_assert_cmpuint (strlen (verdict->reason), >, 10);
      g_assert_null (strstr (verdict->reason, MK_PROBE_SECRET));
      return;
    }
  entry = g_ptr_array_index (verdict->entries, 0);
  g_assert_cmpstr (entry->code, ==, code);
  g_assert_nonnull (strstr (entry->reason, pointer));
}

static void
probe_package (const MkProbe *probe,
               gpointer       user_data)
{
  const Probing *probing = user_data;
  g_autofree char *text = NULL;
  g_autoptr (MkVerdict) verdict = NULL;

  if (probe->code == NULL && passes_gate (probe) && !g_str_equal (probe->pointer, "/version"))
    return;
  text = json_to_string (probing->package, FALSE);
  verdict = mk_exchange_test_take (probing->test, text, MK_TAKE_CHECK | MK_TAKE_ACCEPT);
  if (probe->code == NULL && verdict->status == MK_VERDICT_TAKEN)
    return;
  assert_probe (probe, probing, verdict);
}

static JsonNode *
good_package (MkExchangeTest *test)
{
  g_autofree char *first = good_entry (GOOD_FIRST);
  g_autofree char *last = good_entry (GOOD_LAST);
  g_autofree char *entries = g_strdup_printf ("%s,%s", first, last);
  g_autofree char *text = NULL;

  mk_exchange_test_begin (test);
  text = mk_exchange_test_package (test, 2, entries);
  return json_from_string (text, NULL);
}

static void
test_package_fields (MkExchangeTest *test,
                     gconstpointer   data G_GNUC_UNUSED)
{
  g_autoptr (JsonNode) package = good_package (test);
  g_autofree char *before = mk_exchange_test_dump (test);
  g_autofree char *after = NULL;
  Probing probing = { test, package, "", FALSE };

  mk_probe_shape (&mk_package_header_shape, package, probe_package, &probing);
  after = mk_exchange_test_dump (test);
  g_assert_cmpstr (before, ==, after);
}

static void
test_entry_fields (MkExchangeTest *test,
                   gconstpointer   data G_GNUC_UNUSED)
{
  g_autoptr (JsonNode) package = good_package (test);
  JsonArray *entries = json_object_get_array_member (json_node_get_object (package), "poster");
  JsonNode *last = json_array_get_element (entries, 1);
  Probing whole = { test, package, "/poster/1", FALSE };
  Probing alone = { test, package, "/poster/1", TRUE };

  mk_probe_shape (&mk_entry_key_shape, last, probe_package, &whole);
  mk_probe_shape (&mk_entry_rest_shape, last, probe_package, &alone);
}

int
main (int    argc,
      char **argv)
{
  const MkRecordType *type;

  g_test_init (&argc, &argv, NULL);
  mk_exchange_test_add ("/bad-input/package/every-field-is-judged", test_package_fields);
  mk_exchange_test_add ("/bad-input/entry/every-field-is-judged", test_entry_fields);
  for (guint i = 0; (type = mk_record_type_get (i)) != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/bad-input/%s/every-field-is-judged", type->name);

      if (type->stays)
        continue;
      g_test_add (path, MkExchangeTest, type, mk_exchange_test_set_up, test_record_fields,
                  mk_exchange_test_tear_down);
    }
  return g_test_run ();
}
