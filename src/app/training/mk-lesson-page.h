/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-lesson.h"
#include "mk-markdown.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_LESSON_PAGE (mk_lesson_page_get_type ())

G_DECLARE_FINAL_TYPE (MkLessonPage, mk_lesson_page, MK, LESSON_PAGE, AdwNavigationPage)

MkLessonPage *mk_lesson_page_new          (const MkLesson *lesson);
void          mk_lesson_page_show_passage (MkLessonPage *self,
                                           const char   *passage);

G_END_DECLS
