/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-help-rules.h"

#include <string.h>

/* The ledger of the punch cards against a slow model that is written from the words of the contract
 * alone, over thousands of random histories; and every state of a request with every event. */

#define HISTORIES 4000
#define MOST 12

/* A world of few ids, so that everything meets everything. */
static const char *const ids[] = {
  "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m"
};
static const char *const codes[] = { "besoeg", "samtale", "kursus" };
static const char *const statuses[] = { MK_ANSWER_RECEIVED, MK_ANSWER_PLANNED, MK_ANSWER_GIVEN,
                                        MK_ANSWER_REFUSED };

typedef struct
{
  MkPunchCardService   services[3];
  MkPunchCardData      cards[MOST];
  MkSupportRequestData requests[MOST];
  MkAnswerData         answers[MOST];
  GPtrArray           *records[3]; /* of cards, requests and answers */
} World;

static void
add_record (GPtrArray    *records,
            const char   *id,
            gconstpointer data)
{
  MkLedgerRecord *record = g_new0 (MkLedgerRecord, 1);

  record->id = id;
  record->data = data;
  g_ptr_array_add (records, record);
}

static void
make_cards (World *world,
            GRand *random)
{
  int n_cards = g_rand_int_range (random, 1, 4);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    world->services[i] = (MkPunchCardService) { .code = (char *) codes[i],
                                                .name = (char *) codes[i],
                                                .price = g_rand_int_range (random, 1, 5) };
  for (int i = 0; i < n_cards; i++)
    {
      MkPunchCardData *card = &world->cards[i];

      card->punches = g_rand_int_range (random, 0, 11);
      card->services = g_ptr_array_new ();
      for (guint j = 0; j < G_N_ELEMENTS (codes); j++)
        if (g_rand_boolean (random))
          g_ptr_array_add (card->services, &world->services[j]);
      add_record (world->records[0], ids[i], card);
    }
}

static void
make_requests (World *world,
               GRand *random)
{
  int n_requests = g_rand_int_range (random, 0, MOST);

  for (int i = 0; i < n_requests; i++)
    {
      MkSupportRequestData *request = &world->requests[i];

      request->card_id = (char *) ids[g_rand_int_range (random, 0, 4)];
      request->service = (char *) codes[g_rand_int_range (random, 0, 3)];
      request->status = (char *) (g_rand_boolean (random) ? MK_REQUEST_SENT : MK_REQUEST_WITHDRAWN);
      add_record (world->records[1], ids[i], request);
    }
}

static void
make_answers (World *world,
              GRand *random)
{
  int n_answers = g_rand_int_range (random, 0, MOST);

  for (int i = 0; i < n_answers; i++)
    {
      MkAnswerData *answer = &world->answers[i];

      answer->request_id = (char *) ids[g_rand_int_range (random, 0, G_N_ELEMENTS (ids))];
      answer->card_id = (char *) ids[g_rand_int_range (random, 0, 4)];
      answer->status = (char *) statuses[g_rand_int_range (random, 0, 4)];
      answer->punches_used =
          g_str_equal (answer->status, MK_ANSWER_GIVEN) ? g_rand_int_range (random, 0, 9) : 0;
      add_record (world->records[2], ids[i], answer);
    }
}

static World *
world_new (GRand *random)
{
  World *world = g_new0 (World, 1);

  for (guint i = 0; i < G_N_ELEMENTS (world->records); i++)
    world->records[i] = g_ptr_array_new_with_free_func (g_free);
  make_cards (world, random);
  make_requests (world, random);
  make_answers (world, random);
  return world;
}

static void
world_free (World *world)
{
  for (guint i = 0; i < MOST; i++)
    if (world->cards[i].services != NULL)
      g_ptr_array_unref (world->cards[i].services);
  for (guint i = 0; i < G_N_ELEMENTS (world->records); i++)
    g_ptr_array_unref (world->records[i]);
  g_free (world);
}

