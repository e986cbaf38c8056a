/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_FILM (mk_film_get_type ())

G_DECLARE_FINAL_TYPE (MkFilm, mk_film, MK, FILM, GObject)

void          mk_film_open_async    (GBytes             *bytes,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
MkFilm       *mk_film_open_finish   (GAsyncResult *result,
                                     GError      **error);
void          mk_film_close         (MkFilm *self);
GdkPaintable *mk_film_get_paintable (MkFilm *self);

void mk_film_play       (MkFilm *self);
void mk_film_pause      (MkFilm *self);
void mk_film_seek       (MkFilm *self,
                         double  place);
void mk_film_set_speed  (MkFilm *self,
                         double  speed);
void mk_film_set_volume (MkFilm *self,
                         double  volume);

gboolean    mk_film_is_ready     (MkFilm *self);
gboolean    mk_film_is_playing   (MkFilm *self);
gboolean    mk_film_has_captions (MkFilm *self);
double      mk_film_get_place    (MkFilm *self);
double      mk_film_get_length   (MkFilm *self);
double      mk_film_get_speed    (MkFilm *self);
double      mk_film_get_volume   (MkFilm *self);
const char *mk_film_get_caption  (MkFilm *self);
const char *mk_film_get_note     (MkFilm *self);
const char *mk_film_get_problem  (MkFilm *self);

G_END_DECLS
