/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-exchange-test.h"

#include "mk-export.h"
#include "mk-installation.h"
#include "mk-own-records.h"
#include "mk-records.h"
#include "mk-store-names.h"

#include "records/mk-check-in.h"

#include <glib/gstdio.h>
#include <string.h>

static const guint8 test_key[MK_KEY_SIZE] = "thirty-two bytes, not a secret!";

void
mk_exchange_test_set_up (MkExchangeTest *test,
                         gconstpointer   data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  MkInstallation self = { (char *) TEST_SELF,     MK_ROLE_LEADER,
                          (char *) "Leder Prøve", (char *) "Eksempelbutikken ApS",
                          (char *) "99999926",    NULL };

  test->directory = g_dir_make_tmp ("makker-exchange-XXXXXX", &error);
  g_assert_no_error (error);
  test->database = mk_database_create (test->directory, test_key, &error);
  g_assert_no_error (error);
  mk_installation_insert (test->database, &self, &error);
  g_assert_no_error (error);
  test->previous = g_strdup ("null");
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) listing = g_dir_open (path, 0, NULL);
  const char *name;

  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_all (inner);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

void
mk_exchange_test_tear_down (MkExchangeTest *test,
                            gconstpointer   data G_GNUC_UNUSED)
{
  mk_database_close (test->database);
  remove_all (test->directory);
  g_free (test->directory);
  g_free (test->previous);
}

/* An entry `gem`; without data a `slet`. */
char *
mk_exchange_test_entry (const char *type,
                        const char *id,
                        gint64      revision,
                        const char *data)
{
  return g_strdup_printf ("{\"type\":\"%s\",\"id\":\"%s\",\"revision\":%" G_GINT64_FORMAT
                          ",\"handling\":\"%s\",\"aendret\":\"2026-11-16T09:00:00+01:00\"%s%s}",
                          type, id, revision, data != NULL ? "gem" : "slet",
                          data != NULL ? ",\"data\":" : "", data != NULL ? data : "");
}

char *
mk_exchange_test_start (void)
{
  return mk_exchange_test_entry (
      "forloeb", TEST_PLACEMENT, 1,
      "{\"kandidat\":{\"alias\":\"Kandidat A\"},\"sagsreference\":\"EKS-1\",\"stilling\":\"Lager\","
      "\"startDato\":\"2026-09-07\",\"maalMinutterPrMaaned\":1800,"
      "\"jobformidler\":{\"navn\":\"Jobformidler 1\",\"telefon\":\"70101010\"}}");
}

/* Closes the store for as long as it takes to do something with its file. */
static char *
close_store (MkExchangeTest *test)
{
  mk_database_close (g_steal_pointer (&test->database));
  return g_build_filename (test->directory, MK_STORE_DATABASE_FILE, NULL);
}

static void
open_store (MkExchangeTest *test)
{
  g_autoptr (GError) error = NULL;

  test->database = mk_database_open (test->directory, test_key, &error);
  g_assert_no_error (error);
}

/* The whole store as it is now. */
GBytes *
mk_exchange_test_keep (MkExchangeTest *test)
{
  g_autofree char *path = close_store (test);
  char *bytes;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  open_store (test);
  return g_bytes_new_take (bytes, length);
}

/* The store is again as it was kept. */
void
mk_exchange_test_restore (MkExchangeTest *test,
                          GBytes         *kept)
{
  g_autofree char *path = close_store (test);
  g_autofree char *out = g_build_filename (test->directory, "out", NULL);
  gsize length;
  const char *bytes = g_bytes_get_data (kept, &length);

  g_assert_true (g_file_set_contents_full (path, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE,
                                           0600, NULL));
  if (g_file_test (out, G_FILE_TEST_EXISTS))
    remove_all (out);
  open_store (test);
}

static guint
count_entries (const char *entries)
{
  guint count = 0;

  for (const char *c = entries; (c = strstr (c, "\"aendret\"")) != NULL; c++)
    count++;
  return count;
}

/* The next package of the authority's epoch; its hash is remembered for the one after. */
char *
mk_exchange_test_package (MkExchangeTest *test,
                          gint64          number,
                          const char     *entries)
{
  char *text =
      g_strdup_printf ("{\"format\":\"makker-udveksling\",\"version\":1,"
                       "\"pakkeId\":\"55555555-5555-4555-8555-%012" G_GINT64_FORMAT "\","
                       "\"afsender\":{\"id\":\"" TEST_AUTHORITY "\",\"rolle\":\"myndighed\","
                       "\"navn\":\"Jobcenter Eksempelby\",\"cvrNummer\":\"99999918\"},"
                       "\"modtager\":{\"rolle\":\"leder\",\"navn\":\"Eksempelbutikken ApS\"},"
                       "\"epoke\":\"" TEST_EPOCH "\",\"loebenummer\":%" G_GINT64_FORMAT
                       ",\"forrigeSha256\":%s,"
                       "\"oprettet\":\"2026-11-16T09:05:00+01:00\",\"antal\":%u,\"poster\":[%s]}",
                       number, number, test->previous, count_entries (entries), entries);
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  g_free (test->previous);
  test->previous = g_strdup_printf ("\"%s\"", sha256);
  return text;
}

