/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-exchange-test.h"
#include "mk-records.h"

#include <string.h>

/* Section 5 of the exchange contract: the first step that fails decides. Faults are put together in
 * pairs, and the earlier one must be told. */

#define OTHER_EPOCH "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"
#define STRANGER "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb"
#define CONTACT "cccccccc-cccc-4ccc-8ccc-%012u"
#define CARD "dddddddd-dddd-4ddd-8ddd-dddddddddddd"
#define N_CONTACTS 6

/* The parts of a package, each of which a fault may change, as JSON. */
enum
{
  FORMAT,
  VERSION,
  PACKAGE_ID,
  SENDER_ID,
  SENDER_ROLE,
  RECIPIENT_ID,
  EPOCH,
  NUMBER,
  PREVIOUS,
  COUNT,
  ENTRIES,
  END,
  N_PARTS
};

/* A fault sets one part; @code is that of the package, or NULL where an entry is refused alone. */
typedef struct
{
  const char *name;
  guint       part;
  const char *value;
  const char *code;
  const char *pointer;
} Fault;

static char *
package_text (const char *const parts[N_PARTS])
{
  return g_strdup_printf (
      "{\"format\":%s,\"version\":%s,\"pakkeId\":%s,"
      "\"afsender\":{\"id\":%s,\"rolle\":%s,\"navn\":\"Jobcenter Eksempelby\"},"
      "\"modtager\":{\"id\":%s,\"rolle\":\"leder\",\"navn\":\"Eksempelbutikken ApS\"},"
      "\"epoke\":%s,\"afloeser\":[\"" TEST_EPOCH "\"],\"loebenummer\":%s,\"forrigeSha256\":%s,"
      "\"oprettet\":\"2026-11-16T09:05:00+01:00\",\"antal\":%s,\"poster\":%s}%s",
      parts[FORMAT], parts[VERSION], parts[PACKAGE_ID], parts[SENDER_ID], parts[SENDER_ROLE],
      parts[RECIPIENT_ID], parts[EPOCH], parts[NUMBER], parts[PREVIOUS], parts[COUNT],
      parts[ENTRIES], parts[END]);
}

/* Contacts 0 and so on, saved or removed, as a list. */
static char *
contacts (gint64 revision,
          guint  n)
{
  GString *list = g_string_new ("[");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf (CONTACT, i);
      g_autofree char *entry = mk_exchange_test_entry (
          "kontakt", id, revision,
          revision > 1 ? NULL
                       : "{\"navn\":\"Vagt\",\"funktion\":\"Akut\",\"organisation\":\"Jobcenter\","
                         "\"telefon\":\"70 10 10 10\",\"prioritet\":1,\"aabningstider\":[]}");

      g_string_append_printf (list, "%s%s", i > 0 ? "," : "", entry);
    }
  g_string_append_c (list, ']');
  return g_string_free_and_steal (list);
}

/* Number 1 of TEST_EPOCH was taken, then number 1 of OTHER_EPOCH, which replaced it, with contacts.
 * The hash of that, as JSON. */
static char *
begin (MkExchangeTest *test)
{
  g_autofree char *entries = contacts (1, N_CONTACTS);
  const char *parts[N_PARTS] = {
    "\"makker-udveksling\"",
    "1",
    "\"55555555-5555-4555-8555-00000000000a\"",
    "\"" TEST_AUTHORITY "\"",
    "\"myndighed\"",
    "\"" TEST_SELF "\"",
    "\"" OTHER_EPOCH "\"",
    "1",
    "null",
    G_STRINGIFY (N_CONTACTS),
    entries,
    "",
  };
  g_autofree char *package = package_text (parts);
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, package, -1);
  g_autoptr (MkVerdict) verdict = NULL;

  mk_exchange_test_begin (test);
  verdict = mk_exchange_test_take (test, package, MK_TAKE_PLAIN);
  g_assert_cmpint (verdict->status, ==, MK_VERDICT_TAKEN);
  return g_strdup_printf ("\"%s\"", sha256);
}

