/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-vcard.h"

#include "mk-locale.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* Cards, read back by python3-vobject, which knows nothing of what wrote them. */

static char *
cards_folder (void)
{
  return g_dir_make_tmp ("makker-vcard-XXXXXX", NULL);
}

static char *
run_reader (const char *path)
{
  g_autofree char *reader = g_test_build_filename (G_TEST_DIST, "core", "read-vcards.py", NULL);
  const char *const arguments[] = { "python3", "-B", reader, path, NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  return output;
}

/* Returns: what the reader found, an object for each card */
static JsonArray *
read_back (const char *text)
{
  g_autofree char *folder = cards_folder ();
  g_autofree char *path = g_build_filename (folder, "numre.vcf", NULL);
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  output = run_reader (path);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  root = json_from_string (output, &error);
  g_assert_no_error (error);
  return json_array_ref (json_node_get_array (root));
}

static void
assert_says (JsonArray  *cards,
             guint       index,
             const char *property,
             const char *wanted)
{
  JsonObject *card = json_array_get_object_element (cards, index);

  g_assert_cmpstr (json_object_get_string_member_with_default (card, property, NULL), ==, wanted);
}

static void
assert_is_well_folded (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  guint n_lines = g_strv_length (lines);

  g_assert_cmpstr (lines[n_lines - 1], ==, "");
  for (guint i = 0; i < n_lines; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strpbrk (lines[i], "\r\n"));
    }
}

static const MkVcardEntry mette = {
  .id = "6c3a5b9e-0f6e-4a3e-9a53-0c2f2d6f9b01",
  .name = "Åse Øby",
  .organization = "Eksempelkommune; Job, og mere",
  .function = "Jobformidler",
  .telephone = "70 10 10 97",
  .email = "vagt@eksempel.invalid",
  .note = "Ring først\nSig \"Makker\"; så ved de besked",
};

static void
test_everything_is_read_back (void)
{
  g_autofree char *text = mk_vcard_text (&mette, 1);
  g_autoptr (JsonArray) cards = read_back (text);

  assert_is_well_folded (text);
  g_assert_cmpuint (json_array_get_length (cards), ==, 1);
  assert_says (cards, 0, "VERSION", "4.0");
  assert_says (cards, 0, "UID", "urn:uuid:6c3a5b9e-0f6e-4a3e-9a53-0c2f2d6f9b01");
  assert_says (cards, 0, "FN", mette.name);
  assert_says (cards, 0, "N", mette.name);
  assert_says (cards, 0, "ORG", mette.organization);
  assert_says (cards, 0, "TITLE", mette.function);
  assert_says (cards, 0, "TEL", "tel:+4570101097");
  assert_says (cards, 0, "EMAIL", mette.email);
  assert_says (cards, 0, "NOTE", mette.note);
}

static void
test_what_is_missing_is_left_out (void)
{
  const MkVcardEntry entries[] = { { .name = "Per" }, { .name = " ", .function = "Leder" }, {} };
  g_autofree char *text = mk_vcard_text (entries, G_N_ELEMENTS (entries));
  g_autoptr (JsonArray) cards = read_back (text);

  g_assert_cmpuint (json_array_get_length (cards), ==, 3);
  g_assert_cmpuint (json_object_get_size (json_array_get_object_element (cards, 0)), ==, 3);
  assert_says (cards, 0, "FN", "Per");
  assert_says (cards, 1, "FN", "Leder");
  assert_says (cards, 2, "FN", "–");
}

static void
test_none_is_empty (void)
{
  g_autofree char *text = mk_vcard_text (NULL, 0);

  g_assert_cmpstr (text, ==, "");
}

static void
test_what_cannot_be_dialled_is_no_number (void)
{
  const MkVcardEntry entry = { .name = "Per", .telephone = "lokal 4", .note = "I kælderen" };
  g_autofree char *text = mk_vcard_text (&entry, 1);
  g_autoptr (JsonArray) cards = read_back (text);

  assert_says (cards, 0, "TEL", NULL);
  assert_says (cards, 0, "NOTE", "I kælderen\nTelefon: lokal 4 (kan ikke ringes op)");
}

/* Each place at which a line can be cut, by octets of every length. */
static void
test_no_character_is_cut (void)
{
  static const char *const characters[] = { "a", "å", "€", "😀", "," };

  for (guint i = 0; i < G_N_ELEMENTS (characters); i++)
    for (gsize offset = 0; offset < 5; offset++)
      {
        g_autoptr (GString) note = g_string_new_len ("abcde", (gssize) offset);
        MkVcardEntry entry = { .name = "Per", .note = note->str };
        g_autofree char *text = NULL;
        g_autoptr (JsonArray) cards = NULL;

        for (guint n = 0; n < 120; n++)
          g_string_append (note, characters[i]);
        g_string_append_c (note, '.');
        entry.note = note->str;
        text = mk_vcard_text (&entry, 1);
        assert_is_well_folded (text);
        cards = read_back (text);
        assert_says (cards, 0, "NOTE", note->str);
      }
}

