/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/mk-window.h"

G_BEGIN_DECLS

void mk_scene_today_rest    (MkWindow *window);
void mk_scene_today_nobody  (MkWindow *window);
void mk_scene_today_trouble (MkWindow *window);
void mk_scene_only          (MkWindow *window);
void mk_scene_search        (MkWindow *window);
void mk_scene_search_found  (MkWindow *window);
void mk_scene_search_none   (MkWindow *window);
void mk_scene_sidebar       (MkWindow *window);
void mk_scene_shortcuts     (MkWindow *window);
void mk_scene_help          (MkWindow *window);
void mk_scene_help_lesson   (MkWindow *window);

G_END_DECLS
