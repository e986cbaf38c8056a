/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-store.h"

G_BEGIN_DECLS

/**
 * MkStoreWorker:
 *
 * The thread that has the database, and the queue to it. Apart from [class@Store], because a task
 * keeps its store: the thread may drop the last reference to it, and the queue can't be freed from
 * the thread it waits for.
 */
typedef struct _MkStoreWorker MkStoreWorker;

/**
 * MkStoreJob:
 * @func: the work
 * @data: what it works with; destroyed with @destroy on the worker's thread after it
 * @result_destroy: (nullable): what frees a result that nobody takes
 * @task: (transfer full): who wants to know
 *
 * One piece of work in the queue.
 */
typedef struct
{
  MkStoreFunc     func;
  gpointer        data;
  GDestroyNotify  destroy;
  GDestroyNotify  result_destroy;
  MkStorePriority priority;
  GTask          *task;
} MkStoreJob;

MkStoreWorker *mk_store_worker_new   (MkStoreOpenFunc func,
                                      gpointer        data,
                                      GDestroyNotify  destroy);
void           mk_store_worker_push  (MkStoreWorker    *self,
                                      const MkStoreJob *job);
void           mk_store_worker_close (MkStoreWorker *self,
                                      GTask         *task);
void           mk_store_worker_free  (MkStoreWorker *self);

G_END_DECLS
