/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-key-slots-private.h"
#include "mk-recovery-code.h"
#include "mk-store-test.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define PASSPHRASE "en kort sætning"

static char *
make_slots (MkStoreTest *test)
{
  g_autoptr (MkKeySlots) slots = mk_key_slots_new ();
  g_autoptr (GError) error = NULL;
  char *code = NULL;

  g_assert_true (mk_key_slots_add_passphrase (slots, mk_test_key, PASSPHRASE, &error));
  g_assert_true (mk_key_slots_add_recovery (slots, mk_test_key, &code, &error));
  g_assert_true (mk_key_slots_save (slots, test->directory, &error));
  g_assert_no_error (error);
  return code;
}

static char *
read_keys (MkStoreTest *test)
{
  g_autofree char *path = mk_store_test_path (test, "makker.keys");
  char *text;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
write_keys (MkStoreTest *test,
            const char  *text)
{
  mk_store_test_write (test, "makker.keys", text, strlen (text));
}

typedef gboolean (*OpenFunc) (MkKeySlots *slots,
                              const char *secret,
                              guint8     *key,
                              GError    **error);

static void
assert_opens (MkStoreTest *test,
              OpenFunc     func,
              const char  *secret)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkKeySlots) slots = mk_key_slots_load (test->directory, &error);
  guint8 key[MK_KEY_SIZE] = { 0 };

  g_assert_no_error (error);
  g_assert_true (func (slots, secret, key, &error));
  g_assert_cmpmem (key, MK_KEY_SIZE, mk_test_key, MK_KEY_SIZE);
}

static void
assert_stays_shut (MkStoreTest *test,
                   OpenFunc     func,
                   const char  *secret,
                   int          code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkKeySlots) slots = mk_key_slots_load (test->directory, &error);
  guint8 key[MK_KEY_SIZE] = { 0 };

  g_assert_no_error (error);
  g_assert_false (func (slots, secret, key, &error));
  g_assert_error (error, MK_STORE_ERROR, code);
  g_assert_cmpmem (key, MK_KEY_SIZE, (guint8[MK_KEY_SIZE]) { 0 }, MK_KEY_SIZE);
}

static void
assert_no_file (MkStoreTest *test,
                int          code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mk_key_slots_load (test->directory, &error));
  g_assert_error (error, MK_STORE_ERROR, code);
}

static void
test_passphrase_opens (MkStoreTest  *test,
                       gconstpointer data)
{
  g_autoptr (MkSecretText) code = make_slots (test);

  assert_opens (test, mk_key_slots_open_with_passphrase, PASSPHRASE);
  assert_stays_shut (test, mk_key_slots_open_with_passphrase, "En kort sætning",
                     MK_STORE_ERROR_WRONG_KEY);
  assert_stays_shut (test, mk_key_slots_open_with_passphrase, "", MK_STORE_ERROR_WRONG_KEY);
  assert_stays_shut (test, mk_key_slots_open_with_passphrase, "\xff\xfe", MK_STORE_ERROR_WRONG_KEY);
  assert_stays_shut (test, mk_key_slots_open_with_passphrase, code, MK_STORE_ERROR_WRONG_KEY);
}

/* A Mac writes å as a and a ring, and Linux as one letter. */
static void
test_same_letters_in_other_bytes (MkStoreTest  *test,
                                  gconstpointer data)
{
  g_autoptr (MkKeySlots) slots = mk_key_slots_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (mk_key_slots_add_passphrase (slots, mk_test_key, "bla\u030abærgrød", &error));
  g_assert_true (mk_key_slots_save (slots, test->directory, &error));
  assert_opens (test, mk_key_slots_open_with_passphrase, "blåbærgrød");
}

