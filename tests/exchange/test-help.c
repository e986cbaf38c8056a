/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-exchange-test.h"

#include "mk-help.h"
#include "mk-own-records.h"

/* Punch cards, requests and answers as they come in packages, and what the ledger makes of them. */

#define CARD "c0000000-0000-4000-8000-000000000001"
#define ANSWER "a0000000-0000-4000-8000-000000000001"
#define OTHER_ANSWER "a0000000-0000-4000-8000-000000000002"
#define UNKNOWN "f0000000-0000-4000-8000-000000000001"

static char *
card_entry (const char *id,
            int         price,
            const char *from,
            const char *to)
{
  g_autofree char *data =
      g_strdup_printf ("{\"antalKlip\":3,\"gyldigFra\":\"%s\",\"gyldigTil\":\"%s\",\"ydelser\":"
                       "[{\"kode\":\"BESOEG\",\"navn\":\"Besøg\",\"klip\":%d}]}",
                       from, to, price);

  return mk_exchange_test_entry ("klippekort", id, 1, data);
}

static char *
answer_entry (const char *id,
              gint64      revision,
              const char *request,
              const char *status,
              int         used)
{
  g_autofree char *data = g_strdup_printf ("{\"anmodningId\":\"%s\",\"klippekortId\":\"" CARD
                                           "\",\"status\":\"%s\",\"klipBrugt\":%d,"
                                           "\"tidspunkt\":\"2026-11-20T10:00:00+01:00\"}",
                                           request, status, used);

  return mk_exchange_test_entry ("svar", id, revision, data);
}

static void
take (MkExchangeTest *test,
      gint64          number,
      const char     *entries)
{
  g_autofree char *package = mk_exchange_test_package (test, number, entries);
  g_autoptr (MkVerdict) verdict = mk_exchange_test_take (test, package, MK_TAKE_ACCEPT);

  g_assert_cmpint (verdict->status, ==, MK_VERDICT_TAKEN);
}

static void
begin (MkExchangeTest *test)
{
  g_autofree char *card = card_entry (CARD, 2, "2026-01-01", "2027-01-01");

  mk_exchange_test_begin (test);
  take (test, 2, card);
}

static char *
ask (MkExchangeTest *test,
     const char     *id,
     const char     *status)
{
  MkSupportRequestData data = { .card_id = (char *) CARD,
                                .service = (char *) "BESOEG",
                                .urgency = (char *) MK_URGENCY_SOON,
                                .description = (char *) "Kom og vær med.",
                                .status = (char *) status };
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSaved) saved =
      mk_own_record_save (test->database, &mk_support_request_type, id, &data, &error);

  g_assert_no_error (error);
  return g_strdup (saved->id);
}

static void
assert_stands (MkExchangeTest *test,
               gint64          used,
               gint64          reserved,
               MkHelpStage     stage)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkHelp) help = mk_help_read (test->database, &error);
  const MkBalance *balance;

  g_assert_no_error (error);
  balance = mk_help_find_balance (help, CARD);
  g_assert_cmpint (balance->used, ==, used);
  g_assert_cmpint (balance->reserved, ==, reserved);
  g_assert_cmpint (balance->left, ==, 3 - used - reserved);
  if (help->requests->len > 0)
    g_assert_cmpint (mk_help_stage_of (help, g_ptr_array_index (help->requests, 0)), ==, stage);
}

static void
test_request_from_asked_to_given (MkExchangeTest *test,
                                  gconstpointer   data G_GNUC_UNUSED)
{
  g_autofree char *id = NULL;
  g_autofree char *planned = NULL;
  g_autofree char *given = NULL;

  begin (test);
  assert_stands (test, 0, 0, MK_HELP_READY);
  id = ask (test, NULL, MK_REQUEST_SENT);
  assert_stands (test, 0, 2, MK_HELP_READY);
  planned = answer_entry (ANSWER, 1, id, MK_ANSWER_PLANNED, 0);
  take (test, 3, planned);
  assert_stands (test, 0, 2, MK_HELP_PLANNED);
  given = answer_entry (ANSWER, 2, id, MK_ANSWER_GIVEN, 1);
  take (test, 4, given);
  assert_stands (test, 1, 0, MK_HELP_GIVEN);
}

