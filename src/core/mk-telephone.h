/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *mk_telephone_dialable    (const char *text);
char    *mk_telephone_uri         (const char *text);
char    *mk_telephone_format      (const char *text);
gboolean mk_telephone_is_dialable (const char *text);

G_END_DECLS