static void
test_short_passphrase_is_refused (void)
{
  static const char *const short_ones[] = { "", "syv tgn", "ååååååå", "a\u030a234567",
                                            "\377 2345678" };

  for (gsize i = 0; i < G_N_ELEMENTS (short_ones); i++)
    {
      g_autoptr (MkKeySlots) slots = mk_key_slots_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (mk_key_slots_add_passphrase (slots, mk_test_key, short_ones[i], &error));
      g_assert_error (error, MK_STORE_ERROR, MK_STORE_ERROR_REFUSED);
      g_assert_cmpuint (mk_key_slots_get_n (slots), ==, 0);
    }
  g_assert_true (mk_passphrase_judge ("åååååååå", NULL));
}

static char *
type_sloppily (const char *code)
{
  GString *typed = g_string_new ("\n ");

  for (const char *p = code; *p != '\0'; p++)
    switch (*p)
      {
      case '-':
        g_string_append (typed, (p - code) % 2 ? " – " : "");
        break;
      case '0':
        g_string_append_c (typed, (p - code) % 2 ? 'o' : 'O');
        break;
      case '1':
        g_string_append_c (typed, (p - code) % 2 ? 'l' : 'I');
        break;
      default:
        g_string_append_c (typed, g_ascii_tolower (*p));
        break;
      }
  return g_string_free (g_string_append (typed, " \n"), FALSE);
}

static void
test_recovery_key_opens (MkStoreTest  *test,
                         gconstpointer data)
{
  g_autoptr (MkSecretText) code = make_slots (test);
  g_autofree char *sloppy = type_sloppily (code);

  assert_opens (test, mk_key_slots_open_with_recovery, code);
  assert_opens (test, mk_key_slots_open_with_recovery, sloppy);
}

static void
test_recovery_key_survives_paper (void)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (MkSecretText) code = mk_recovery_code_new ();
      g_autofree char *sloppy = type_sloppily (code);
      g_autoptr (MkSecretText) parsed = mk_recovery_code_parse (sloppy, NULL);

      g_assert_cmpuint (strlen (code), ==, 39);
      g_assert_null (strpbrk (code, "ILOU"));
      g_assert_cmpstr (parsed, ==, code);
    }
}

static void
test_typing_fault_is_told (MkStoreTest  *test,
                           gconstpointer data)
{
  g_autoptr (MkSecretText) code = make_slots (test);
  g_autofree char *longer = g_strconcat (code, "A", NULL);
  guint found = 0;

  for (gsize i = 0; i < 39; i++)
    {
      g_autofree char *typed = g_strdup (code);
      g_autoptr (MkSecretText) parsed = NULL;

      if (typed[i] == '-')
        continue;
      typed[i] = typed[i] == 'A' ? 'B' : 'A';
      parsed = mk_recovery_code_parse (typed, NULL);
      found += parsed == NULL;
    }
  g_assert_cmpuint (found, >=, 30);

  assert_stays_shut (test, mk_key_slots_open_with_recovery, "", MK_STORE_ERROR_WRONG_KEY);
  assert_stays_shut (test, mk_key_slots_open_with_recovery, longer, MK_STORE_ERROR_WRONG_KEY);
  assert_stays_shut (test, mk_key_slots_open_with_recovery, PASSPHRASE, MK_STORE_ERROR_WRONG_KEY);
  assert_stays_shut (test, mk_key_slots_open_with_recovery, "\xff", MK_STORE_ERROR_WRONG_KEY);
  code[38] = '\0';
  assert_stays_shut (test, mk_key_slots_open_with_recovery, code, MK_STORE_ERROR_WRONG_KEY);
}

