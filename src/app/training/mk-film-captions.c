/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-film-captions.h"

#include <gst/app/gstappsink.h>
#include <pango/pango.h>

/* The captions of a film as words, so that they are shown by a label: as large as other text is, and
 * read by a screen reader. They arrive on a thread of the pipeline when their time has come, and
 * travel as a message on its bus. */

#define MESSAGE "makker-caption"

/* Where no end is told. */
#define SHOWN (5 * GST_SECOND)

static char *
words_of (GstSample *sample)
{
  GstBuffer *buffer = gst_sample_get_buffer (sample);
  const GstStructure *form = gst_caps_get_structure (gst_sample_get_caps (sample), 0);
  GstMapInfo map;
  char *words;
  char *plain = NULL;

  if (!gst_buffer_map (buffer, &map, GST_MAP_READ))
    return g_strdup ("");
  words = g_utf8_make_valid ((const char *) map.data, (gssize) map.size);
  gst_buffer_unmap (buffer, &map);
  if (g_strcmp0 (gst_structure_get_string (form, "format"), "pango-markup") == 0 &&
      pango_parse_markup (words, -1, 0, NULL, &plain, NULL, NULL))
    {
      g_free (words);
      words = plain;
    }
  return g_strstrip (words);
}

static gint64
end_of (GstSample *sample)
{
  GstBuffer *buffer = gst_sample_get_buffer (sample);
  GstClockTime begins = gst_segment_to_stream_time (gst_sample_get_segment (sample),
                                                    GST_FORMAT_TIME, GST_BUFFER_PTS (buffer));

  if (!GST_CLOCK_TIME_IS_VALID (begins))
    return 0;
  return (gint64) (begins +
                   (GST_BUFFER_DURATION_IS_VALID (buffer) ? GST_BUFFER_DURATION (buffer) : SHOWN));
}

static GstFlowReturn
new_sample_cb (GstAppSink *sink,
               gpointer    user_data)
{
  GstSample *sample = gst_app_sink_pull_sample (sink);
  g_autofree char *words = NULL;

  if (sample == NULL)
    return GST_FLOW_OK;
  words = words_of (sample);
  gst_element_post_message (GST_ELEMENT (sink),
                            gst_message_new_application (
                                GST_OBJECT (sink),
                                gst_structure_new (MESSAGE, "text", G_TYPE_STRING, words, "until",
                                                   G_TYPE_INT64, end_of (sample), NULL)));
  gst_sample_unref (sample);
  return GST_FLOW_OK;
}

/**
 * mk_film_captions_attach:
 * @pipeline: a playbin that was not started
 *
 * Lets the captions of a film come as words.
 */
void
mk_film_captions_attach (GstElement *pipeline)
{
  GstAppSinkCallbacks callbacks = { .new_sample = new_sample_cb };
  GstElement *sink = gst_element_factory_make ("appsink", NULL);
  g_autoptr (GstCaps) caps = gst_caps_from_string ("text/x-raw, format = { utf8, pango-markup }");

  g_object_set (sink, "caps", caps, "sync", TRUE, "async", FALSE, NULL);
  gst_app_sink_set_callbacks (GST_APP_SINK (sink), &callbacks, NULL, NULL);
  g_object_set (pipeline, "text-sink", sink, NULL);
}

/**
 * mk_film_captions_read:
 * @message: from the bus of the pipeline
 * @text: (out) (transfer full): the words, which may be none
 * @until: (out): where in the film they go again, in nanoseconds
 *
 * Returns: whether @message is a caption
 */
gboolean
mk_film_captions_read (GstMessage *message,
                       char      **text,
                       gint64     *until)
{
  const GstStructure *structure = gst_message_get_structure (message);

  if (GST_MESSAGE_TYPE (message) != GST_MESSAGE_APPLICATION ||
      !gst_structure_has_name (structure, MESSAGE))
    return FALSE;
  *text = g_strdup (gst_structure_get_string (structure, "text"));
  return gst_structure_get_int64 (structure, "until", until);
}
