/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-film-source.h"

#include <gst/app/gstappsrc.h>

/* Hands a film that is in memory to what plays it, so that it never is a file. */

/* How much is handed over at once, where no other amount is asked for. */
#define PIECE 65536

/* Of the one thread that reads the film. */
typedef struct
{
  GBytes *bytes;
  gsize   place;
} Source;

static void
source_free (gpointer data)
{
  Source *source = data;

  g_bytes_unref (source->bytes);
  g_free (source);
}

static void
need_data_cb (GstAppSrc *element,
              guint      length,
              gpointer   user_data)
{
  Source *source = user_data;
  gsize left = g_bytes_get_size (source->bytes) - source->place;
  gsize size = MIN (length == G_MAXUINT ? PIECE : length, left);
  g_autoptr (GBytes) piece = NULL;

  if (size == 0)
    {
      gst_app_src_end_of_stream (element);
      return;
    }
  piece = g_bytes_new_from_bytes (source->bytes, source->place, size);
  source->place += size;
  gst_app_src_push_buffer (element, gst_buffer_new_wrapped_bytes (piece));
}

static gboolean
seek_data_cb (GstAppSrc *element,
              guint64    offset,
              gpointer   user_data)
{
  Source *source = user_data;

  if (offset > g_bytes_get_size (source->bytes))
    return FALSE;
  source->place = offset;
  return TRUE;
}

static void
setup_cb (GstElement *pipeline,
          GstElement *element,
          GBytes     *bytes)
{
  GstAppSrcCallbacks callbacks = { .need_data = need_data_cb, .seek_data = seek_data_cb };
  Source *source = g_new0 (Source, 1);

  source->bytes = g_bytes_ref (bytes);
  gst_app_src_set_stream_type (GST_APP_SRC (element), GST_APP_STREAM_TYPE_RANDOM_ACCESS);
  gst_app_src_set_size (GST_APP_SRC (element), (gint64) g_bytes_get_size (bytes));
  gst_app_src_set_callbacks (GST_APP_SRC (element), &callbacks, source, source_free);
}

/**
 * mk_film_source_attach:
 * @pipeline: a playbin that was not started
 * @bytes: a film, or what claims to be one
 *
 * Lets it play what is in memory.
 */
void
mk_film_source_attach (GstElement *pipeline,
                       GBytes     *bytes)
{
  g_signal_connect_data (pipeline, "source-setup", G_CALLBACK (setup_cb), g_bytes_ref (bytes),
                         (GClosureNotify) (GCallback) g_bytes_unref, G_CONNECT_DEFAULT);
  g_object_set (pipeline, "uri", "appsrc://", NULL);
}
