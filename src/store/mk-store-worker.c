/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-store-worker.h"

#include "mk-database-private.h"

typedef enum
{
  TURN_OPEN,
  TURN_SOON,
  TURN_LATER,
  TURN_CLOSE,
} Turn;

typedef struct
{
  Turn       turn;
  guint64    number;
  MkStoreJob job; /* opening has none; closing has a task or nothing */
} Entry;

struct _MkStoreWorker
{
  GThreadPool  *pool;
  GMainContext *context; /* of the thread that frees it */
  guint64       next_number;

  /* Only on the worker's thread. */
  MkStoreOpenFunc open;
  gpointer        open_data;
  GDestroyNotify  open_destroy;
  MkDatabase     *database;
  GError         *error; /* why there is no database */

  GThread *thread; /* set before anything else could ask */
};

static int
compare_entries (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const Entry *first = a;
  const Entry *second = b;

  if (first->turn != second->turn)
    return first->turn < second->turn ? -1 : 1;
  return first->number < second->number ? -1 : 1;
}

static gboolean
is_read (const MkStoreJob *job)
{
  return job->priority == MK_STORE_READ || job->priority == MK_STORE_LONG_READ;
}

static void
open_database (MkStoreWorker *self)
{
  g_atomic_pointer_set (&self->thread, g_thread_self ());
  self->database = self->open (self->open_data, &self->error);
  g_assert (self->database != NULL || self->error != NULL);
  if (self->open_destroy != NULL)
    self->open_destroy (self->open_data);
}

/* A transaction left open would hold back whatever is saved after it. */
static void
check_left_at_rest (MkDatabase *database)
{
  if (mk_database_is_at_rest (database))
    return;
  g_critical ("Work on the store left a transaction or a statement open");
  while (mk_database_in_transaction (database))
    mk_database_rollback (database);
}

static gpointer
call (MkStoreWorker    *self,
      const MkStoreJob *job,
      GError          **error)
{
  GCancellable *cancellable = g_task_get_cancellable (job->task);
  gpointer result;

  if (self->database == NULL)
    {
      g_propagate_error (error, g_error_copy (self->error));
      return NULL;
    }
  if (is_read (job) && g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  mk_database_set_cancellable (self->database, is_read (job) ? cancellable : NULL);
  result = job->func (self->database, job->data, cancellable, error);
  mk_database_set_cancellable (self->database, NULL);
  check_left_at_rest (self->database);
  return result;
}

static void
perform (MkStoreWorker    *self,
         const MkStoreJob *job)
{
  GError *error = NULL;
  gpointer result = call (self, job, &error);

  if (job->destroy != NULL)
    job->destroy (job->data);
  if (error != NULL)
    {
      if (result != NULL && job->result_destroy != NULL)
        job->result_destroy (result);
      g_task_return_error (job->task, error);
    }
  else
    g_task_return_pointer (job->task, result, job->result_destroy);
}

static void
close_database (MkStoreWorker    *self,
                const MkStoreJob *job)
{
  g_clear_pointer (&self->database, mk_database_close);
  if (job->task != NULL)
    g_task_return_boolean (job->task, TRUE);
}

static void
entry_cb (gpointer data,
          gpointer user_data)
{
  MkStoreWorker *self = user_data;
  Entry *entry = data;

  switch (entry->turn)
    {
    case TURN_OPEN:
      open_database (self);
      break;
    case TURN_CLOSE:
      close_database (self, &entry->job);
      break;
    case TURN_SOON:
    case TURN_LATER:
    default:
      perform (self, &entry->job);
      break;
    }
  g_clear_object (&entry->job.task);
  g_free (entry);
}

static void
push (MkStoreWorker    *self,
      Turn              turn,
      const MkStoreJob *job)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->turn = turn;
  entry->number = self->next_number++;
  if (job != NULL)
    entry->job = *job;
  g_thread_pool_push (self->pool, entry, NULL);
}

/**
 * mk_store_worker_new:
 * @func: opens the database
 * @data: what it opens it from
 * @destroy: (nullable): frees @data, on the worker's thread
 *
 * Starts the thread, which opens the database as its first job. When that fails, every job fails
 * with its error.
 *
 * Returns: (transfer full): the worker, for one thread to push to and to free
 */
MkStoreWorker *
mk_store_worker_new (MkStoreOpenFunc func,
                     gpointer        data,
                     GDestroyNotify  destroy)
{
  g_autoptr (GError) error = NULL;
  MkStoreWorker *self = g_new0 (MkStoreWorker, 1);

  self->open = func;
  self->open_data = data;
  self->open_destroy = destroy;
  self->context = g_main_context_ref_thread_default ();
  self->pool = g_thread_pool_new_full (entry_cb, self, NULL, 1, TRUE, &error);
  if (error != NULL)
    g_error ("The store has no thread: %s", error->message);
  g_thread_pool_set_sort_function (self->pool, compare_entries, NULL);
  push (self, TURN_OPEN, NULL);
  return self;
}

/**
 * mk_store_worker_push:
 * @self: a worker that is not closed
 * @job: the work, which is taken over
 *
 * Puts work into the queue. Its task is completed whatever happens.
 */
void
mk_store_worker_push (MkStoreWorker    *self,
                      const MkStoreJob *job)
{
  gboolean is_long = job->priority == MK_STORE_LONG_READ || job->priority == MK_STORE_LONG_WRITE;

  push (self, is_long ? TURN_LATER : TURN_SOON, job);
}

/**
 * mk_store_worker_close:
 * @self: a worker that is not closed
 * @task: (transfer full) (nullable): returns %TRUE when the database is closed
 *
 * Asks for the database to be closed after all the work in the queue. Nothing may be pushed after
 * it.
 */
void
mk_store_worker_close (MkStoreWorker *self,
                       GTask         *task)
{
  MkStoreJob job = { .task = task };

  push (self, TURN_CLOSE, &job);
}

static void
free_now (MkStoreWorker *self)
{
  g_thread_pool_free (self->pool, FALSE, TRUE);
  g_clear_error (&self->error);
  g_main_context_unref (self->context);
  g_free (self);
}

static gboolean
free_cb (gpointer data)
{
  free_now (data);
  return G_SOURCE_REMOVE;
}

/* By a source of its own: g_main_context_invoke() would call at once, on this thread, while nobody
 * runs the context. */
static void
free_later (MkStoreWorker *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, free_cb, self, NULL);
  g_source_attach (source, self->context);
}

/**
 * mk_store_worker_free:
 * @self: (transfer full): a worker that is closed
 *
 * Waits until the queue is done and frees it. On the worker's own thread, which would wait for
 * itself, it leaves that to the thread that made the worker.
 */
void
mk_store_worker_free (MkStoreWorker *self)
{
  if (g_atomic_pointer_get (&self->thread) == g_thread_self ())
    free_later (self);
  else
    free_now (self);
}
