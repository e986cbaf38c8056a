/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

void     mk_film_captions_attach (GstElement *pipeline);
gboolean mk_film_captions_read   (GstMessage *message,
                                  char      **text,
                                  gint64     *until);

G_END_DECLS
