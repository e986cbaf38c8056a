/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/mk-window.h"

G_BEGIN_DECLS

void mk_scene_arrangement       (MkWindow *window);
void mk_scene_name_here         (MkWindow *window);
void mk_scene_week              (MkWindow *window);
void mk_scene_placement         (MkWindow *window);
void mk_scene_placement_log     (MkWindow *window);
void mk_scene_placement_odd     (MkWindow *window);
void mk_scene_placement_phase   (MkWindow *window);
void mk_scene_placement_none    (MkWindow *window);
void mk_scene_placement_empty   (MkWindow *window);
void mk_scene_placement_problem (MkWindow *window);
void mk_scene_print             (MkWindow *window);

G_END_DECLS
