/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/mk-window.h"

G_BEGIN_DECLS

void mk_scene_show_preferences     (MkWindow   *window,
                                    const char *page);
void mk_scene_preferences          (MkWindow *window);
void mk_scene_preferences_fault    (MkWindow *window);
void mk_scene_preferences_lock     (MkWindow *window);
void mk_scene_preferences_prompts  (MkWindow *window);
void mk_scene_preferences_exchange (MkWindow *window);

G_END_DECLS
