/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/mk-window.h"

void mk_scene_call              (MkWindow *window);
void mk_scene_call_log          (MkWindow *window);
void mk_scene_call_no_answer    (MkWindow *window);
void mk_scene_call_today        (MkWindow *window);
void mk_scene_contact_note      (MkWindow *window);
void mk_scene_first_numbers     (MkWindow *window);
void mk_scene_hotline           (MkWindow *window);
void mk_scene_hotline_closed    (MkWindow *window);
void mk_scene_hotline_dialog    (MkWindow *window);
void mk_scene_hotline_empty     (MkWindow *window);
void mk_scene_hotline_old       (MkWindow *window);
void mk_scene_hotline_own       (MkWindow *window);
void mk_scene_notice            (MkWindow *window);
void mk_scene_person            (MkWindow *window);
void mk_scene_own_contact       (MkWindow *window);
void mk_scene_own_contact_hours (MkWindow *window);
void mk_scene_pocket_card       (MkWindow *window);
void mk_scene_qr                (MkWindow *window);
void mk_scene_wall_sheet        (MkWindow *window);
