/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

G_BEGIN_DECLS

#define MK_TYPE_BACKUPS (mk_backups_get_type ())

G_DECLARE_FINAL_TYPE (MkBackups, mk_backups, MK, BACKUPS, GObject)

MkBackups  *mk_backups_new            (MkWorkplace *workplace,
                                       const char  *directory);
void        mk_backups_start          (MkBackups *self);
void        mk_backups_stop           (MkBackups *self);
void        mk_backups_look           (MkBackups *self);
void        mk_backups_make           (MkBackups *self);
void        mk_backups_cancel         (MkBackups *self);
gboolean    mk_backups_get_is_busy    (MkBackups *self);
double      mk_backups_get_fraction   (MkBackups *self);
const char *mk_backups_get_last       (MkBackups *self);
const char *mk_backups_get_trouble    (MkBackups *self);
char       *mk_backups_dup_folder     (MkBackups *self);
gboolean    mk_backups_get_is_default (MkBackups *self);
void        mk_backups_set_folder     (MkBackups  *self,
                                       const char *folder);
char       *mk_backups_dup_words      (MkBackups *self);

G_END_DECLS
