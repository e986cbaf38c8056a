/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-lesson.h"

G_BEGIN_DECLS

/**
 * MkCourseFoundFunc:
 * @lesson: a lesson in which all words stand
 * @passage: the block of it that shows them best
 * @user_data: what was given with it
 */
typedef void (*MkCourseFoundFunc) (const MkLesson *lesson,
                                   const char     *passage,
                                   gpointer        user_data);

void mk_course_search (const char       *text,
                       MkCourseFoundFunc func,
                       gpointer          user_data);

G_END_DECLS
