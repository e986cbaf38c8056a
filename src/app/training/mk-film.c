/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-film-private.h"

#include "training/mk-film-captions.h"
#include "training/mk-film-pipeline.h"
#include "training/mk-film-words.h"

#include <gst/pbutils/missing-plugins.h>
#include <string.h>

#define TICK_MS 200

/* So long GStreamer may go on with what it has, where something is missing. */
#define PATIENCE_MS 500

G_DEFINE_FINAL_TYPE (MkFilm, mk_film, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed (MkFilm *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
read_place (MkFilm *self)
{
  gint64 place, length;

  if (gst_element_query_duration (self->pipeline, GST_FORMAT_TIME, &length) && length > 0)
    self->length = length;
  if (self->is_seeking || !gst_element_query_position (self->pipeline, GST_FORMAT_TIME, &place))
    return;
  self->place = self->length > 0 ? CLAMP (place, 0, self->length) : MAX (place, 0);
  if (self->caption != NULL && self->place >= self->caption_until)
    g_clear_pointer (&self->caption, g_free);
}

static gboolean
tick_cb (gpointer user_data)
{
  MkFilm *self = user_data;

  read_place (self);
  changed (self);
  return G_SOURCE_CONTINUE;
}

static void
set_playing (MkFilm  *self,
             gboolean is_playing)
{
  if (self->pipeline == NULL || self->is_playing == is_playing)
    return;
  self->is_playing = is_playing;
  g_clear_handle_id (&self->ticking, g_source_remove);
  if (is_playing)
    self->ticking = g_timeout_add (TICK_MS, tick_cb, self);
  gst_element_set_state (self->pipeline, is_playing ? GST_STATE_PLAYING : GST_STATE_PAUSED);
  changed (self);
}

static void
go (MkFilm *self,
    gint64  place)
{
  if (!self->is_ready)
    return;
  self->place = self->length > 0 ? CLAMP (place, 0, self->length) : MAX (place, 0);
  self->is_at_end = FALSE;
  g_clear_pointer (&self->caption, g_free);
  if (self->is_seeking)
    self->wanted = self->place;
  else
    self->is_seeking = gst_element_seek (self->pipeline, self->speed, GST_FORMAT_TIME,
                                         GST_SEEK_FLAG_FLUSH | GST_SEEK_FLAG_ACCURATE,
                                         GST_SEEK_TYPE_SET, self->place, GST_SEEK_TYPE_NONE, -1);
  changed (self);
}

/* It stays as it is: nothing more comes of it. */
static void
stop (MkFilm *self)
{
  g_clear_handle_id (&self->ticking, g_source_remove);
  g_clear_handle_id (&self->giving_up, g_source_remove);
  g_clear_handle_id (&self->watch, g_source_remove);
  self->is_playing = FALSE;
  if (self->pipeline != NULL)
    gst_element_set_state (self->pipeline, GST_STATE_NULL);
  gst_clear_object (&self->pipeline);
}

static void
fail (MkFilm *self,
      char   *words)
{
  g_free (self->problem);
  self->problem = words;
  stop (self);
  changed (self);
}

/* What the bus says */

static void
hear_done (MkFilm *self)
{
  gint64 wanted = self->wanted;
  int n_captions = 0;

  g_object_get (self->pipeline, "n-text", &n_captions, NULL);
  self->has_captions = n_captions > 0;
  self->is_ready = TRUE;
  self->is_seeking = FALSE;
  self->wanted = -1;
  if (wanted >= 0)
    {
      go (self, wanted);
      return;
    }
  read_place (self);
  changed (self);
}

static void
hear_end (MkFilm *self)
{
  set_playing (self, FALSE);
  self->is_at_end = TRUE;
  self->place = MAX (self->place, self->length);
  g_clear_pointer (&self->caption, g_free);
  changed (self);
}

static gboolean
give_up_cb (gpointer user_data)
{
  MkFilm *self = user_data;

  self->giving_up = 0;
  fail (self, g_steal_pointer (&self->missing));
  return G_SOURCE_REMOVE;
}

/* Without the pictures there is no film, but without its sound there is one. Either way GStreamer goes
 * on with what it has, but it may neither say when it is done with that nor like to be stopped in the
 * middle of it. */
static void
hear_missing (MkFilm     *self,
              GstMessage *message)
{
  g_autofree char *what = gst_missing_plugin_message_get_description (message);
  g_autofree char *detail = gst_missing_plugin_message_get_installer_detail (message);

  if (detail == NULL || strstr (detail, "-audio/") == NULL)
    {
      g_free (self->missing);
      self->missing = mk_film_words_missing (what);
      if (self->giving_up == 0)
        self->giving_up = g_timeout_add (PATIENCE_MS, give_up_cb, self);
      return;
    }
  g_free (self->note);
  self->note = mk_film_words_silent (what);
  changed (self);
}

static void
hear_error (MkFilm     *self,
            GstMessage *message)
{
  g_autoptr (GError) error = NULL;

  gst_message_parse_error (message, &error, NULL);
  fail (self,
        self->missing != NULL ? g_steal_pointer (&self->missing) : mk_film_words_problem (error));
}

static void
hear_other (MkFilm     *self,
            GstMessage *message)
{
  g_autofree char *text = NULL;
  gint64 until;

  if (gst_is_missing_plugin_message (message))
    hear_missing (self, message);
  else if (!self->is_seeking && mk_film_captions_read (message, &text, &until))
    {
      g_set_str (&self->caption, *text != '\0' ? text : NULL);
      self->caption_until = until;
      changed (self);
    }
}

static gboolean
bus_cb (GstBus     *bus,
        GstMessage *message,
        gpointer    user_data)
{
  g_autoptr (MkFilm) self = g_object_ref (user_data);
  GstMessageType type = GST_MESSAGE_TYPE (message);

  if (type == GST_MESSAGE_ERROR)
    hear_error (self, message);
  else if (type == GST_MESSAGE_EOS)
    hear_end (self);
  else if (type == GST_MESSAGE_ASYNC_DONE)
    hear_done (self);
  else if (type == GST_MESSAGE_ELEMENT || type == GST_MESSAGE_APPLICATION)
    hear_other (self, message);
  /* It may have ended with this message, and its watch was removed. */
  return self->watch != 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* MkFilm */

static void
mk_film_dispose (GObject *object)
{
  MkFilm *self = MK_FILM (object);

  stop (self);
  g_clear_object (&self->paintable);

  G_OBJECT_CLASS (mk_film_parent_class)->dispose (object);
}

static void
mk_film_finalize (GObject *object)
{
  MkFilm *self = MK_FILM (object);

  g_free (self->caption);
  g_free (self->note);
  g_free (self->missing);
  g_free (self->problem);

  G_OBJECT_CLASS (mk_film_parent_class)->finalize (object);
}

static void
mk_film_class_init (MkFilmClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mk_film_dispose;
  object_class->finalize = mk_film_finalize;

  /**
   * MkFilm::changed:
   *
   * What its getters say may be another now.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mk_film_init (MkFilm *self)
{
  self->wanted = -1;
  self->speed = 1;
  self->volume = 1;
}

/* Opening */

static MkFilm *
film_new (GBytes  *bytes,
          GError **error)
{
  g_autoptr (MkFilm) self = g_object_new (MK_TYPE_FILM, NULL);
  g_autoptr (GstBus) bus = NULL;

  self->pipeline = mk_film_pipeline_new (bytes, &self->paintable, error);
  if (self->pipeline == NULL)
    return NULL;
  bus = gst_element_get_bus (self->pipeline);
  self->watch = gst_bus_add_watch (bus, bus_cb, self);
  gst_element_set_state (self->pipeline, GST_STATE_PAUSED);
  return g_steal_pointer (&self);
}

/* The first time, GStreamer looks at all that it has. */
static void
start_func (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  GError *error = NULL;

  if (gst_init_check (NULL, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * mk_film_open_async:
 * @bytes: a film, or what claims to be one
 * @cancellable: (nullable): for a film that nobody sees any more
 * @callback: called when it begins to open, or can't
 * @user_data: for @callback
 *
 * Starts GStreamer, which is not touched before.
 */
void
mk_film_open_async (GBytes             *bytes,
                    GCancellable       *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (bytes != NULL);

  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, start_func);
}

/**
 * mk_film_open_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): a film that is not ready yet; %NULL on error, in words that a person
 *   reads
 */
MkFilm *
mk_film_open_finish (GAsyncResult *result,
                     GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return film_new (g_task_get_task_data (G_TASK (result)), error);
}

/**
 * mk_film_close:
 * @self: a film
 *
 * Ends it, whoever else still holds it.
 */
void
mk_film_close (MkFilm *self)
{
  g_return_if_fail (MK_IS_FILM (self));

  stop (self);
}

/**
 * mk_film_get_paintable:
 * @self: a film
 *
 * Returns: (transfer none): what it looks like now
 */
GdkPaintable *
mk_film_get_paintable (MkFilm *self)
{
  g_return_val_if_fail (MK_IS_FILM (self), NULL);

  return self->paintable;
}

/**
 * mk_film_play:
 * @self: a film
 *
 * Plays on, or anew from its end.
 */
void
mk_film_play (MkFilm *self)
{
  g_return_if_fail (MK_IS_FILM (self));

  if (self->is_at_end)
    go (self, 0);
  set_playing (self, TRUE);
}

/**
 * mk_film_pause:
 * @self: a film
 *
 * Stays where it is.
 */
void
mk_film_pause (MkFilm *self)
{
  g_return_if_fail (MK_IS_FILM (self));

  set_playing (self, FALSE);
}

/**
 * mk_film_seek:
 * @self: a film
 * @place: seconds from the beginning
 *
 * Goes there, and plays on if it played.
 */
void
mk_film_seek (MkFilm *self,
              double  place)
{
  g_return_if_fail (MK_IS_FILM (self));

  if (self->pipeline != NULL)
    go (self, (gint64) (place * GST_SECOND));
}

/**
 * mk_film_set_speed:
 * @self: a film
 * @speed: 1 is as it was made
 *
 * Plays on at another speed, in the same pitch.
 */
void
mk_film_set_speed (MkFilm *self,
                   double  speed)
{
  g_return_if_fail (MK_IS_FILM (self));
  g_return_if_fail (speed > 0);

  if (self->pipeline == NULL || G_APPROX_VALUE (self->speed, speed, 0.001))
    return;
  self->speed = speed;
  if (!self->is_ready)
    self->wanted = 0;
  else if (self->is_at_end)
    changed (self);
  else
    {
      read_place (self);
      go (self, self->place);
    }
}

/**
 * mk_film_set_volume:
 * @self: a film
 * @volume: 0 to 1, as it is heard
 */
void
mk_film_set_volume (MkFilm *self,
                    double  volume)
{
  g_return_if_fail (MK_IS_FILM (self));

  volume = CLAMP (volume, 0, 1);
  if (self->pipeline == NULL || G_APPROX_VALUE (self->volume, volume, 0.001))
    return;
  self->volume = volume;
  /* Ears hear the third root of what a loudspeaker does. */
  g_object_set (self->pipeline, "volume", volume * volume * volume, NULL);
  changed (self);
}
