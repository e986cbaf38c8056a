/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-end.h"

#include "mk-buddies.h"
#include "mk-new-epoch.h"
#include "mk-own-records.h"
#include "mk-packages-out.h"
#include "mk-plain-authority.h"
#include "mk-preview.h"
#include "mk-record-type.h"
#include "mk-records.h"

#include "records/mk-check-in.h"

#include <string.h>

/* What leaves, tried with thousands of random check-ins: what is packed is what the preview shows,
 * the other end takes every one, nothing private is in it, nothing of what stays, and nothing that
 * looks like a CPR number. */

#define CHECK_INS 3000u
#define ROUNDS 6u
#define STAYING 40u
#define PRIVATE "HEMMELIGT-8c1f"
#define PLACEMENT "33333333-3333-4333-8333-333333333331"

/* Texts that have broken programs, where the folder with them is there. */
static JsonArray *
naughty_strings (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MAKKER_SOURCE"), "..", "shared", "corpora",
                                            "naughty-strings", "blns.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_message ("the naughty strings are not there; random texts alone");
      return json_array_new ();
    }
  root = json_from_string (text, NULL);
  g_assert_nonnull (root);
  return json_array_ref (json_node_get_array (root));
}

static void
append_random (GRand   *random,
               GString *text)
{
  static const char *const pieces[] = { "010101-0000",
                                        "3112990000",
                                        "290200 1234",
                                        "320101-0000",
                                        "010101\u00a00000",
                                        "010101\u20110000",
                                        "12",
                                        "-",
                                        " ",
                                        "\n",
                                        "\r\n",
                                        "\t",
                                        "\"",
                                        "\\",
                                        "æøå",
                                        "\U0001F600",
                                        "\u0301",
                                        "\u202e",
                                        "\ufeff",
                                        "</script>",
                                        "0101010000",
                                        "9" };
  gint32 what = g_rand_int_range (random, 0, 3);
  gunichar c = (gunichar) g_rand_int_range (random, 1, 0x10ffff);

  if (what < 2)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  else if (g_unichar_validate (c))
    g_string_append_unichar (text, c);
}

static char *
some_text (GRand     *random,
           JsonArray *naughty)
{
  GString *text = g_string_new (NULL);
  guint n = json_array_get_length (naughty);

  if (n > 0 && g_rand_boolean (random))
    g_string_append (text, json_array_get_string_element (
                               naughty, (guint) g_rand_int_range (random, 0, (gint32) n)));
  for (gint32 i = g_rand_int_range (random, 0, 5); i > 0; i--)
    append_random (random, text);
  return g_string_free_and_steal (text);
}

static char *
some_check_in (GRand     *random,
               JsonArray *naughty)
{
  static const char *const names[] = { "forfatter", "lilleSejr", "svaert", "naesteSkridt", "note" };
  g_autoptr (JsonObject) data = json_object_new ();
  g_autofree char *secret = some_text (random, naughty);
  g_autofree char *private_note = g_strconcat (PRIVATE, secret, NULL);

  json_object_set_string_member (data, "forloebId", PLACEMENT);
  json_object_set_string_member (data, "tidspunkt", "2026-11-17T15:00:00+01:00");
  json_object_set_string_member (data, "fremmoede", "moedt");
  json_object_set_int_member (data, "loennedeMinutter", g_rand_int_range (random, 0, 900));
  json_object_set_int_member (data, "uloennedeMinutter", g_rand_int_range (random, 0, 600));
  json_object_set_boolean_member (data, "behovForHjaelp", g_rand_boolean (random));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = some_text (random, naughty);

      if (i == 0 || g_rand_boolean (random))
        json_object_set_string_member (data, names[i], text);
    }
  json_object_set_string_member (data, "privatNote", private_note);
  return mk_json_to_text (data);
}

