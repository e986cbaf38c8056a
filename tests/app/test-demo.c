/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo.h"
#include "mk-app-resources.h"
#include "mk-clock.h"
#include "mk-app-test.h"
#include "mk-post.h"
#include "mk-random.h"
#include "mk-seal.h"
#include "workplace/mk-workplace-reading.h"

#include <string.h>

/* The invented workplace, without a window: what the pictures, the tests and a curious person
 * stand on. */

typedef struct
{
  char       *folder;
  MkDatabase *database;
} Demo;

static void
demo_fill (Demo       *demo,
           const char *now)
{
  g_autoptr (GError) error = NULL;
  guint8 key[MK_KEY_SIZE];

  g_assert_true (mk_clock_set (now, &error));
  mk_random_bytes (key, sizeof key);
  demo->folder = mk_demo_directory (&error);
  g_assert_no_error (error);
  demo->database = mk_database_create (demo->folder, key, &error);
  g_assert_no_error (error);
  mk_demo_fill (demo->database, &error);
  g_assert_no_error (error);
}

static void
demo_clear (Demo *demo)
{
  g_clear_pointer (&demo->database, mk_database_close);
  mk_demo_remove (demo->folder);
  g_clear_pointer (&demo->folder, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Demo, demo_clear)

/* A line of what a person could read of a record; ids are new each time. */
static void
add_line (const MkListed *listed,
          gpointer        user_data)
{
  g_autoptr (JsonNode) root = listed->data != NULL ? mk_json_from_text (listed->data) : NULL;
  JsonObject *data = root != NULL ? json_node_get_object (root) : NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; data != NULL && i < 4; i++)
    json_object_remove_member (data, (const char *const[]) { "anmodningId", "pakkeId", "sha256",
                                                             "poster" }[i]);
  text = data != NULL ? mk_json_to_text (data) : NULL;
  g_ptr_array_add (user_data,
                   g_strdup_printf ("%s %s %s %s %s", listed->type, listed->changed, listed->state,
                                    listed->private_data, text != NULL ? text : ""));
}

static GPtrArray *
read_lines (Demo       *demo,
            const char *type)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  MkListing listing = { .type = type, .limit = -1 };
  g_autoptr (GError) error = NULL;

  mk_record_list (demo->database, &listing, add_line, lines, &error);
  g_assert_no_error (error);
  return lines;
}

static void
test_is_the_same_for_the_same_clock (void)
{
  g_auto (Demo) one = { 0 };
  g_auto (Demo) other = { 0 };
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) others = NULL;

  demo_fill (&one, MK_APP_TEST_NOW);
  demo_fill (&other, MK_APP_TEST_NOW);
  lines = read_lines (&one, "checkin");
  others = read_lines (&other, "checkin");
  g_assert_cmpuint (lines->len, >, 150);
  g_assert_cmpuint (lines->len, ==, others->len);
  for (guint i = 0; i < lines->len; i++)
    g_assert_cmpstr (g_ptr_array_index (lines, i), ==, g_ptr_array_index (others, i));
}

static guint
count_type (Demo       *demo,
            const char *type)
{
  g_autoptr (GPtrArray) lines = read_lines (demo, type);

  return lines->len;
}

static gboolean
has_line (Demo       *demo,
          const char *type,
          const char *words)
{
  g_autoptr (GPtrArray) lines = read_lines (demo, type);

  for (guint i = 0; i < lines->len; i++)
    if (strstr (g_ptr_array_index (lines, i), words) != NULL)
      return TRUE;
  return FALSE;
}

/* Every kind of thing that a page may have to show. */
static void
test_has_what_pages_show (void)
{
  static const char *const check_ins[] = { "\"aftaltFravaer\"",
                                           "\"fravaer\"",
                                           "\"forsinket\"",
                                           "\"forsoegtKontakt\"",
                                           "\"trivsel\":1",
                                           "lilleSejr",
                                           "privatNote",
                                           "modtaget",
                                           "sendt",
                                           "gemt",
                                           "010101-0000" };
  g_auto (Demo) demo = { 0 };

  demo_fill (&demo, MK_APP_TEST_NOW);
  g_assert_cmpuint (count_type (&demo, "forloeb"), ==, 5);
  g_assert_cmpuint (count_type (&demo, "anmodning"), ==, 3);
  g_assert_cmpuint (count_type (&demo, "svar"), ==, 4);
  g_assert_cmpuint (count_type (&demo, "tildeling"), ==, 5);
  for (guint i = 0; i < G_N_ELEMENTS (check_ins); i++)
    {
      g_test_message ("%s", check_ins[i]);
      g_assert_true (has_line (&demo, "checkin", check_ins[i]));
    }
  g_assert_true (has_line (&demo, "svar", "\"planlagt\""));
  g_assert_true (has_line (&demo, "svar", "\"leveret\""));
  g_assert_true (has_line (&demo, "svar", "\"afvist\""));
  g_assert_true (has_line (&demo, "fase", "\"eftervaern\""));
}

/* Something is ready, something is held back, something has had no receipt for over a week. */
static void
test_post_goes_both_ways (void)
{
  g_auto (Demo) demo = { 0 };
  g_autoptr (MkPostReading) post = NULL;
  g_autoptr (MkReadyReading) ready = NULL;
  g_autoptr (GError) error = NULL;
  const MkPosted *sent;

  demo_fill (&demo, MK_APP_TEST_NOW);
  post = mk_post_reading_new (demo.database, &error);
  g_assert_no_error (error);
  ready = mk_ready_reading_new (demo.database, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ready->n_ready, ==, 3);
  g_assert_cmpuint (ready->held->len, ==, 1);
  g_assert_cmpuint (post->received->len, ==, 8);
  g_assert_cmpuint (post->sent->len, ==, 5);
  g_assert_cmpuint (post->waiting->len + post->missing->len + post->refused->len, ==, 0);
  sent = g_ptr_array_index (post->sent, 1);
  g_assert_cmpstr (sent->state, ==, "sendt");
  g_assert_cmpstr (sent->moment, ==, "2026-11-24T15:30:00+01:00");
}

/* On whatever day and at whatever hour somebody is curious. */
static void
test_can_be_made_at_any_time (void)
{
  static const char *const moments[] = { "2026-12-05T00:00:10+01:00", "2027-03-28T03:10:00+02:00",
                                         "2028-02-29T23:59:50+01:00", "2026-07-13T12:00:00+02:00" };

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_auto (Demo) demo = { 0 };
      g_autoptr (MkWorkplaceReading) reading = NULL;
      g_autoptr (MkReadyReading) ready = NULL;
      g_autoptr (GError) error = NULL;

      demo_fill (&demo, moments[i]);
      reading = mk_workplace_reading_new (demo.database, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (reading->placements->len, ==, 5);
      ready = mk_ready_reading_new (demo.database, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (ready->held->len, ==, 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  g_resources_register (mk_app_resources_get_resource ());
  g_test_add_func ("/demo/is-the-same-for-the-same-clock", test_is_the_same_for_the_same_clock);
  g_test_add_func ("/demo/has-what-pages-show", test_has_what_pages_show);
  g_test_add_func ("/demo/post-goes-both-ways", test_post_goes_both_ways);
  g_test_add_func ("/demo/can-be-made-at-any-time", test_can_be_made_at_any_time);
  return g_test_run ();
}