/* A file of @length bytes; -1 for all of a text. */
char *
mk_exchange_test_write (MkExchangeTest *test,
                        const char     *text,
                        gssize          length)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (test->directory, "in.json", NULL);

  /* Nobody needs it after a power loss. */
  g_file_set_contents_full (path, text, length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  return path;
}

/* The verdict on the file itself; what it released is dropped. */
MkVerdict *
mk_exchange_test_take_file (MkExchangeTest *test,
                            const char     *path,
                            MkTakeFlags     flags)
{
  g_autoptr (GError) error = NULL;
  const char *files[] = { path, NULL };
  g_autoptr (GPtrArray) verdicts = mk_take_files (test->database, files, flags, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (verdicts->len, >=, 1);
  g_ptr_array_set_free_func (verdicts, NULL);
  for (guint i = 1; i < verdicts->len; i++)
    mk_verdict_free (g_ptr_array_index (verdicts, i));
  return g_ptr_array_index (verdicts, 0);
}

MkVerdict *
mk_exchange_test_take (MkExchangeTest *test,
                       const char     *text,
                       MkTakeFlags     flags)
{
  g_autofree char *path = mk_exchange_test_write (test, text, -1);

  return mk_exchange_test_take_file (test, path, flags);
}

/* The authority becomes known, with one placement. */
void
mk_exchange_test_begin (MkExchangeTest *test)
{
  g_autofree char *entry = mk_exchange_test_start ();
  g_autofree char *package = mk_exchange_test_package (test, 1, entry);
  g_autoptr (MkVerdict) verdict = mk_exchange_test_take (test, package, MK_TAKE_ACCEPT);

  g_assert_cmpint (verdict->status, ==, MK_VERDICT_TAKEN);
}

/* Everything that is stored but the refused files, which are kept aside. */
char *
mk_exchange_test_dump (MkExchangeTest *test)
{
  g_autofree char *whole = mk_database_dump (test->database);
  g_auto (GStrv) lines = g_strsplit (whole, "\n", -1);
  GString *kept = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_str_has_prefix (lines[i], "package_aside|") &&
        !g_str_has_prefix (lines[i], "sqlite_sequence|"))
      g_string_append_printf (kept, "%s\n", lines[i]);
  return g_string_free_and_steal (kept);
}

char *
mk_exchange_test_save (MkExchangeTest *test,
                       const char     *id,
                       const char     *note,
                       const char     *private_note,
                       const char     *send_earliest)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSaved) saved = NULL;
  MkCheckInData data = {
    .placement_id = (char *) TEST_PLACEMENT,
    .moment = (char *) "2026-12-01T14:30:00+01:00",
    .author = (char *) "Per",
    .attendance = (char *) MK_ATTENDANCE_MET,
    .paid_minutes = 120,
    .unpaid_minutes = 60,
    .wellbeing = MK_ABSENT,
    .breaks_with_colleagues = MK_ABSENT,
    .note = (char *) note,
    .needs_help = FALSE,
    .private_note = (char *) private_note,
    .send_earliest = (char *) send_earliest,
  };

  saved = mk_own_record_save (test->database, &mk_check_in_type, id, &data, &error);
  g_assert_no_error (error);
  return g_strdup (saved->id);
}

typedef struct
{
  const char *id;
  char       *state;
} Finding;

static void
find_state (const MkListed *listed,
            gpointer        user_data)
{
  Finding *finding = user_data;

  if (g_str_equal (listed->id, finding->id))
    finding->state = g_strdup (listed->state);
}

char *
mk_exchange_test_state (MkExchangeTest *test,
                        const char     *id)
{
  g_autoptr (GError) error = NULL;
  MkListing listing = { .limit = -1 };
  Finding finding = { id, NULL };

  mk_record_list (test->database, &listing, find_state, &finding, &error);
  g_assert_no_error (error);
  return finding.state;
}

GPtrArray *
mk_exchange_test_export (MkExchangeTest *test)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (test->directory, "out", NULL);
  GPtrArray *exported = mk_export (test->database, folder, NULL, 0, &error);

  g_assert_no_error (error);
  return exported;
}

char *
mk_exchange_test_contents (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}
