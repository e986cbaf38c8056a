/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-end.h"
#include "mk-plain-authority.h"

#include "mk-buddies.h"
#include "mk-new-epoch.h"
#include "mk-own-records.h"
#include "mk-package.h"
#include "mk-partners.h"
#include "mk-preview.h"

#include "records/mk-assignment.h"
#include "records/mk-check-in.h"

#include <string.h>

/* What a leader carries between an authority and its buddies (exchange contract, section 7). */

#define AUTHORITY "11111111-1111-4111-8111-111111111111"
#define LEADER "44444444-4444-4444-8444-444444444444"
#define BUDDY "77777777-7777-4777-8777-777777777777"
#define SECOND "88888888-8888-4888-8888-888888888888"
#define HERE "33333333-3333-4333-8333-333333333331"
#define THERE "33333333-3333-4333-8333-333333333332"
#define CARD "55555555-5555-4555-8555-555555555555"
#define THING "66666666-6666-4666-8666-666666666666"

typedef struct
{
  MkPlainAuthority *authority;
  MkEnd            *leader;
  MkEnd            *buddy;
  MkStarted        *started;
} Workplace;

static const char placement[] =
    "{\"kandidat\":{\"alias\":\"Kandidat A\"},\"sagsreference\":\"EKS-1\",\"stilling\":\"Lager\","
    "\"startDato\":\"2026-09-07\",\"maalMinutterPrMaaned\":1800,"
    "\"jobformidler\":{\"navn\":\"Jobformidler 1\",\"telefon\":\"70101010\"}}";

static char *
contact (const char *telephone,
         const char *more)
{
  return g_strdup_printf ("{\"navn\":\"Vagt\",\"%s\":\"Vagt\",\"organisation\":\"Jobcenter\","
                          "\"telefon\":\"%s\",\"prioritet\":1,\"aabningstider\":[]%s}",
                          "funktion", telephone, more);
}

static char *
check_in (const char *note)
{
  return g_strdup_printf (
      "{\"forloebId\":\"" HERE
      "\",\"tidspunkt\":\"2026-11-17T15:00:00+01:00\",\"forfatter\":\"Per\","
      "\"fremmoede\":\"moedt\",\"loennedeMinutter\":120,\"uloennedeMinutter\":0,"
      "\"behovForHjaelp\":false,\"note\":\"%s\"}",
      note);
}

/* The authority seals what it wrote, and the leader takes it. */
static void
give (Workplace *workplace)
{
  const GPtrArray *sent = workplace->authority->sent;
  g_autoptr (GPtrArray) verdicts = NULL;

  g_assert_true (mk_plain_authority_seal (workplace->authority));
  verdicts =
      mk_end_take (workplace->leader, g_ptr_array_index (sent, sent->len - 1), MK_TAKE_ACCEPT);
  g_assert_cmpint (((MkVerdict *) g_ptr_array_index (verdicts, 0))->status, ==, MK_VERDICT_TAKEN);
}

/* What the leader has for its buddies, or a buddy for its leader, is taken by @to. The status of the
 * last package is returned. */
static MkVerdictStatus
pass (MkEnd      *from,
      const char *recipient,
      MkEnd      *to,
      MkTakeFlags flags)
{
  g_autoptr (GPtrArray) files = mk_end_export (from, 0);
  MkVerdictStatus status = MK_VERDICT_KNOWN;

  for (guint i = 0; i < files->len; i++)
    {
      const MkSent *sent = g_ptr_array_index (files, i);
      g_autoptr (GPtrArray) verdicts = NULL;

      if (!g_str_equal (sent->recipient, recipient))
        continue;
      verdicts = mk_end_take (to, sent->bytes, flags);
      status = ((MkVerdict *) g_ptr_array_index (verdicts, 0))->status;
    }
  return status;
}

static MkStarted *
start (MkEnd      *leader,
       const char *name,
       const char *of)
{
  g_autoptr (GError) error = NULL;
  const char *placements[] = { of, NULL };
  MkStarted *started = mk_buddy_start (leader->database, name, placements, &error);

  g_assert_no_error (error);
  return started;
}

static void
set_up (Workplace    *workplace,
        gconstpointer data G_GNUC_UNUSED)
{
  workplace->authority = mk_plain_authority_new (AUTHORITY);
  workplace->leader = mk_end_new (LEADER, MK_ROLE_LEADER);
  workplace->buddy = mk_end_new (BUDDY, MK_ROLE_BUDDY);
  mk_plain_authority_write (workplace->authority, "forloeb", HERE, placement);
  mk_plain_authority_write (workplace->authority, "forloeb", THERE, placement);
  give (workplace);
  workplace->started = start (workplace->leader, "Person Prøve", HERE);
}

