/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-backup-restore.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

char          *mk_backup_moment_words    (const char *made);
char          *mk_backup_content_words   (const MkBackupContent *content);
char          *mk_backup_restored_words  (const MkRestored *restored);
GtkFileDialog *mk_backup_file_dialog_new (GtkWidget *parent);

G_END_DECLS
