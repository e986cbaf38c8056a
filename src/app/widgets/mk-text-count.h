/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mk_text_count_words (glong length,
                           glong most);

G_END_DECLS