/* What is older than what is known changes nothing, and what comes twice counts once. */
static void
test_answers_out_of_order_and_twice (MkExchangeTest *test,
                                     gconstpointer   data G_GNUC_UNUSED)
{
  g_autofree char *id = NULL;
  g_autofree char *given = NULL;
  g_autofree char *planned = NULL;

  begin (test);
  id = ask (test, NULL, MK_REQUEST_SENT);
  given = answer_entry (ANSWER, 5, id, MK_ANSWER_GIVEN, 2);
  planned = answer_entry (ANSWER, 2, id, MK_ANSWER_PLANNED, 0);
  take (test, 3, given);
  take (test, 4, planned);
  assert_stands (test, 2, 0, MK_HELP_GIVEN);
  take (test, 5, given);
  assert_stands (test, 2, 0, MK_HELP_GIVEN);
}

static void
test_refused_and_withdrawn_are_free_again (MkExchangeTest *test,
                                           gconstpointer   data G_GNUC_UNUSED)
{
  g_autofree char *id = NULL;
  g_autofree char *again = NULL;
  g_autofree char *refused = NULL;
  g_autofree char *given = NULL;

  begin (test);
  id = ask (test, NULL, MK_REQUEST_SENT);
  again = ask (test, id, MK_REQUEST_WITHDRAWN);
  assert_stands (test, 0, 0, MK_HELP_WITHDRAWN);
  refused = answer_entry (ANSWER, 1, id, MK_ANSWER_REFUSED, 0);
  take (test, 3, refused);
  assert_stands (test, 0, 0, MK_HELP_WITHDRAWN);
  /* It was given all the same. */
  given = answer_entry (ANSWER, 2, id, MK_ANSWER_GIVEN, 2);
  take (test, 4, given);
  assert_stands (test, 2, 0, MK_HELP_GIVEN);
}

static void
test_unknown_request_overdraws_plainly (MkExchangeTest *test,
                                        gconstpointer   data G_GNUC_UNUSED)
{
  g_autofree char *first = answer_entry (ANSWER, 1, UNKNOWN, MK_ANSWER_GIVEN, 2);
  g_autofree char *second = answer_entry (OTHER_ANSWER, 1, CARD, MK_ANSWER_GIVEN, 2);

  begin (test);
  take (test, 3, first);
  assert_stands (test, 2, 0, MK_HELP_READY);
  take (test, 4, second);
  assert_stands (test, 4, 0, MK_HELP_READY);
}

static void
test_bad_cards_spoil_no_other (MkExchangeTest *test,
                               gconstpointer   data G_GNUC_UNUSED)
{
  g_autofree char *good = card_entry (CARD, 1, "2026-01-01", "2027-01-01");
  g_autofree char *free_of_charge = card_entry (ANSWER, 0, "2026-01-01", "2027-01-01");
  g_autofree char *backwards = card_entry (OTHER_ANSWER, 1, "2027-01-01", "2026-12-31");
  g_autofree char *entries = g_strdup_printf ("%s,%s,%s", free_of_charge, good, backwards);
  g_autofree char *package = NULL;
  g_autoptr (MkVerdict) verdict = NULL;
  g_autoptr (MkHelp) help = NULL;

  mk_exchange_test_begin (test);
  package = mk_exchange_test_package (test, 2, entries);
  verdict = mk_exchange_test_take (test, package, MK_TAKE_ACCEPT);
  g_assert_cmpint (verdict->status, ==, MK_VERDICT_PARTLY);
  g_assert_cmpuint (mk_verdict_n_refused (verdict), ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpstr (((MkVerdictEntry *) g_ptr_array_index (verdict->entries, i))->code, ==,
                     MK_CODE_VALUE);
  help = mk_help_read (test->database, NULL);
  g_assert_cmpuint (help->cards->len, ==, 1);
  g_assert_nonnull (mk_help_find_card (help, CARD));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  mk_exchange_test_add ("/help/request-from-asked-to-given", test_request_from_asked_to_given);
  mk_exchange_test_add ("/help/answers-out-of-order-and-twice",
                        test_answers_out_of_order_and_twice);
  mk_exchange_test_add ("/help/refused-and-withdrawn-are-free-again",
                        test_refused_and_withdrawn_are_free_again);
  mk_exchange_test_add ("/help/unknown-request-overdraws-plainly",
                        test_unknown_request_overdraws_plainly);
  mk_exchange_test_add ("/help/bad-cards-spoil-no-other", test_bad_cards_spoil_no_other);
  return g_test_run ();
}
