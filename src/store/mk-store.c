/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-store.h"

#include "mk-key-wrap.h"
#include "mk-store-files.h"
#include "mk-store-worker.h"

#include <glib/gi18n-lib.h>

/**
 * MkStore:
 *
 * What the window has of the store: work is handed to it with a callback, and done on a thread of
 * its own, one piece at a time. All of its functions are for the thread that made it.
 *
 * When the store can't be opened, all work fails with the reason. All work that was asked for
 * before mk_store_close() is done and its callback called; what is asked for later fails with
 * %MK_STORE_ERROR_CLOSED.
 */
struct _MkStore
{
  GObject parent_instance;

  GThread       *owner;
  MkStoreWorker *worker; /* NULL when it is closed and done */
  gboolean       is_closed;
};

G_DEFINE_FINAL_TYPE (MkStore, mk_store, G_TYPE_OBJECT)

/* What a store is opened from. */
typedef struct
{
  char         *directory;
  MkSecretText *secret;
} Source;

static void
source_free (gpointer data)
{
  Source *source = data;

  g_free (source->directory);
  mk_secret_text_free (source->secret);
  g_free (source);
}

static Source *
source_new (const char *directory,
            const char *secret)
{
  Source *source = g_new0 (Source, 1);

  source->directory = g_strdup (directory);
  source->secret = g_strdup (secret);
  return source;
}

static MkDatabase *
open_func (gpointer data,
           GError **error)
{
  Source *source = data;

  return mk_store_files_open (source->directory, source->secret, error);
}

static MkDatabase *
open_with_recovery_func (gpointer data,
                         GError **error)
{
  Source *source = data;

  return mk_store_files_open_with_recovery (source->directory, source->secret, error);
}

static MkDatabase *
open_with_keyring_func (gpointer data,
                        GError **error)
{
  Source *source = data;

  return mk_store_files_open_with_keyring (source->directory, source->secret, error);
}

static void
closed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  MkStore *self = MK_STORE (object);
  g_autoptr (GTask) task = G_TASK (user_data);

  g_clear_pointer (&self->worker, mk_store_worker_free);
  g_task_return_boolean (task, TRUE);
}

/* May be called by the worker's thread, when a task had the last reference. */
static void
mk_store_finalize (GObject *object)
{
  MkStore *self = MK_STORE (object);

  if (!self->is_closed)
    mk_store_worker_close (self->worker, NULL);
  g_clear_pointer (&self->worker, mk_store_worker_free);

  G_OBJECT_CLASS (mk_store_parent_class)->finalize (object);
}

static void
mk_store_class_init (MkStoreClass *class)
{
  G_OBJECT_CLASS (class)->finalize = mk_store_finalize;
}

static void
mk_store_init (MkStore *self)
{
  self->owner = g_thread_self ();
}

/**
 * mk_store_new:
 * @func: opens the database
 * @data: what it opens it from
 * @destroy: (nullable): frees @data, on the store's thread
 *
 * Makes a store of whatever @func opens, such as one that is made at the same time.
 *
 * Returns: (transfer full): the store, opening
 */
MkStore *
mk_store_new (MkStoreOpenFunc func,
              gpointer        data,
              GDestroyNotify  destroy)
{
  MkStore *self = g_object_new (MK_TYPE_STORE, NULL);

  self->worker = mk_store_worker_new (func, data, destroy);
  return self;
}

/**
 * mk_store_open:
 * @directory: the store's directory
 * @passphrase: (nullable): what a person typed; copied, and wiped after use
 *
 * Opens a store, as mk_store_files_open() does, on the store's thread. The first work tells whether
 * it could.
 *
 * Returns: (transfer full): the store, opening
 */
MkStore *
mk_store_open (const char *directory,
               const char *passphrase)
{
  return mk_store_new (open_func, source_new (directory, passphrase), source_free);
}

/**
 * mk_store_open_with_recovery:
 * @directory: the store's directory
 * @recovery_code: the recovery key as a person typed it; copied, and wiped after use
 *
 * Opens a store whose passphrase is lost.
 *
 * Returns: (transfer full): the store, opening
 */
MkStore *
mk_store_open_with_recovery (const char *directory,
                             const char *recovery_code)
{
  return mk_store_new (open_with_recovery_func, source_new (directory, recovery_code), source_free);
}

