/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workplace/mk-counting.h"

#include "exchange/mk-ready-reading.h"

/**
 * MkCounting:
 *
 * Counts what is to be sent, behind everything that somebody waits for: it begins when the main
 * thread has nothing else to do, and gives way to every other work on the store. Main thread.
 */
struct _MkCounting
{
  GObject parent_instance;

  MkStore          *store;
  MkCorrespondence *post;
  guint             waits; /* source that begins it, or 0 */
  GCancellable     *working; /* while it goes on */
};

G_DEFINE_FINAL_TYPE (MkCounting, mk_counting, G_TYPE_OBJECT)

enum
{
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gpointer
count_func (MkDatabase   *database,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  return mk_ready_reading_new (database, error);
}

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MkCounting) self = MK_COUNTING (user_data);
  g_autoptr (GError) error = NULL;
  MkReadyReading *ready = mk_store_run_finish (MK_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->working);
  if (ready != NULL)
    mk_correspondence_update_ready (self->post, ready);
  else
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
begin_cb (gpointer user_data)
{
  MkCounting *self = user_data;

  self->waits = 0;
  self->working = g_cancellable_new ();
  mk_store_run_async (self->store, count_func, NULL, NULL, (GDestroyNotify) mk_ready_reading_free,
                      MK_STORE_LONG_READ, self->working, counted_cb, g_object_ref (self));
}

static void
mk_counting_dispose (GObject *object)
{
  MkCounting *self = MK_COUNTING (object);

  mk_counting_stop (self);
  g_clear_object (&self->store);
  g_clear_object (&self->post);

  G_OBJECT_CLASS (mk_counting_parent_class)->dispose (object);
}

static void
mk_counting_class_init (MkCountingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mk_counting_dispose;

  /**
   * MkCounting::failed:
   * @error: the `GError` that says why
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
mk_counting_init (MkCounting *self G_GNUC_UNUSED)
{
}

/**
 * mk_counting_new:
 * @store: a store
 * @post: learns what was counted
 *
 * Returns: (transfer full): a counting that has not begun
 */
MkCounting *
mk_counting_new (MkStore          *store,
                 MkCorrespondence *post)
{
  MkCounting *self = g_object_new (MK_TYPE_COUNTING, NULL);

  self->store = g_object_ref (store);
  self->post = g_object_ref (post);
  return self;
}

/**
 * mk_counting_begin:
 * @self: a counting
 *
 * Counts anew as soon as there is time; what was being counted is given up.
 */
void
mk_counting_begin (MkCounting *self)
{
  g_return_if_fail (MK_IS_COUNTING (self));

  mk_counting_stop (self);
  self->waits = g_idle_add_once (begin_cb, self);
  g_source_set_priority (g_main_context_find_source_by_id (NULL, self->waits), G_PRIORITY_LOW);
}

/**
 * mk_counting_stop:
 * @self: a counting
 *
 * Gives it up, whether it has begun or not.
 */
void
mk_counting_stop (MkCounting *self)
{
  g_return_if_fail (MK_IS_COUNTING (self));

  g_clear_handle_id (&self->waits, g_source_remove);
  g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
}