/* The model: each sentence of the contract as a loop over everything. */

static gint64
model_used (const World *world,
            const char  *card)
{
  gint64 used = 0;

  for (guint i = 0; i < world->records[2]->len; i++)
    if (strcmp (world->answers[i].card_id, card) == 0)
      used += world->answers[i].punches_used;
  return used;
}

static gboolean
model_is_settled (const World *world,
                  const char  *request)
{
  for (guint i = 0; i < world->records[2]->len; i++)
    if (strcmp (world->answers[i].request_id, request) == 0 &&
        (strcmp (world->answers[i].status, "leveret") == 0 ||
         strcmp (world->answers[i].status, "afvist") == 0))
      return TRUE;
  return FALSE;
}

static gint64
model_price (const MkPunchCardData *card,
             const char            *code)
{
  for (guint i = 0; i < card->services->len; i++)
    {
      const MkPunchCardService *service = g_ptr_array_index (card->services, i);

      if (strcmp (service->code, code) == 0)
        return service->price;
    }
  return 0;
}

static gint64
model_reserved (const World *world,
                guint        card)
{
  gint64 reserved = 0;

  for (guint i = 0; i < world->records[1]->len; i++)
    {
      const MkSupportRequestData *request = &world->requests[i];

      if (strcmp (request->card_id, ids[card]) == 0 && strcmp (request->status, "sendt") == 0 &&
          !model_is_settled (world, ids[i]))
        reserved += model_price (&world->cards[card], request->service);
    }
  return reserved;
}

static void
check_posts (const MkBalance *balance)
{
  gint64 sum = 0;

  for (guint i = 0; i < balance->posts->len; i++)
    {
      const MkLedgerPost *post = g_ptr_array_index (balance->posts, i);

      sum += post->punches;
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (((MkLedgerPost *) g_ptr_array_index (balance->posts, j))->request_id, !=,
                         post->request_id);
    }
  g_assert_cmpint (sum, ==, balance->used + balance->reserved);
}

static void
test_random_histories_add_up (void)
{
  for (guint i = 0; i < HISTORIES; i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (i);
      World *world = world_new (random);
      g_autoptr (GPtrArray) balances =
          mk_ledger_sum (world->records[0], world->records[1], world->records[2]);

      g_assert_cmpuint (balances->len, ==, world->records[0]->len);
      for (guint j = 0; j < balances->len; j++)
        {
          const MkBalance *balance = g_ptr_array_index (balances, j);

          g_assert_cmpstr (balance->card_id, ==, ids[j]);
          g_assert_cmpint (balance->granted, ==, world->cards[j].punches);
          g_assert_cmpint (balance->used, ==, model_used (world, ids[j]));
          g_assert_cmpint (balance->reserved, ==, model_reserved (world, j));
          g_assert_cmpint (balance->left, ==, balance->granted - balance->used - balance->reserved);
          check_posts (balance);
        }
      world_free (world);
    }
}

/* Every state of a request with everything that may have been said to it. */

typedef struct
{
  const char *request;
  const char *state;
  const char *answer;
  MkHelpStage stage;
  gboolean    reserves;
} Case;

