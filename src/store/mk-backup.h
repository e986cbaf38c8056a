/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

/**
 * MkBackup:
 *
 * A backup being made, one step after the other, so that other work goes between. Its steps are
 * taken one at a time: the first ones on the database's thread, the others on any, and it may be
 * freed on any.
 */
typedef struct _MkBackup MkBackup;

MkBackup *mk_backup_new          (const char *path);
gboolean  mk_backup_step         (MkBackup   *self,
                                  MkDatabase *database,
                                  GError    **error);
gboolean  mk_backup_needs_store  (MkBackup *self);
gboolean  mk_backup_is_done      (MkBackup *self);
double    mk_backup_get_fraction (MkBackup *self);
void      mk_backup_give_up      (MkBackup   *self,
                                  MkDatabase *database);
void      mk_backup_free         (MkBackup *self);
gboolean  mk_backup_make         (MkDatabase *database,
                                  const char *path,
                                  GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkBackup, mk_backup_free)

G_END_DECLS
