/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

void mk_film_source_attach (GstElement *pipeline,
                            GBytes     *bytes);

G_END_DECLS
