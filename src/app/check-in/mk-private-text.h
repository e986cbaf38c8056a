/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mk_private_text_join  (const char *small_win,
                             const char *note);
void  mk_private_text_split (const char *text,
                             char      **small_win,
                             char      **note);

G_END_DECLS