static const Case cases[] = {
  { MK_REQUEST_SENT, "gemt", NULL, MK_HELP_READY, TRUE },
  { MK_REQUEST_SENT, "tilbageholdt", NULL, MK_HELP_HELD, TRUE },
  { MK_REQUEST_SENT, "afvist", NULL, MK_HELP_NOT_TAKEN, TRUE },
  { MK_REQUEST_SENT, "sendt", NULL, MK_HELP_SENT, TRUE },
  { MK_REQUEST_SENT, "hentet", NULL, MK_HELP_SENT, TRUE },
  { MK_REQUEST_SENT, "modtaget", NULL, MK_HELP_RECEIVED, TRUE },
  { MK_REQUEST_SENT, "gemt", MK_ANSWER_RECEIVED, MK_HELP_RECEIVED, TRUE },
  { MK_REQUEST_SENT, "sendt", MK_ANSWER_RECEIVED, MK_HELP_RECEIVED, TRUE },
  { MK_REQUEST_SENT, "modtaget", MK_ANSWER_RECEIVED, MK_HELP_RECEIVED, TRUE },
  { MK_REQUEST_SENT, "gemt", MK_ANSWER_PLANNED, MK_HELP_PLANNED, TRUE },
  { MK_REQUEST_SENT, "tilbageholdt", MK_ANSWER_PLANNED, MK_HELP_PLANNED, TRUE },
  { MK_REQUEST_SENT, "modtaget", MK_ANSWER_PLANNED, MK_HELP_PLANNED, TRUE },
  { MK_REQUEST_SENT, "sendt", MK_ANSWER_GIVEN, MK_HELP_GIVEN, FALSE },
  { MK_REQUEST_SENT, "modtaget", MK_ANSWER_GIVEN, MK_HELP_GIVEN, FALSE },
  { MK_REQUEST_SENT, "afvist", MK_ANSWER_GIVEN, MK_HELP_GIVEN, FALSE },
  { MK_REQUEST_SENT, "sendt", MK_ANSWER_REFUSED, MK_HELP_REFUSED, FALSE },
  { MK_REQUEST_SENT, "modtaget", MK_ANSWER_REFUSED, MK_HELP_REFUSED, FALSE },
  { MK_REQUEST_WITHDRAWN, "gemt", NULL, MK_HELP_WITHDRAWN, FALSE },
  { MK_REQUEST_WITHDRAWN, "sendt", NULL, MK_HELP_WITHDRAWN, FALSE },
  { MK_REQUEST_WITHDRAWN, "modtaget", NULL, MK_HELP_WITHDRAWN, FALSE },
  { MK_REQUEST_WITHDRAWN, "modtaget", MK_ANSWER_RECEIVED, MK_HELP_WITHDRAWN, FALSE },
  { MK_REQUEST_WITHDRAWN, "modtaget", MK_ANSWER_PLANNED, MK_HELP_WITHDRAWN, FALSE },
  { MK_REQUEST_WITHDRAWN, "modtaget", MK_ANSWER_REFUSED, MK_HELP_WITHDRAWN, FALSE },
  { MK_REQUEST_WITHDRAWN, "gemt", MK_ANSWER_GIVEN, MK_HELP_GIVEN, FALSE },
  { MK_REQUEST_WITHDRAWN, "modtaget", MK_ANSWER_GIVEN, MK_HELP_GIVEN, FALSE },
};

static void
test_every_state_and_answer (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];

      g_test_message ("%s, %s, %s", c->request, c->state, c->answer != NULL ? c->answer : "-");
      g_assert_cmpint (mk_help_stage (c->request, c->answer, c->state), ==, c->stage);
      g_assert_cmpint (mk_help_reserves (c->request, c->answer), ==, c->reserves);
    }
}

/* In whatever order answers come, and however often, the furthest one counts. */
static void
test_order_of_answers_does_not_matter (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    for (guint j = 0; j < G_N_ELEMENTS (statuses); j++)
      {
        MkAnswerData first = { .status = (char *) statuses[i] };
        MkAnswerData second = { .status = (char *) statuses[j] };
        g_autoptr (GPtrArray) one = g_ptr_array_new ();
        g_autoptr (GPtrArray) other = g_ptr_array_new ();

        g_ptr_array_add (one, &first);
        g_ptr_array_add (one, &second);
        g_ptr_array_add (other, &second);
        g_ptr_array_add (other, &first);
        g_assert_cmpstr (mk_help_furthest (one), ==, mk_help_furthest (other));
        if (i == j)
          g_assert_cmpstr (mk_help_furthest (one), ==, statuses[i]);
      }
}

