/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-json.h"

G_BEGIN_DECLS

char *mk_search_text_of (const char *type,
                         MkJsonValue data);
char *mk_search_text    (const char *type,
                         const char *data,
                         const char *private_data);

G_END_DECLS
