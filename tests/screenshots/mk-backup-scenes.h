/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/mk-window.h"

G_BEGIN_DECLS

void mk_scene_backup           (MkWindow *window);
void mk_scene_backup_busy      (MkWindow *window);
void mk_scene_backup_away      (MkWindow *window);
void mk_scene_backup_verified  (MkWindow *window);
void mk_scene_backup_foreign   (MkWindow *window);
void mk_scene_restore_question (MkWindow *window);
void mk_scene_restore          (MkWindow *window);
void mk_scene_restore_wrong    (MkWindow *window);
void mk_scene_restore_done     (MkWindow *window);

G_END_DECLS
