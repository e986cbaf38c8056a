/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-key-slots-private.h"
#include "mk-store-files.h"
#include "mk-store-test.h"
#include "mk-store.h"

#include <string.h>

static MkDatabase *
open_func (gpointer data,
           GError **error)
{
  MkStoreTest test = { .directory = data };

  return mk_store_test_open (&test, mk_test_scripts, error);
}

static MkDatabase *
slow_open_func (gpointer data,
                GError **error)
{
  g_usleep (100 * 1000);
  return open_func (data, error);
}

static void
make_database (MkStoreTest *test)
{
  mk_database_close (mk_store_test_create (test));
}

static MkStore *
new_store (MkStoreTest    *test,
           MkStoreOpenFunc func)
{
  make_database (test);
  return mk_store_new (func, g_strdup (test->directory), g_free);
}

/* What the callbacks of a test saw. */
typedef struct
{
  GMainLoop *loop;
  GString   *order;
  guint      n_done;
  guint      n_failed;
  guint      n_wanted;
  GError    *error; /* the last one */
  char      *result; /* the last one */
} Seen;

static void
seen_init (Seen *seen,
           guint n_wanted)
{
  *seen = (Seen) { .loop = g_main_loop_new (NULL, FALSE), .n_wanted = n_wanted };
  seen->order = g_string_new (NULL);
}

static void
seen_clear (Seen *seen)
{
  g_main_loop_unref (seen->loop);
  g_string_free (seen->order, TRUE);
  g_clear_error (&seen->error);
  g_free (seen->result);
}

static void
seen_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  Seen *seen = data;

  g_clear_error (&seen->error);
  g_free (seen->result);
  seen->result = mk_store_run_finish (MK_STORE (object), result, &seen->error);
  if (seen->error != NULL)
    seen->n_failed++;
  else
    g_string_append (seen->order, seen->result);
  if (++seen->n_done == seen->n_wanted)
    g_main_loop_quit (seen->loop);
}

static gpointer
add_func (MkDatabase   *database,
          gpointer      data,
          GCancellable *cancellable,
          GError      **error)
{
  return mk_statement_run (
             mk_database_query (database, "test-note-insert", (char *) data, NULL, NULL), error)
             ? g_strdup (data)
             : NULL;
}

static gpointer
count_func (MkDatabase   *database,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  return g_strdup_printf ("%d", (int) mk_store_test_count (database));
}

static gpointer
endless_func (MkDatabase   *database,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  return mk_statement_run (mk_database_query (database, "test-count-up", G_MAXINT64), error)
             ? g_strdup ("ended")
             : NULL;
}

static gpointer
fill_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  return mk_statement_run (mk_database_query (database, "test-note-fill", 50000), error)
             ? g_strdup ("filled")
             : NULL;
}

static void
add (MkStore        *store,
     const char     *text,
     MkStorePriority priority,
     Seen           *seen)
{
  mk_store_run_async (store, add_func, g_strdup (text), g_free, g_free, priority, NULL, seen_cb,
                      seen);
}

static void
ask (MkStore        *store,
     MkStoreFunc     func,
     MkStorePriority priority,
     GCancellable   *cancellable,
     Seen           *seen)
{
  mk_store_run_async (store, func, NULL, NULL, g_free, priority, cancellable, seen_cb, seen);
}

static void
test_work_is_done_in_its_order (MkStoreTest  *test,
                                gconstpointer data)
{
  g_autoptr (MkStore) store = new_store (test, slow_open_func);
  Seen seen;

  seen_init (&seen, 6);
  add (store, "d", MK_STORE_LONG_WRITE, &seen);
  add (store, "a", MK_STORE_WRITE, &seen);
  ask (store, count_func, MK_STORE_READ, NULL, &seen);
  add (store, "b", MK_STORE_WRITE, &seen);
  ask (store, count_func, MK_STORE_LONG_READ, NULL, &seen);
  add (store, "c", MK_STORE_WRITE, &seen);
  g_main_loop_run (seen.loop);
  g_assert_cmpstr (seen.order->str, ==, "a1bcd4");
  mk_store_close (store);
  seen_clear (&seen);
}

static void
test_a_thousand_at_once (MkStoreTest  *test,
                         gconstpointer data)
{
  g_autoptr (MkStore) store = new_store (test, open_func);
  GString *wanted = g_string_new (NULL);
  Seen seen;

  seen_init (&seen, 1000);
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u ", i);

      g_string_append (wanted, text);
      add (store, text, MK_STORE_WRITE, &seen);
    }
  g_main_loop_run (seen.loop);
  g_assert_cmpuint (seen.n_failed, ==, 0);
  g_assert_cmpstr (seen.order->str, ==, wanted->str);
  mk_store_close (store);
  g_string_free (wanted, TRUE);
  seen_clear (&seen);
}

static gint64
count_in (MkStoreTest *test)
{
  MkDatabase *database = mk_store_test_open (test, mk_test_scripts, NULL);
  gint64 count = mk_store_test_count (database);

  mk_database_close (database);
  return count;
}

