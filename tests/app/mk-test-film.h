/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *mk_test_film_make (guint    seconds,
                           gboolean has_captions);

G_END_DECLS
