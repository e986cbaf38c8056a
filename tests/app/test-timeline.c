/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-check-in-saving.h"
#include "demo/mk-demo.h"
#include "mk-app-test.h"
#include "mk-generate.h"
#include "mk-installation.h"
#include "mk-records.h"
#include "placement/mk-rows-change.h"
#include "placement/mk-timeline.h"
#include "widgets/mk-headed-list.h"

#include <string.h>

/* The list behind a log, on a store with a hundred thousand check-ins of one placement, which is
 * made once. */

#define N_CHECK_INS 100000

/* More rows than a list view holds for the room it has. */
#define MOST_HELD 400

/* Entries that are kept around what was asked for last, however many were. */
#define MOST_AHEAD 128

static char *placement_id;

static void
note_placement (const MkListed *listed,
                gpointer        user_data)
{
  g_set_str (&placement_id, listed->id);
}

static MkDatabase *
open_func (gpointer data,
           GError **error)
{
  static const guint8 key[MK_KEY_SIZE] = { 7 };
  MkInstallation self = { .id = (char *) "7df4eb9b-339c-41f6-a6f3-49e51b9c3ce2",
                          .role = MK_ROLE_LEADER,
                          .name = (char *) "Anna" };
  MkVolume volume = { N_CHECK_INS, 1, 1 };
  MkListing listing = { .type = "forloeb", .limit = 1 };
  g_autoptr (MkDatabase) database = mk_database_create (data, key, error);

  if (database == NULL || !mk_installation_insert (database, &self, error) ||
      !mk_generate (database, &volume, error) ||
      !mk_record_list (database, &listing, note_placement, NULL, error))
    return NULL;
  return g_steal_pointer (&database);
}