static void
test_new_recovery_key_ends_the_former (MkStoreTest  *test,
                                       gconstpointer data)
{
  g_autoptr (MkSecretText) former = make_slots (test);
  g_autoptr (MkKeySlots) slots = mk_key_slots_load (test->directory, NULL);
  g_autoptr (MkSecretText) newer = NULL;

  g_assert_true (mk_key_slots_add_recovery (slots, mk_test_key, &newer, NULL));
  g_assert_cmpuint (mk_key_slots_get_n (slots), ==, 2);
  assert_opens (test, mk_key_slots_open_with_recovery, former);
  g_assert_true (mk_key_slots_save (slots, test->directory, NULL));
  assert_opens (test, mk_key_slots_open_with_recovery, newer);
  assert_stays_shut (test, mk_key_slots_open_with_recovery, former, MK_STORE_ERROR_WRONG_KEY);
  assert_opens (test, mk_key_slots_open_with_passphrase, PASSPHRASE);
}

static void
test_second_passphrase_opens_too (MkStoreTest  *test,
                                  gconstpointer data)
{
  g_autoptr (MkSecretText) code = make_slots (test);
  g_autoptr (MkKeySlots) slots = mk_key_slots_load (test->directory, NULL);

  g_assert_true (mk_key_slots_add_passphrase (slots, mk_test_key, "en anden sætning", NULL));
  g_assert_true (mk_key_slots_save (slots, test->directory, NULL));
  assert_opens (test, mk_key_slots_open_with_passphrase, PASSPHRASE);
  assert_opens (test, mk_key_slots_open_with_passphrase, "en anden sætning");
}

static void
test_file_tells_no_secret (MkStoreTest  *test,
                           gconstpointer data)
{
  g_autoptr (MkSecretText) code = make_slots (test);
  g_autofree char *path = mk_store_test_path (test, "makker.keys");
  g_autofree char *encoded = g_base64_encode (mk_test_key, MK_KEY_SIZE);
  g_autoptr (MkKeySlots) slots = mk_key_slots_load (test->directory, NULL);
  GStatBuf status;

  encoded[40] = '\0';
  g_assert_false (mk_store_test_holds (test->directory, encoded));
  g_assert_false (mk_store_test_holds (test->directory, PASSPHRASE));
  g_assert_false (mk_store_test_holds (test->directory, code));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpstr (mk_key_slots_get_info (slots, 0).kind, ==, "passphrase");
  g_assert_cmpstr (mk_key_slots_get_info (slots, 1).kind, ==, "recovery");
  g_assert_cmpuint (strlen (mk_key_slots_get_info (slots, 1).created), >, 18);
}

static void
test_missing_file (MkStoreTest  *test,
                   gconstpointer data)
{
  g_autofree char *print = NULL;

  assert_no_file (test, MK_STORE_ERROR_NO_KEY);
  print = mk_store_test_print (test->directory);
  g_assert_cmpstr (print, ==, "");
}

static void
test_damaged_file (MkStoreTest  *test,
                   gconstpointer data)
{
  static const char *const damaged[] = {
    "",
    "null",
    "[]",
    "{}",
    "{\"version\": 1}",
    "{\"version\": 1, \"slots\": {}}",
    "{\"version\": 1, \"slots\": [1]}",
    "{\"version\": \"1\", \"slots\": []}",
    "{\"version\": 0, \"slots\": []}",
    "\xff\xfe",
  };
  g_autoptr (MkSecretText) code = make_slots (test);
  g_autofree char *text = read_keys (test);
  g_autofree char *nested = g_strnfill (60000, '[');
  g_autofree char *large = g_strnfill (70000, ' ');

  for (gsize i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      write_keys (test, damaged[i]);
      assert_no_file (test, MK_STORE_ERROR_DAMAGED);
    }
  for (gsize length = 1; length < strlen (text) - 1; length += 13)
    {
      mk_store_test_write (test, "makker.keys", text, length);
      assert_no_file (test, MK_STORE_ERROR_DAMAGED);
    }
  write_keys (test, nested);
  assert_no_file (test, MK_STORE_ERROR_DAMAGED);
  write_keys (test, large);
  assert_no_file (test, MK_STORE_ERROR_DAMAGED);
}

