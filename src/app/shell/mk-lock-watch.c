/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/mk-lock-watch.h"

/* Where the settings are not installed. */
#define MINUTES 10

/**
 * MkLockWatch:
 *
 * Tells when a window has to lock itself: nobody touched it for as long as the settings say, or the
 * person left the desktop. Main thread.
 */
struct _MkLockWatch
{
  GObject parent_instance;

  MkIdle         *idle;
  MkSessionWatch *session;
  GSettings      *settings; /* or NULL */
};

G_DEFINE_FINAL_TYPE (MkLockWatch, mk_lock_watch, G_TYPE_OBJECT)

enum
{
  SIGNAL_LOCK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
lock_cb (MkLockWatch *self)
{
  g_signal_emit (self, signals[SIGNAL_LOCK], 0);
}

static void
minutes_cb (MkLockWatch *self)
{
  guint minutes =
      self->settings != NULL ? g_settings_get_uint (self->settings, "lock-minutes") : MINUTES;

  mk_idle_set_minutes (self->idle, minutes);
}

static gboolean
event_cb (MkLockWatch *self)
{
  mk_idle_touch (self->idle);
  return GDK_EVENT_PROPAGATE;
}

/* Whatever is done in the window goes by here first. */
static void
follow_events (MkLockWatch *self,
               GtkWidget   *window)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (window, controller);
}

static void
mk_lock_watch_finalize (GObject *object)
{
  MkLockWatch *self = MK_LOCK_WATCH (object);

  g_object_unref (self->idle);
  g_object_run_dispose (G_OBJECT (self->session));
  g_object_unref (self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (mk_lock_watch_parent_class)->finalize (object);
}

static void
mk_lock_watch_class_init (MkLockWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mk_lock_watch_finalize;

  /**
   * MkLockWatch::lock:
   *
   * The window has to lock itself now.
   */
  signals[SIGNAL_LOCK] = g_signal_new ("lock", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mk_lock_watch_init (MkLockWatch *self)
{
  self->idle = mk_idle_new ();
  self->session = mk_session_watch_new ();
  g_signal_connect_swapped (self->idle, "idle", G_CALLBACK (lock_cb), self);
  g_signal_connect_object (self->session, "left", G_CALLBACK (lock_cb), self, G_CONNECT_SWAPPED);
}

/**
 * mk_lock_watch_new:
 * @window: what is watched
 * @settings: (nullable): with the minutes
 *
 * Returns: (transfer full): a watch that has begun
 */
MkLockWatch *
mk_lock_watch_new (GtkWidget *window,
                   GSettings *settings)
{
  MkLockWatch *self = g_object_new (MK_TYPE_LOCK_WATCH, NULL);

  follow_events (self, window);
  mk_session_watch_start (self->session);
  if (settings != NULL)
    {
      self->settings = g_object_ref (settings);
      g_signal_connect_object (settings, "changed::lock-minutes", G_CALLBACK (minutes_cb), self,
                               G_CONNECT_SWAPPED);
    }
  minutes_cb (self);
  return self;
}

/**
 * mk_lock_watch_get_idle:
 * @self: a watch
 *
 * Returns: (transfer none): what tells that nobody is there
 */
MkIdle *
mk_lock_watch_get_idle (MkLockWatch *self)
{
  g_return_val_if_fail (MK_IS_LOCK_WATCH (self), NULL);

  return self->idle;
}

/**
 * mk_lock_watch_get_session:
 * @self: a watch
 *
 * Returns: (transfer none): what tells that the person left the desktop
 */
MkSessionWatch *
mk_lock_watch_get_session (MkLockWatch *self)
{
  g_return_val_if_fail (MK_IS_LOCK_WATCH (self), NULL);

  return self->session;
}
