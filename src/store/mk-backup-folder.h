/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-store-error.h"

#include <glib.h>

G_BEGIN_DECLS

/* What is kept: the newest of so many days, weeks and months that have one. */
#define MK_BACKUP_DAYS 7
#define MK_BACKUP_WEEKS 4
#define MK_BACKUP_MONTHS 6

GStrv    mk_backup_days_to_drop (const char *const *days,
                                 const char        *today);
char    *mk_backup_folder_path  (const char *folder,
                                 const char *installation,
                                 const char *day);
GStrv    mk_backup_folder_list  (const char *folder,
                                 const char *installation,
                                 GError    **error);
gboolean mk_backup_folder_tidy  (const char *folder,
                                 const char *installation,
                                 const char *today,
                                 GError    **error);

G_END_DECLS
