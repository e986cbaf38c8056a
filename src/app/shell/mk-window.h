/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backup/mk-backups.h"
#include "shell/mk-application.h"
#include "shell/mk-shell.h"

G_BEGIN_DECLS

#define MK_TYPE_WINDOW (mk_window_get_type ())

G_DECLARE_FINAL_TYPE (MkWindow, mk_window, MK, WINDOW, AdwApplicationWindow)

MkWindow  *mk_window_new         (MkApplication *application);
MkShell   *mk_window_get_shell   (MkWindow *self);
MkBackups *mk_window_get_backups (MkWindow *self);
void       mk_window_fetch       (MkWindow          *self,
                                  const char *const *files);
void       mk_window_lock        (MkWindow *self);

G_END_DECLS
