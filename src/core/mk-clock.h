/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean   mk_clock_set     (const char *date_time,
                             GError    **error);
void       mk_clock_pretend (GDateTime *moment);
GDateTime *mk_clock_now     (void);
char      *mk_clock_text    (void);
gint64     mk_clock_ticks   (void);
void       mk_clock_skip    (gint64 ticks);

G_END_DECLS