static void
tear_down (Workplace    *workplace,
           gconstpointer data G_GNUC_UNUSED)
{
  mk_plain_authority_free (workplace->authority);
  mk_started_free (workplace->started);
  mk_end_free (workplace->leader);
  mk_end_free (workplace->buddy);
}

/* The leader and its buddy know each other. */
static void
meet (Workplace *workplace)
{
  g_assert_cmpint (pass (workplace->leader, workplace->started->partner, workplace->buddy,
                         MK_TAKE_ACCEPT),
                   ==, MK_VERDICT_TAKEN);
  g_assert_cmpint (pass (workplace->buddy, LEADER, workplace->leader, MK_TAKE_PLAIN), ==,
                   MK_VERDICT_TAKEN);
}

/* The state of a record: its revision, below 0 when it is deleted, and 0 when it is not there. */
static gint64
revision_at (MkEnd      *end,
             const char *id)
{
  g_autoptr (GHashTable) records = mk_end_records (end);
  const MkSeen *seen = g_hash_table_lookup (records, id);

  if (seen == NULL)
    return 0;
  return seen->deleted ? -seen->revision : seen->revision;
}

static void
assert_holds (MkEnd      *end,
              const char *id,
              const char *text)
{
  g_autoptr (GHashTable) records = mk_end_records (end);
  const MkSeen *seen = g_hash_table_lookup (records, id);

  g_assert_nonnull (seen);
  g_assert_nonnull (strstr (seen->data, text));
}

static guint
count_partners (MkEnd *end)
{
  g_autoptr (GPtrArray) partners = mk_partner_list (end->database, NULL);

  return partners->len;
}

static void
change (MkEnd      *end,
        const char *type,
        const char *id,
        gboolean    deletes)
{
  g_autoptr (GError) error = NULL;
  MkSaved *saved = (deletes ? mk_own_record_delete : mk_own_record_undo) (
      end->database, mk_record_type_find (type), id, &error);

  g_assert_no_error (error);
  mk_saved_free (saved);
}

static void
test_receipt_tells (Workplace    *workplace,
                    gconstpointer data G_GNUC_UNUSED)
{
  const char *assignment = g_ptr_array_index (workplace->started->assignments, 0);
  g_autofree char *text = check_in ("en");
  g_autofree char *id = NULL;
  g_autoptr (GHashTable) records = NULL;

  pass (workplace->leader, workplace->started->partner, workplace->buddy, MK_TAKE_ACCEPT);
  id = mk_end_save (workplace->buddy, "checkin", NULL, text);
  pass (workplace->buddy, LEADER, workplace->leader, MK_TAKE_PLAIN);
  assert_holds (workplace->leader, assignment, BUDDY);
  /* The receipt for that very package goes to where it came from. */
  pass (workplace->leader, BUDDY, workplace->buddy, MK_TAKE_PLAIN);
  records = mk_end_records (workplace->buddy);
  g_assert_cmpstr (((MkSeen *) g_hash_table_lookup (records, id))->state, ==, "modtaget");
  assert_holds (workplace->buddy, assignment, BUDDY);
}

static void
test_ended_before_it_tells (Workplace    *workplace,
                            gconstpointer data G_GNUC_UNUSED)
{
  const char *assignment = g_ptr_array_index (workplace->started->assignments, 0);

  pass (workplace->leader, workplace->started->partner, workplace->buddy, MK_TAKE_ACCEPT);
  g_assert_cmpint (revision_at (workplace->buddy, assignment), ==, 1);
  change (workplace->leader, "tildeling", assignment, TRUE);
  pass (workplace->buddy, LEADER, workplace->leader, MK_TAKE_PLAIN);
  pass (workplace->leader, BUDDY, workplace->buddy, MK_TAKE_PLAIN);
  g_assert_cmpint (revision_at (workplace->buddy, assignment), ==, -2);
  change (workplace->leader, "tildeling", assignment, FALSE);
  pass (workplace->leader, BUDDY, workplace->buddy, MK_TAKE_PLAIN);
  g_assert_cmpint (revision_at (workplace->buddy, assignment), ==, 3);
}