static const Fault package_faults[] = {
  { "no JSON", END, "x", MK_CODE_READING, "" },
  { "another format", FORMAT, "\"andet\"", MK_CODE_READING, "/format" },
  { "a newer version", VERSION, "2", MK_CODE_VERSION, "/version" },
  { "a wrong count", COUNT, "7", MK_CODE_FIELD, "/antal" },
  { "own package", SENDER_ID, "\"" TEST_SELF "\"", MK_CODE_SENDER, "/afsender/id" },
  { "a stranger", SENDER_ID, "\"" STRANGER "\"", MK_CODE_SENDER, "/afsender" },
  { "another role", SENDER_ROLE, "\"leder\"", MK_CODE_SENDER, "/afsender/rolle" },
  { "for somebody else", RECIPIENT_ID, "\"" STRANGER "\"", MK_CODE_RECIPIENT, "/modtager/id" },
  { "a used id", PACKAGE_ID, "\"55555555-5555-4555-8555-00000000000a\"", MK_CODE_REUSE,
    "/pakkeId" },
  { "a used number", NUMBER, "1", MK_CODE_REUSE, "/loebenummer" },
  { "a replaced epoch", EPOCH, "\"" TEST_EPOCH "\"", MK_CODE_EPOCH, "/epoke" },
  { "before its turn", NUMBER, "9", MK_CODE_WAITS, NULL },
  { "a broken chain", PREVIOUS, "null", MK_CODE_CHAIN, "/forrigeSha256" },
};

static void
judge_pair (MkExchangeTest    *test,
            const char *const *good,
            const Fault       *early,
            const Fault       *late)
{
  const char *parts[N_PARTS];
  g_autofree char *package = NULL;
  g_autoptr (MkVerdict) verdict = NULL;

  memcpy (parts, good, sizeof parts);
  parts[late->part] = late->value;
  parts[early->part] = early->value;
  package = package_text (parts);
  verdict = mk_exchange_test_take (test, package, MK_TAKE_CHECK);
  g_test_message ("%s, and %s: %s", early->name, late->name, verdict->code);
  g_assert_cmpstr (verdict->code, ==, early->code);
  g_assert_cmpstr (verdict->pointer, ==, early->pointer);
}

static void
test_package_order (MkExchangeTest *test,
                    gconstpointer   data G_GNUC_UNUSED)
{
  g_autofree char *previous = begin (test);
  g_autofree char *removal = contacts (2, 5);
  /* Each of these packages has a fault of the last step besides. */
  const char *parts[N_PARTS] = {
    "\"makker-udveksling\"",
    "1",
    "\"55555555-5555-4555-8555-00000000000b\"",
    "\"" TEST_AUTHORITY "\"",
    "\"myndighed\"",
    "\"" TEST_SELF "\"",
    "\"" OTHER_EPOCH "\"",
    "2",
    previous,
    "5",
    removal,
    "",
  };
  const Fault last = { "a large removal", ENTRIES, removal, MK_CODE_REMOVAL, NULL };

  judge_pair (test, parts, &last, &last);
  for (guint i = 0; i < G_N_ELEMENTS (package_faults); i++)
    for (guint j = i; j < G_N_ELEMENTS (package_faults); j++)
      if (i == j || package_faults[i].part != package_faults[j].part)
        judge_pair (test, parts, &package_faults[i], &package_faults[j]);
}

/* Step 7: the parts of a card that came before, each of which a fault may change. */
enum
{
  ID,
  REVISION,
  CHANGED,
  ORIGIN,
  PLACEMENT,
  PUNCHES,
  N_ENTRY_PARTS
};

static const Fault entry_faults[] = {
  { "a wrong form", CHANGED, "\"i går\"", MK_CODE_FIELD, NULL },
  { "a wrong value", PUNCHES, "-1", MK_CODE_VALUE, NULL },
  { "another writer", ORIGIN, ",\"ophav\":\"" STRANGER "\"", MK_CODE_WRITER, NULL },
  { "another type", ID, "\"cccccccc-cccc-4ccc-8ccc-000000000000\"", MK_CODE_TYPE, NULL },
  { "a reference to nothing", PLACEMENT, "\"" STRANGER "\"", MK_CODE_REFERENCE, NULL },
  { "other content", REVISION, "1", MK_CODE_REVISION, NULL },
};

