/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/mk-window.h"

G_BEGIN_DECLS

void mk_scene_names_today     (MkWindow *window);
void mk_scene_names_placement (MkWindow *window);
void mk_scene_names_check_in  (MkWindow *window);
void mk_scene_names_hotline   (MkWindow *window);

G_END_DECLS
