/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/mk-session-watch.h"

#define LOGIN "org.freedesktop.login1"

/**
 * MkSessionWatch:
 *
 * Tells when the person leaves the desktop: the screen is locked, or the computer goes to sleep. It
 * listens to whatever the desktop has of these, and is silent where there is nothing. Main thread.
 */
struct _MkSessionWatch
{
  GObject parent_instance;

  GCancellable *cancellable;
  GPtrArray    *subscriptions; /* element-type Subscription */
};

G_DEFINE_FINAL_TYPE (MkSessionWatch, mk_session_watch, G_TYPE_OBJECT)

enum
{
  SIGNAL_LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  GDBusConnection *bus;
  guint            id;
} Subscription;

static void
subscription_free (gpointer data)
{
  Subscription *subscription = data;

  g_dbus_connection_signal_unsubscribe (subscription->bus, subscription->id);
  g_object_unref (subscription->bus);
  g_free (subscription);
}

static void
signal_cb (GDBusConnection *bus,
           const char      *sender,
           const char      *path,
           const char      *interface,
           const char      *name,
           GVariant        *parameters,
           gpointer         user_data)
{
  MkSessionWatch *self = MK_SESSION_WATCH (user_data);
  gboolean begins = TRUE;

  /* The end of the screen's lock and of sleep are told by the same signals. */
  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    g_variant_get (parameters, "(b)", &begins);
  if (begins)
    g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void
subscribe (MkSessionWatch  *self,
           GDBusConnection *bus,
           const char      *sender,
           const char      *interface,
           const char      *name,
           const char      *path)
{
  Subscription *subscription = g_new0 (Subscription, 1);

  subscription->bus = g_object_ref (bus);
  subscription->id =
      g_dbus_connection_signal_subscribe (bus, sender, interface, name, path, NULL,
                                          G_DBUS_SIGNAL_FLAGS_NONE, signal_cb, self, NULL);
  g_ptr_array_add (self->subscriptions, subscription);
}

static void
session_bus_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (MkSessionWatch) self = MK_SESSION_WATCH (user_data);
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);

  if (bus != NULL && !g_cancellable_is_cancelled (self->cancellable))
    mk_session_watch_listen (self, bus);
}

static void
system_bus_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (MkSessionWatch) self = MK_SESSION_WATCH (user_data);
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);

  if (bus != NULL && !g_cancellable_is_cancelled (self->cancellable))
    mk_session_watch_listen_system (self, bus);
}

/* Other people's sessions are locked too, which is told to everybody. */
static void
own_session_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (MkSessionWatch) self = MK_SESSION_WATCH (user_data);
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, NULL);
  const char *path;

  if (answer == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  g_variant_get (answer, "(&o)", &path);
  subscribe (self, G_DBUS_CONNECTION (object), LOGIN, LOGIN ".Session", "Lock", path);
}

static void
mk_session_watch_dispose (GObject *object)
{
  MkSessionWatch *self = MK_SESSION_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  g_ptr_array_set_size (self->subscriptions, 0);

  G_OBJECT_CLASS (mk_session_watch_parent_class)->dispose (object);
}

static void
mk_session_watch_finalize (GObject *object)
{
  MkSessionWatch *self = MK_SESSION_WATCH (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->subscriptions);

  G_OBJECT_CLASS (mk_session_watch_parent_class)->finalize (object);
}

static void
mk_session_watch_class_init (MkSessionWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mk_session_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = mk_session_watch_finalize;

  /**
   * MkSessionWatch::left:
   *
   * The screen is locked, or the computer goes to sleep.
   */
  signals[SIGNAL_LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mk_session_watch_init (MkSessionWatch *self)
{
  self->cancellable = g_cancellable_new ();
  self->subscriptions = g_ptr_array_new_with_free_func (subscription_free);
}

/**
 * mk_session_watch_new:
 *
 * Returns: (transfer full): one that listens to nothing yet
 */
MkSessionWatch *
mk_session_watch_new (void)
{
  return g_object_new (MK_TYPE_SESSION_WATCH, NULL);
}

/**
 * mk_session_watch_start:
 * @self: a watch
 *
 * Listens to the buses of this session and this computer, where they are.
 */
void
mk_session_watch_start (MkSessionWatch *self)
{
  g_return_if_fail (MK_IS_SESSION_WATCH (self));

  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, session_bus_cb, g_object_ref (self));
  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, system_bus_cb, g_object_ref (self));
}

/**
 * mk_session_watch_listen:
 * @self: a watch
 * @session: a session bus
 *
 * Listens to the screen's lock, as GNOME and as the others call it.
 */
void
mk_session_watch_listen (MkSessionWatch  *self,
                         GDBusConnection *session)
{
  static const char *const interfaces[] = { "org.gnome.ScreenSaver", "org.freedesktop.ScreenSaver",
                                            "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver" };

  g_return_if_fail (MK_IS_SESSION_WATCH (self));

  for (guint i = 0; i < G_N_ELEMENTS (interfaces); i++)
    subscribe (self, session, NULL, interfaces[i], "ActiveChanged", NULL);
}

/**
 * mk_session_watch_listen_system:
 * @self: a watch
 * @system: a system bus
 *
 * Listens to the log-in service: this session is locked, or the computer goes to sleep.
 */
void
mk_session_watch_listen_system (MkSessionWatch  *self,
                                GDBusConnection *system)
{
  g_return_if_fail (MK_IS_SESSION_WATCH (self));

  subscribe (self, system, LOGIN, LOGIN ".Manager", "PrepareForSleep", NULL);
  g_dbus_connection_call (system, LOGIN, "/org/freedesktop/login1", LOGIN ".Manager", "GetSession",
                          g_variant_new ("(s)", "auto"), G_VARIANT_TYPE ("(o)"),
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, self->cancellable, own_session_cb,
                          g_object_ref (self));
}
