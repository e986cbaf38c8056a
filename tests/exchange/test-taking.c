/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-exchange-test.h"

#include "mk-own-records.h"
#include "mk-post.h"
#include "mk-records.h"
#include "mk-status.h"

#include "records/mk-colleague.h"

#include <string.h>

/* Replaces the first @from in @text. */
static char *
changed (const char *text,
         const char *from,
         const char *to)
{
  GString *copy = g_string_new (text);

  g_assert_cmpuint (g_string_replace (copy, from, to, 1), ==, 1);
  return g_string_free_and_steal (copy);
}

static void
assert_refused (MkExchangeTest *test,
                const char     *package,
                MkTakeFlags     flags,
                const char     *code)
{
  g_autoptr (MkVerdict) verdict = mk_exchange_test_take (test, package, flags);

  g_assert_cmpint (verdict->status, ==, MK_VERDICT_REFUSED);
  g_assert_cmpstr (verdict->code, ==, code);
  g_assert_cmpuint (strlen (verdict->reason), >, 10);
  g_assert_null (strstr (verdict->reason, "Eksempelby"));
}

/* What a stranger or a damaged file can do to a store: nothing. */
static void
test_unchanged (MkExchangeTest *test,
                gconstpointer   data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *code;
  } faults[] = {
    { "{\"format\"", "{\"format\":1,\"format\"", MK_CODE_READING },
    { "makker-udveksling", "noget andet", MK_CODE_READING },
    { "\"version\":1", "\"version\":2", MK_CODE_VERSION },
    { "\"version\":1,", "", MK_CODE_FIELD },
    { "\"antal\":1", "\"antal\":2", MK_CODE_FIELD },
    { "\"rolle\":\"myndighed\"", "\"rolle\":\"konge\"", MK_CODE_FIELD },
    { "\"rolle\":\"leder\"", "\"rolle\":\"buddy\"", MK_CODE_SENDER },
    { TEST_AUTHORITY, TEST_SELF, MK_CODE_SENDER },
  };
  g_autofree char *entry = mk_exchange_test_start ();
  g_autofree char *package = mk_exchange_test_package (test, 1, entry);
  g_autofree char *before = mk_exchange_test_dump (test);

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *bad = changed (package, faults[i].from, faults[i].to);
      g_autofree char *after = NULL;

      assert_refused (test, bad, MK_TAKE_PLAIN, faults[i].code);
      after = mk_exchange_test_dump (test);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_check (MkExchangeTest *test,
            gconstpointer   data G_GNUC_UNUSED)
{
  g_autofree char *entry = mk_exchange_test_start ();
  g_autofree char *package = mk_exchange_test_package (test, 1, entry);
  g_autofree char *before = mk_exchange_test_dump (test);
  g_autoptr (MkVerdict) verdict =
      mk_exchange_test_take (test, package, MK_TAKE_CHECK | MK_TAKE_ACCEPT);
  g_autofree char *after = mk_exchange_test_dump (test);

  g_assert_cmpint (verdict->status, ==, MK_VERDICT_TAKEN);
  g_assert_cmpstr (before, ==, after);
}

static void
test_asks (MkExchangeTest *test,
           gconstpointer   data G_GNUC_UNUSED)
{
  g_autofree char *entry = mk_exchange_test_start ();
  g_autofree char *package = mk_exchange_test_package (test, 1, entry);
  g_autoptr (MkVerdict) stranger = mk_exchange_test_take (test, package, MK_TAKE_PLAIN);
  g_autoptr (MkVerdict) accepted = mk_exchange_test_take (test, package, MK_TAKE_ACCEPT);
  g_autoptr (MkVerdict) again = mk_exchange_test_take (test, package, MK_TAKE_PLAIN);

  g_assert_true (stranger->asks);
  g_assert_cmpstr (stranger->sender->name, ==, "Jobcenter Eksempelby");
  g_assert_cmpint (accepted->status, ==, MK_VERDICT_TAKEN);
  g_assert_cmpint (again->status, ==, MK_VERDICT_KNOWN);
}