static gpointer
nothing_func (MkDatabase   *database,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  return GINT_TO_POINTER (TRUE);
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

/* Does work on the store, after all that was asked for, and returns what it returned. */
static gpointer
run_on (MkStore    *store,
        MkStoreFunc func,
        gpointer    data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gpointer outcome;

  mk_store_run_async (store, func, data, NULL, NULL, MK_STORE_WRITE, NULL, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  outcome = mk_store_run_finish (store, result, &error);
  g_assert_no_error (error);
  return outcome;
}

typedef struct
{
  MkStore    *store;
  MkTimeline *timeline;
  GString    *changes; /* "position-removed+added " of each change */
  guint       n_states;
} TimelineTest;

static void
changed_cb (TimelineTest *test,
            guint         position,
            guint         removed,
            guint         added)
{
  g_string_append_printf (test->changes, "%u-%u+%u ", position, removed, added);
}

static void
state_cb (TimelineTest *test)
{
  test->n_states++;
}

static void
wait_for_state (TimelineTest *test)
{
  guint before = test->n_states;

  while (test->n_states == before)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (mk_timeline_get_problem (test->timeline));
}

static void
refresh (TimelineTest *test)
{
  g_string_truncate (test->changes, 0);
  mk_timeline_refresh (test->timeline);
  wait_for_state (test);
}

static MkStore *the_store;

static void
set_up (TimelineTest *test,
        gconstpointer data)
{
  test->store = the_store;
  run_on (test->store, nothing_func, NULL);
  test->changes = g_string_new (NULL);
  test->timeline = mk_timeline_new (test->store, placement_id);
  g_signal_connect_swapped (test->timeline, "items-changed", G_CALLBACK (changed_cb), test);
  g_signal_connect_swapped (test->timeline, "state-changed", G_CALLBACK (state_cb), test);
  g_assert_true (mk_timeline_is_busy (test->timeline));
  wait_for_state (test);
}

static void
tear_down (TimelineTest *test,
           gconstpointer data)
{
  run_on (test->store, nothing_func, NULL);
  g_assert_finalize_object (test->timeline);
  g_string_free (test->changes, TRUE);
}

static void
test_holds_all (TimelineTest *test,
                gconstpointer data)
{
  GListModel *model = G_LIST_MODEL (test->timeline);

  g_assert_cmpuint (sizeof (MkLogRow), <=, 16);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, N_CHECK_INS);
  g_assert_cmpstr (test->changes->str, ==, "0-0+100000 ");
  g_assert_null (g_list_model_get_item (model, N_CHECK_INS));
  g_assert_cmpuint (mk_timeline_get_n_held (test->timeline), ==, 0);
}

/* The first of each week says so, and no other. */
static void
test_weeks (TimelineTest *test,
            gconstpointer data)
{
  GListModel *model = G_LIST_MODEL (test->timeline);
  guint n_weeks = 0;
  gint32 week = G_MAXINT32;

  for (guint i = 0; i < N_CHECK_INS; i++)
    {
      g_autoptr (MkTimelineItem) item = g_list_model_get_item (model, i);
      gint32 its = mk_timeline_item_get_row (item)->week;

      g_assert_cmpint (its, <=, week);
      g_assert_true (mk_timeline_item_get_begins_week (item) == (its != week));
      n_weeks += its != week;
      week = its;
    }
  /* A check-in a day, seven in a week. */
  g_assert_cmpuint (n_weeks, ==, N_CHECK_INS / 7 + 1);
}

static void
wait_until_filled (MkTimelineItem *item)
{
  while (mk_timeline_item_get_entry (item) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_fills_what_is_held (TimelineTest *test,
                         gconstpointer data)
{
  GListModel *model = G_LIST_MODEL (test->timeline);
  g_autoptr (MkTimelineItem) item = g_list_model_get_item (model, 50000);
  g_autoptr (MkTimelineItem) same = NULL;

  g_assert_null (mk_timeline_item_get_entry (item));
  wait_until_filled (item);
  g_assert_nonnull (strstr (mk_timeline_item_get_entry (item)->sentence, "Anna"));
  g_assert_cmpint (mk_timeline_item_get_entry (item)->week_minutes, >, 0);
  same = g_list_model_get_item (model, 50000);
  g_assert_true (same == item);
  for (guint i = 0; i < 5000; i++)
    g_object_unref (g_list_model_get_item (model, i));
  g_assert_cmpuint (mk_timeline_get_n_held (test->timeline), <=, MOST_AHEAD + 1);
  refresh (test);
  g_assert_cmpstr (test->changes->str, ==, "");
  g_clear_object (&same);
  g_clear_object (&item);
  g_assert_cmpuint (mk_timeline_get_n_held (test->timeline), <=, MOST_AHEAD);
}

/* Whoever goes on from one entry finds the next ones read. */
static void
test_reads_ahead (TimelineTest *test,
                  gconstpointer data)
{
  GListModel *model = G_LIST_MODEL (test->timeline);
  g_autoptr (MkTimelineItem) item = g_list_model_get_item (model, 50000);

  wait_until_filled (item);
  /* As many readings as there are pages. */
  for (guint i = 0; i < MOST_AHEAD; i++)
    run_on (test->store, nothing_func, NULL);
  for (int away = -20; away <= 20; away++)
    {
      g_autoptr (MkTimelineItem) other = g_list_model_get_item (model, (guint) (50000 + away));

      g_assert_nonnull (mk_timeline_item_get_entry (other));
    }
}

static gpointer
save_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  return mk_check_in_save (database, data, error);
}

static gpointer
delete_func (MkDatabase   *database,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  return mk_own_record_delete (database, &mk_check_in_type, data, error);
}

static gpointer
undo_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  return mk_own_record_undo (database, &mk_check_in_type, data, error);
}

static void
change (TimelineTest *test,
        MkStoreFunc   func,
        const char   *id)
{
  g_autoptr (MkSaved) saved = run_on (test->store, func, (gpointer) id);

  g_assert_nonnull (saved);
  refresh (test);
}

static void
test_tells_exactly (TimelineTest *test,
                    gconstpointer data)
{
  GListModel *model = G_LIST_MODEL (test->timeline);
  g_autoptr (MkTimelineItem) held = g_list_model_get_item (model, 700);
  g_autoptr (MkTimelineItem) gone = g_list_model_get_item (model, 500);
  g_autoptr (MkTimelineItem) moved = NULL;
  g_autoptr (MkCheckInDraft) draft =
      mk_check_in_draft_new (placement_id, "Anna", "3000-01-01T10:00:00+01:00", NULL);
  g_autoptr (MkSaved) saved = NULL;

  wait_until_filled (gone);
  change (test, delete_func, mk_timeline_item_get_entry (gone)->id);
  g_assert_cmpstr (test->changes->str, ==, "500-1+0 ");
  moved = g_list_model_get_item (model, 699);
  g_assert_true (moved == held);
  change (test, undo_func, mk_timeline_item_get_entry (gone)->id);
  g_assert_cmpstr (test->changes->str, ==, "500-0+1 ");

  g_set_str (&draft->data->attendance, MK_ATTENDANCE_MET);
  saved = run_on (test->store, save_func, draft);
  refresh (test);
  g_assert_cmpstr (test->changes->str, ==, "0-0+1 ");
  change (test, undo_func, saved->id);
  g_assert_cmpstr (test->changes->str, ==, "0-1+0 ");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, N_CHECK_INS);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static guint
first_of_a_week (GListModel *model)
{
  for (guint i = 1000;; i++)
    {
      g_autoptr (MkTimelineItem) item = g_list_model_get_item (model, i);

      if (mk_timeline_item_get_begins_week (item))
        return i;
    }
}

/* Where the first of a week goes, the next is the first, until the other comes back. */
static void
test_next_begins_week (TimelineTest *test,
                       gconstpointer data)
{
  GListModel *model = G_LIST_MODEL (test->timeline);
  guint position = first_of_a_week (model), count = 0;
  g_autoptr (MkTimelineItem) first = g_list_model_get_item (model, position);
  g_autoptr (MkTimelineItem) next = g_list_model_get_item (model, position + 1);

  wait_until_filled (first);
  wait_until_filled (next);
  g_signal_connect_swapped (next, "changed", G_CALLBACK (count_cb), &count);
  g_assert_false (mk_timeline_item_get_begins_week (next));
  change (test, delete_func, mk_timeline_item_get_entry (first)->id);
  g_assert_true (mk_timeline_item_get_begins_week (next));
  g_assert_cmpuint (count, >, 0);
  change (test, undo_func, mk_timeline_item_get_entry (first)->id);
  g_assert_false (mk_timeline_item_get_begins_week (next));
}

static gpointer
change_func (MkDatabase   *database,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  g_autoptr (MkCheckInItem) item = mk_check_in_find (database, data, error);
  g_autoptr (MkCheckInDraft) draft =
      mk_check_in_draft_new_change (data, mk_check_in_item_get_revision (item),
                                    mk_check_in_item_get_data (item));

  g_set_str (&draft->data->author, "Per");
  return mk_check_in_save (database, draft, error);
}

/* The item of a check-in that was changed stays and tells so; the others say nothing. */
static void
test_item_tells (TimelineTest *test,
                 gconstpointer data)
{
  GListModel *model = G_LIST_MODEL (test->timeline);
  g_autoptr (MkTimelineItem) item = g_list_model_get_item (model, 20);
  g_autoptr (MkTimelineItem) other = g_list_model_get_item (model, 40);
  guint count = 0, other_count = 0;

  wait_until_filled (item);
  wait_until_filled (other);
  g_signal_connect_swapped (item, "changed", G_CALLBACK (count_cb), &count);
  g_signal_connect_swapped (other, "changed", G_CALLBACK (count_cb), &other_count);
  change (test, change_func, mk_timeline_item_get_entry (item)->id);
  g_assert_cmpstr (test->changes->str, ==, "");
  while (count == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (mk_timeline_item_get_entry (item)->sentence, "af Per"));
  g_assert_cmpuint (other_count, ==, 0);
}

static void
test_filter (TimelineTest *test,
             gconstpointer data)
{
  GListModel *model = G_LIST_MODEL (test->timeline);
  guint n_found;

  mk_timeline_set_filter (test->timeline, MK_LOG_HELP, NULL);
  wait_for_state (test);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
  g_assert_true (mk_timeline_is_filtered (test->timeline));
  mk_timeline_set_filter (test->timeline, MK_LOG_CHECK_INS, "pallerne");
  wait_for_state (test);
  n_found = g_list_model_get_n_items (model);
  g_assert_cmpuint (n_found, >, 0);
  g_assert_cmpuint (n_found, <, N_CHECK_INS);
  mk_timeline_set_filter (test->timeline, MK_LOG_ALL, "");
  wait_for_state (test);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, N_CHECK_INS);
  g_assert_false (mk_timeline_is_filtered (test->timeline));
}

