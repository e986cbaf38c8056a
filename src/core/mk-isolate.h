/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mk_isolate        (const char *text);
char *mk_isolate_join   (const char        *separator,
                         const char *const *texts);
char *mk_isolate_printf (const char *format,
                         ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
