/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long a second program waits for the first one, in milliseconds. */
#define MK_STORE_LOCK_WAIT 2000

/**
 * MkStoreLock:
 *
 * The right to be the one program with this store. Held until it is released or the process ends,
 * however it ends. May be released on another thread than the one that took it.
 */
typedef struct _MkStoreLock MkStoreLock;

MkStoreLock *mk_store_lock_take    (const char *directory,
                                    guint       wait,
                                    GError    **error);
void         mk_store_lock_release (MkStoreLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkStoreLock, mk_store_lock_release)

G_END_DECLS
