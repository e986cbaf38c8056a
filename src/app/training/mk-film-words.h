/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mk_film_words_place      (gint64 place,
                                gint64 length);
char *mk_film_words_place_long (gint64 place,
                                gint64 length);
char *mk_film_words_missing    (const char *what);
char *mk_film_words_silent     (const char *what);
char *mk_film_words_problem    (const GError *error);

G_END_DECLS