static void
test_every_end_of_a_line_is_one (void)
{
  const MkVcardEntry entry = { .name = "Per", .note = "a\r\nb\rc\nd\u2028e\u2029f\xc2\x85g\x01h" };
  g_autofree char *text = mk_vcard_text (&entry, 1);
  g_autoptr (JsonArray) cards = read_back (text);

  assert_says (cards, 0, "NOTE", "a\nb\nc\nd\ne\nf\ngh");
}

/* Nobody gets a property into a card by writing one. */
static void
test_no_card_is_made_by_a_text (void)
{
  const MkVcardEntry entry = { .name = "Per\r\nTEL:112",
                               .note = "x\nEND:VCARD\nBEGIN:VCARD\nFN:Ond\n TEL:1" };
  g_autofree char *text = mk_vcard_text (&entry, 1);
  g_autoptr (JsonArray) cards = read_back (text);

  g_assert_cmpuint (json_array_get_length (cards), ==, 1);
  assert_says (cards, 0, "TEL", NULL);
  assert_says (cards, 0, "FN", "Per\nTEL:112");
}

static JsonArray *
naughty_strings (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MAKKER_SOURCE"), "..", "shared", "corpora",
                                            "naughty-strings", "blns.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;
  root = json_from_string (text, NULL);
  g_assert_nonnull (root);
  return json_array_ref (json_node_get_array (root));
}

/* The text as a card can hold it, by expressions rather than by characters. */
static char *
holdable (const char *text)
{
  g_autoptr (GRegex) ends = g_regex_new ("\\r\\n|[\\r\\n\\x{85}\\x{2028}\\x{2029}]", 0, 0, NULL);
  g_autoptr (GRegex) controls = g_regex_new ("(?![\\t\\n])\\p{Cc}", 0, 0, NULL);
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *lines = g_regex_replace_literal (ends, stripped, -1, 0, "\n", 0, NULL);

  return g_regex_replace_literal (controls, lines, -1, 0, "", 0, NULL);
}

static void
assert_holds (JsonArray  *cards,
              guint       index,
              const char *text)
{
  g_autofree char *wanted = holdable (text);
  const char *or_none = *wanted != '\0' ? wanted : NULL;

  assert_says (cards, index, "NOTE", or_none);
  assert_says (cards, index, "ORG", or_none);
  assert_says (cards, index, "TITLE", or_none);
  assert_says (cards, index, "FN", or_none != NULL ? wanted : "–");
  assert_says (cards, index, "N", or_none != NULL ? wanted : "–");
}

static void
test_naughty_strings_are_read_back (void)
{
  g_autoptr (JsonArray) naughty = naughty_strings ();
  guint n = naughty != NULL ? json_array_get_length (naughty) : 0;
  g_autofree MkVcardEntry *entries = g_new0 (MkVcardEntry, n);
  g_autofree char *text = NULL;
  g_autoptr (JsonArray) cards = NULL;

  if (naughty == NULL)
    {
      g_test_skip ("the naughty strings are not there");
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      entries[i].name = json_array_get_string_element (naughty, i);
      entries[i].organization = entries[i].function = entries[i].note = entries[i].name;
    }
  text = mk_vcard_text (entries, n);
  assert_is_well_folded (text);
  cards = read_back (text);
  g_assert_cmpuint (json_array_get_length (cards), ==, n);
  for (guint i = 0; i < n; i++)
    assert_holds (cards, i, entries[i].name);
}

int
main (int   argc,
      char *argv[])
{
  mk_locale_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vcard/everything-is-read-back", test_everything_is_read_back);
  g_test_add_func ("/vcard/what-is-missing-is-left-out", test_what_is_missing_is_left_out);
  g_test_add_func ("/vcard/none-is-empty", test_none_is_empty);
  g_test_add_func ("/vcard/what-cannot-be-dialled-is-no-number",
                   test_what_cannot_be_dialled_is_no_number);
  g_test_add_func ("/vcard/no-character-is-cut", test_no_character_is_cut);
  g_test_add_func ("/vcard/every-end-of-a-line-is-one", test_every_end_of_a_line_is_one);
  g_test_add_func ("/vcard/no-card-is-made-by-a-text", test_no_card_is_made_by_a_text);
  g_test_add_func ("/vcard/naughty-strings-are-read-back", test_naughty_strings_are_read_back);
  return g_test_run ();
}