static const char plain_row[] = "<interface><template class=\"GtkListItem\">"
                                "<property name=\"child\"><object class=\"GtkLabel\"/></property>"
                                "</template></interface>";

/* A list view over all of it holds the items in sight and no others. */
static void
test_view_holds_what_is_seen (TimelineTest *test,
                              gconstpointer data)
{
  g_autoptr (GObject) head = g_object_new (G_TYPE_OBJECT, NULL);
  MkHeadedList *headed = mk_headed_list_new (head, G_LIST_MODEL (test->timeline));
  g_autoptr (GBytes) row = g_bytes_new_static (plain_row, strlen (plain_row));
  GtkListItemFactory *factory = gtk_builder_list_item_factory_new_from_bytes (NULL, row);
  GtkWidget *view =
      gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (headed))),
                         factory);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_window_set_child (window, scroller);
  gtk_window_set_default_size (window, 400, 600);
  gtk_window_present (window);
  for (guint i = 0; i < 5; i++)
    {
      gtk_list_view_scroll_to (GTK_LIST_VIEW (view), i * (N_CHECK_INS / 4), GTK_LIST_SCROLL_NONE,
                               NULL);
      mk_app_test_settle ();
      g_assert_cmpuint (mk_timeline_get_n_held (test->timeline), >, 0);
      g_assert_cmpuint (mk_timeline_get_n_held (test->timeline), <, MOST_HELD);
    }
  gtk_window_destroy (window);
  mk_app_test_settle ();
}

/* Steps */