static char *
card_text (const char *const parts[N_ENTRY_PARTS])
{
  return g_strdup_printf (
      "{\"type\":\"klippekort\",\"id\":%s,\"revision\":%s,\"handling\":\"gem\",\"aendret\":%s%s,"
      "\"data\":{\"forloebId\":%s,\"antalKlip\":%s,\"gyldigFra\":\"2026-09-07\","
      "\"gyldigTil\":\"2027-03-06\",\"ydelser\":[]}}",
      parts[ID], parts[REVISION], parts[CHANGED], parts[ORIGIN], parts[PLACEMENT], parts[PUNCHES]);
}

static void
judge_entry_pair (MkExchangeTest    *test,
                  const char *const *good,
                  const char *const *package,
                  const Fault       *early,
                  const Fault       *late)
{
  const char *parts[N_ENTRY_PARTS];
  const char *whole[N_PARTS];
  g_autofree char *entry = NULL;
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;
  g_autoptr (MkVerdict) verdict = NULL;
  const MkVerdictEntry *refused;

  memcpy (parts, good, sizeof parts);
  parts[late->part] = late->value;
  parts[early->part] = early->value;
  entry = card_text (parts);
  list = g_strdup_printf ("[%s]", entry);
  memcpy (whole, package, sizeof whole);
  whole[ENTRIES] = list;
  text = package_text (whole);
  verdict = mk_exchange_test_take (test, text, MK_TAKE_CHECK);
  g_test_message ("%s, and %s", early->name, late->name);
  g_assert_cmpint (verdict->status, ==, MK_VERDICT_PARTLY);
  g_assert_cmpuint (verdict->entries->len, ==, 1);
  refused = g_ptr_array_index (verdict->entries, 0);
  g_assert_cmpstr (refused->code, ==, early->code);
}

/* Takes the card that the others are held against; the hash of its package, as JSON. */
static char *
send_card (MkExchangeTest    *test,
           const char *const *card,
           const char       **package)
{
  g_autofree char *entry = card_text (card);
  g_autofree char *list = g_strdup_printf ("[%s]", entry);
  g_autofree char *text = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (MkVerdict) verdict = NULL;

  package[ENTRIES] = list;
  text = package_text (package);
  sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  verdict = mk_exchange_test_take (test, text, MK_TAKE_PLAIN);
  g_assert_cmpint (verdict->status, ==, MK_VERDICT_TAKEN);
  return g_strdup_printf ("\"%s\"", sha256);
}

static void
test_entry_order (MkExchangeTest *test,
                  gconstpointer   data G_GNUC_UNUSED)
{
  const char *card[N_ENTRY_PARTS] = {
    "\"" CARD "\"", "1", "\"2026-11-16T09:00:00Z\"", "", "\"" TEST_PLACEMENT "\"", "10",
  };
  g_autofree char *previous = begin (test);
  g_autofree char *chain = NULL;
  const char *parts[N_PARTS] = {
    "\"makker-udveksling\"",
    "1",
    "\"55555555-5555-4555-8555-00000000000b\"",
    "\"" TEST_AUTHORITY "\"",
    "\"myndighed\"",
    "\"" TEST_SELF "\"",
    "\"" OTHER_EPOCH "\"",
    "2",
    previous,
    "1",
    NULL,
    "",
  };

  chain = send_card (test, card, parts);
  parts[PACKAGE_ID] = "\"55555555-5555-4555-8555-00000000000c\"";
  parts[NUMBER] = "3";
  parts[PREVIOUS] = chain;
  card[REVISION] = "2";
  card[PUNCHES] = "12";
  for (guint i = 0; i < G_N_ELEMENTS (entry_faults); i++)
    for (guint j = i; j < G_N_ELEMENTS (entry_faults); j++)
      judge_entry_pair (test, card, parts, &entry_faults[i], &entry_faults[j]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  mk_exchange_test_add ("/bad-input/order/the-first-step-that-fails-decides", test_package_order);
  mk_exchange_test_add ("/bad-input/order/the-first-fault-of-an-entry-decides", test_entry_order);
  return g_test_run ();
}