static void
test_order (MkExchangeTest *test,
            gconstpointer   data G_GNUC_UNUSED)
{
  g_autofree char *entry = mk_exchange_test_start ();
  g_autofree char *one = mk_exchange_test_package (test, 1, entry);
  g_autofree char *two = mk_exchange_test_package (test, 2, "");
  g_autofree char *three = mk_exchange_test_package (test, 3, "");
  g_autoptr (MkVerdict) third = mk_exchange_test_take (test, three, MK_TAKE_ACCEPT);
  g_autoptr (MkVerdict) second = mk_exchange_test_take (test, two, MK_TAKE_PLAIN);
  g_autoptr (MkVerdict) first = mk_exchange_test_take (test, one, MK_TAKE_PLAIN);
  g_autoptr (GError) error = NULL;
  g_autoptr (MkStatus) status = mk_status_find (test->database, &error);
  const MkPartnerStatus *partner;

  g_assert_no_error (error);
  partner = g_ptr_array_index (status->partners, 0);
  g_assert_cmpint (third->status, ==, MK_VERDICT_WAITS);
  g_assert_cmpuint (third->missing->len, ==, 2);
  g_assert_cmpint (second->status, ==, MK_VERDICT_WAITS);
  g_assert_cmpuint (second->missing->len, ==, 1);
  g_assert_cmpint (first->status, ==, MK_VERDICT_TAKEN);
  g_assert_cmpint (partner->next_in, ==, 4);
  g_assert_cmpuint (partner->missing->len, ==, 0);
}

static void
test_chain (MkExchangeTest *test,
            gconstpointer   data G_GNUC_UNUSED)
{
  g_autofree char *previous = NULL;
  g_autofree char *package = NULL;
  g_autofree char *broken = NULL;
  g_autofree char *reused = NULL;
  g_autoptr (MkVerdict) taken = NULL;

  mk_exchange_test_begin (test);
  previous = g_steal_pointer (&test->previous);
  test->previous = g_strdup_printf ("\"%064d\"", 0);
  broken = mk_exchange_test_package (test, 2, "");
  g_free (test->previous);
  test->previous = g_steal_pointer (&previous);
  package = mk_exchange_test_package (test, 2, "");
  assert_refused (test, broken, MK_TAKE_PLAIN, MK_CODE_CHAIN);
  taken = mk_exchange_test_take (test, package, MK_TAKE_PLAIN);
  g_assert_cmpint (taken->status, ==, MK_VERDICT_TAKEN);
  reused = changed (package, "\"pakkeId\":\"5", "\"pakkeId\":\"6");
  assert_refused (test, reused, MK_TAKE_PLAIN, MK_CODE_REUSE);
}

static void
test_partly (MkExchangeTest *test,
             gconstpointer   data G_GNUC_UNUSED)
{
  g_autofree char *good = mk_exchange_test_start ();
  g_autofree char *bad = mk_exchange_test_entry ("kontakt", TEST_EPOCH, 1, "{\"navn\":\"X\"}");
  g_autofree char *unknown = mk_exchange_test_entry ("nytSlags", TEST_AUTHORITY, 1, "{\"x\":[1]}");
  g_autofree char *entries = g_strdup_printf ("%s,%s,%s", bad, good, unknown);
  g_autofree char *package = mk_exchange_test_package (test, 1, entries);
  g_autoptr (MkVerdict) verdict = mk_exchange_test_take (test, package, MK_TAKE_ACCEPT);
  const MkVerdictEntry *refused = g_ptr_array_index (verdict->entries, 0);
  const MkVerdictEntry *kept = g_ptr_array_index (verdict->entries, 1);

  g_assert_cmpint (verdict->status, ==, MK_VERDICT_PARTLY);
  g_assert_cmpuint (mk_verdict_n_refused (verdict), ==, 1);
  g_assert_cmpstr (refused->code, ==, MK_CODE_FIELD);
  g_assert_cmpstr (kept->code, ==, MK_CODE_UNKNOWN);
}

