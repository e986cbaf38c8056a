/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-exchange-test.h"
#include "mk-gate.h"
#include "mk-package.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* 8 MiB of the worst JSON: each is answered, in memory that is bounded. How long it took is told and
 * not judged. */

#define ID "99999999-9999-4999-8999-%012u"

/* What the taking of a whole package may need beyond what was there before: its bytes, about ten
 * times as much for their values, the structs that are read from them, and pages of the store. */
#define MOST_KILOBYTES (192 * 1024)

/* A sanitizer keeps what was freed, and more around all of it. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define IS_WATCHED 1
#else
#define IS_WATCHED 0
#endif

typedef GString *(*Make) (void);

typedef struct
{
  const char     *name;
  Make            make;
  MkVerdictStatus status;
  const char     *code;
} Worst;

/* @piece as often as there is room in a package for it. */
static GString *
repeated (const char *begin,
          const char *piece,
          const char *end)
{
  GString *text = g_string_sized_new (MK_PACKAGE_MOST_BYTES + 1);
  gsize room = MK_PACKAGE_MOST_BYTES - strlen (end) - 1;

  g_string_append (text, begin);
  while (text->len + strlen (piece) <= room)
    g_string_append (text, piece);
  /* Without a comma at the end. */
  if (*end != '\0' && text->str[text->len - 1] == ',')
    g_string_truncate (text, text->len - 1);
  return g_string_append (text, end);
}

static GString *
lists_within (void)
{
  return repeated ("", "[", "");
}

static GString *
objects_within (void)
{
  return repeated ("", "{\"a\":", "");
}

static GString *
empty_lists (void)
{
  return repeated ("[", "[],", "]");
}

static GString *
empty_objects (void)
{
  return repeated ("[", "{},", "]");
}

static GString *
small_numbers (void)
{
  return repeated ("[", "0,", "]");
}

static GString *
long_number (void)
{
  return repeated ("[", "7", "]");
}

static GString *
long_fraction (void)
{
  return repeated ("[0.", "7", "]");
}

static GString *
escapes (void)
{
  return repeated ("[\"", "\\u00e6", "\"]");
}

static GString *
quotes (void)
{
  return repeated ("[\"", "\\\"", "\"]");
}

static GString *
deep_lists (void)
{
  return repeated ("[", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]],", "]");
}

/* An object of as many members as there is room for; @before stands in front of each number. */
static GString *
members (const char *before,
         guint       step)
{
  GString *text = g_string_new ("{");

  for (guint i = 0; text->len + strlen (before) + 20 < MK_PACKAGE_MOST_BYTES; i += step)
    g_string_append_printf (text, "\"%s%x\":0,", before, i);
  g_string_truncate (text, text->len - 1);
  return g_string_append_c (text, '}');
}

static GString *
many_members (void)
{
  return members ("", 1);
}

static GString *
same_length_members (void)
{
  return members ("aaaaaaaa", 4096);
}

/* Names that differ only behind a thousand equal letters. */
static GString *
long_members (void)
{
  g_autofree char *before = g_strnfill (1000, 'a');

  return members (before, 1);
}

/* Packages */

static GString *
package_of (const char *more,
            guint       count,
            const char *entries)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (
      text,
      "{\"format\":\"makker-udveksling\",\"version\":1,"
      "\"pakkeId\":\"55555555-5555-4555-8555-000000000001\","
      "\"afsender\":{\"id\":\"" TEST_AUTHORITY "\",\"rolle\":\"myndighed\",\"navn\":\"Jobcenter\"},"
      "\"modtager\":{\"rolle\":\"leder\",\"navn\":\"Eksempelbutikken ApS\"},"
      "\"epoke\":\"" TEST_EPOCH "\",\"loebenummer\":1,\"forrigeSha256\":null,"
      "\"oprettet\":\"2026-11-16T09:05:00+01:00\",%s\"antal\":%u,\"poster\":[%s]}",
      more, count, entries);
  g_assert_cmpuint (text->len, <=, MK_PACKAGE_MOST_BYTES);
  return text;
}

