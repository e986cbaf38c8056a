/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-paper.h"
#include "training/mk-learning.h"

G_BEGIN_DECLS

extern const MkPaperKind mk_course_sheet_kind;

gpointer    mk_course_sheet_new   (MkLearning *learning);
const char *mk_course_sheet_title (MkLearning *learning);

G_END_DECLS
