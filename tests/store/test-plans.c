/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-store-resources.h"
#include "mk-store-test.h"

#include <string.h>

/* What SQLite means to do for each statement in resources/queries, on a store that it knows nothing
 * about. A store grows for years: a statement that looks through all records, revisions or check-ins
 * for the few that it wants is not noticed on a small one. */

#define QUERIES "/dk/makker/Makker/queries"

/* The names under which our statements go through what grows, with nothing that narrows them. An index
 * gives the order only: those statements stop at a limit, or are told where to begin. */
static const char *const slow[] = {
  "SCAN record\n", "SCAN revision\n", "SCAN checkin\n", "SCAN request\n",
  "SCAN newest\n", "SCAN content\n",  "SCAN card\n",    "SCAN listed\n",
};

/* Once in the life of a store, when it learns who its first partner is: no key refers to that one any
 * more, which SQLite sees for itself. */
#define RARE "partner-remove.sql"

static char *
plan_of (MkDatabase *database,
         const char *file)
{
  g_autofree char *path = g_strconcat (QUERIES "/", file, NULL);
  g_autoptr (GBytes) sql = g_resource_lookup_data (mk_store_resources_get_resource (), path,
                                                   G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *explained =
      g_strdup_printf ("EXPLAIN QUERY PLAN %s", (const char *) g_bytes_get_data (sql, NULL));
  GString *plan = g_string_new (NULL);
  sqlite3_stmt *statement;

  if (strchr (explained, '{') != NULL)
    return g_string_free_and_steal (plan); /* a pattern for the statements of each type */
  g_assert_cmpint (sqlite3_prepare_v2 (database->handle, explained, -1, &statement, NULL), ==,
                   SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (plan, "%s\n", (const char *) sqlite3_column_text (statement, 3));
  sqlite3_finalize (statement);
  return g_string_free_and_steal (plan);
}

static void
judge (MkDatabase *database,
       const char *file)
{
  g_autofree char *plan = plan_of (database, file);

  for (guint i = 0; i < G_N_ELEMENTS (slow); i++)
    if (strstr (plan, slow[i]) != NULL)
      {
        g_test_message ("%s goes through everything:\n%s", file, plan);
        g_test_fail ();
        return;
      }
}

static void
test_all_by_indexes (MkStoreTest  *test,
                     gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database = mk_database_create (test->directory, mk_test_key, &error);
  g_auto (GStrv) files = g_resource_enumerate_children (mk_store_resources_get_resource (), QUERIES,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (files), >, 50);
  for (guint i = 0; files[i] != NULL; i++)
    if (!g_str_equal (files[i], RARE))
      judge (database, files[i]);
}

/* The log comes by its index and already in order, however long it is. */
static void
test_log_comes_in_order (MkStoreTest  *test,
                         gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database = mk_database_create (test->directory, mk_test_key, &error);
  g_autofree char *rows = NULL;
  g_autofree char *week = NULL;
  g_autofree char *pick = NULL;

  g_assert_no_error (error);
  rows = plan_of (database, "log-rows.sql");
  week = plan_of (database, "log-week.sql");
  pick = plan_of (database, "record-pick.sql");
  g_assert_nonnull (strstr (rows, "SEARCH checkin USING INDEX checkin_by_placement"));
  g_assert_true (g_str_has_prefix (rows, "MERGE (UNION ALL)"));
  g_assert_nonnull (strstr (week, "(placement=? AND day>? AND day<?)"));
  g_assert_nonnull (strstr (pick, "SEARCH record USING INTEGER PRIMARY KEY"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  mk_store_test_add_case ("/plans/no-statement-goes-through-everything", test_all_by_indexes);
  mk_store_test_add_case ("/plans/log-comes-in-order", test_log_comes_in_order);
  return g_test_run ();
}
