/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/mk-window.h"

G_BEGIN_DECLS

void mk_scene_punch_cards      (MkWindow *window);
void mk_scene_punch_cards_path (MkWindow *window);
void mk_scene_punch_cards_none (MkWindow *window);
void mk_scene_ask              (MkWindow *window);
void mk_scene_ask_urgent       (MkWindow *window);
void mk_scene_ask_expired      (MkWindow *window);
void mk_scene_ask_draft        (MkWindow *window);
void mk_scene_statement        (MkWindow *window);
void mk_scene_statement_days   (MkWindow *window);
void mk_scene_offer            (MkWindow *window);

G_END_DECLS