static void
test_closing_midway_drops_nothing (MkStoreTest  *test,
                                   gconstpointer data)
{
  MkStore *store = new_store (test, slow_open_func);
  Seen seen;

  seen_init (&seen, 1001);
  for (guint i = 0; i < 1000; i++)
    add (store, "x", i % 2 ? MK_STORE_WRITE : MK_STORE_LONG_WRITE, &seen);
  mk_store_close (store);
  g_assert_true (mk_store_is_closed (store));
  g_assert_cmpint (count_in (test), ==, 1000);

  add (store, "too late", MK_STORE_WRITE, &seen);
  g_main_loop_run (seen.loop);
  g_assert_error (seen.error, MK_STORE_ERROR, MK_STORE_ERROR_CLOSED);
  g_assert_cmpuint (seen.n_failed, ==, 1);
  mk_store_close (store);
  g_assert_finalize_object (store);
  g_assert_cmpint (count_in (test), ==, 1000);
  seen_clear (&seen);
}

static void
closed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  Seen *seen = data;

  mk_store_close_finish (MK_STORE (object), result);
  g_string_append (seen->order, ".");
  g_main_loop_quit (seen->loop);
}

static void
test_closing_without_waiting (MkStoreTest  *test,
                              gconstpointer data)
{
  MkStore *store = new_store (test, slow_open_func);
  Seen seen;

  seen_init (&seen, 0);
  add (store, "b", MK_STORE_LONG_WRITE, &seen);
  add (store, "a", MK_STORE_WRITE, &seen);
  mk_store_close_async (store, closed_cb, &seen);
  add (store, "too late", MK_STORE_WRITE, &seen);
  g_main_loop_run (seen.loop);
  g_assert_cmpstr (seen.order->str, ==, "ab.");
  g_assert_cmpuint (seen.n_failed, ==, 1);
  g_assert_cmpint (count_in (test), ==, 2);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (store);
  seen_clear (&seen);
}

static void
test_closing_twice_in_a_hurry (MkStoreTest  *test,
                               gconstpointer data)
{
  MkStore *store = new_store (test, slow_open_func);
  Seen seen;

  seen_init (&seen, 0);
  add (store, "a", MK_STORE_WRITE, &seen);
  mk_store_close_async (store, closed_cb, &seen);
  mk_store_close (store);
  g_assert_cmpint (count_in (test), ==, 1);
  g_main_loop_run (seen.loop);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (store);
  seen_clear (&seen);
}