/* A type of this workplace's own is nobody else's to write: what comes under its name is unknown,
 * and neither stands among the own records nor is bound by their rules. */
static void
test_staying_type_from_outside (MkExchangeTest *test,
                                gconstpointer   data G_GNUC_UNUSED)
{
  g_autofree char *start = mk_exchange_test_start ();
  g_autofree char *entry =
      mk_exchange_test_entry ("kaldenavn", TEST_AUTHORITY, 1, "{\"forloebId\":7,\"navn\":null}");
  g_autofree char *entries = g_strdup_printf ("%s,%s", start, entry);
  g_autofree char *package = mk_exchange_test_package (test, 1, entries);
  g_autoptr (MkVerdict) verdict = mk_exchange_test_take (test, package, MK_TAKE_ACCEPT);
  const MkVerdictEntry *kept = g_ptr_array_index (verdict->entries, 0);
  g_autofree char *state = mk_exchange_test_state (test, TEST_AUTHORITY);

  g_assert_cmpint (verdict->status, ==, MK_VERDICT_TAKEN);
  g_assert_cmpstr (kept->code, ==, MK_CODE_UNKNOWN);
  g_assert_cmpstr (state, ==, "hentet");
}

/* An own record that stays can not be replaced by somebody who guessed its id. */
static void
test_staying_record_is_not_replaced (MkExchangeTest *test,
                                     gconstpointer   data G_GNUC_UNUSED)
{
  MkColleagueData colleague = { (char *) "Anna", MK_ABSENT };
  g_autoptr (MkSaved) saved =
      mk_own_record_save (test->database, &mk_colleague_type, NULL, &colleague, NULL);
  g_autofree char *start = mk_exchange_test_start ();
  g_autofree char *entry =
      mk_exchange_test_entry ("medarbejder", saved->id, 9, "{\"navn\":\"Per\"}");
  g_autofree char *entries = g_strdup_printf ("%s,%s", start, entry);
  g_autofree char *package = mk_exchange_test_package (test, 1, entries);
  g_autoptr (MkVerdict) verdict = mk_exchange_test_take (test, package, MK_TAKE_ACCEPT);
  g_autoptr (MkVersion) kept = mk_record_find (test->database, saved->id, NULL);

  g_assert_cmpint (verdict->status, ==, MK_VERDICT_PARTLY);
  g_assert_cmpstr (((MkVerdictEntry *) g_ptr_array_index (verdict->entries, 0))->code, ==,
                   MK_CODE_WRITER);
  g_assert_cmpstr (kept->data, ==, "{\"navn\":\"Anna\"}");
}

static void
test_staying_records_wait_for_nothing (MkExchangeTest *test,
                                       gconstpointer   data G_GNUC_UNUSED)
{
  MkColleagueData colleague = { (char *) "Anna", MK_ABSENT };
  g_autoptr (MkSaved) saved =
      mk_own_record_save (test->database, &mk_colleague_type, NULL, &colleague, NULL);
  g_autofree char *state = mk_exchange_test_state (test, saved->id);
  g_autoptr (MkStatus) status = mk_status_find (test->database, NULL);

  g_assert_cmpstr (state, ==, "gemt");
  for (guint i = 0; i < MK_N_STATES; i++)
    g_assert_cmpint (status->counts[i], ==, 0);
}

static MkVerdictStatus
release_next (MkExchangeTest *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) verdicts = mk_take_released (test->database, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (verdicts->len, ==, 1);
  return ((const MkVerdict *) g_ptr_array_index (verdicts, 0))->status;
}

static void
assert_has_released (MkExchangeTest *test,
                     gboolean        wanted)
{
  g_autoptr (GError) error = NULL;
  gboolean has;

  g_assert_true (mk_take_has_released (test->database, &has, &error));
  g_assert_no_error (error);
  g_assert_cmpint (has, ==, wanted);
}