/* Number 2 comes first: nothing in it tells whose it is, so that a person is asked. */
static void
test_yes_tells (Workplace    *workplace,
                gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = check_in ("en");
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) plain = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GPtrArray) first = NULL;

  pass (workplace->leader, workplace->started->partner, workplace->buddy, MK_TAKE_ACCEPT);
  g_ptr_array_unref (mk_end_export (workplace->buddy, 0));
  g_free (mk_end_save (workplace->buddy, "checkin", NULL, text));
  files = mk_end_export (workplace->buddy, 0);
  plain = mk_end_take (workplace->leader, ((MkSent *) files->pdata[1])->bytes, MK_TAKE_PLAIN);
  g_assert_cmpint (((MkVerdict *) plain->pdata[0])->status, ==, MK_VERDICT_REFUSED);
  g_assert_cmpuint (count_partners (workplace->leader), ==, 2);
  second = mk_end_take (workplace->leader, ((MkSent *) files->pdata[1])->bytes, MK_TAKE_ACCEPT);
  g_assert_cmpint (((MkVerdict *) second->pdata[0])->status, ==, MK_VERDICT_WAITS);
  g_assert_cmpuint (count_partners (workplace->leader), ==, 2);
  assert_holds (workplace->leader, g_ptr_array_index (workplace->started->assignments, 0), BUDDY);
  first = mk_end_take (workplace->leader, ((MkSent *) files->pdata[0])->bytes, MK_TAKE_PLAIN);
  g_assert_cmpint (((MkVerdict *) first->pdata[0])->status, ==, MK_VERDICT_TAKEN);
  g_assert_cmpuint (first->len, ==, 2);
}

/* Several were started, and a person took one for another; the receipt puts it right. */
static void
test_two_become_one (Workplace    *workplace,
                     gconstpointer data G_GNUC_UNUSED)
{
  MkStarted *bo = start (workplace->leader, "Bo", THERE);
  const char *assignment = g_ptr_array_index (bo->assignments, 0);
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GPtrArray) first = NULL;

  pass (workplace->leader, bo->partner, workplace->buddy, MK_TAKE_ACCEPT);
  g_ptr_array_unref (mk_end_export (workplace->buddy, 0));
  g_free (mk_end_save (workplace->buddy, "fase", NULL,
                       "{\"forloebId\":\"" THERE "\",\"fase\":\"match\",\"fraDato\":\"2026-11-16\","
                       "\"grund\":\"Nu\"}"));
  files = mk_end_export (workplace->buddy, 0);
  second = mk_end_take (workplace->leader, ((MkSent *) files->pdata[1])->bytes, MK_TAKE_ACCEPT);
  g_assert_cmpint (((MkVerdict *) second->pdata[0])->status, ==, MK_VERDICT_WAITS);
  assert_holds (workplace->leader, g_ptr_array_index (workplace->started->assignments, 0), BUDDY);
  first = mk_end_take (workplace->leader, ((MkSent *) files->pdata[0])->bytes, MK_TAKE_PLAIN);
  g_assert_cmpint (((MkVerdict *) first->pdata[0])->status, ==, MK_VERDICT_TAKEN);
  g_assert_cmpuint (first->len, ==, 2);
  g_assert_cmpuint (count_partners (workplace->leader), ==, 2);
  assert_holds (workplace->leader, assignment, BUDDY);
  g_assert_cmpint (pass (workplace->leader, BUDDY, workplace->buddy, MK_TAKE_PLAIN), ==,
                   MK_VERDICT_TAKEN);
  assert_holds (workplace->buddy, assignment, BUDDY);
  mk_started_free (bo);
}

/* A file that went to the wrong buddy is refused there, and tells nothing. */
static void
test_wrong_buddy (Workplace    *workplace,
                  gconstpointer data G_GNUC_UNUSED)
{
  MkStarted *maja;

  meet (workplace);
  maja = start (workplace->leader, "Maja", THERE);
  g_assert_cmpint (pass (workplace->leader, maja->partner, workplace->buddy, MK_TAKE_PLAIN), ==,
                   MK_VERDICT_REFUSED);
  pass (workplace->buddy, LEADER, workplace->leader, MK_TAKE_PLAIN);
  g_assert_cmpuint (count_partners (workplace->leader), ==, 3);
  g_assert_cmpint (revision_at (workplace->leader, g_ptr_array_index (maja->assignments, 0)), ==,
                   1);
  mk_started_free (maja);
}