static void
test_no_store_fails_everything (MkStoreTest  *test,
                                gconstpointer data)
{
  MkStore *store = mk_store_open (test->directory, "en kort sætning");
  Seen seen;

  seen_init (&seen, 3);
  add (store, "a", MK_STORE_WRITE, &seen);
  ask (store, count_func, MK_STORE_READ, NULL, &seen);
  add (store, "b", MK_STORE_LONG_WRITE, &seen);
  g_main_loop_run (seen.loop);
  g_assert_cmpuint (seen.n_failed, ==, 3);
  g_assert_error (seen.error, MK_STORE_ERROR, MK_STORE_ERROR_MISSING);
  mk_store_close (store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (store);
  seen_clear (&seen);
}

static gpointer
nothing_func (MkDatabase   *database,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  return g_strdup ("ok ");
}

static void
test_either_key_opens (MkStoreTest  *test,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *directory = mk_store_test_path (test, "new");
  MkStore *store;
  char *code = NULL;
  Seen seen;

  mk_database_close (mk_store_files_create (directory, "en kort sætning", &code, &error));
  g_assert_no_error (error);
  seen_init (&seen, 2);
  store = mk_store_open_with_recovery (directory, code);
  ask (store, nothing_func, MK_STORE_READ, NULL, &seen);
  mk_store_close (store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (store);
  store = mk_store_open (directory, "en kort sætning");
  ask (store, nothing_func, MK_STORE_READ, NULL, &seen);
  mk_store_close (store);
  g_main_loop_run (seen.loop);
  g_assert_cmpstr (seen.order->str, ==, "ok ok ");
  g_assert_finalize_object (store);
  seen_clear (&seen);
  mk_secret_text_free (code);
}

static gboolean
cancel_cb (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

static void
test_reading_is_cancelled (MkStoreTest  *test,
                           gconstpointer data)
{
  g_autoptr (MkStore) store = new_store (test, open_func);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Seen seen;

  seen_init (&seen, 2);
  ask (store, endless_func, MK_STORE_LONG_READ, cancellable, &seen);
  ask (store, endless_func, MK_STORE_LONG_READ, cancellable, &seen);
  g_timeout_add (50, cancel_cb, cancellable);
  g_main_loop_run (seen.loop);
  g_assert_cmpuint (seen.n_failed, ==, 2);
  g_assert_error (seen.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  seen.n_wanted = 3;
  add (store, "goes on", MK_STORE_WRITE, &seen);
  g_main_loop_run (seen.loop);
  g_assert_cmpstr (seen.order->str, ==, "goes on");
  mk_store_close (store);
  seen_clear (&seen);
}

static void
test_writing_is_never_cancelled (MkStoreTest  *test,
                                 gconstpointer data)
{
  g_autoptr (MkStore) store = new_store (test, open_func);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Seen seen;

  seen_init (&seen, 2);
  g_cancellable_cancel (cancellable);
  ask (store, fill_func, MK_STORE_WRITE, cancellable, &seen);
  ask (store, fill_func, MK_STORE_LONG_WRITE, cancellable, &seen);
  g_main_loop_run (seen.loop);
  g_assert_no_error (seen.error);
  g_assert_cmpstr (seen.order->str, ==, "filledfilled");
  mk_store_close (store);
  g_assert_cmpint (count_in (test), ==, 100000);
  seen_clear (&seen);
}

static gpointer
messy_func (MkDatabase   *database,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  mk_database_begin (database, NULL);
  mk_store_test_add (database, "not committed");
  return g_strdup ("messy");
}

static int n_critical;

static GLogWriterOutput
count_critical (GLogLevelFlags   level,
                const GLogField *fields,
                gsize            n_fields,
                gpointer         data)
{
  if (level & G_LOG_LEVEL_CRITICAL)
    g_atomic_int_inc (&n_critical);
  return G_LOG_WRITER_HANDLED;
}

/* A fault in the program, which is told, but does not hold back what is saved after it. */
static void
test_open_transaction_is_rolled_back (MkStoreTest  *test,
                                      gconstpointer data)
{
  g_autoptr (MkStore) store = new_store (test, open_func);
  GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_FATAL_MASK);
  Seen seen;

  seen_init (&seen, 2);
  ask (store, messy_func, MK_STORE_WRITE, NULL, &seen);
  ask (store, count_func, MK_STORE_READ, NULL, &seen);
  g_main_loop_run (seen.loop);
  g_assert_cmpint (g_atomic_int_get (&n_critical), ==, 1);
  g_log_set_always_fatal (fatal);
  g_assert_cmpstr (seen.order->str, ==, "messy0");
  mk_store_close (store);
  seen_clear (&seen);
}

static void
forget_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  guint *n_done = data;

  (*n_done)++;
}

/* The tasks have the last references, so that a store may end on either thread. */
static void
test_last_reference_in_the_queue (MkStoreTest  *test,
                                  gconstpointer data)
{
  make_database (test);
  for (guint i = 0; i < 300; i++)
    {
      MkDatabaseOptions options = { .scripts = mk_test_scripts, .wait = 5000 };
      MkStore *store = mk_store_new (open_func, g_strdup (test->directory), g_free);
      MkStore *gone = store;
      guint n_done = 0;

      g_object_add_weak_pointer (G_OBJECT (store), (gpointer *) &gone);
      for (guint j = 0; j < 3; j++)
        mk_store_run_async (store, nothing_func, g_strdup ("data"), g_free, g_free, MK_STORE_WRITE,
                            NULL, forget_cb, &n_done);
      g_object_unref (store);
      while (n_done < 3)
        g_main_context_iteration (NULL, TRUE);
      while (g_atomic_pointer_get (&gone) != NULL)
        g_thread_yield ();
      /* Its database is closed, since another one gets the lock. */
      mk_database_close (mk_database_open_full (test->directory, mk_test_key, &options, NULL));
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

static void
test_never_used (MkStoreTest  *test,
                 gconstpointer data)
{
  MkStore *store = new_store (test, slow_open_func);

  g_assert_finalize_object (store);
  g_assert_cmpint (count_in (test), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mk_key_slots_weaken_for_tests ();
  g_log_set_writer_func (count_critical, NULL, NULL);
  mk_store_test_add_case ("/store/work-is-done-in-its-order", test_work_is_done_in_its_order);
  mk_store_test_add_case ("/store/a-thousand-at-once", test_a_thousand_at_once);
  mk_store_test_add_case ("/store/closing-midway-drops-nothing", test_closing_midway_drops_nothing);
  mk_store_test_add_case ("/store/closing-without-waiting", test_closing_without_waiting);
  mk_store_test_add_case ("/store/closing-twice-in-a-hurry", test_closing_twice_in_a_hurry);
  mk_store_test_add_case ("/store/no-store-fails-everything", test_no_store_fails_everything);
  mk_store_test_add_case ("/store/passphrase-and-recovery-key-both-open", test_either_key_opens);
  mk_store_test_add_case ("/store/reading-is-cancelled", test_reading_is_cancelled);
  mk_store_test_add_case ("/store/writing-is-never-cancelled", test_writing_is_never_cancelled);
  mk_store_test_add_case ("/store/open-transaction-is-rolled-back",
                          test_open_transaction_is_rolled_back);
  mk_store_test_add_case ("/store/last-reference-in-the-queue", test_last_reference_in_the_queue);
  mk_store_test_add_case ("/store/never-used", test_never_used);
  return g_test_run ();
}
