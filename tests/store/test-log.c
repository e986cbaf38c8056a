/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-log.h"

#include "mk-records.h"
#include "mk-store-test.h"

/* The log of a placement, on a store whose records are known. */

#define WRITER "44444444-4444-4444-8444-444444444444"
#define MIA "11111111-1111-4111-8111-111111111111"
#define JONAS "22222222-2222-4222-8222-222222222222"
#define CARD "33333333-3333-4333-8333-333333333333"

typedef struct
{
  MkStoreTest base;
  MkDatabase *database;
} LogTest;

static char *
id_of (guint number)
{
  return g_strdup_printf ("00000000-0000-4000-8000-%012u", number);
}

static void
put (LogTest    *test,
     const char *type,
     const char *id,
     const char *placement,
     const char *data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkVersion) known = mk_record_find (test->database, id, &error);
  MkVersion version = {
    .key = known != NULL ? known->key : 0,
    .type = (char *) type,
    .id = (char *) id,
    .revision = known != NULL ? known->revision + 1 : 1,
    .writer = (char *) WRITER,
    .changed = (char *) "2026-12-01T09:00:00Z",
    .deleted = data == NULL,
    .placement = (char *) placement,
    .data = (char *) data,
  };

  mk_record_put (test->database, &version, &error);
  g_assert_no_error (error);
}

static void
put_check_in (LogTest    *test,
              guint       number,
              const char *placement,
              const char *moment,
              int         minutes,
              const char *note)
{
  g_autofree char *id = id_of (number);
  g_autofree char *data = g_strdup_printf (
      "{\"forloebId\":\"%s\",\"tidspunkt\":\"%s\",\"forfatter\":\"Per\",\"fremmoede\":\"moedt\","
      "\"loennedeMinutter\":%d,\"uloennedeMinutter\":30,\"note\":\"%s\",\"behovForHjaelp\":false}",
      placement, moment, minutes, note);

  put (test, "checkin", id, placement, data);
}

static void delete (LogTest *test, guint number, const char *placement)
{
  g_autofree char *id = id_of (number);

  put (test, "checkin", id, placement, NULL);
}

/* A request that names its card alone, its answer, and a phase. */
static void
put_others (LogTest *test)
{
  g_autofree char *request = id_of (20);
  g_autofree char *answer = id_of (21);
  g_autofree char *phase = id_of (22);
  g_autofree char *answer_data =
      g_strdup_printf ("{\"anmodningId\":\"%s\",\"klippekortId\":\"" CARD
                       "\",\"status\":\"planlagt\","
                       "\"klipBrugt\":0,\"tidspunkt\":\"2026-12-02T12:00:00+01:00\"}",
                       request);

  put (test, "klippekort", CARD, MIA,
       "{\"forloebId\":\"" MIA "\",\"antalKlip\":10,\"gyldigTil\":\"2027-01-01\"}");
  put (test, "anmodning", request, NULL,
       "{\"klippekortId\":\"" CARD "\",\"ydelse\":\"besoeg\",\"hast\":\"snart\","
       "\"beskrivelse\":\"Kom og se\",\"status\":\"sendt\"}");
  put (test, "svar", answer, NULL, answer_data);
  put (test, "fase", phase, MIA,
       "{\"forloebId\":\"" MIA
       "\",\"fase\":\"seAn\",\"fraDato\":\"2026-11-30\",\"grund\":\"Det går\"}");
}

static void
set_up (LogTest      *test,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  mk_store_test_set_up (&test->base, data);
  test->database = mk_database_create (test->base.directory, mk_test_key, &error);
  g_assert_no_error (error);
}

static void
tear_down (LogTest      *test,
           gconstpointer data)
{
  mk_database_close (test->database);
  mk_store_test_tear_down (&test->base, data);
}