/* Saves what `makkerctl save` would, and refuses what it would. */
static gboolean
save (MkEnd      *end,
      const char *text)
{
  g_autoptr (MkFaults) faults = mk_faults_new ();
  g_autoptr (JsonNode) root = mk_json_from_text (text);
  gpointer content = mk_shape_read (mk_check_in_type.shape, mk_json_of (root),
                                    MK_READ_PRIVATE | MK_READ_CLOSED, "", faults);

  mk_shape_free (mk_check_in_type.shape, content);
  if (mk_faults_count (faults) > 0)
    return FALSE;
  g_free (mk_end_save (end, "checkin", NULL, text));
  return TRUE;
}

/* A record of a type that stays, each with a text that must be found nowhere else. */
static void
save_staying (MkEnd *end,
              GRand *random)
{
  static const char *const records[][2] = {
    { "kaldenavn", "{\"forloebId\":\"" PLACEMENT "\",\"navn\":\"" PRIVATE " 010101-0000\"}" },
    { "medarbejder", "{\"navn\":\"" PRIVATE "\"}" },
    { "moedeplan", "{\"forloebId\":\"" PLACEMENT "\",\"fraDato\":\"2026-11-16\",\"dage\":["
                   "{\"dag\":1,\"fra\":\"03:17\",\"til\":\"03:18\"}]}" },
    { "fremskridt", "{\"modul\":3,\"person\":\"" PRIVATE "\",\"tilstand\":\"begyndt\","
                    "\"dato\":\"2026-11-16\"}" },
    { "erfamoede", "{\"dato\":\"2026-11-16\",\"deltog\":\"" PRIVATE "\"}" },
    { "ordning", "{\"forloebId\":\"" PLACEMENT "\",\"ordning\":\"hybridpraktik\","
                 "\"fraDato\":\"2026-11-16\",\"loennedeMinutterPrDag\":1237}" },
    { "egenKontakt", "{\"navn\":\"" PRIVATE "\",\"telefon\":\"" PRIVATE "\",\"prioritet\":1,"
                     "\"aabningstider\":[],\"bekraeftetDato\":\"2026-11-16\"}" },
    { "opkald", "{\"forloebId\":\"" PLACEMENT "\",\"kontaktNavn\":\"" PRIVATE "\","
                "\"tidspunkt\":\"2026-11-16T09:00:00+01:00\",\"forfatter\":\"" PRIVATE "\","
                "\"udfald\":\"besked\",\"note\":\"" PRIVATE " 010101-0000\"}" },
  };
  const char *const *record = records[g_rand_int_range (random, 0, G_N_ELEMENTS (records))];
  g_autofree char *id = mk_end_save (end, record[0], NULL, record[1]);
  const MkRecordType *type = mk_record_type_find (record[0]);

  if (g_rand_boolean (random))
    g_free (mk_end_save (end, record[0], id, record[1]));
  if (g_rand_int_range (random, 0, 4) == 0)
    mk_saved_free (mk_own_record_delete (end->database, type, id, NULL));
}

/* The contract's words once more, by a regular expression. */
static gboolean
looks_like_cpr (const char *text)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("(?<![0-9])([0-9]{2})([0-9]{2})([0-9]{2})[- \\x{a0}\\x{2010}\\x{2011}]?[0-9]{4}"
                   "(?![0-9])",
                   G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    for (guint century = 1800; century <= 2000; century += 100)
      {
        g_autofree char *day = g_match_info_fetch (match, 1);
        g_autofree char *month = g_match_info_fetch (match, 2);
        g_autofree char *year = g_match_info_fetch (match, 3);

        if (g_date_valid_dmy ((GDateDay) atoi (day), (GDateMonth) atoi (month),
                              (GDateYear) (century + (guint) atoi (year))))
          return TRUE;
      }
  return FALSE;
}

static gboolean
any_looks_like_cpr (const char *data)
{
  static const char *const names[] = { "forfatter", "lilleSejr", "svaert", "naesteSkridt", "note" };
  g_autoptr (JsonNode) root = mk_json_from_text (data);
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *text =
          json_object_get_string_member_with_default (json_node_get_object (root), names[i], "");

      any |= looks_like_cpr (text);
    }
  return any;
}

