/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-test-film.h"

#include <glib/gstdio.h>
#include <gst/app/gstappsrc.h>
#include <string.h>

/* A small film in the form WebM or Matroska, with picture, sound and captions, made as it is needed. */

#define PICTURE                                                                              \
  "videotestsrc num-buffers=%u pattern=%s ! video/x-raw,width=320,height=180,framerate=10/1" \
  " ! vp8enc deadline=1 cpu-used=8 keyframe-max-dist=10 ! queue ! muxer. "
#define SOUND                                                                                          \
  "audiotestsrc num-buffers=%u samplesperbuffer=4800 wave=silence ! audio/x-raw,rate=48000,channels=1" \
  " ! vorbisenc ! queue ! muxer. "
#define CAPTIONS \
  "appsrc name=captions format=time caps=text/x-raw,format=utf8 ! queue ! muxer.subtitle_%u "

/* The captions, a second each, from the beginning on. */
static void
push_captions (GstElement *pipeline,
               guint       seconds)
{
  g_autoptr (GstElement) source = gst_bin_get_by_name (GST_BIN (pipeline), "captions");

  for (guint i = 0; i < seconds; i++)
    {
      char *words = g_strdup_printf ("Linje %u: velkommen som buddy", i + 1);
      GstBuffer *buffer = gst_buffer_new_wrapped (words, strlen (words));

      GST_BUFFER_PTS (buffer) = i * GST_SECOND;
      GST_BUFFER_DURATION (buffer) = GST_SECOND;
      gst_app_src_push_buffer (GST_APP_SRC (source), buffer);
    }
  gst_app_src_end_of_stream (GST_APP_SRC (source));
}

static void
wait_for_end (GstElement *pipeline)
{
  g_autoptr (GstBus) bus = gst_element_get_bus (pipeline);
  g_autoptr (GstMessage) message = NULL;

  message =
      gst_bus_timed_pop_filtered (bus, GST_CLOCK_TIME_NONE, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
  g_assert_cmpint (GST_MESSAGE_TYPE (message), ==, GST_MESSAGE_EOS);
  gst_element_set_state (pipeline, GST_STATE_NULL);
}

/**
 * mk_test_film_make:
 * @seconds: how long it is
 * @has_captions: whether there are captions in it
 *
 * Returns: (transfer full): a film
 */
GBytes *
mk_test_film_make (guint    seconds,
                   gboolean has_captions)
{
  g_autofree char *folder = g_dir_make_tmp ("makker-film-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "film", NULL);
  g_autofree char *description = NULL;
  g_autoptr (GstElement) pipeline = NULL;
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  gst_init (NULL, NULL);
  description =
      g_strdup_printf (PICTURE SOUND "%s matroskamux name=muxer ! filesink location=%s",
                       seconds * 10, "smpte", seconds * 10, has_captions ? CAPTIONS : "", path);
  pipeline = gst_parse_launch (description, &error);
  g_assert_no_error (error);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  if (has_captions)
    push_captions (pipeline, seconds);
  wait_for_end (pipeline);
  g_assert_true (g_file_get_contents (path, &contents, &length, &error));
  g_remove (path);
  g_rmdir (folder);
  return g_bytes_new_take (contents, length);
}