/* What a record belongs to is what its last content says. */
static void
test_belonging_moves (Workplace    *workplace,
                      gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *there = contact ("70101099", ",\"forloebId\":\"" THERE "\"");
  g_autofree char *everywhere = contact ("70101098", "");

  meet (workplace);
  mk_plain_authority_write (workplace->authority, "kontakt", THING, there);
  give (workplace);
  pass (workplace->leader, BUDDY, workplace->buddy, MK_TAKE_PLAIN);
  g_assert_cmpint (revision_at (workplace->buddy, THING), ==, 0);
  mk_plain_authority_write (workplace->authority, "kontakt", THING, everywhere);
  give (workplace);
  pass (workplace->leader, BUDDY, workplace->buddy, MK_TAKE_PLAIN);
  g_assert_cmpint (revision_at (workplace->buddy, THING), ==, 2);
}

static void
test_belonging_by_card (Workplace    *workplace,
                        gconstpointer data G_GNUC_UNUSED)
{
  static const char card[] = "{\"antalKlip\":10,\"gyldigFra\":\"2026-09-07\",\"gyldigTil\":"
                             "\"2027-03-06\",\"ydelser\":[],\"forloebId\":\"%s\"}";
  g_autofree char *there = g_strdup_printf (card, THERE);
  g_autofree char *here = g_strdup_printf (card, HERE);

  meet (workplace);
  mk_plain_authority_write (workplace->authority, "klippekort", CARD, there);
  mk_plain_authority_write (workplace->authority, "nytSlags", THING,
                            "{\"klippekortId\":\"" CARD "\"}");
  give (workplace);
  pass (workplace->leader, BUDDY, workplace->buddy, MK_TAKE_PLAIN);
  g_assert_cmpint (revision_at (workplace->buddy, THING), ==, 0);
  mk_plain_authority_write (workplace->authority, "klippekort", CARD, here);
  give (workplace);
  pass (workplace->leader, BUDDY, workplace->buddy, MK_TAKE_PLAIN);
  g_assert_cmpint (revision_at (workplace->buddy, CARD), ==, 2);
  g_assert_cmpint (revision_at (workplace->buddy, THING), ==, 1);
}

/* What those above wrote is not judged, what a buddy wrote is. */
static void
test_numbers_carried (Workplace    *workplace,
                      gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *from_above = contact ("010101-0000", "");
  g_autoptr (GError) error = NULL;
  g_autoptr (MkPreview) preview = NULL;

  meet (workplace);
  mk_plain_authority_write (workplace->authority, "kontakt", THING, from_above);
  give (workplace);
  preview = mk_preview_find (workplace->leader->database, G_MAXUINT64, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (preview->held->len, ==, 0);
  pass (workplace->leader, BUDDY, workplace->buddy, MK_TAKE_PLAIN);
  g_assert_cmpint (revision_at (workplace->buddy, THING), ==, 1);
}

/* A restored store knows nothing of what it packed since: its tombstones travel all the same. */
static void
test_tombstone_after_restore (Workplace    *workplace,
                              gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = check_in ("en");
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) begun = NULL;

  meet (workplace);
  id = mk_end_save (workplace->buddy, "checkin", NULL, text);
  mk_end_keep (workplace->buddy);
  pass (workplace->buddy, LEADER, workplace->leader, MK_TAKE_PLAIN);
  g_assert_cmpint (revision_at (workplace->leader, id), ==, 1);
  mk_end_restore (workplace->buddy);
  begun = mk_new_epoch (workplace->buddy->database, NULL, NULL);
  change (workplace->buddy, "checkin", id, TRUE);
  pass (workplace->buddy, LEADER, workplace->leader, MK_TAKE_PLAIN);
  g_assert_cmpint (revision_at (workplace->leader, id), ==, -2);
}

/* Back by a restore, to the same words and a lower revision, and on from there. */
static void
test_gone_back (Workplace    *workplace,
                gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *one = contact ("70101001", "");
  g_autofree char *two = contact ("70101002", "");

  meet (workplace);
  mk_plain_authority_write (workplace->authority, "kontakt", THING, one);
  mk_plain_authority_keep (workplace->authority);
  mk_plain_authority_write (workplace->authority, "kontakt", THING, two);
  mk_plain_authority_write (workplace->authority, "kontakt", THING, one);
  give (workplace);
  pass (workplace->leader, BUDDY, workplace->buddy, MK_TAKE_PLAIN);
  g_assert_cmpint (revision_at (workplace->buddy, THING), ==, 3);
  mk_plain_authority_restore (workplace->authority);
  give (workplace);
  pass (workplace->leader, BUDDY, workplace->buddy, MK_TAKE_PLAIN);
  g_assert_cmpint (revision_at (workplace->buddy, THING), ==, 1);
  mk_plain_authority_write (workplace->authority, "kontakt", THING, two);
  give (workplace);
  pass (workplace->leader, BUDDY, workplace->buddy, MK_TAKE_PLAIN);
  assert_holds (workplace->buddy, THING, "70101002");
}