/* @count entries of @type, each with @piece so often that together they fill a package. */
static GString *
entries_of (const char *type,
            guint       count,
            const char *begin,
            const char *piece,
            const char *end)
{
  g_autoptr (GString) entries = g_string_new (NULL);
  gsize room = (MK_PACKAGE_MOST_BYTES - 1000) / count;

  for (guint i = 0; i < count; i++)
    {
      gsize start = entries->len;

      g_string_append_printf (
          entries,
          "%s{\"type\":\"%s\",\"id\":\"" ID "\",\"revision\":1,"
          "\"handling\":\"gem\",\"aendret\":\"2026-11-16T09:00:00Z\",\"data\":%s",
          i > 0 ? "," : "", type, i, begin);
      while (entries->len - start + strlen (piece) + strlen (end) + 1 < room)
        g_string_append (entries, piece);
      if (entries->str[entries->len - 1] == ',')
        g_string_truncate (entries, entries->len - 1);
      g_string_append_printf (entries, "%s}", end);
    }
  return package_of ("", count, entries->str);
}

static GString *
entries_full_of_faults (void)
{
  return entries_of ("kontakt", MK_PACKAGE_MOST_ENTRIES, "{\"aabningstider\":[", "{},", "]}");
}

static GString *
one_entry_full_of_faults (void)
{
  return entries_of ("kontakt", 1, "{\"aabningstider\":[", "{},", "]}");
}

static GString *
entries_full_of_days (void)
{
  return entries_of ("kontakt", 1, "{\"aabningstider\":[{\"dage\":[", "9,", "]}]}");
}

static GString *
card_full_of_services (void)
{
  return entries_of ("klippekort", 1,
                     "{\"antalKlip\":1,\"gyldigFra\":\"2026-09-07\",\"gyldigTil\":\"2027-03-06\","
                     "\"ydelser\":[",
                     "{\"kode\":\"A\",\"navn\":\"B\",\"klip\":1},", "]}");
}

/* A table that hashes by 33 times and plus finds the same for all codes of these pairs of letters. */
static GString *
card_of_one_hash (void)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < 110000; i++)
    {
      g_string_append_printf (list, "%s{\"kode\":\"", i > 0 ? "," : "");
      for (guint bit = 0; bit < 17; bit++)
        g_string_append (list, (i >> bit) & 1 ? "Ez" : "FY");
      g_string_append (list, "\",\"navn\":\"B\",\"klip\":1}");
    }
  return entries_of ("klippekort", 1,
                     "{\"antalKlip\":1,\"gyldigFra\":\"2026-09-07\",\"gyldigTil\":\"2027-03-06\","
                     "\"ydelser\":[",
                     list->str, "]}");
}

static GString *
unknown_types (void)
{
  return entries_of ("nytSlags", MK_PACKAGE_MOST_ENTRIES, "{\"x\":[", "[1.5,\"\\u00e6\"],", "]}");
}

static GString *
one_unknown_type (void)
{
  return entries_of ("nytSlags", 1, "{\"x\":[", "0,", "]}");
}

static GString *
long_lesson (void)
{
  const gsize length = MK_PACKAGE_MOST_BYTES - 1000;
  g_autofree char *content = g_malloc (length + 1);
  g_autofree char *sha256 = NULL;
  g_autofree char *begin = NULL;

  for (gsize i = 0; i < length; i++)
    content[i] = "Tal med hinanden, og spis sammen. "[i % 34];
  content[length] = '\0';
  sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
  begin = g_strdup_printf ("{\"titel\":\"T\",\"sprog\":\"da\",\"format\":\"markdown\","
                           "\"sha256\":\"%s\",\"indhold\":\"%s\"",
                           sha256, content);
  return entries_of ("materiale", 1, begin, " ", "}");
}

static GString *
wordy_contacts (void)
{
  return entries_of ("kontakt", MK_PACKAGE_MOST_ENTRIES,
                     "{\"navn\":\"A\",\"funktion\":\"B\",\"organisation\":\"C\",\"prioritet\":1,"
                     "\"telefon\":\"70 10 10 10\",\"aabningstider\":[],\"beskrivelse\":\"",
                     "Ring, når noget haster. ", "\"}");
}

static GString *
many_replaced_epochs (void)
{
  g_autoptr (GString) list = g_string_new ("\"afloeser\":[");

  for (guint i = 0; i < 190000; i++)
    g_string_append_printf (list, "%s\"" ID "\"", i > 0 ? "," : "", i);
  g_string_append (list, "],");
  return package_of (list->str, 0, "");
}

static GString *
many_receipts (void)
{
  return entries_of (
      "kvittering", 1,
      "{\"pakkeId\":\"55555555-5555-4555-8555-555555555555\",\"status\":\"delvist\",\"sha256\":\""
      "0000000000000000000000000000000000000000000000000000000000000000\",\"poster\":[",
      "{\"id\":\"99999999-9999-4999-8999-999999999999\",\"revision\":1,\"kode\":\"felt\","
      "\"grund\":\"x\"},",
      "]}");
}

