/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/mk-window.h"

G_BEGIN_DECLS

void mk_scene_many          (MkWindow *window);
void mk_scene_troubles      (MkWindow *window);
void mk_scene_progress      (MkWindow *window);
void mk_scene_in_the_way    (MkWindow *window);
void mk_scene_folder_gone   (MkWindow *window);
void mk_scene_fetched_mixed (MkWindow *window);
void mk_scene_entry         (MkWindow *window);
void mk_scene_removal       (MkWindow *window);
void mk_scene_epoch         (MkWindow *window);
void mk_scene_begin_anew    (MkWindow *window);
void mk_scene_missing_seal  (MkWindow *window);
void mk_scene_asked_again   (MkWindow *window);

G_END_DECLS
