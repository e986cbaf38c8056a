/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-format.h"

G_BEGIN_DECLS

/* More than a day has none. */
#define MK_DURATION_MAX 1440

MkFormat mk_duration_parse      (const char *text,
                                 gint64     *minutes);
char    *mk_duration_to_figures (gint64 minutes);
char    *mk_duration_to_words   (gint64 minutes);

G_END_DECLS