/**
 * mk_store_open_with_keyring:
 * @directory: the store's directory
 * @secret: what the desktop's keyring keeps for it; copied, and wiped after use
 *
 * Opens a store with what mk_keyring_load_async() found.
 *
 * Returns: (transfer full): the store, opening
 */
MkStore *
mk_store_open_with_keyring (const char *directory,
                            const char *secret)
{
  return mk_store_new (open_with_keyring_func, source_new (directory, secret), source_free);
}

/**
 * mk_store_run_async:
 * @self: the store
 * @func: the work, called on the store's thread
 * @data: what it works with, which nobody else touches until @destroy
 * @destroy: (nullable): frees @data, on the store's thread, before @callback is called
 * @result_destroy: (nullable): frees a result that nobody takes, on any thread
 * @priority: when, and whether it may be ended midway
 * @cancellable: (nullable): ends readings
 * @callback: called on this thread's main context when the work is done
 * @user_data: for @callback
 *
 * Hands work to the store's thread. @callback is called in any case.
 */
void
mk_store_run_async (MkStore            *self,
                    MkStoreFunc         func,
                    gpointer            data,
                    GDestroyNotify      destroy,
                    GDestroyNotify      result_destroy,
                    MkStorePriority     priority,
                    GCancellable       *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer            user_data)
{
  MkStoreJob job = {
    .func = func,
    .data = data,
    .destroy = destroy,
    .result_destroy = result_destroy,
    .priority = priority,
  };

  g_return_if_fail (MK_IS_STORE (self));
  g_return_if_fail (func != NULL);
  g_assert (self->owner == g_thread_self ());

  job.task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (job.task, mk_store_run_async);
  /* The outcome of a change is never hidden. */
  g_task_set_check_cancellable (job.task,
                                priority == MK_STORE_READ || priority == MK_STORE_LONG_READ);
  if (!self->is_closed)
    {
      mk_store_worker_push (self->worker, &job);
      return;
    }
  if (destroy != NULL)
    destroy (data);
  g_task_return_new_error_literal (job.task, MK_STORE_ERROR, MK_STORE_ERROR_CLOSED,
                                   _ ("The store is closed. Nothing was changed. Open it again."));
  g_object_unref (job.task);
}

/**
 * mk_store_run_finish:
 * @self: the store
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what the work returned; %NULL with @error set when it
 *   failed, when a reading was cancelled (%G_IO_ERROR_CANCELLED), or when the store could not be
 *   opened
 */
gpointer
mk_store_run_finish (MkStore      *self,
                     GAsyncResult *result,
                     GError      **error)
{
  g_return_val_if_fail (MK_IS_STORE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * mk_store_is_closed:
 * @self: the store
 *
 * Returns: whether it takes no more work
 */
gboolean
mk_store_is_closed (MkStore *self)
{
  g_return_val_if_fail (MK_IS_STORE (self), TRUE);

  return self->is_closed;
}

/**
 * mk_store_close:
 * @self: the store
 *
 * Takes no more work, does what was asked for, closes the database, and returns when that is done.
 * The callbacks come when the main context runs. Does nothing the second time.
 */
void
mk_store_close (MkStore *self)
{
  g_return_if_fail (MK_IS_STORE (self));
  g_assert (self->owner == g_thread_self ());

  if (!self->is_closed)
    mk_store_worker_close (self->worker, NULL);
  self->is_closed = TRUE;
  g_clear_pointer (&self->worker, mk_store_worker_free);
}

/**
 * mk_store_close_async:
 * @self: the store, not closed yet
 * @callback: called when all is done and the database is closed
 * @user_data: for @callback
 *
 * mk_store_close() that does not make the window wait.
 */
void
mk_store_close_async (MkStore            *self,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (MK_IS_STORE (self));
  g_return_if_fail (!self->is_closed);
  g_assert (self->owner == g_thread_self ());

  task = g_task_new (self, NULL, callback, user_data);
  self->is_closed = TRUE;
  mk_store_worker_close (self->worker, g_task_new (self, NULL, closed_cb, task));
}

/**
 * mk_store_close_finish:
 * @self: the store
 * @result: what the callback was given
 *
 * Ends mk_store_close_async(), which can't fail.
 */
void
mk_store_close_finish (MkStore      *self,
                       GAsyncResult *result)
{
  g_return_if_fail (g_task_is_valid (result, self));

  g_task_propagate_boolean (G_TASK (result), NULL);
}
