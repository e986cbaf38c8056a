/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-exchange-test.h"

#include "mk-export.h"
#include "mk-outbox.h"
#include "mk-packages-out.h"
#include "mk-partners.h"
#include "mk-post.h"
#include "mk-preview.h"
#include "mk-records.h"

#include <glib/gstdio.h>
#include <string.h>

static void
assert_state (MkExchangeTest *test,
              const char     *id,
              const char     *wanted)
{
  g_autofree char *state = mk_exchange_test_state (test, id);

  g_assert_cmpstr (state, ==, wanted);
}

/* Exports, and returns the newest package. */
static char *
export_newest (MkExchangeTest *test,
               char          **package_id)
{
  g_autoptr (GPtrArray) exported = mk_exchange_test_export (test);
  const MkExported *newest;

  g_assert_cmpuint (exported->len, >, 0);
  newest = g_ptr_array_index (exported, exported->len - 1);
  if (package_id != NULL)
    *package_id = g_strdup (newest->package_id);
  return mk_exchange_test_contents (newest->file);
}

static void
test_nobody (MkExchangeTest *test,
             gconstpointer   data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) exported = mk_exchange_test_export (test);

  g_assert_cmpuint (exported->len, ==, 0);
}

static void
test_private (MkExchangeTest *test,
              gconstpointer   data G_GNUC_UNUSED)
{
  g_autofree char *id = NULL;
  g_autofree char *package = NULL;

  mk_exchange_test_begin (test);
  id = mk_exchange_test_save (test, NULL, "til alle", "kun her", NULL);
  assert_state (test, id, "gemt");
  package = export_newest (test, NULL);
  g_assert_nonnull (strstr (package, "til alle"));
  g_assert_null (strstr (package, "kun her"));
  g_assert_null (strstr (package, "privatNote"));
  assert_state (test, id, "sendt");
}

static void
test_held (MkExchangeTest *test,
           gconstpointer   data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkPreview) preview = NULL;
  g_autofree char *cpr = NULL;
  g_autofree char *later = NULL;
  g_autofree char *package = NULL;

  mk_exchange_test_begin (test);
  cpr = mk_exchange_test_save (test, NULL, "ring til 010101-0000", NULL, NULL);
  later = mk_exchange_test_save (test, NULL, "venter", NULL, "2999-01-01T00:00:00Z");
  assert_state (test, cpr, "tilbageholdt");
  assert_state (test, later, "tilbageholdt");
  preview = mk_preview_find (test->database, G_MAXUINT64, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (preview->packages->len, ==, 0);
  g_assert_cmpuint (preview->held->len, ==, 2);
  package = export_newest (test, NULL);
  g_assert_null (strstr (package, "checkin"));

  g_free (mk_exchange_test_save (test, cpr, "ring hjem", NULL, NULL));
  g_clear_pointer (&package, g_free);
  package = export_newest (test, NULL);
  g_assert_nonnull (strstr (package, "ring hjem"));
  g_assert_null (strstr (package, "010101"));
  assert_state (test, cpr, "sendt");
}

/* What the preview shows is what the package then holds, entry by entry. */
static void
test_preview (MkExchangeTest *test,
              gconstpointer   data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkPreview) preview = NULL;
  g_autoptr (JsonNode) entries = json_node_new (JSON_NODE_ARRAY);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *package = NULL;
  const MkPreviewed *previewed;

  mk_exchange_test_begin (test);
  g_free (mk_exchange_test_save (test, NULL, "Æblet faldt ned.\n\tTo gange.", "ikke her", NULL));
  before = mk_exchange_test_dump (test);
  preview = mk_preview_find (test->database, G_MAXUINT64, &error);
  g_assert_no_error (error);
  after = mk_exchange_test_dump (test);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (preview->packages->len, ==, 1);
  previewed = g_ptr_array_index (preview->packages, 0);
  json_node_set_array (entries, previewed->entries);
  shown = json_to_string (entries, FALSE);
  package = export_newest (test, NULL);
  /* Inside of the list's brackets. */
  shown[strlen (shown) - 1] = '\0';
  g_assert_nonnull (strstr (package, shown + 1));
}

