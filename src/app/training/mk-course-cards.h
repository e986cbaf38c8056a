/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-paper.h"

G_BEGIN_DECLS

extern const MkPaperKind mk_course_cards_kind;

GPtrArray *mk_course_cards_new (const char *name);

G_END_DECLS
