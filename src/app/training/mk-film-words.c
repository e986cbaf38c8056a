/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-film-words.h"

#include <glib/gi18n-lib.h>
#include <gst/gst.h>

/* What is said of a film: where it is, and why it does not play. */

static char *
figures (gint64 seconds)
{
  return g_strdup_printf ("%d:%02d", (int) (seconds / 60), (int) (seconds % 60));
}

/**
 * mk_film_words_place:
 * @place: seconds from the beginning
 * @length: seconds, or 0 where it is not known
 *
 * Returns: (transfer full): where a film is, as figures
 */
char *
mk_film_words_place (gint64 place,
                     gint64 length)
{
  g_autofree char *from = figures (place);
  g_autofree char *to = figures (length);

  if (length <= 0)
    return g_steal_pointer (&from);
  return g_strdup_printf (
      /* Translators: Where a film is, as in “0:30 of 2:15”. */ _ ("%1$s of %2$s"), from, to);
}

static char *
words (gint64 seconds)
{
  int whole = (int) (seconds / 60);
  int rest = (int) (seconds % 60);
  g_autofree char *minutes =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d minute", "%d minutes", (gulong) whole),
                       whole);
  g_autofree char *remaining =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d second", "%d seconds", (gulong) rest),
                       rest);

  if (whole == 0)
    return g_steal_pointer (&remaining);
  if (rest == 0)
    return g_steal_pointer (&minutes);
  return g_strdup_printf (/* Translators: Minutes and seconds. */ _ ("%1$s and %2$s"), minutes,
                          remaining);
}

/**
 * mk_film_words_place_long:
 * @place: seconds from the beginning
 * @length: seconds, or 0 where it is not known
 *
 * Returns: (transfer full): where a film is, as it is read aloud
 */
char *
mk_film_words_place_long (gint64 place,
                          gint64 length)
{
  g_autofree char *from = words (place);
  g_autofree char *to = words (length);

  if (length <= 0)
    return g_steal_pointer (&from);
  return g_strdup_printf (_ ("%1$s of %2$s"), from, to);
}

/**
 * mk_film_words_missing:
 * @what: the name of what is missing
 *
 * Returns: (transfer full): why a film does not play
 */
char *
mk_film_words_missing (const char *what)
{
  return g_strdup_printf (_ ("This computer lacks what it takes to play the film: %s. Ask whoever "
                             "looks after the computer to install it, or ask the sender for a film "
                             "in the form WebM."),
                          what);
}

/**
 * mk_film_words_silent:
 * @what: the name of what is missing
 *
 * Returns: (transfer full): why a film plays without sound
 */
char *
mk_film_words_silent (const char *what)
{
  return g_strdup_printf (_ ("The film plays without sound, because this computer lacks: %s."),
                          what);
}

/**
 * mk_film_words_problem:
 * @error: what GStreamer says
 *
 * Returns: (transfer full): why a film does not play, or does not play on
 */
char *
mk_film_words_problem (const GError *error)
{
  if (error->domain == GST_STREAM_ERROR)
    return g_strdup (_ ("This film is damaged and can’t be played. Ask whoever sent it to send it "
                        "again."));
  return g_strdup (_ ("The film can’t be played just now. Close it, and open it again."));
}
