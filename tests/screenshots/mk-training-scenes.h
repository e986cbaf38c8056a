/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/mk-window.h"

G_BEGIN_DECLS

void mk_scene_training      (MkWindow *window);
void mk_scene_module        (MkWindow *window);
void mk_scene_module_2      (MkWindow *window);
void mk_scene_module_3      (MkWindow *window);
void mk_scene_module_4      (MkWindow *window);
void mk_scene_module_5      (MkWindow *window);
void mk_scene_module_6      (MkWindow *window);
void mk_scene_module_7      (MkWindow *window);
void mk_scene_module_8      (MkWindow *window);
void mk_scene_quiz          (MkWindow *window);
void mk_scene_situations    (MkWindow *window);
void mk_scene_lesson        (MkWindow *window);
void mk_scene_lesson_large  (MkWindow *window);
void mk_scene_material      (MkWindow *window);
void mk_scene_situation     (MkWindow *window);
void mk_scene_course_cards  (MkWindow *window);
void mk_scene_course_sheet  (MkWindow *window);
void mk_scene_meetings      (MkWindow *window);
void mk_scene_meetings_none (MkWindow *window);
void mk_scene_meeting       (MkWindow *window);
void mk_scene_meeting_held  (MkWindow *window);
void mk_scene_film          (MkWindow *window);
void mk_scene_film_alone    (MkWindow *window);
void mk_scene_film_missing  (MkWindow *window);
void mk_scene_film_playing  (MkWindow *window);
void mk_scene_film_question (MkWindow *window);

G_END_DECLS