typedef struct
{
  GArray     *rows;
  GHashTable *lost; /* keys that went and came back */
  GHashTable *went;
} Steps;

static void
step_cb (guint    position,
         guint    removed,
         GArray  *added,
         gpointer user_data)
{
  Steps *steps = user_data;

  for (guint i = position; i < position + removed; i++)
    g_hash_table_add (steps->went, GINT_TO_POINTER (g_array_index (steps->rows, MkLogRow, i).key));
  for (guint i = 0; i < added->len; i++)
    if (g_hash_table_contains (steps->went,
                               GINT_TO_POINTER (g_array_index (added, MkLogRow, i).key)))
      g_hash_table_add (steps->lost, GINT_TO_POINTER (g_array_index (added, MkLogRow, i).key));
  g_array_remove_range (steps->rows, position, removed);
  g_array_insert_vals (steps->rows, position, added->data, added->len);
}

/* Some of the numbers to a hundred, falling, as rows. */
static GArray *
some_rows (void)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (MkLogRow));

  for (int key = 100; key > 0; key--)
    if (g_test_rand_int_range (0, 3) > 0)
      {
        MkLogRow row = { key, key / 7 };

        g_array_append_val (rows, row);
      }
  return rows;
}

/* Whatever changes, the steps lead there, and nothing that stays ever goes. */
static void
test_steps (void)
{
  for (int round = 0; round < 500; round++)
    {
      g_autoptr (GArray) rows = some_rows ();
      g_autoptr (GArray) wanted = some_rows ();
      g_autoptr (GHashTable) went = g_hash_table_new (NULL, NULL);
      g_autoptr (GHashTable) lost = g_hash_table_new (NULL, NULL);
      Steps steps = { rows, lost, went };

      mk_rows_change (rows, wanted, round % 10 != 0, step_cb, &steps);
      g_assert_cmpuint (rows->len, ==, wanted->len);
      g_assert_cmpmem (rows->data, rows->len * sizeof (MkLogRow), wanted->data,
                       wanted->len * sizeof (MkLogRow));
      if (round % 10 != 0)
        g_assert_cmpuint (g_hash_table_size (lost), ==, 0);
    }
}

/* One that moved goes and comes again. */
static void
test_moved (void)
{
  const MkLogRow before[] = { { 1, 3 }, { 2, 2 }, { 3, 1 }, { 4, 1 } };
  const MkLogRow after[] = { { 3, 3 }, { 1, 3 }, { 2, 2 }, { 5, 1 }, { 4, 1 } };
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (MkLogRow));
  g_autoptr (GArray) wanted = g_array_new (FALSE, TRUE, sizeof (MkLogRow));
  g_autoptr (GHashTable) went = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) lost = g_hash_table_new (NULL, NULL);
  Steps steps = { rows, lost, went };

  g_array_append_vals (rows, before, G_N_ELEMENTS (before));
  g_array_append_vals (wanted, after, G_N_ELEMENTS (after));
  mk_rows_change (rows, wanted, TRUE, step_cb, &steps);
  g_assert_cmpuint (rows->len, ==, wanted->len);
  for (guint i = 0; i < rows->len; i++)
    {
      g_assert_cmpint (g_array_index (rows, MkLogRow, i).key, ==, after[i].key);
      g_assert_cmpint (g_array_index (rows, MkLogRow, i).week, ==, after[i].week);
    }
}

#define add_case(path, func) g_test_add (path, TimelineTest, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_autofree char *directory = g_dir_make_tmp ("makker-timeline-XXXXXX", NULL);
  int status;

  mk_app_test_init (&argc, &argv);
  gtk_init ();
  the_store = mk_store_new (open_func, directory, NULL);
  g_test_add_func ("/timeline/steps-keep-what-stays", test_steps);
  g_test_add_func ("/timeline/what-moved-comes-again", test_moved);
  add_case ("/timeline/sixteen-bytes-a-row", test_holds_all);
  add_case ("/timeline/the-first-of-a-week-says-so", test_weeks);
  add_case ("/timeline/fills-only-what-is-held", test_fills_what_is_held);
  add_case ("/timeline/reads-what-comes-next", test_reads_ahead);
  add_case ("/timeline/the-next-begins-a-week", test_next_begins_week);
  add_case ("/timeline/tells-exactly-what-changed", test_tells_exactly);
  add_case ("/timeline/an-item-tells-when-it-changed", test_item_tells);
  add_case ("/timeline/filters-in-the-query", test_filter);
  add_case ("/timeline/a-view-holds-what-is-seen", test_view_holds_what_is_seen);
  status = g_test_run ();
  mk_store_close (the_store);
  g_clear_object (&the_store);
  mk_demo_remove (directory);
  g_free (placement_id);
  return status;
}
