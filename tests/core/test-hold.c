/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-hold.h"

#include "mk-example.h"

#include <string.h>

#define NOW "2026-12-01T14:30:00+01:00"

static void
assert_held (const char *data,
             const char *private_data)
{
  const char *reason = mk_hold_reason (data, private_data, NOW);

  g_assert_nonnull (reason);
  g_assert_true (g_str_has_suffix (reason, "."));
  g_assert_null (strstr (reason, "010101"));
}

static void
assert_free (const char *data,
             const char *private_data)
{
  g_assert_cmpstr (mk_hold_reason (data, private_data, NOW), ==, NULL);
}

static void
test_a_number_in_a_text (void)
{
  assert_held ("{\"note\":\"Hun siger 010101-0000.\"}", NULL);
  assert_held ("{\"note\":\"0101010000\"}", NULL);
  assert_held ("{\"a\":{\"b\":[1,[\"x\",{\"c\":\"010101 0000\"}]]}}", NULL);
  assert_held ("{\"note\":\"første linje\\n010101-0000\"}", NULL);
}

static void
test_a_number_in_a_text_unknown_here (void)
{
  assert_held (
      "{\"forloebId\":\"b214c9a4-5320-553f-a8c0-5fdcb5cccc62\",\"nytFelt\":\"010101-0000\"}", NULL);
}

static void
test_a_number_behind_an_escape (void)
{
  /* The escape's own digits stand right before the number. */
  assert_held ("{\"nytFelt\":\"\\u0010010101-0000\"}", NULL);
  assert_held ("{\"nytFelt\":\"\\u0010\\u0030101010000\"}", NULL);
  assert_held ("{\"nytFelt\":\"01010\\u0031-0000\"}", NULL);
}

static void
test_ids_and_moments_are_no_words (void)
{
  assert_free ("{\"id\":\"a1b2c3d4-0000-4000-8000-ab0101010000\"}", NULL);
  assert_free ("{\"tidspunkt\":\"2026-11-21T07:30:00.0101010000+01:00\"}", NULL);
  assert_free ("{\"sha256\":\"0101010000aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}",
               NULL);
}

static void
test_words_around_an_id_are_words (void)
{
  assert_held ("{\"note\":\"Se a1b2c3d4-0000-4000-8000-ab0101010000\"}", NULL);
}

static void
test_numbers_beside_each_other_are_not_one (void)
{
  assert_free ("{\"a\":\"010101\",\"b\":\"0000\"}", NULL);
  assert_free ("{\"a\":[\"010101\",\"0000\"]}", NULL);
  assert_free ("{\"a\":101010000}", NULL);
  assert_free ("{\"note\":\"Intet at se her\"}", NULL);
}

static void
test_what_stays_is_not_looked_through (void)
{
  assert_free ("{\"note\":\"x\"}", "{\"privatNote\":\"010101-0000\"}");
}

static void
test_until_its_moment (void)
{
  assert_held ("{}", "{\"sendesTidligst\":\"2026-12-02T08:00:00+01:00\"}");
  assert_held ("{}", "{\"sendesTidligst\":\"2026-12-01T14:30:01+01:00\"}");
  assert_held ("{}", "{\"sendesTidligst\":\"2026-12-01T14:30:00.5+01:00\"}");
  assert_free ("{}", "{\"sendesTidligst\":\"2026-12-01T14:30:00+01:00\"}");
  assert_free ("{}", "{\"sendesTidligst\":\"2026-11-30T08:00:00+01:00\"}");
}

static void
test_moments_of_other_zones (void)
{
  assert_free ("{}", "{\"sendesTidligst\":\"2026-12-01T13:30:00Z\"}");
  assert_held ("{}", "{\"sendesTidligst\":\"2026-12-01T13:30:01Z\"}");
  assert_held ("{}", "{\"sendesTidligst\":\"2026-12-01T09:00:00-08:00\"}");
}

static void
test_nothing_there (void)
{
  assert_free (NULL, NULL);
  assert_free ("{}", NULL);
  assert_free ("{}", "{}");
  assert_free ("{}", "{\"sendesTidligst\":7}");
}

static void
test_the_number_comes_first (void)
{
  const char *later = "{\"sendesTidligst\":\"2026-12-02T08:00:00+01:00\"}";

  g_assert_nonnull (strstr (mk_hold_reason ("{\"note\":\"010101-0000\"}", later, NOW), "CPR"));
}

/* The contract refuses these four, so they never come so far. */
static gboolean
is_taken (const char *name)
{
  return g_str_has_prefix (name, "y_") && strstr (name, "duplicated") == NULL &&
         strstr (name, "null_escape") == NULL && strstr (name, "escaped_null") == NULL;
}

static void
test_beside_any_json (void)
{
  g_autofree char *folder = mk_example_path ("../shared/corpora/JSONTestSuite/test_parsing");
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;
  guint count = 0;

  if (files == NULL)
    {
      g_test_skip ("JSONTestSuite is not there");
      return;
    }
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *content = NULL;
      g_autofree char *data = NULL;

      if (!is_taken (name))
        continue;
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_test_message ("%s", name);
      data = g_strdup_printf ("{\"nytFelt\":%s,\"note\":\"010101-0000\"}", content);
      assert_held (data, NULL);
      count++;
    }
  g_assert_cmpuint (count, >, 80);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hold/a-number-in-a-text", test_a_number_in_a_text);
  g_test_add_func ("/hold/a-number-in-a-text-unknown-here", test_a_number_in_a_text_unknown_here);
  g_test_add_func ("/hold/a-number-behind-an-escape", test_a_number_behind_an_escape);
  g_test_add_func ("/hold/ids-and-moments-are-no-words", test_ids_and_moments_are_no_words);
  g_test_add_func ("/hold/words-around-an-id-are-words", test_words_around_an_id_are_words);
  g_test_add_func ("/hold/numbers-beside-each-other-are-not-one",
                   test_numbers_beside_each_other_are_not_one);
  g_test_add_func ("/hold/what-stays-is-not-looked-through", test_what_stays_is_not_looked_through);
  g_test_add_func ("/hold/until-its-moment", test_until_its_moment);
  g_test_add_func ("/hold/moments-of-other-zones", test_moments_of_other_zones);
  g_test_add_func ("/hold/nothing-there", test_nothing_there);
  g_test_add_func ("/hold/the-number-comes-first", test_the_number_comes_first);
  g_test_add_func ("/hold/a-number-beside-any-json", test_beside_any_json);
  return g_test_run ();
}
