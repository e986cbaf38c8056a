/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-film-private.h"

/* What a film is like now. */

/**
 * mk_film_is_ready:
 * @self: a film
 *
 * Returns: whether its first picture is there
 */
gboolean
mk_film_is_ready (MkFilm *self)
{
  g_return_val_if_fail (MK_IS_FILM (self), FALSE);

  return self->is_ready && self->missing == NULL;
}

/**
 * mk_film_is_playing:
 * @self: a film
 *
 * Returns: whether it plays
 */
gboolean
mk_film_is_playing (MkFilm *self)
{
  g_return_val_if_fail (MK_IS_FILM (self), FALSE);

  return self->is_playing;
}

/**
 * mk_film_has_captions:
 * @self: a film
 *
 * Returns: whether there are captions in it
 */
gboolean
mk_film_has_captions (MkFilm *self)
{
  g_return_val_if_fail (MK_IS_FILM (self), FALSE);

  return self->has_captions;
}

/**
 * mk_film_get_place:
 * @self: a film
 *
 * Returns: where it is, in seconds from the beginning
 */
double
mk_film_get_place (MkFilm *self)
{
  g_return_val_if_fail (MK_IS_FILM (self), 0);

  return (double) self->place / GST_SECOND;
}

/**
 * mk_film_get_length:
 * @self: a film
 *
 * Returns: how long it is in seconds; 0 while that is not known
 */
double
mk_film_get_length (MkFilm *self)
{
  g_return_val_if_fail (MK_IS_FILM (self), 0);

  return (double) self->length / GST_SECOND;
}

/**
 * mk_film_get_speed:
 * @self: a film
 *
 * Returns: how fast it plays; 1 is as it was made
 */
double
mk_film_get_speed (MkFilm *self)
{
  g_return_val_if_fail (MK_IS_FILM (self), 1);

  return self->speed;
}

/**
 * mk_film_get_volume:
 * @self: a film
 *
 * Returns: 0 to 1, as it is heard
 */
double
mk_film_get_volume (MkFilm *self)
{
  g_return_val_if_fail (MK_IS_FILM (self), 0);

  return self->volume;
}

/**
 * mk_film_get_caption:
 * @self: a film
 *
 * Returns: (transfer none) (nullable): the words that belong to what is seen now
 */
const char *
mk_film_get_caption (MkFilm *self)
{
  g_return_val_if_fail (MK_IS_FILM (self), NULL);

  return self->caption;
}

/**
 * mk_film_get_note:
 * @self: a film
 *
 * Returns: (transfer none) (nullable): what is less than it should be, in words
 */
const char *
mk_film_get_note (MkFilm *self)
{
  g_return_val_if_fail (MK_IS_FILM (self), NULL);

  return self->note;
}

/**
 * mk_film_get_problem:
 * @self: a film
 *
 * Returns: (transfer none) (nullable): why it does not play on, in words
 */
const char *
mk_film_get_problem (MkFilm *self)
{
  g_return_val_if_fail (MK_IS_FILM (self), NULL);

  return self->problem;
}
