/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "training/mk-film.h"

#include <gst/gst.h>

G_BEGIN_DECLS

/**
 * MkFilm:
 *
 * A film in memory that plays: GStreamer's playbin, with pictures for a window of GTK and captions as
 * words. Main thread; GStreamer's own threads are heard of through the pipeline's bus alone. It is
 * paused at its beginning when it is new. mk_film_close() ends it.
 *
 * mk-film.c plays it, and mk-film-state.c tells what it is like.
 */
struct _MkFilm
{
  GObject parent_instance;

  GstElement   *pipeline;
  GdkPaintable *paintable;
  guint         watch; /* of the bus */
  guint         ticking; /* while it plays */
  guint         giving_up; /* while something is missing */

  gboolean is_ready; /* whether its first picture is there */
  gboolean is_playing;
  gboolean is_at_end;
  gboolean is_seeking;
  gint64   place; /* in nanoseconds, as all that follows */
  gint64   wanted; /* where to go when the seeking under way is done, or -1 */
  gint64   length; /* or 0 */
  double   speed;
  double   volume;

  gboolean has_captions;
  char    *caption; /* that is shown now, or NULL */
  gint64   caption_until;
  char    *note;
  char    *missing; /* what its pictures lack, in words, or NULL */
  char    *problem;
};

G_END_DECLS
