/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-exchange-test.h"
#include "mk-export.h"
#include "mk-format.h"
#include "mk-fuzz.h"
#include "mk-gate.h"
#include "mk-package.h"

#include <string.h>

/* A leader's store that knows an authority is given a package. An input that begins with "{" is one,
 * byte for byte; any other is the list of entries of an otherwise good one. */

static MkExchangeTest store;
/* What is in it before each input, as a file and as told by its dump. */
static GBytes *fresh;
static char *before;

static void
prepare (void)
{
  g_autofree char *sent = NULL;

  mk_exchange_test_set_up (&store, NULL);
  mk_exchange_test_begin (&store);
  sent = mk_exchange_test_save (&store, NULL, "Alt gik godt", NULL, NULL);
  fresh = mk_exchange_test_keep (&store);
  before = mk_exchange_test_dump (&store);
}

static void
count_one (const char *name G_GNUC_UNUSED,
           MkJsonValue value G_GNUC_UNUSED,
           gpointer    user_data)
{
  ++*(guint *) user_data;
}

static guint
count_entries (const char *entries,
               gsize       length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (entries, length);
  g_autoptr (MkFaults) faults = mk_faults_new ();
  g_autoptr (MkGate) gate = mk_gate_open (bytes, faults);
  guint count = 0;

  if (gate != NULL && mk_json_kind (mk_gate_root (gate)) == MK_JSON_LIST)
    mk_json_foreach (mk_gate_root (gate), count_one, &count);
  return count;
}

/* The package of an input, as a file. */
static char *
write_package (const guint8 *data,
               gsize         size)
{
  g_autoptr (GString) package = g_string_new (NULL);

  if (size == 0 || data[0] != '{')
    g_string_append_printf (package,
                            "{\"format\":\"makker-udveksling\",\"version\":1,"
                            "\"pakkeId\":\"55555555-5555-4555-8555-000000000002\","
                            "\"afsender\":{\"id\":\"" TEST_AUTHORITY
                            "\",\"rolle\":\"myndighed\",\"navn\":\"Jobcenter\"},"
                            "\"modtager\":{\"rolle\":\"leder\",\"navn\":\"Eksempelbutikken ApS\"},"
                            "\"epoke\":\"" TEST_EPOCH "\",\"loebenummer\":2,\"forrigeSha256\":%s,"
                            "\"oprettet\":\"2026-11-16T09:05:00+01:00\",\"antal\":%u,\"poster\":",
                            store.previous, count_entries ((const char *) data, size));
  g_string_append_len (package, (const char *) data, (gssize) size);
  if (size == 0 || data[0] != '{')
    g_string_append_c (package, '}');
  return mk_exchange_test_write (&store, package->str, (gssize) package->len);
}

static void
assert_answer (const MkVerdict *verdict)
{
  gboolean needs_code = verdict->status != MK_VERDICT_TAKEN && verdict->status != MK_VERDICT_PARTLY;

  g_assert_cmpint (verdict->code != NULL, ==, needs_code);
  if (needs_code)
    mk_fuzz_assert_reason (verdict->reason);
  if (verdict->pointer != NULL)
    mk_fuzz_assert_pointer (verdict->pointer);
  g_assert_cmpint (mk_verdict_n_refused (verdict) > 0, ==, verdict->status == MK_VERDICT_PARTLY);
  for (guint i = 0; i < verdict->entries->len; i++)
    {
      const MkVerdictEntry *entry = g_ptr_array_index (verdict->entries, i);

      g_assert_nonnull (entry->code);
      g_assert_cmpint (mk_format_judge_uuid (entry->id), ==, MK_FORMAT_GOOD);
      mk_fuzz_assert_reason (entry->reason);
    }
}

static MkVerdict *
take (const char *path,
      MkTakeFlags flags)
{
  MkVerdict *verdict = mk_exchange_test_take_file (&store, path, flags);

  assert_answer (verdict);
  return verdict;
}

/* A refusal adds its receipt at most, one record of one revision, and takes nothing away. */
static void
assert_only_answered (const char *after)
{
  g_auto (GStrv) lines_before = g_strsplit (before, "\n", -1);
  g_auto (GStrv) lines_after = g_strsplit (after, "\n", -1);

  for (guint i = 0; lines_before[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) lines_after, lines_before[i]))
      g_error ("A refusal took away: %s", lines_before[i]);
  g_assert_cmpuint (g_strv_length (lines_after), <=, g_strv_length (lines_before) + 3);
}

/* What goes out afterwards must be a package, whatever came in. */
static void
assert_exports (void)
{
  g_autoptr (GPtrArray) exported = mk_exchange_test_export (&store);

  for (guint i = 0; i < exported->len; i++)
    {
      const MkExported *package = g_ptr_array_index (exported, i);
      g_autofree char *text = mk_exchange_test_contents (package->file);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (MkFaults) faults = mk_faults_new ();
      g_autoptr (MkGate) gate = mk_gate_open (bytes, faults);
      gpointer header;

      g_assert_nonnull (gate);
      header =
          mk_shape_read (&mk_package_header_shape, mk_gate_root (gate), MK_READ_PUBLIC, "", faults);
      g_assert_cmpuint (mk_faults_count (faults), ==, 0);
      mk_shape_free (&mk_package_header_shape, header);
    }
}

static void
assert_unchanged (void)
{
  g_autofree char *now = mk_exchange_test_dump (&store);

  g_assert_cmpstr (before, ==, now);
}

/* A dump takes longer than all the rest, so what a mere check leaves behind is looked at in one of
 * sixteen. */
static void
judge_taking (const char *path,
              MkTakeFlags flags,
              gboolean    looks)
{
  g_autoptr (MkVerdict) checked = take (path, flags | MK_TAKE_CHECK);
  g_autoptr (MkVerdict) taken = NULL;
  g_autofree char *after = NULL;

  if (looks)
    assert_unchanged ();
  taken = take (path, flags);
  after = mk_exchange_test_dump (&store);
  g_assert_cmpint (checked->status, ==, taken->status);
  g_assert_cmpstr (checked->code, ==, taken->code);
  g_assert_cmpstr (checked->reason, ==, taken->reason);
  g_assert_cmpuint (checked->entries->len, ==, taken->entries->len);
  if (g_strcmp0 (taken->code, MK_CODE_READING) == 0)
    g_assert_cmpstr (before, ==, after);
  else if (taken->status == MK_VERDICT_REFUSED)
    assert_only_answered (after);
  if (!g_str_equal (before, after))
    {
      assert_exports ();
      mk_exchange_test_restore (&store, fresh);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *path = NULL;

  if (fresh == NULL)
    prepare ();
  path = write_package (data, size);
  judge_taking (path, size % 2 == 0 ? MK_TAKE_PLAIN : MK_TAKE_ACCEPT, size % 16 == 0);
  return 0;
}