static GArray *
read_rows (LogTest    *test,
           const char *kind,
           const char *text)
{
  g_autoptr (GError) error = NULL;
  MkLogFilter filter = { MIA, kind, text };
  GArray *rows = mk_log_rows (test->database, &filter, &error);

  g_assert_no_error (error);
  return rows;
}

static void
note_id (const MkListed *listed,
         gpointer        user_data)
{
  g_string_assign (user_data, listed->id);
}

/* The numbers of the records, in order, with a bar where a new week begins. */
static void
assert_log (LogTest    *test,
            const char *kind,
            const char *text,
            const char *wanted)
{
  g_autoptr (GArray) rows = read_rows (test, kind, text);
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const MkLogRow *row = &g_array_index (rows, MkLogRow, i);
      g_autoptr (GString) id = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      mk_record_pick (test->database, &row->key, 1, note_id, id, &error);
      g_assert_no_error (error);
      if (i > 0)
        g_string_append_c (numbers, row->week == row[-1].week ? ',' : '|');
      g_string_append_printf (numbers, "%u",
                              (guint) g_ascii_strtoull (strrchr (id->str, '-') + 1, NULL, 10));
    }
  g_assert_cmpstr (numbers->str, ==, wanted);
}

static void
test_order (LogTest      *test,
            gconstpointer data G_GNUC_UNUSED)
{
  put_check_in (test, 1, MIA, "2026-11-29T10:00:00+01:00", 60, "søndag");
  put_check_in (test, 2, MIA, "2026-12-02T10:00:00+01:00", 60, "onsdag");
  put_check_in (test, 3, MIA, "2026-11-30T10:00:00+01:00", 60, "mandag");
  put_check_in (test, 4, JONAS, "2026-11-30T10:00:00+01:00", 60, "en anden");
  put_check_in (test, 5, MIA, "2026-12-02T08:00:00+01:00", 60, "onsdag morgen");
  assert_log (test, MK_LOG_ALL, NULL, "2,5,3|1");
  put_others (test);
  assert_log (test, MK_LOG_ALL, NULL, "21,2,5,20,3,22|1");
}

static void
test_filter (LogTest      *test,
             gconstpointer data G_GNUC_UNUSED)
{
  put_check_in (test, 1, MIA, "2026-12-02T10:00:00+01:00", 60, "pallerne");
  put_check_in (test, 2, MIA, "2026-12-01T10:00:00+01:00", 60, "kaffe");
  put_others (test);
  assert_log (test, MK_LOG_CHECK_INS, NULL, "1,2");
  assert_log (test, MK_LOG_HELP, NULL, "21,20");
  assert_log (test, MK_LOG_PHASES, NULL, "22");
  assert_log (test, MK_LOG_ALL, "alle", "1");
  assert_log (test, MK_LOG_ALL, "k", "20,2");
  assert_log (test, MK_LOG_CHECK_INS, "k", "2");
  assert_log (test, MK_LOG_PHASES, "kaffe", "");
}

static void
test_deleted (LogTest      *test,
              gconstpointer data G_GNUC_UNUSED)
{
  put_check_in (test, 1, MIA, "2026-12-02T10:00:00+01:00", 60, "a");
  put_check_in (test, 2, MIA, "2026-12-01T10:00:00+01:00", 60, "b");
  delete (test, 1, MIA);
  assert_log (test, MK_LOG_ALL, NULL, "2");
  put_check_in (test, 1, MIA, "2026-12-02T10:00:00+01:00", 60, "a");
  assert_log (test, MK_LOG_ALL, NULL, "1,2");
}

static gint64
minutes_of (LogTest *test,
            gint32   week)
{
  g_autoptr (GError) error = NULL;
  gint64 minutes = -1;

  mk_log_week_minutes (test->database, MIA, week, &minutes, &error);
  g_assert_no_error (error);
  return minutes;
}

