/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/mk-idle.h"
#include "shell/mk-session-watch.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_LOCK_WATCH (mk_lock_watch_get_type ())

G_DECLARE_FINAL_TYPE (MkLockWatch, mk_lock_watch, MK, LOCK_WATCH, GObject)

MkLockWatch    *mk_lock_watch_new         (GtkWidget *window,
                                           GSettings *settings);
MkIdle         *mk_lock_watch_get_idle    (MkLockWatch *self);
MkSessionWatch *mk_lock_watch_get_session (MkLockWatch *self);

G_END_DECLS
