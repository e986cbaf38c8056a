/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>

/* What the thread sanitizer can't see: GLib is built without it, and its locks are system calls. So
 * each place where one thread hands something over to another by way of GLib is told here, put by the
 * linker (--wrap) in place of the functions themselves. Nothing else is taken for ordered. */

void __tsan_acquire (void *address);
void __tsan_release (void *address);

GThreadPool *__real_g_thread_pool_new_full   (GFunc          func,
                                              gpointer       user_data,
                                              GDestroyNotify destroy,
                                              int            max_threads,
                                              gboolean       exclusive,
                                              GError       **error);
GThreadPool *__wrap_g_thread_pool_new_full   (GFunc          func,
                                              gpointer       user_data,
                                              GDestroyNotify destroy,
                                              int            max_threads,
                                              gboolean       exclusive,
                                              GError       **error);
gboolean     __real_g_thread_pool_push       (GThreadPool *pool,
                                              gpointer     data,
                                              GError     **error);
gboolean     __wrap_g_thread_pool_push       (GThreadPool *pool,
                                              gpointer     data,
                                              GError     **error);
void         __real_g_thread_pool_free       (GThreadPool *pool,
                                              gboolean     immediate,
                                              gboolean     wait);
void         __wrap_g_thread_pool_free       (GThreadPool *pool,
                                              gboolean     immediate,
                                              gboolean     wait);
void         __real_g_task_return_pointer    (GTask         *task,
                                              gpointer       result,
                                              GDestroyNotify destroy);
void         __wrap_g_task_return_pointer    (GTask         *task,
                                              gpointer       result,
                                              GDestroyNotify destroy);
void         __real_g_task_return_boolean    (GTask   *task,
                                              gboolean result);
void         __wrap_g_task_return_boolean    (GTask   *task,
                                              gboolean result);
void         __real_g_task_return_error      (GTask  *task,
                                              GError *error);
void         __wrap_g_task_return_error      (GTask  *task,
                                              GError *error);
gpointer     __real_g_task_propagate_pointer (GTask   *task,
                                              GError **error);
gpointer     __wrap_g_task_propagate_pointer (GTask   *task,
                                              GError **error);
gboolean     __real_g_task_propagate_boolean (GTask   *task,
                                              GError **error);
gboolean     __wrap_g_task_propagate_boolean (GTask   *task,
                                              GError **error);

void __real_g_thread_pool_set_sort_function (GThreadPool     *pool,
                                             GCompareDataFunc func,
                                             gpointer         user_data);
void __wrap_g_thread_pool_set_sort_function (GThreadPool     *pool,
                                             GCompareDataFunc func,
                                             gpointer         user_data);

/* The function of a pool, and what it is given. One pool is made for each store, and these few bytes
 * stay. */
typedef struct
{
  GFunc            func;
  gpointer         user_data;
  GCompareDataFunc compare;
  gpointer         compare_data;
} Called;

static void
called_cb (gpointer data,
           gpointer user_data)
{
  const Called *called = user_data;

  __tsan_acquire (data);
  called->func (data, called->user_data);
  __tsan_release (user_data);
}

GThreadPool *
__wrap_g_thread_pool_new_full (GFunc          func,
                               gpointer       user_data,
                               GDestroyNotify destroy,
                               int            max_threads,
                               gboolean       exclusive,
                               GError       **error)
{
  Called *called = g_new0 (Called, 1);

  called->func = func;
  called->user_data = user_data;
  return __real_g_thread_pool_new_full (called_cb, called, destroy, max_threads, exclusive, error);
}

/* Only what still waits is compared, under the lock of the queue. */
static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  const Called *called = user_data;
  int order = called->compare (a, b, called->compare_data);

  __tsan_release ((gpointer) a);
  __tsan_release ((gpointer) b);
  return order;
}

void
__wrap_g_thread_pool_set_sort_function (GThreadPool     *pool,
                                        GCompareDataFunc func,
                                        gpointer         user_data)
{
  Called *called = pool->user_data;

  called->compare = func;
  called->compare_data = user_data;
  __real_g_thread_pool_set_sort_function (pool, compare_cb, called);
}

gboolean
__wrap_g_thread_pool_push (GThreadPool *pool,
                           gpointer     data,
                           GError     **error)
{
  __tsan_release (data);
  return __real_g_thread_pool_push (pool, data, error);
}

void
__wrap_g_thread_pool_free (GThreadPool *pool,
                           gboolean     immediate,
                           gboolean     wait)
{
  gpointer called = pool->user_data;

  __real_g_thread_pool_free (pool, immediate, wait);
  if (wait)
    __tsan_acquire (called);
}

void
__wrap_g_task_return_pointer (GTask         *task,
                              gpointer       result,
                              GDestroyNotify destroy)
{
  __tsan_release (task);
  __real_g_task_return_pointer (task, result, destroy);
}

void
__wrap_g_task_return_boolean (GTask   *task,
                              gboolean result)
{
  __tsan_release (task);
  __real_g_task_return_boolean (task, result);
}

void
__wrap_g_task_return_error (GTask  *task,
                            GError *error)
{
  __tsan_release (task);
  __real_g_task_return_error (task, error);
}

gpointer
__wrap_g_task_propagate_pointer (GTask   *task,
                                 GError **error)
{
  __tsan_acquire (task);
  return __real_g_task_propagate_pointer (task, error);
}

gboolean
__wrap_g_task_propagate_boolean (GTask   *task,
                                 GError **error)
{
  __tsan_acquire (task);
  return __real_g_task_propagate_boolean (task, error);
}