static const Worst worst[] = {
  { "lists-within-lists", lists_within, MK_VERDICT_REFUSED, MK_CODE_READING },
  { "objects-within-objects", objects_within, MK_VERDICT_REFUSED, MK_CODE_READING },
  { "empty-lists", empty_lists, MK_VERDICT_REFUSED, MK_CODE_READING },
  { "empty-objects", empty_objects, MK_VERDICT_REFUSED, MK_CODE_READING },
  { "lists-of-all-levels", deep_lists, MK_VERDICT_REFUSED, MK_CODE_READING },
  { "small-numbers", small_numbers, MK_VERDICT_REFUSED, MK_CODE_READING },
  { "a-long-number", long_number, MK_VERDICT_REFUSED, MK_CODE_READING },
  { "a-long-fraction", long_fraction, MK_VERDICT_REFUSED, MK_CODE_READING },
  { "escapes", escapes, MK_VERDICT_REFUSED, MK_CODE_READING },
  { "quotes", quotes, MK_VERDICT_REFUSED, MK_CODE_READING },
  { "many-names", many_members, MK_VERDICT_REFUSED, MK_CODE_READING },
  { "names-of-one-length", same_length_members, MK_VERDICT_REFUSED, MK_CODE_READING },
  { "names-that-begin-the-same", long_members, MK_VERDICT_REFUSED, MK_CODE_READING },
  { "entries-full-of-faults", entries_full_of_faults, MK_VERDICT_PARTLY, NULL },
  { "one-entry-full-of-faults", one_entry_full_of_faults, MK_VERDICT_PARTLY, NULL },
  { "one-entry-full-of-days", entries_full_of_days, MK_VERDICT_PARTLY, NULL },
  { "one-card-full-of-services", card_full_of_services, MK_VERDICT_PARTLY, NULL },
  { "one-card-of-codes-with-one-hash", card_of_one_hash, MK_VERDICT_TAKEN, NULL },
  { "unknown-types", unknown_types, MK_VERDICT_TAKEN, NULL },
  { "one-unknown-type", one_unknown_type, MK_VERDICT_TAKEN, NULL },
  { "a-long-lesson", long_lesson, MK_VERDICT_TAKEN, NULL },
  { "wordy-contacts", wordy_contacts, MK_VERDICT_TAKEN, NULL },
  { "many-replaced-epochs", many_replaced_epochs, MK_VERDICT_TAKEN, NULL },
  { "a-receipt-of-many-entries", many_receipts, MK_VERDICT_TAKEN, NULL },
};

/* Running */

/* The most memory that was in use so far, in KiB. */
static long
peak (void)
{
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);
  return usage.ru_maxrss;
}

static void
take_worst (const Worst *one)
{
  MkExchangeTest test = { 0 };
  g_autofree char *path = NULL;
  g_autoptr (MkVerdict) verdict = NULL;
  GString *text = one->make ();
  gint64 start;
  long before;

  mk_exchange_test_set_up (&test, NULL);
  path = mk_exchange_test_write (&test, text->str, (gssize) text->len);
  g_string_free (text, TRUE);
  start = g_get_monotonic_time ();
  before = peak ();
  verdict = mk_exchange_test_take_file (&test, path, MK_TAKE_ACCEPT);
  g_print ("%s: %ld MiB, %d ms: %s\n", one->name, (peak () - before) / 1024,
           (int) ((g_get_monotonic_time () - start) / 1000),
           mk_verdict_status_name (verdict->status));
  g_assert_cmpint (verdict->status, ==, one->status);
  g_assert_cmpstr (verdict->code, ==, one->code);
  if (!IS_WATCHED)
    g_assert_cmpint (peak () - before, <, MOST_KILOBYTES);
  mk_exchange_test_tear_down (&test, NULL);
}

/* In a process of its own, since the most memory of one never gets less. */
static void
test_worst (gconstpointer data)
{
  pid_t child;
  int status = -1;

  fflush (stdout);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      take_worst (data);
      fflush (stdout);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (worst); i++)
    {
      g_autofree char *path = g_strdup_printf ("/bad-input/worst/%s", worst[i].name);

      g_test_add_data_func (path, &worst[i], test_worst);
    }
  return g_test_run ();
}