static void
test_same_bytes (MkExchangeTest *test,
                 gconstpointer   data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *again = NULL;
  const MkExported *file;

  mk_exchange_test_begin (test);
  g_free (mk_exchange_test_save (test, NULL, "en", NULL, NULL));
  first = mk_exchange_test_export (test);
  file = g_ptr_array_index (first, 0);
  bytes = mk_exchange_test_contents (file->file);
  g_assert_cmpint (g_remove (file->file), ==, 0);
  second = mk_exchange_test_export (test);
  g_assert_cmpuint (first->len, ==, second->len);
  again = mk_exchange_test_contents (file->file);
  g_assert_cmpstr (bytes, ==, again);
}

static void
test_in_the_way (MkExchangeTest *test,
                 gconstpointer   data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (test->directory, "out", NULL);
  g_autoptr (GPtrArray) exported = NULL;
  g_autoptr (GPtrArray) refused = NULL;
  g_autofree char *kept = NULL;
  const MkExported *file;

  mk_exchange_test_begin (test);
  exported = mk_exchange_test_export (test);
  file = g_ptr_array_index (exported, 0);
  g_file_set_contents (file->file, "en andens", -1, NULL);
  refused = mk_export (test->database, folder, NULL, 0, &error);
  g_assert_null (refused);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  kept = mk_exchange_test_contents (file->file);
  g_assert_cmpstr (kept, ==, "en andens");
}

static char *
receipt (const char *id,
         const char *package_id,
         const char *package,
         const char *status,
         const char *more)
{
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, package, -1);
  g_autofree char *data =
      g_strdup_printf ("{\"pakkeId\":\"%s\",\"sha256\":\"%s\",\"status\":\"%s\"%s}", package_id,
                       sha256, status, more);

  return mk_exchange_test_entry ("kvittering", id, 1, data);
}

static void
test_receipts (MkExchangeTest *test,
               gconstpointer   data G_GNUC_UNUSED)
{
  static const char *const ids[] = { "66666666-6666-4666-8666-666666666661",
                                     "66666666-6666-4666-8666-666666666662",
                                     "66666666-6666-4666-8666-666666666663" };
  g_autofree char *id = NULL;
  g_autofree char *package_id = NULL;
  g_autofree char *package = NULL;
  const char *states[] = { "sendt", "afvist", "modtaget" };
  g_autofree char *other = NULL;
  g_autofree char *refused = NULL;
  g_autofree char *received = NULL;
  const char *answers[3];

  mk_exchange_test_begin (test);
  id = mk_exchange_test_save (test, NULL, "en", NULL, NULL);
  package = export_newest (test, &package_id);
  answers[0] = other = receipt (ids[0], package_id, "andre bytes", "modtaget", "");
  answers[1] = refused = receipt (ids[1], package_id, package, "afvist", ",\"kode\":\"kaede\"");
  answers[2] = received = receipt (ids[2], package_id, package, "modtaget", "");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *in = mk_exchange_test_package (test, 2 + i, answers[i]);
      g_autoptr (MkVerdict) verdict = mk_exchange_test_take (test, in, MK_TAKE_PLAIN);

      g_assert_cmpint (verdict->status, ==, MK_VERDICT_TAKEN);
      assert_state (test, id, states[i]);
    }
  g_free (mk_exchange_test_save (test, id, "to", NULL, NULL));
  assert_state (test, id, "gemt");
}

static void
test_refused_entry (MkExchangeTest *test,
                    gconstpointer   data G_GNUC_UNUSED)
{
  g_autofree char *id = NULL;
  g_autofree char *other = NULL;
  g_autofree char *package_id = NULL;
  g_autofree char *package = NULL;
  g_autofree char *posts = NULL;
  g_autofree char *answer = NULL;
  g_autofree char *in = NULL;
  g_autoptr (MkVerdict) verdict = NULL;

  mk_exchange_test_begin (test);
  id = mk_exchange_test_save (test, NULL, "en", NULL, NULL);
  other = mk_exchange_test_save (test, NULL, "to", NULL, NULL);
  package = export_newest (test, &package_id);
  posts = g_strdup_printf (",\"poster\":[{\"id\":\"%s\",\"revision\":1,\"kode\":\"vaerdi\","
                           "\"grund\":\"For mange timer.\"}]",
                           id);
  answer = receipt ("66666666-6666-4666-8666-666666666661", package_id, package, "delvist", posts);
  in = mk_exchange_test_package (test, 2, answer);
  verdict = mk_exchange_test_take (test, in, MK_TAKE_PLAIN);
  g_assert_cmpint (verdict->status, ==, MK_VERDICT_TAKEN);
  assert_state (test, id, "afvist");
  assert_state (test, other, "modtaget");
}

