/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-search.h"

#include "mk-store-test.h"

#include <string.h>

/* Searching, on a store with a few records whose searched texts are known. */

#define WRITER "44444444-4444-4444-8444-444444444444"

typedef struct
{
  MkStoreTest base;
  MkDatabase *database;
} SearchTest;

static void
put_typed (SearchTest *test,
           const char *type,
           guint       number,
           gint64      revision,
           const char *data,
           const char *private_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = g_strdup_printf ("00000000-0000-4000-8000-%012u", number);
  g_autoptr (MkVersion) known = mk_record_find (test->database, id, &error);
  MkVersion version = {
    .key = known != NULL ? known->key : 0,
    .type = (char *) type,
    .id = id,
    .revision = revision,
    .writer = (char *) WRITER,
    .changed = (char *) "2026-11-16T09:00:00Z",
    .deleted = data == NULL,
    .data = (char *) data,
    .private_data = (char *) private_data,
  };

  mk_record_put (test->database, &version, &error);
  g_assert_no_error (error);
}

static void
put (SearchTest *test,
     guint       number,
     gint64      revision,
     const char *data,
     const char *private_data)
{
  put_typed (test, "fase", number, revision, data, private_data);
}

static void
put_reason (SearchTest *test,
            guint       number,
            gint64      revision,
            const char *reason)
{
  g_autofree char *data = g_strdup_printf ("{\"forloebId\":\"" WRITER "\",\"fase\":\"match\","
                                           "\"fraDato\":\"2026-11-16\",\"grund\":\"%s\"}",
                                           reason);

  put (test, number, revision, data, NULL);
}

static void
set_up (SearchTest   *test,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  mk_store_test_set_up (&test->base, data);
  test->database = mk_database_create (test->base.directory, mk_test_key, &error);
  g_assert_no_error (error);
}

static void
tear_down (SearchTest   *test,
           gconstpointer data)
{
  mk_database_close (test->database);
  mk_store_test_tear_down (&test->base, data);
}

/* The numbers of what was found, with commas between. */
static void
note (const MkFound *found,
      gpointer       user_data)
{
  GString *numbers = user_data;

  g_string_append_printf (numbers, "%s%u", numbers->len > 0 ? "," : "",
                          (guint) g_ascii_strtoull (strrchr (found->id, '-') + 1, NULL, 10));
}

static void
assert_finds (SearchTest *test,
              const char *text,
              const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) numbers = g_string_new (NULL);

  mk_search (test->database, text, -1, note, numbers, &error);
  g_assert_no_error (error);
  if (!g_str_equal (numbers->str, wanted))
    g_error ("“%s” finds %s, not %s", text, numbers->str, wanted);
}

static void
test_words (SearchTest   *test,
            gconstpointer data G_GNUC_UNUSED)
{
  put_reason (test, 1, 1, "Århus og pallerne");
  put_reason (test, 2, 1, "Aarhus, uden paller. Ærlig snak");
  assert_finds (test, "århus", "2,1");
  assert_finds (test, "AARHUS", "2,1");
  assert_finds (test, "arhus", "");
  assert_finds (test, "allern", "1");
  assert_finds (test, "snak ærlig", "2");
  assert_finds (test, "pallerne snak", "");
  assert_finds (test, "og", "1");
  assert_finds (test, "gø", "");
  assert_finds (test, "sn paller", "2");
  assert_finds (test, "", "");
  assert_finds (test, " \n\t ", "");
}

/* Nothing that a person types is a query language. */
static void
test_signs (SearchTest   *test,
            gconstpointer data G_GNUC_UNUSED)
{
  static const char *const odd[] = { "\"",
                                     "\"\"\"",
                                     "*",
                                     "a*",
                                     "-",
                                     "NEAR(a b)",
                                     "a OR b",
                                     "text:x",
                                     "^a",
                                     "(",
                                     ")",
                                     "{x y}:z",
                                     "'; DROP TABLE record; --",
                                     "\U0001F600",
                                     "\u0301\u0301\u0301",
                                     "\\",
                                     "%",
                                     "_" };

  put_reason (test, 1, 1, "100 % selv, kl. 7:30 (næsten) 😀😀😀");
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) numbers = g_string_new (NULL);

      mk_search (test->database, odd[i], -1, note, numbers, &error);
      g_assert_no_error (error);
    }
  assert_finds (test, "100 %", "1");
  assert_finds (test, "(næsten)", "1");
  assert_finds (test, "7:30", "1");
  assert_finds (test, "😀😀😀", "1");
  assert_finds (test, "pallerne OR selv", "");
}