static void
test_unknown_request_counts_on_its_card (void)
{
  MkPunchCardService service = { (char *) "besoeg", (char *) "Besøg", 2 };
  g_autoptr (GPtrArray) services = g_ptr_array_new ();
  MkPunchCardData card = { .punches = 3, .services = services };
  MkAnswerData answer = { .request_id = (char *) "ukendt",
                          .card_id = (char *) "kort",
                          .status = (char *) MK_ANSWER_GIVEN,
                          .punches_used = 4 };
  MkLedgerRecord a_card = { "kort", &card }, an_answer = { "svar", &answer };
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) answers = g_ptr_array_new ();
  g_autoptr (GPtrArray) balances = NULL;
  const MkBalance *balance;
  const MkLedgerPost *post;

  g_ptr_array_add (services, &service);
  g_ptr_array_add (cards, &a_card);
  g_ptr_array_add (answers, &an_answer);
  balances = mk_ledger_sum (cards, none, answers);
  balance = g_ptr_array_index (balances, 0);
  post = g_ptr_array_index (balance->posts, 0);
  g_assert_cmpint (balance->left, ==, -1);
  g_assert_cmpstr (post->request_id, ==, "ukendt");
  g_assert_null (post->service);
  g_assert_cmpint (post->punches, ==, 4);
}

/* Which card is proposed */

static int
propose (MkPunchCardData *cards,
         const gint64    *left,
         guint            n_cards,
         const char      *placement)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) balances = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_cards; i++)
    {
      MkBalance *balance = g_new0 (MkBalance, 1);

      balance->left = left[i];
      g_ptr_array_add (balances, balance);
      add_record (records, ids[i], &cards[i]);
    }
  return mk_help_propose (records, balances, placement, "2026-12-01");
}

static void
test_oldest_valid_card_is_proposed (void)
{
  MkPunchCardData cards[] = {
    { .valid_from = (char *) "2026-10-01", .valid_to = (char *) "2027-10-01" },
    { .valid_from = (char *) "2026-09-01", .valid_to = (char *) "2027-01-01" },
    { .valid_from = (char *) "2026-01-01", .valid_to = (char *) "2026-11-30" },
    { .valid_from = (char *) "2026-08-01",
      .valid_to = (char *) "2026-12-01",
      .placement_id = (char *) "mia" },
    { .valid_from = (char *) "2026-12-02", .valid_to = (char *) "2028-01-01" },
  };
  const gint64 full[] = { 5, 5, 5, 5, 5 }, first_only[] = { 5, 0, 5, -1, 5 },
               none[] = { 0, 0, 0, 0, 0 };

  g_assert_cmpint (propose (cards, full, 5, NULL), ==, 1);
  g_assert_cmpint (propose (cards, full, 5, "mia"), ==, 3);
  g_assert_cmpint (propose (cards, full, 5, "jonas"), ==, 1);
  g_assert_cmpint (propose (cards, first_only, 5, "mia"), ==, 0);
  g_assert_cmpint (propose (cards, none, 5, NULL), ==, 1);
  g_assert_cmpint (propose (&cards[2], full, 1, NULL), ==, 0);
  g_assert_cmpint (propose (&cards[3], full, 1, NULL), ==, -1);
  g_assert_cmpint (propose (cards, full, 0, NULL), ==, -1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/random-histories-add-up", test_random_histories_add_up);
  g_test_add_func ("/ledger/every-state-and-answer", test_every_state_and_answer);
  g_test_add_func ("/ledger/order-of-answers-does-not-matter",
                   test_order_of_answers_does_not_matter);
  g_test_add_func ("/ledger/unknown-request-counts-on-its-card",
                   test_unknown_request_counts_on_its_card);
  g_test_add_func ("/ledger/oldest-valid-card-is-proposed", test_oldest_valid_card_is_proposed);
  return g_test_run ();
}
