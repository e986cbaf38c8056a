/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/mk-window.h"

G_BEGIN_DECLS

void mk_scene_write_check_in      (MkWindow   *window,
                                   const char *attendance);
void mk_scene_check_in            (MkWindow *window);
void mk_scene_check_in_warnings   (MkWindow *window);
void mk_scene_check_in_absent     (MkWindow *window);
void mk_scene_check_in_more       (MkWindow *window);
void mk_scene_check_in_team       (MkWindow *window);
void mk_scene_check_in_kept       (MkWindow *window);
void mk_scene_check_in_impossible (MkWindow *window);
void mk_scene_choose              (MkWindow *window);
void mk_scene_saved               (MkWindow *window);

G_END_DECLS