static void
test_newer_file (MkStoreTest  *test,
                 gconstpointer data)
{
  write_keys (test, "{\"version\": 2, \"slots\": []}");
  assert_no_file (test, MK_STORE_ERROR_NEWER);
}

static JsonObject *
slot_of (JsonNode *root,
         guint     index)
{
  JsonArray *slots = json_object_get_array_member (json_node_get_object (root), "slots");

  return json_array_get_object_element (slots, index);
}

static void
rewrite (MkStoreTest *test,
         JsonNode    *root)
{
  g_autofree char *text = json_to_string (root, FALSE);

  write_keys (test, text);
}

/* A slot that can't be used does not keep the other from opening. */
static void
test_damaged_slot (MkStoreTest  *test,
                   gconstpointer data)
{
  g_autoptr (MkSecretText) code = make_slots (test);
  g_autofree char *text = read_keys (test);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);

  json_object_set_string_member (slot_of (root, 0), "wrapped", "AAAA");
  rewrite (test, root);
  assert_stays_shut (test, mk_key_slots_open_with_passphrase, PASSPHRASE, MK_STORE_ERROR_DAMAGED);
  assert_opens (test, mk_key_slots_open_with_recovery, code);
  json_object_remove_member (slot_of (root, 0), "kind");
  rewrite (test, root);
  assert_stays_shut (test, mk_key_slots_open_with_passphrase, PASSPHRASE, MK_STORE_ERROR_NO_KEY);
}

/* One kind of slot is not taken for another, and no costs are taken for others. */
static void
test_slot_is_bound_to_what_it_says (MkStoreTest  *test,
                                    gconstpointer data)
{
  g_autoptr (MkSecretText) code = make_slots (test);
  g_autofree char *text = read_keys (test);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);

  json_object_set_string_member (slot_of (root, 1), "kind", "passphrase");
  rewrite (test, root);
  assert_stays_shut (test, mk_key_slots_open_with_passphrase, code, MK_STORE_ERROR_WRONG_KEY);
  json_object_set_int_member (slot_of (root, 0), "passes", 2);
  rewrite (test, root);
  assert_stays_shut (test, mk_key_slots_open_with_passphrase, PASSPHRASE, MK_STORE_ERROR_WRONG_KEY);
}

static void
test_hostile_costs_are_not_paid (MkStoreTest  *test,
                                 gconstpointer data)
{
  static const gint64 costs[] = { G_MAXINT64, 100 * 1024 * 1024, 0, -1, 7 };
  g_autoptr (MkSecretText) code = make_slots (test);
  g_autofree char *text = read_keys (test);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (costs); i++)
    {
      json_object_set_int_member (slot_of (root, 0), "memory", costs[i]);
      rewrite (test, root);
      assert_stays_shut (test, mk_key_slots_open_with_passphrase, PASSPHRASE,
                         MK_STORE_ERROR_DAMAGED);
    }
  json_object_set_int_member (slot_of (root, 0), "memory", 1024);
  json_object_set_int_member (slot_of (root, 0), "passes", 1000000);
  rewrite (test, root);
  assert_stays_shut (test, mk_key_slots_open_with_passphrase, PASSPHRASE, MK_STORE_ERROR_DAMAGED);
}

static void
test_unknown_kinds_stay (MkStoreTest  *test,
                         gconstpointer data)
{
  g_autoptr (MkSecretText) code = make_slots (test);
  g_autofree char *text = read_keys (test);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  g_autoptr (MkKeySlots) slots = NULL;
  g_autoptr (MkSecretText) newer = NULL;

  json_object_set_string_member (slot_of (root, 0), "kind", "star");
  json_object_set_string_member (slot_of (root, 0), "of-a-newer-makker", "kept whole");
  json_object_set_string_member (json_node_get_object (root), "beside", "kept too");
  rewrite (test, root);
  slots = mk_key_slots_load (test->directory, NULL);
  g_assert_true (mk_key_slots_add_recovery (slots, mk_test_key, &newer, NULL));
  g_assert_true (mk_key_slots_save (slots, test->directory, NULL));
  g_assert_true (mk_store_test_holds (test->directory, "kept whole"));
  g_assert_true (mk_store_test_holds (test->directory, "kept too"));
}

