/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mk_search_text (const char *type,
                      const char *data,
                      const char *private_data);

G_END_DECLS