/* All entries that the preview shows, and then that the files hold, receipts aside. */
static JsonArray *
previewed (MkEnd *end,
           guint *held)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkPreview) preview = mk_preview_find (end->database, G_MAXUINT64, &error);
  JsonArray *all = json_array_new ();

  g_assert_no_error (error);
  for (guint i = 0; i < preview->packages->len; i++)
    {
      const MkPreviewed *package = g_ptr_array_index (preview->packages, i);

      for (guint j = 0; j < json_array_get_length (package->entries); j++)
        json_array_add_element (all, json_array_dup_element (package->entries, j));
    }
  *held = preview->held->len;
  return all;
}

static JsonArray *
exported (MkEnd     *end,
          MkEnd     *to,
          JsonArray *all)
{
  g_autoptr (GPtrArray) files = mk_end_export (end, 0);

  for (guint i = 0; i < files->len; i++)
    {
      GBytes *bytes = ((MkSent *) g_ptr_array_index (files, i))->bytes;
      g_autoptr (JsonNode) root = mk_sent_parse (bytes);
      g_autoptr (GPtrArray) verdicts = mk_end_take (to, bytes, MK_TAKE_PLAIN);
      JsonArray *entries = json_object_get_array_member (json_node_get_object (root), "poster");
      const MkVerdict *verdict = g_ptr_array_index (verdicts, 0);

      g_assert_true (verdict->status == MK_VERDICT_TAKEN || verdict->status == MK_VERDICT_KNOWN);
      g_assert_null (memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), PRIVATE,
                             strlen (PRIVATE)));
      for (guint j = 0; verdict->status == MK_VERDICT_TAKEN && j < json_array_get_length (entries);
           j++)
        if (!g_str_equal (json_object_get_string_member (json_array_get_object_element (entries, j),
                                                         "type"),
                          "kvittering"))
          json_array_add_element (all, json_array_dup_element (entries, j));
    }
  return all;
}

static void
assert_right_ones_leave (MkEnd *buddy,
                         MkEnd *leader)
{
  g_autoptr (GHashTable) here = mk_end_records (buddy);
  g_autoptr (GHashTable) there = mk_end_records (leader);
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, here);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const MkSeen *seen = value;
      gboolean holds;

      if (mk_record_type_find_travelling (seen->type) == NULL)
        {
          g_assert_cmpstr (seen->state, ==, "gemt");
          g_assert_false (g_hash_table_contains (there, id));
        }
      if (!g_str_equal (seen->type, "checkin"))
        continue;
      holds = any_looks_like_cpr (seen->data);
      if (holds == g_hash_table_contains (there, id))
        g_error ("%s: %s", holds ? "this left" : "this did not leave", seen->data);
      g_assert_cmpstr (seen->state, ==, holds ? "tilbageholdt" : "sendt");
    }
}

/* Upward to the authority and downward to the buddy, also all of it anew. */
static void
assert_leader_sends_nothing_that_stays (MkEnd *leader)
{
  g_autoptr (GPtrArray) begun = mk_new_epoch (leader->database, NULL, NULL);
  g_autoptr (GPtrArray) files = mk_end_export (leader, 0);

  g_assert_cmpuint (begun->len, ==, 2);
  g_assert_cmpuint (files->len, >, 1);
  for (guint i = 0; i < files->len; i++)
    {
      GBytes *bytes = ((MkSent *) g_ptr_array_index (files, i))->bytes;
      g_autoptr (JsonNode) root = mk_sent_parse (bytes);
      JsonArray *entries = json_object_get_array_member (json_node_get_object (root), "poster");

      g_assert_null (memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), PRIVATE,
                             strlen (PRIVATE)));
      for (guint j = 0; j < json_array_get_length (entries); j++)
        g_assert_nonnull (mk_record_type_find_travelling (
            json_object_get_string_member (json_array_get_object_element (entries, j), "type")));
    }
}

