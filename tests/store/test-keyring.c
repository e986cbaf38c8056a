/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-key-slots-private.h"
#include "mk-memory-keyring.h"
#include "mk-store-files.h"
#include "mk-store-keys.h"
#include "mk-store-test.h"

#include <json-glib/json-glib.h>

#define ID "1f0a6f0e-6b43-4f5c-9a5a-1f8a2b7f0c11"
#define OTHER_ID "2f0a6f0e-6b43-4f5c-9a5a-1f8a2b7f0c22"
#define PASSPHRASE "en kort sætning"

/* A store that the keyring opens, and what opens it. */
typedef struct
{
  MkStoreTest      base;
  MkMemoryKeyring *keyring;
  MkSecretText    *secret;
  MkSecretText    *code;
} Test;

static void
set_up (Test         *test,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database = NULL;
  MkStoreCreation creation = { .passphrase = data, .keyring_id = ID };

  mk_store_test_set_up (&test->base, data);
  test->keyring = mk_memory_keyring_new ();
  test->secret = mk_keyring_new_secret ();
  g_assert_true (mk_keyring_save (MK_KEYRING (test->keyring), ID, test->secret, &error));
  creation.keyring_secret = test->secret;
  database = mk_store_files_create_full (test->base.directory, &creation, &test->code, &error);
  g_assert_no_error (error);
}

static void
tear_down (Test         *test,
           gconstpointer data)
{
  mk_store_test_tear_down (&test->base, data);
  g_object_unref (test->keyring);
  mk_secret_text_free (test->secret);
  mk_secret_text_free (test->code);
}

static void
assert_keyring (Test *test,
                int   code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkKeySlots) slots = mk_key_slots_load (test->base.directory, &error);
  g_autoptr (MkSecretText) secret =
      mk_keyring_load (MK_KEYRING (test->keyring), mk_key_slots_get_keyring_id (slots), &error);
  g_autoptr (MkDatabase) database = NULL;

  if (secret != NULL)
    database = mk_store_files_open_with_keyring (test->base.directory, secret, &error);
  g_assert_cmpint (database != NULL, ==, error == NULL);
  if (code >= 0)
    g_assert_error (error, MK_STORE_ERROR, code);
  else
    g_assert_no_error (error);
}

static void
assert_passphrase (Test       *test,
                   const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database = mk_store_files_open (test->base.directory, passphrase, &error);

  g_assert_no_error (error);
}

static void
assert_code (Test *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database =
      mk_store_files_open_with_recovery (test->base.directory, test->code, &error);

  g_assert_no_error (error);
}

/* The keys file with the slots of one kind alone. */
static void
keep_only (Test       *test,
           const char *kind)
{
  g_autofree char *path = mk_store_test_path (&test->base, "makker.keys");
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *slots;
  g_autofree char *text = NULL;

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  slots =
      json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "slots");
  for (guint i = json_array_get_length (slots); i > 0; i--)
    if (!g_str_equal (json_object_get_string_member (json_array_get_object_element (slots, i - 1),
                                                     "kind"),
                      kind))
      json_array_remove_element (slots, i - 1);
  g_assert_cmpint (json_array_get_length (slots), ==, 1);
  text = json_to_string (json_parser_get_root (parser), FALSE);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
test_keyring_alone_opens (Test         *test,
                          gconstpointer data)
{
  keep_only (test, MK_KEY_SLOT_KEYRING);
  assert_keyring (test, -1);
}

static void
test_passphrase_alone_opens (Test         *test,
                             gconstpointer data)
{
  keep_only (test, MK_KEY_SLOT_PASSPHRASE);
  assert_passphrase (test, data);
}

static void
test_recovery_alone_opens (Test         *test,
                           gconstpointer data)
{
  keep_only (test, MK_KEY_SLOT_RECOVERY);
  assert_code (test);
}

