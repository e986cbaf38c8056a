/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-lesson.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_QUIZ_VIEW (mk_quiz_view_get_type ())

G_DECLARE_FINAL_TYPE (MkQuizView, mk_quiz_view, MK, QUIZ_VIEW, GtkBox)

MkQuizView *mk_quiz_view_new (const MkLesson *lesson);

G_END_DECLS
