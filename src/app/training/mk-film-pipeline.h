/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

GstElement *mk_film_pipeline_new (GBytes        *bytes,
                                  GdkPaintable **paintable,
                                  GError       **error);

G_END_DECLS
