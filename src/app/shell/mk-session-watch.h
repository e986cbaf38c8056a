/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MK_TYPE_SESSION_WATCH (mk_session_watch_get_type ())

G_DECLARE_FINAL_TYPE (MkSessionWatch, mk_session_watch, MK, SESSION_WATCH, GObject)

MkSessionWatch *mk_session_watch_new           (void);
void            mk_session_watch_start         (MkSessionWatch *self);
void            mk_session_watch_listen        (MkSessionWatch  *self,
                                                GDBusConnection *session);
void            mk_session_watch_listen_portal (MkSessionWatch  *self,
                                                GDBusConnection *session);
void            mk_session_watch_listen_system (MkSessionWatch  *self,
                                                GDBusConnection *system);

G_END_DECLS
