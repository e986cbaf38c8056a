/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-person.h"

#include "mk-drafts.h"
#include "mk-own-records.h"
#include "mk-records.h"
#include "mk-store-test.h"

/* All that is kept about one person, and nobody else. */

#define WRITER "44444444-4444-4444-8444-444444444444"
#define MIA "00000000-0000-4000-8000-000000000001"
#define JONAS "00000000-0000-4000-8000-000000000002"
#define REQUEST "00000000-0000-4000-8000-000000000003"
#define ANSWER "00000000-0000-4000-8000-000000000004"
#define PHASE "00000000-0000-4000-8000-000000000005"
#define CARD "00000000-0000-4000-8000-000000000006"
#define NOW "2026-11-16T09:00:00Z"

typedef struct
{
  MkStoreTest base;
  MkDatabase *database;
} PersonTest;

static void
put (PersonTest *test,
     const char *type,
     const char *id,
     const char *placement,
     const char *data)
{
  g_autoptr (GError) error = NULL;
  MkVersion version = {
    .type = (char *) type,
    .id = (char *) id,
    .revision = 1,
    .writer = (char *) WRITER,
    .changed = (char *) NOW,
    .placement = (char *) placement,
    .data = (char *) data,
  };

  mk_record_put (test->database, &version, &error);
  g_assert_no_error (error);
}

static void
put_placement (PersonTest *test,
               const char *id)
{
  put (test, "forloeb", id, id,
       "{\"kandidat\":{\"alias\":\"Opdigtet\"},\"sagsreference\":\"EKS-1\",\"stilling\":\"Lager\","
       "\"startDato\":\"2026-08-12\",\"maalMinutterPrMaaned\":0,"
       "\"jobformidler\":{\"navn\":\"Birgitte Eksempel\",\"telefon\":\"70101010\"}}");
}

static void
set_up (PersonTest   *test,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  mk_store_test_set_up (&test->base, data);
  test->database = mk_database_create (test->base.directory, mk_test_key, &error);
  g_assert_no_error (error);
  put_placement (test, MIA);
  put_placement (test, JONAS);
}

static void
tear_down (PersonTest   *test,
           gconstpointer data)
{
  mk_database_close (test->database);
  mk_store_test_tear_down (&test->base, data);
}

static JsonObject *
read_person (PersonTest *test,
             const char *placement)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) person = mk_person_read (test->database, placement, &error);

  g_assert_no_error (error);
  return json_object_ref (json_node_get_object (person));
}

static gboolean
has_record (JsonObject *person,
            const char *id)
{
  JsonArray *records = json_object_get_array_member (person, "poster");

  for (guint i = 0; i < json_array_get_length (records); i++)
    if (g_str_equal (
            json_object_get_string_member (json_array_get_object_element (records, i), "id"), id))
      return TRUE;
  return FALSE;
}

static void
test_what_hangs_on_it_is_there (PersonTest   *test,
                                gconstpointer data)
{
  g_autoptr (JsonObject) mia = NULL;
  g_autoptr (JsonObject) jonas = NULL;

  put (test, "fase", PHASE, MIA,
       "{\"forloebId\":\"" MIA "\",\"fase\":\"match\",\"fraDato\":\"2026-11-16\","
       "\"grund\":\"De er enige\"}");
  put (test, "anmodning", REQUEST, MIA,
       "{\"forloebId\":\"" MIA "\",\"klippekortId\":\"" CARD
       "\",\"ydelse\":\"samtale\",\"hast\":\"snart\","
       "\"beskrivelse\":\"Om ugen\",\"status\":\"sendt\"}");
  put (test, "svar", ANSWER, NULL,
       "{\"anmodningId\":\"" REQUEST "\",\"klippekortId\":\"" CARD
       "\",\"status\":\"planlagt\",\"klipBrugt\":0,\"tidspunkt\":\"" NOW "\"}");
  mia = read_person (test, MIA);
  jonas = read_person (test, JONAS);
  g_assert_true (has_record (mia, MIA) && has_record (mia, PHASE) && has_record (mia, REQUEST) &&
                 has_record (mia, ANSWER));
  g_assert_false (has_record (mia, JONAS));
  g_assert_true (has_record (jonas, JONAS));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (jonas, "poster")), ==, 1);
}

static void
test_drafts_about_it_are_there (PersonTest   *test,
                                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) mia = NULL;
  g_autoptr (JsonObject) jonas = NULL;
  JsonObject *draft;

  mk_draft_put (test->database, MIA,
                "{\"data\":{\"forloebId\":\"" MIA "\",\"note\":\"Halvt skrevet\"}}", NOW, &error);
  g_assert_no_error (error);
  mia = read_person (test, MIA);
  jonas = read_person (test, JONAS);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (mia, "kladder")), ==, 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (jonas, "kladder")), ==, 0);
  draft = json_array_get_object_element (json_object_get_array_member (mia, "kladder"), 0);
  g_assert_cmpstr (json_object_get_string_member (draft, "gemt"), ==, NOW);
}

static void
test_nobody_is_refused (PersonTest   *test,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mk_person_read (test->database, ANSWER, &error));
  g_assert_error (error, MK_RECORD_ERROR, MK_RECORD_ERROR_UNKNOWN);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/person/what-hangs-on-it-is-there", PersonTest, NULL, set_up,
              test_what_hangs_on_it_is_there, tear_down);
  g_test_add ("/person/drafts-about-it-are-there", PersonTest, NULL, set_up,
              test_drafts_about_it_are_there, tear_down);
  g_test_add ("/person/nobody-is-refused", PersonTest, NULL, set_up, test_nobody_is_refused,
              tear_down);
  return g_test_run ();
}
