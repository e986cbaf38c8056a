/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backup/mk-backups.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_BACKUP_PAGE (mk_backup_page_get_type ())

G_DECLARE_FINAL_TYPE (MkBackupPage, mk_backup_page, MK, BACKUP_PAGE, AdwPreferencesPage)

void mk_backup_page_set_backups (MkBackupPage *self,
                                 MkWorkplace  *workplace,
                                 MkBackups    *backups);
void mk_backup_page_verify      (MkBackupPage *self,
                                 GFile        *file);

G_END_DECLS
