/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/mk-window.h"

G_BEGIN_DECLS

void mk_scene_fetched          (MkWindow *window);
void mk_scene_question         (MkWindow *window);
void mk_scene_exchange         (MkWindow *window);
void mk_scene_exchange_sent    (MkWindow *window);
void mk_scene_exchange_empty   (MkWindow *window);
void mk_scene_exchange_preview (MkWindow *window);
void mk_scene_exchange_problem (MkWindow *window);

G_END_DECLS