static void
test_not_without_end (MkStoreTest  *test,
                      gconstpointer data)
{
  g_autoptr (MkSecretText) code = make_slots (test);
  g_autofree char *text = read_keys (test);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  JsonArray *slots = json_object_get_array_member (json_node_get_object (root), "slots");
  g_autoptr (MkKeySlots) full = NULL;
  g_autoptr (GError) error = NULL;

  while (json_array_get_length (slots) < 16)
    json_array_add_element (slots, json_array_dup_element (slots, 0));
  rewrite (test, root);
  full = mk_key_slots_load (test->directory, NULL);
  g_assert_false (mk_key_slots_add_passphrase (full, mk_test_key, PASSPHRASE, &error));
  g_assert_error (error, MK_STORE_ERROR, MK_STORE_ERROR_REFUSED);
  json_array_add_element (slots, json_array_dup_element (slots, 0));
  rewrite (test, root);
  assert_no_file (test, MK_STORE_ERROR_DAMAGED);
}

/* Before the others, which are made cheap. */
static void
test_passphrase_costs_what_it_should (MkStoreTest  *test,
                                      gconstpointer data)
{
  g_autoptr (MkSecretText) code = make_slots (test);
  g_autofree char *text = read_keys (test);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);

  g_assert_cmpint (json_object_get_int_member (slot_of (root, 0), "memory"), >=, 65536);
  g_assert_cmpint (json_object_get_int_member (slot_of (root, 0), "passes"), >=, 3);
  assert_opens (test, mk_key_slots_open_with_passphrase, PASSPHRASE);
  mk_key_slots_weaken_for_tests ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mk_store_test_add_case ("/key-slots/passphrase-costs-what-it-should",
                          test_passphrase_costs_what_it_should);
  mk_store_test_add_case ("/key-slots/passphrase-opens", test_passphrase_opens);
  mk_store_test_add_case ("/key-slots/same-letters-in-other-bytes",
                          test_same_letters_in_other_bytes);
  g_test_add_func ("/key-slots/short-passphrase-is-refused", test_short_passphrase_is_refused);
  mk_store_test_add_case ("/key-slots/recovery-key-opens", test_recovery_key_opens);
  g_test_add_func ("/key-slots/recovery-key-survives-paper", test_recovery_key_survives_paper);
  mk_store_test_add_case ("/key-slots/typing-fault-is-told", test_typing_fault_is_told);
  mk_store_test_add_case ("/key-slots/new-recovery-key-ends-the-former",
                          test_new_recovery_key_ends_the_former);
  mk_store_test_add_case ("/key-slots/second-passphrase-opens-too",
                          test_second_passphrase_opens_too);
  mk_store_test_add_case ("/key-slots/file-tells-no-secret", test_file_tells_no_secret);
  mk_store_test_add_case ("/key-slots/missing-file", test_missing_file);
  mk_store_test_add_case ("/key-slots/damaged-file", test_damaged_file);
  mk_store_test_add_case ("/key-slots/newer-file", test_newer_file);
  mk_store_test_add_case ("/key-slots/damaged-slot", test_damaged_slot);
  mk_store_test_add_case ("/key-slots/slot-is-bound-to-what-it-says",
                          test_slot_is_bound_to_what_it_says);
  mk_store_test_add_case ("/key-slots/hostile-costs-are-not-paid", test_hostile_costs_are_not_paid);
  mk_store_test_add_case ("/key-slots/unknown-kinds-stay", test_unknown_kinds_stay);
  mk_store_test_add_case ("/key-slots/not-without-end", test_not_without_end);
  return g_test_run ();
}