/* More than one package holds is split, in one chain. */
static void
test_split (MkExchangeTest *test,
            gconstpointer   data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) exported = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *sha256 = NULL;
  const MkExported *files[2];

  mk_exchange_test_begin (test);
  g_assert_true (mk_database_begin (test->database, &error));
  for (guint i = 0; i < MK_PACKAGE_MOST_ENTRIES; i++)
    g_free (mk_exchange_test_save (test, NULL, "en", NULL, NULL));
  g_assert_true (mk_database_commit (test->database, &error));
  exported = mk_exchange_test_export (test);
  g_assert_cmpuint (exported->len, ==, 2);
  files[0] = g_ptr_array_index (exported, 0);
  files[1] = g_ptr_array_index (exported, 1);
  g_assert_cmpint (files[0]->entries, ==, MK_PACKAGE_MOST_ENTRIES);
  g_assert_cmpint (files[1]->entries, ==, 1);
  first = mk_exchange_test_contents (files[0]->file);
  second = mk_exchange_test_contents (files[1]->file);
  sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, first, -1);
  g_assert_nonnull (strstr (first, "\"forrigeSha256\":null"));
  g_assert_nonnull (strstr (second, sha256));
}

#define OTHER_AUTHORITY "77777777-7777-4777-8777-777777777777"

static gint64
add_other_authority (MkExchangeTest *test)
{
  MkPartner other = { .id = (char *) OTHER_AUTHORITY,
                      .role = MK_ROLE_AUTHORITY,
                      .name = (char *) "Jobcenter Andenby",
                      .known = TRUE };
  gint64 key = mk_partner_add (test->database, &other, NULL);

  g_assert_cmpint (key, >, 0);
  return key;
}

/* Packs a check-in for the other authority as well, as it is when its placement has moved. */
static char *
pack_for_other (MkExchangeTest *test,
                gint64          record)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{}", 2);
  MkSealed sealed = { .number = 1,
                      .id = (char *) "88888888-8888-4888-8888-888888888888",
                      .entries = 1,
                      .sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes),
                      .bytes = bytes };
  MkCarried carried = { record, 1 };
  gint64 epoch = mk_epoch_begin (test->database, add_other_authority (test), MK_DIRECTION_OUT,
                                 "99999999-9999-4999-8999-999999999999", NULL);
  gint64 package =
      mk_package_out_add (test->database, epoch, &sealed, "2026-12-01T15:00:00+01:00", NULL);

  g_assert_cmpint (package, >, 0);
  g_assert_true (mk_package_out_carry (test->database, package, &carried, 1, NULL));
  g_free (sealed.sha256);
  return g_strdup (sealed.id);
}

static gint64
record_to_go (MkOutbox   *outbox,
              const char *id)
{
  const MkPending *pending;

  do
    pending = mk_outbox_next (outbox, NULL);
  while (!g_str_equal (pending->id, id));
  mk_outbox_pause (outbox);
  return pending->record;
}

static void
count_listed (const MkListed *listed G_GNUC_UNUSED,
              gpointer        user_data)
{
  ++*(guint *) user_data;
}

