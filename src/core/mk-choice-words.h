/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *mk_choice_words (const char *field,
                             const char *value);

G_END_DECLS
