/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/mk-session-watch.h"

#define LOGIN "org.freedesktop.login1"
#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define INHIBIT "org.freedesktop.portal.Inhibit"

/* What the portal calls the moment before the person logs out. */
#define QUERY_END 2

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
  gboolean      is_locked; /* as the portal told it last */
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

/* The log-out waits for each who listens. Nothing here is lost by it: what is typed is kept. */
static void
answer_query_end (GDBusConnection *bus,
                  const char      *session)
{
  g_dbus_connection_call (bus, PORTAL, PORTAL_PATH, INHIBIT, "QueryEndResponse",
                          g_variant_new ("(o)", session), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                          NULL, NULL);
}

/* All that a portal knows comes at each change of any of it. */
static void
state_cb (GDBusConnection *bus,
          const char      *sender,
          const char      *path,
          const char      *interface,
          const char      *name,
          GVariant        *parameters,
          gpointer         user_data)
{
  MkSessionWatch *self = MK_SESSION_WATCH (user_data);
  g_autoptr (GVariant) state = NULL;
  const char *session;
  gboolean is_locked = FALSE;
  guint32 session_state = 0;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(oa{sv})")))
    return;
  g_variant_get (parameters, "(&o@a{sv})", &session, &state);
  g_variant_lookup (state, "screensaver-active", "b", &is_locked);
  g_variant_lookup (state, "session-state", "u", &session_state);
  if (session_state == QUERY_END)
    answer_query_end (bus, session);
  if (is_locked && !self->is_locked)
    g_signal_emit (self, signals[SIGNAL_LEFT], 0);
  self->is_locked = is_locked;
}

static void
subscribe_with (MkSessionWatch     *self,
                GDBusConnection    *bus,
                const char         *sender,
                const char         *interface,
                const char         *name,
                const char         *path,
                GDBusSignalCallback callback)
{
  Subscription *subscription = g_new0 (Subscription, 1);

  subscription->bus = g_object_ref (bus);
  subscription->id =
      g_dbus_connection_signal_subscribe (bus, sender, interface, name, path, NULL,
                                          G_DBUS_SIGNAL_FLAGS_NONE, callback, self, NULL);
  g_ptr_array_add (self->subscriptions, subscription);
}

static void
subscribe (MkSessionWatch  *self,
           GDBusConnection *bus,
           const char      *sender,
           const char      *interface,
           const char      *name,
           const char      *path)
{
  subscribe_with (self, bus, sender, interface, name, path, signal_cb);
}

static void
session_bus_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (MkSessionWatch) self = MK_SESSION_WATCH (user_data);
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);

  if (bus == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  mk_session_watch_listen (self, bus);
  mk_session_watch_listen_portal (self, bus);
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
 * mk_session_watch_listen_portal:
 * @self: a watch
 * @session: a session bus
 *
 * Listens to what the portal tells of the session, which is all that is told in a sandbox.
 */
void
mk_session_watch_listen_portal (MkSessionWatch  *self,
                                GDBusConnection *session)
{
  GVariantBuilder options;

  g_return_if_fail (MK_IS_SESSION_WATCH (self));

  subscribe_with (self, session, PORTAL, INHIBIT, "StateChanged", PORTAL_PATH, state_cb);
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "session_handle_token", g_variant_new_string ("makker"));
  /* Where there is no such portal, nothing is told. */
  g_dbus_connection_call (session, PORTAL, PORTAL_PATH, INHIBIT, "CreateMonitor",
                          g_variant_new ("(sa{sv})", "", &options), NULL, G_DBUS_CALL_FLAGS_NONE,
                          -1, self->cancellable, NULL, NULL);
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