/* A record that went to two above is one record, and has come as far as the one behind. */
static void
test_listed_once (MkExchangeTest *test,
                  gconstpointer   data G_GNUC_UNUSED)
{
  MkListing listing = { .type = "checkin", .limit = -1 };
  MkDays days = { TEST_PLACEMENT, "0000-00-00", "9999-99-99", -1 };
  g_autofree char *id = NULL;
  g_autofree char *other = NULL;
  g_autoptr (GPtrArray) exported = NULL;
  g_autoptr (MkOutbox) outbox = NULL;
  g_autoptr (MkPartner) authority = NULL;
  gint64 record;
  guint n_records = 0, n_check_ins = 0;

  mk_exchange_test_begin (test);
  id = mk_exchange_test_save (test, NULL, "en", NULL, NULL);
  authority = mk_partner_find (test->database, TEST_AUTHORITY, NULL);
  outbox = mk_outbox_new (test->database, authority);
  record = record_to_go (outbox, id);
  exported = mk_exchange_test_export (test);
  other = pack_for_other (test, record);
  assert_state (test, id, "gemt");
  g_assert_true (mk_package_out_written (test->database, other, NULL));
  assert_state (test, id, "sendt");
  mk_record_list (test->database, &listing, count_listed, &n_records, NULL);
  mk_check_in_list (test->database, &days, count_listed, &n_check_ins, NULL);
  g_assert_cmpuint (n_records, ==, 1);
  g_assert_cmpuint (n_check_ins, ==, 1);
}

static void
assert_posted (MkExchangeTest *test,
               const char     *state)
{
  g_autoptr (GPtrArray) sent = mk_post_sent (test->database, -1, NULL);

  g_assert_cmpuint (sent->len, ==, 1);
  g_assert_cmpstr (((const MkPosted *) g_ptr_array_index (sent, 0))->state, ==, state);
}

/* A package that a folder refused was sealed, but it did not leave. */
static void
test_not_written (MkExchangeTest *test,
                  gconstpointer   data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) refused = NULL;
  g_autoptr (GPtrArray) exported = NULL;

  mk_exchange_test_begin (test);
  id = mk_exchange_test_save (test, NULL, "en", NULL, NULL);
  refused = mk_export (test->database, "/nowhere/at/all", NULL, 0, &error);
  g_assert_null (refused);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  assert_posted (test, "pakket");
  assert_state (test, id, "gemt");
  exported = mk_exchange_test_export (test);
  g_assert_cmpuint (exported->len, ==, 1);
  assert_posted (test, "sendt");
  assert_state (test, id, "sendt");
}

static void
test_one_partner (MkExchangeTest *test,
                  gconstpointer   data G_GNUC_UNUSED)
{
  g_autofree char *folder = g_build_filename (test->directory, "out", NULL);
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) other = NULL;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) again = NULL;

  mk_exchange_test_begin (test);
  add_other_authority (test);
  id = mk_exchange_test_save (test, NULL, "en", NULL, NULL);
  other = mk_export (test->database, folder, OTHER_AUTHORITY, 0, NULL);
  g_assert_cmpuint (other->len, ==, 0);
  assert_state (test, id, "gemt");
  first = mk_export (test->database, folder, TEST_AUTHORITY, 0, NULL);
  g_assert_cmpuint (first->len, ==, 1);
  again = mk_export (test->database, folder, TEST_AUTHORITY, 1, NULL);
  g_assert_cmpuint (again->len, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  mk_exchange_test_add ("/sending/nobody-to-send-to-is-nothing-to-send", test_nobody);
  mk_exchange_test_add ("/sending/what-is-private-never-leaves", test_private);
  mk_exchange_test_add ("/sending/what-looks-like-cpr-or-waits-is-held-back", test_held);
  mk_exchange_test_add ("/sending/the-preview-is-what-leaves", test_preview);
  mk_exchange_test_add ("/sending/again-is-the-same-bytes", test_same_bytes);
  mk_exchange_test_add ("/sending/a-file-in-the-way-stays", test_in_the_way);
  mk_exchange_test_add ("/sending/only-a-receipt-for-the-bytes-counts", test_receipts);
  mk_exchange_test_add ("/sending/a-refused-entry-shows", test_refused_entry);
  mk_exchange_test_add ("/sending/a-record-for-two-stands-once-in-a-list", test_listed_once);
  mk_exchange_test_add ("/sending/packed-is-not-sent-before-it-is-written", test_not_written);
  mk_exchange_test_add ("/sending/one-partner-alone-can-be-written-to", test_one_partner);
  mk_exchange_test_add ("/sending/much-becomes-several-packages", test_split);
  return g_test_run ();
}
