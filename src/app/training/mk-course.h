/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-lesson.h"
#include "mk-markdown.h"

G_BEGIN_DECLS

const GPtrArray *mk_course_get     (void);
const MkLesson  *mk_course_find    (const char *name);
const MkLesson  *mk_course_part    (guint        module,
                                    MkLessonKind kind);
GPtrArray       *mk_course_list    (MkLessonKind kind);
guint            mk_course_minutes (guint module);
char            *mk_course_picture (const char *source);
char            *mk_course_words   (const MkLesson *lesson);

G_END_DECLS