/* Long work lets others go between: one waiting package a step. */
static void
test_steps (MkExchangeTest *test,
            gconstpointer   data G_GNUC_UNUSED)
{
  g_autofree char *entry = mk_exchange_test_start ();
  g_autofree char *one = mk_exchange_test_package (test, 1, entry);
  g_autofree char *two = mk_exchange_test_package (test, 2, "");
  g_autofree char *three = mk_exchange_test_package (test, 3, "");
  g_autoptr (MkVerdict) third = mk_exchange_test_take (test, three, MK_TAKE_ACCEPT);
  g_autoptr (MkVerdict) second = mk_exchange_test_take (test, two, MK_TAKE_PLAIN);
  g_autoptr (MkVerdict) first = NULL;
  g_autoptr (GPtrArray) none = NULL;

  assert_has_released (test, FALSE);
  first = mk_exchange_test_take (test, one, MK_TAKE_ALONE);
  g_assert_cmpint (first->status, ==, MK_VERDICT_TAKEN);
  assert_has_released (test, TRUE);
  g_assert_cmpint (release_next (test), ==, MK_VERDICT_TAKEN);
  assert_has_released (test, TRUE);
  g_assert_cmpint (release_next (test), ==, MK_VERDICT_TAKEN);
  assert_has_released (test, FALSE);
  none = mk_take_released (test->database, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
assert_asks (MkExchangeTest *test,
             gboolean        wanted)
{
  g_autoptr (GPtrArray) refused = mk_post_refused (test->database, -1, NULL);
  const MkPosted *posted;

  g_assert_cmpuint (refused->len, ==, 1);
  posted = g_ptr_array_index (refused, 0);
  g_assert_cmpint (posted->asks, ==, wanted);
  g_assert_cmpstr (posted->partner, ==, "Jobcenter Eksempelby");
  g_assert_cmpint (posted->number, ==, 1);
}

/* Who said no, or not now, can say yes later, without the file; then it was not refused. */
static void
test_kept (MkExchangeTest *test,
           gconstpointer   data G_GNUC_UNUSED)
{
  g_autofree char *entry = mk_exchange_test_start ();
  g_autofree char *package = mk_exchange_test_package (test, 1, entry);
  g_autoptr (MkVerdict) stranger = mk_exchange_test_take (test, package, MK_TAKE_PLAIN);
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) accepted = NULL;
  g_autoptr (GPtrArray) refused = NULL;

  assert_asks (test, TRUE);
  again = mk_take_kept (test->database, stranger->sha256, MK_TAKE_PLAIN, NULL);
  g_assert_true (((const MkVerdict *) g_ptr_array_index (again, 0))->asks);
  assert_asks (test, TRUE);
  accepted = mk_take_kept (test->database, stranger->sha256, MK_TAKE_ACCEPT, NULL);
  g_assert_cmpint (((const MkVerdict *) g_ptr_array_index (accepted, 0))->status, ==,
                   MK_VERDICT_TAKEN);
  refused = mk_post_refused (test->database, -1, NULL);
  g_assert_cmpuint (refused->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  mk_exchange_test_add ("/taking/a-refusal-changes-nothing", test_unchanged);
  mk_exchange_test_add ("/taking/check-changes-nothing", test_check);
  mk_exchange_test_add ("/taking/a-stranger-needs-a-yes", test_asks);
  mk_exchange_test_add ("/taking/packages-wait-for-their-turn", test_order);
  mk_exchange_test_add ("/taking/the-chain-and-the-numbers-hold", test_chain);
  mk_exchange_test_add ("/taking/one-bad-entry-spoils-no-other", test_partly);
  mk_exchange_test_add ("/staying/type-from-outside-is-unknown", test_staying_type_from_outside);
  mk_exchange_test_add ("/staying/record-is-not-replaced", test_staying_record_is_not_replaced);
  mk_exchange_test_add ("/staying/records-wait-for-nothing", test_staying_records_wait_for_nothing);
  mk_exchange_test_add ("/taking/waiting-ones-are-released-one-by-one", test_steps);
  mk_exchange_test_add ("/taking/a-question-stays-until-it-is-answered", test_kept);
  return g_test_run ();
}
