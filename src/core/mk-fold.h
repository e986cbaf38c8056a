/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands before each beginning of a word in mk_fold_starts(). */
#define MK_FOLD_START "  "

char       *mk_fold         (const char *text);
const char *mk_fold_find    (const char *text,
                             const char *folded_word,
                             gboolean    is_start,
                             gsize      *length);
char       *mk_fold_excerpt (const char *text,
                             const char *folded_word,
                             gboolean    is_start,
                             glong       around);
char       *mk_fold_starts  (const char *folded);

G_END_DECLS