/* A record that just fits a package of the authority's may not fit one of the leader's. */
static void
test_too_large (Workplace    *workplace,
                gconstpointer data G_GNUC_UNUSED)
{
  /* The authority's own package is 8 MiB at most; its header here is about 500 bytes. */
  gsize sizes[] = { MK_PACKAGE_MOST_BYTES - 5000, MK_PACKAGE_MOST_BYTES - 600 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MkPreview) preview = NULL;

  meet (workplace);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *text = g_strnfill (sizes[i] - 150, 'x');
      g_autofree char *object = g_strdup_printf ("{\"x\":\"%s\"}", text);
      g_autofree char *id = g_strdup_printf ("66666666-6666-4666-8666-66666666666%u", i);

      mk_plain_authority_write (workplace->authority, "nytSlags", id, object);
      give (workplace);
    }
  preview = mk_preview_find (workplace->leader->database, G_MAXUINT64, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (preview->held->len, ==, 1);
  g_assert_cmpstr (((MkHeld *) preview->held->pdata[0])->id, ==,
                   "66666666-6666-4666-8666-666666666661");
  g_assert_cmpint (pass (workplace->leader, BUDDY, workplace->buddy, MK_TAKE_PLAIN), ==,
                   MK_VERDICT_TAKEN);
  g_assert_cmpint (revision_at (workplace->buddy, "66666666-6666-4666-8666-666666666660"), ==, 1);
}

/* A second leader, in the place of one whose machine is gone, carries what is newer. */
static void
test_two_carriers (Workplace    *workplace,
                   gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *one = contact ("70101001", "");
  g_autofree char *two = contact ("70101002", "");
  MkEnd *heir = mk_end_new (SECOND, MK_ROLE_LEADER);
  g_autoptr (GPtrArray) verdicts = NULL;
  MkStarted *again;

  meet (workplace);
  mk_plain_authority_write (workplace->authority, "kontakt", THING, one);
  give (workplace);
  pass (workplace->leader, BUDDY, workplace->buddy, MK_TAKE_PLAIN);
  mk_plain_authority_write (workplace->authority, "kontakt", THING, two);
  mk_plain_authority_restart (workplace->authority);
  g_assert_true (mk_plain_authority_seal (workplace->authority));
  verdicts = mk_end_take (heir, g_ptr_array_index (workplace->authority->sent, 0), MK_TAKE_ACCEPT);
  again = start (heir, "Person Prøve", HERE);
  g_assert_cmpint (pass (heir, again->partner, workplace->buddy, MK_TAKE_ACCEPT), ==,
                   MK_VERDICT_TAKEN);
  assert_holds (workplace->buddy, THING, "70101002");
  mk_started_free (again);
  mk_end_free (heir);
}

static void
add (const char *path,
     void (*func) (Workplace *, gconstpointer))
{
  g_test_add (path, Workplace, NULL, set_up, func, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/carrying/a-receipt-tells-which-buddy-it-is", test_receipt_tells);
  add ("/carrying/an-assignment-ended-early-ends", test_ended_before_it_tells);
  add ("/carrying/a-yes-tells-which-buddy-it-is", test_yes_tells);
  add ("/carrying/a-yes-for-somebody-is-mended-by-a-receipt", test_two_become_one);
  add ("/carrying/a-file-for-another-tells-nothing", test_wrong_buddy);
  add ("/carrying/belonging-follows-the-content", test_belonging_moves);
  add ("/carrying/belonging-follows-the-card", test_belonging_by_card);
  add ("/carrying/numbers-from-above-are-not-judged", test_numbers_carried);
  add ("/carrying/tombstones-outlive-a-restore", test_tombstone_after_restore);
  add ("/carrying/what-went-back-goes-back-everywhere", test_gone_back);
  add ("/carrying/what-fits-no-package-is-held-back", test_too_large);
  add ("/carrying/of-two-carriers-the-newer-version-stands", test_two_carriers);
  return g_test_run ();
}
