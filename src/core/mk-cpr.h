/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean mk_cpr_find (const char *text,
                      gsize      *start,
                      gsize      *end);

G_END_DECLS