/* Whatever the keyring does, the store stays as it is, and the other ways open it. */
static void
test_lost_keyring_changes_nothing (Test         *test,
                                   gconstpointer data)
{
  g_autofree char *before = mk_store_test_print (test->base.directory);
  g_autofree char *after = NULL;

  mk_memory_keyring_set_mood (test->keyring, MK_MEMORY_KEYRING_MISSING);
  assert_keyring (test, MK_STORE_ERROR_KEYRING);
  mk_keyring_set_patience_for_tests (1);
  mk_memory_keyring_set_mood (test->keyring, MK_MEMORY_KEYRING_SILENT);
  assert_keyring (test, MK_STORE_ERROR_KEYRING);
  mk_keyring_set_patience_for_tests (60000);
  mk_memory_keyring_set_mood (test->keyring, MK_MEMORY_KEYRING_WILLING);
  mk_memory_keyring_empty (test->keyring);
  assert_keyring (test, MK_STORE_ERROR_KEYRING);
  after = mk_store_test_print (test->base.directory);
  g_assert_cmpstr (after, ==, before);
  assert_code (test);
}

static void
test_foreign_secret_is_refused (Test         *test,
                                gconstpointer data)
{
  g_autoptr (MkSecretText) other = mk_keyring_new_secret ();

  g_assert_true (mk_keyring_save (MK_KEYRING (test->keyring), ID, other, NULL));
  assert_keyring (test, MK_STORE_ERROR_KEYRING);
}

static void
test_new_keyring_takes_the_place (Test         *test,
                                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database =
      mk_store_files_open_with_recovery (test->base.directory, test->code, &error);
  g_autoptr (MkSecretText) secret = mk_keyring_new_secret ();
  g_autofree char *former = NULL;

  g_assert_true (mk_keyring_save (MK_KEYRING (test->keyring), OTHER_ID, secret, &error));
  g_assert_true (mk_store_keys_set_keyring (database, OTHER_ID, secret, &former, &error));
  g_assert_cmpstr (former, ==, ID);
  mk_keyring_remove_now (MK_KEYRING (test->keyring), former);
  g_assert_cmpint (mk_memory_keyring_get_n (test->keyring), ==, 1);
  g_clear_pointer (&database, mk_database_close);
  assert_keyring (test, -1);
  database = mk_store_files_open_with_keyring (test->base.directory, test->secret, &error);
  g_assert_error (error, MK_STORE_ERROR, MK_STORE_ERROR_KEYRING);
}

static void
test_secret_is_not_in_the_files (Test         *test,
                                 gconstpointer data)
{
  g_assert_false (mk_store_test_holds (test->base.directory, test->secret));
  g_assert_false (mk_store_test_holds (test->base.directory, test->code));
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (mk_keyring_done_finish (MK_KEYRING (object), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *) user_data = TRUE;
}

/* Whoever does not want to wait for a silent keyring does not have to. */
static void
test_cancelling_ends_a_silent_call (Test         *test,
                                    gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean is_answered = FALSE;

  mk_memory_keyring_set_mood (test->keyring, MK_MEMORY_KEYRING_SILENT);
  mk_keyring_probe_async (MK_KEYRING (test->keyring), cancellable, answered_cb, &is_answered);
  g_cancellable_cancel (cancellable);
  while (!is_answered || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
  mk_memory_keyring_set_mood (test->keyring, MK_MEMORY_KEYRING_WILLING);
}

#define ADD(path, func) g_test_add (path, Test, PASSPHRASE, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mk_key_slots_weaken_for_tests ();
  ADD ("/keyring/alone-opens", test_keyring_alone_opens);
  ADD ("/keyring/passphrase-alone-opens", test_passphrase_alone_opens);
  ADD ("/keyring/recovery-alone-opens", test_recovery_alone_opens);
  ADD ("/keyring/lost-changes-nothing", test_lost_keyring_changes_nothing);
  ADD ("/keyring/foreign-secret-is-refused", test_foreign_secret_is_refused);
  ADD ("/keyring/new-one-takes-the-place", test_new_keyring_takes_the_place);
  ADD ("/keyring/secret-is-not-in-the-files", test_secret_is_not_in_the_files);
  ADD ("/keyring/cancelling-ends-a-silent-call", test_cancelling_ends_a_silent_call);
  return g_test_run ();
}