static void
test_newest (SearchTest   *test,
             gconstpointer data G_GNUC_UNUSED)
{
  put_reason (test, 1, 1, "hemmeligt");
  put_reason (test, 1, 2, "ligegyldigt");
  assert_finds (test, "hemmeligt", "");
  assert_finds (test, "ligegyldigt", "1");
  put (test, 1, 3, NULL, NULL);
  assert_finds (test, "ligegyldigt", "");
  put_reason (test, 1, 4, "ligegyldigt");
  assert_finds (test, "ligegyldigt", "1");
}

/* What marks a passage is what found it. */
static void
test_places (SearchTest   *test G_GNUC_UNUSED,
             gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *text;
    const char *searched;
    const char *marked;
  } places[] = {
    { "Med på AARHUS Havn", "århus", "AARHUS" },
    { "i brandøvelse", "Øvelse", "øvelse" },
    { "kogte æg og kaffe", "og", "og" },
    { "noget", "og", NULL },
    { "(næsten) nær", "næ", "næ" },
    { "kar", "år", NULL },
    { "A\u030Arhus", "år", "A\u030Ar" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_auto (GStrv) words = mk_search_words (places[i].searched);
      gsize length = 0;
      const char *place = mk_search_place (places[i].text, words[0], &length);
      g_autofree char *marked = place != NULL ? g_strndup (place, length) : NULL;

      g_assert_cmpstr (marked, ==, places[i].marked);
    }
}

static void
hold_excerpt (const MkFound *found,
              gpointer       user_data)
{
  char **excerpt = user_data;

  g_free (*excerpt);
  *excerpt = g_strdup (found->excerpt);
}

static char *
search_excerpt (SearchTest *test,
                const char *text)
{
  g_autoptr (GError) error = NULL;
  char *excerpt = NULL;

  mk_search (test->database, text, -1, hold_excerpt, &excerpt, &error);
  g_assert_no_error (error);
  return excerpt;
}

/* A text is found by its words, without the signs of Markdown, and a PDF by its title alone. */
static void
test_material (SearchTest   *test,
               gconstpointer data)
{
  g_autofree char *found = NULL;
  g_autofree char *by_signs = NULL;
  g_autofree char *in_pdf = NULL;
  g_autofree char *by_title = NULL;

  put_typed (test, "materiale", 71, 1,
             "{\"titel\":\"Velkomst\",\"format\":\"markdown\","
             "\"indhold\":\"# Hej\\n\\nVis **kantinen** frem den første dag.\\n\"}",
             NULL);
  put_typed (test, "materiale", 72, 1,
             "{\"titel\":\"Kort over huset\",\"format\":\"pdf\",\"indhold\":\"QWJjZGVm\"}", NULL);
  found = search_excerpt (test, "kantinen frem");
  by_signs = search_excerpt (test, "**kantinen");
  in_pdf = search_excerpt (test, "QWJjZGVm");
  by_title = search_excerpt (test, "huset");
  g_assert_nonnull (strstr (found, "Vis kantinen frem den første dag."));
  g_assert_null (by_signs);
  g_assert_null (in_pdf);
  g_assert_cmpstr (by_title, ==, "Kort over huset");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/search/words-are-found-in-danish", SearchTest, NULL, set_up, test_words, tear_down);
  g_test_add ("/search/signs-are-plain-characters", SearchTest, NULL, set_up, test_signs,
              tear_down);
  g_test_add ("/search/the-newest-content-alone-is-found", SearchTest, NULL, set_up, test_newest,
              tear_down);
  g_test_add ("/search/a-material-is-found-by-its-text", SearchTest, NULL, set_up, test_material,
              tear_down);
  g_test_add ("/search/marks-what-was-found", SearchTest, NULL, set_up, test_places, tear_down);
  return g_test_run ();
}