static void
correspond (MkEnd *leader,
            MkEnd *buddy)
{
  static const char placement[] =
      "{\"kandidat\":{\"alias\":\"A\"},\"sagsreference\":\"E\",\"stilling\":\"L\",\"startDato\":"
      "\"2026-09-07\",\"maalMinutterPrMaaned\":1800,\"jobformidler\":{\"navn\":\"J\",\"telefon\":\"7\"}}";
  MkPlainAuthority *authority = mk_plain_authority_new ("11111111-1111-4111-8111-111111111111");
  const char *placements[] = { PLACEMENT, NULL };
  g_autoptr (GPtrArray) taken = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) begun = NULL;

  mk_plain_authority_write (authority, "forloeb", PLACEMENT, placement);
  mk_plain_authority_seal (authority);
  taken = mk_end_take (leader, g_ptr_array_index (authority->sent, 0), MK_TAKE_ACCEPT);
  mk_started_free (mk_buddy_start (leader->database, "Per", placements, NULL));
  files = mk_end_export (leader, 0);
  begun = mk_end_take (buddy, ((MkSent *) g_ptr_array_index (files, files->len - 1))->bytes,
                       MK_TAKE_ACCEPT);
  mk_plain_authority_free (authority);
}

/* Whatever a query might ask for one day, the store itself packs nothing that stays. */
static void
assert_can_not_be_packed (MkEnd *end)
{
  g_autofree char *id = mk_end_save (end, "medarbejder", NULL, "{\"navn\":\"Anna\"}");
  g_autoptr (MkVersion) version = mk_record_find (end->database, id, NULL);
  MkCarried carried = { version->key, 1 };
  g_autoptr (GError) error = NULL;

  g_assert_false (mk_package_out_carry (end->database, 1, &carried, 1, &error));
  g_assert_error (error, MK_STORE_ERROR, MK_STORE_ERROR_CONSTRAINT);
}

static void
test_leaving (void)
{
  MkEnd *leader = mk_end_new ("44444444-4444-4444-8444-444444444444", MK_ROLE_LEADER);
  MkEnd *buddy = mk_end_new ("77777777-7777-4777-8777-777777777777", MK_ROLE_BUDDY);
  g_autoptr (JsonArray) naughty = naughty_strings ();
  guint32 seed = g_test_rand_int () & 0xffff;
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint saved = 0, held = 0;

  g_test_message ("seed %u", seed);
  correspond (leader, buddy);
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (JsonArray) shown = NULL;
      g_autoptr (JsonArray) left = json_array_new ();

      g_assert_true (mk_database_begin (buddy->database, NULL));
      g_assert_true (mk_database_begin (leader->database, NULL));
      for (guint i = 0; i < CHECK_INS / ROUNDS; i++)
        {
          g_autofree char *text = some_check_in (random, naughty);

          saved += save (buddy, text);
        }
      for (guint i = 0; i < STAYING; i++)
        save_staying (g_rand_boolean (random) ? buddy : leader, random);
      g_assert_true (mk_database_commit (buddy->database, NULL));
      g_assert_true (mk_database_commit (leader->database, NULL));
      shown = previewed (buddy, &held);
      exported (buddy, leader, left);
      g_assert_true (json_array_equal (shown, left));
      assert_leader_sends_nothing_that_stays (leader);
    }
  assert_right_ones_leave (buddy, leader);
  assert_can_not_be_packed (leader);
  g_test_message ("%u of %u were saved, %u are held back", saved, CHECK_INS, held);
  g_assert_cmpuint (saved, >, CHECK_INS / 4);
  g_assert_cmpuint (held, >, 10);
  mk_end_free (leader);
  mk_end_free (buddy);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/leaving/what-leaves-is-what-is-shown-and-fit-to-leave", test_leaving);
  return g_test_run ();
}
