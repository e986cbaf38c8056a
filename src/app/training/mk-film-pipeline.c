/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-film-pipeline.h"

#include "training/mk-film-captions.h"
#include "training/mk-film-source.h"

#include <glib/gi18n-lib.h>

/* What plays a film: GStreamer's parts, put together. (Its playbin3 stands still now and then as it
 * starts, where a film comes from memory.) */

static GstElement *
make_sink (GError **error)
{
  GstElement *sink = gst_element_factory_make ("gtk4paintablesink", NULL);

  if (sink == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _ ("This computer lacks the part of GStreamer that shows films in Makker. "
                            "Ask whoever looks after the computer to install gtk4paintablesink, "
                            "which is called gstreamer1.0-gtk4 in Debian."));
  return sink;
}

/* Without the filter, another speed has another pitch. */
static void
keep_pitch (GstElement *pipeline)
{
  GstElement *filter = gst_element_factory_make ("scaletempo", NULL);

  if (filter != NULL)
    g_object_set (pipeline, "audio-filter", filter, NULL);
}

/**
 * mk_film_pipeline_new:
 * @bytes: a film, or what claims to be one
 * @paintable: (out) (transfer full): what it will look like
 * @error: return location
 *
 * Puts together what plays a film. GStreamer was started before.
 *
 * Returns: (transfer full): a pipeline that stands still; %NULL on error, in words that a person reads
 */
GstElement *
mk_film_pipeline_new (GBytes        *bytes,
                      GdkPaintable **paintable,
                      GError       **error)
{
  GstElement *sink = make_sink (error);
  GstElement *pipeline;

  if (sink == NULL)
    return NULL;
  pipeline = gst_element_factory_make ("playbin", NULL);
  if (pipeline == NULL)
    {
      gst_object_unref (gst_object_ref_sink (sink));
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("GStreamer, which plays films, can’t be started here."));
      return NULL;
    }
  gst_object_ref_sink (pipeline);
  g_object_get (sink, "paintable", paintable, NULL);
  g_object_set (pipeline, "video-sink", sink, NULL);
  keep_pitch (pipeline);
  mk_film_captions_attach (pipeline);
  mk_film_source_attach (pipeline, bytes);
  return pipeline;
}
