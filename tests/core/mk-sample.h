/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-shape.h"

G_BEGIN_DECLS

char          *mk_sample_text       (guint most);
gpointer       mk_sample_struct     (const MkShape *shape);
JsonNode      *mk_sample_node       (const MkField *field);
const MkShape *mk_sample_bare_shape (const MkShape *shape);
gboolean       mk_sample_equal      (const MkShape *shape,
                                     gconstpointer  a,
                                     gconstpointer  b);

G_END_DECLS
