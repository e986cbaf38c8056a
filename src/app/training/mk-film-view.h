/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "training/mk-film.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_FILM_VIEW (mk_film_view_get_type ())

G_DECLARE_FINAL_TYPE (MkFilmView, mk_film_view, MK, FILM_VIEW, AdwBin)

MkFilmView *mk_film_view_new      (MkFilm     *film,
                                   const char *title);
MkFilm     *mk_film_view_get_film (MkFilmView *self);

G_END_DECLS
