/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void  mk_random_bytes (guint8 *buffer,
                       gsize   length);
char *mk_random_uuid  (void);

G_END_DECLS