static void
test_week_minutes (LogTest      *test,
                   gconstpointer data G_GNUC_UNUSED)
{
  GDate day;
  gint32 week;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 2, G_DATE_DECEMBER, 2026);
  week = mk_log_week_of (&day);
  put_check_in (test, 1, MIA, "2026-11-29T10:00:00+01:00", 60, "ugen før");
  put_check_in (test, 2, MIA, "2026-11-30T10:00:00+01:00", 60, "mandag");
  put_check_in (test, 3, MIA, "2026-12-06T10:00:00+01:00", 90, "søndag");
  put_check_in (test, 4, MIA, "2026-12-01T10:00:00+01:00", 600, "slettes");
  delete (test, 4, MIA);
  g_assert_cmpint (minutes_of (test, week), ==, 60 + 90 + 2 * 30);
  g_assert_cmpint (minutes_of (test, week - 1), ==, 60 + 30);
  g_assert_cmpint (minutes_of (test, week + 1), ==, 0);
}

/* The weeks of the query and of the calendar are the same ones, on every day. */
static void
test_weeks (LogTest      *test,
            gconstpointer data G_GNUC_UNUSED)
{
  static const int years[] = { 1, 1969, 1970, 2020, 2026, 9999 };
  GDate day, monday;

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autofree char *moment = g_strdup_printf ("%04d-06-15T10:00:00Z", years[i]);
      g_autoptr (GArray) rows = NULL;

      put_check_in (test, 1, MIA, moment, 60, "dag");
      rows = read_rows (test, MK_LOG_ALL, NULL);
      g_date_clear (&day, 1);
      g_date_set_dmy (&day, 15, G_DATE_JUNE, (GDateYear) years[i]);
      g_assert_cmpint (g_array_index (rows, MkLogRow, 0).week, ==, mk_log_week_of (&day));
      mk_log_week_monday (mk_log_week_of (&day), &monday);
      g_assert_cmpint (g_date_get_weekday (&monday), ==, G_DATE_MONDAY);
      g_assert_cmpint (g_date_days_between (&monday, &day), >=, 0);
      g_assert_cmpint (g_date_days_between (&monday, &day), <, 7);
    }
}

static void
add_name (const char *role,
          const char *name,
          gpointer    names)
{
  g_string_append_printf (names, "%s %s;", role, name);
}

/* Two assignments that meet on one day name one person. */
static void
test_people (LogTest      *test,
             gconstpointer data)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  static const char *const assignments[] = {
    "{\"forloebId\":\"" MIA "\",\"navn\":\"Per\",\"rolle\":\"buddy\",\"fraDato\":\"2026-11-01\"}",
    "{\"forloebId\":\"" MIA "\",\"navn\":\"Anna\",\"rolle\":\"leder\",\"fraDato\":\"2026-11-01\"}",
    "{\"forloebId\":\"" MIA "\",\"navn\":\"Per\",\"rolle\":\"buddy\",\"fraDato\":\"2026-12-01\"}",
    "{\"forloebId\":\"" MIA "\",\"navn\":\"Kim\",\"rolle\":\"buddy\",\"fraDato\":\"2027-01-01\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (assignments); i++)
    {
      g_autofree char *id = id_of (40 + i);

      put (test, "tildeling", id, MIA, assignments[i]);
    }
  g_assert_true (mk_log_people (test->database, MIA, "2026-12-03", add_name, names, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (names->str, ==, "buddy Per;leder Anna;");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/log/newest-first-by-weeks", LogTest, NULL, set_up, test_order, tear_down);
  g_test_add ("/log/filtered-by-kind-and-words", LogTest, NULL, set_up, test_filter, tear_down);
  g_test_add ("/log/deleted-are-not-in-it", LogTest, NULL, set_up, test_deleted, tear_down);
  g_test_add ("/log/hours-of-a-week", LogTest, NULL, set_up, test_week_minutes, tear_down);
  g_test_add ("/log/weeks-begin-on-mondays", LogTest, NULL, set_up, test_weeks, tear_down);
  g_test_add ("/log/people-are-named-once", LogTest, NULL, set_up, test_people, tear_down);
  return g_test_run ();
}
