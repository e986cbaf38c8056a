/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mk_fold         (const char *text);
char *mk_fold_excerpt (const char *text,
                       const char *folded_word,
                       glong       around);

G_END_DECLS
