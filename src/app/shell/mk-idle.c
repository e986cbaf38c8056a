/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/mk-idle.h"

#include "mk-clock.h"

/**
 * MkIdle:
 *
 * Tells when nobody has done anything for some minutes. Being told that somebody does costs next to
 * nothing: the timer looks at the last moment only when it is due. Main thread.
 */
struct _MkIdle
{
  GObject parent_instance;

  gint64 last; /* by mk_clock_ticks() */
  guint  minutes; /* 0 for never */
  guint  timeout;
};

G_DEFINE_FINAL_TYPE (MkIdle, mk_idle, G_TYPE_OBJECT)

enum
{
  SIGNAL_IDLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void wait_for_rest (MkIdle *self);

static void
due_cb (gpointer user_data)
{
  MkIdle *self = user_data;

  self->timeout = 0;
  if (mk_idle_left (self->last, mk_clock_ticks (), self->minutes) > 0)
    wait_for_rest (self);
  else
    g_signal_emit (self, signals[SIGNAL_IDLE], 0);
}

static void
wait_for_rest (MkIdle *self)
{
  gint64 left = mk_idle_left (self->last, mk_clock_ticks (), self->minutes);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->minutes > 0)
    self->timeout = g_timeout_add_once ((guint) (left / 1000) + 1, due_cb, self);
}

static void
mk_idle_finalize (GObject *object)
{
  g_clear_handle_id (&MK_IDLE (object)->timeout, g_source_remove);

  G_OBJECT_CLASS (mk_idle_parent_class)->finalize (object);
}

static void
mk_idle_class_init (MkIdleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mk_idle_finalize;

  /**
   * MkIdle::idle:
   *
   * Nobody did anything for so long. It begins again with mk_idle_touch().
   */
  signals[SIGNAL_IDLE] = g_signal_new ("idle", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mk_idle_init (MkIdle *self)
{
  self->last = mk_clock_ticks ();
}

/**
 * mk_idle_new:
 *
 * Returns: (transfer full): one that never tells, before it is given minutes
 */
MkIdle *
mk_idle_new (void)
{
  return g_object_new (MK_TYPE_IDLE, NULL);
}

/**
 * mk_idle_set_minutes:
 * @self: an idle
 * @minutes: after how many it tells; 0 for never
 */
void
mk_idle_set_minutes (MkIdle *self,
                     guint   minutes)
{
  g_return_if_fail (MK_IS_IDLE (self));

  self->minutes = minutes;
  wait_for_rest (self);
}

/**
 * mk_idle_touch:
 * @self: an idle
 *
 * Somebody did something now.
 */
void
mk_idle_touch (MkIdle *self)
{
  g_return_if_fail (MK_IS_IDLE (self));

  self->last = mk_clock_ticks ();
  if (self->timeout == 0)
    wait_for_rest (self);
}

/**
 * mk_idle_left:
 * @last: when something was done, in microseconds
 * @now: the present moment on the same clock
 * @minutes: after how many nobody is there
 *
 * Returns: for how many microseconds somebody still counts as being there, 0 when no longer
 */
gint64
mk_idle_left (gint64 last,
              gint64 now,
              guint  minutes)
{
  return MAX (0, last + (gint64) minutes * 60 * G_USEC_PER_SEC - now);
}
