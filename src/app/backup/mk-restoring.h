/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-backup-restore.h"
#include "mk-store.h"

G_BEGIN_DECLS

/**
 * MkRestoring:
 *
 * A backup being restored and the store that comes of it opened. Shared between the window's thread
 * and the store's.
 */
typedef struct _MkRestoring MkRestoring;

MkRestoring *mk_restoring_new           (const char *directory,
                                         const char *path,
                                         const char *secret);
MkStore     *mk_restoring_begin         (MkRestoring *self);
MkRestored  *mk_restoring_take_restored (MkRestoring *self);
void         mk_restoring_unref         (MkRestoring *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkRestoring, mk_restoring_unref)

G_END_DECLS
