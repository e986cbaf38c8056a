/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GDateTime  *mk_date_text_read       (const char *text);
char       *mk_date_text_day        (GDateTime *moment);
char       *mk_date_text_long       (GDateTime *moment);
char       *mk_date_text_moment     (const char *text);
char       *mk_date_text_short      (GDateTime *moment,
                                     GDateTime *now);
char       *mk_date_text_relative   (GDateTime *moment,
                                     GDateTime *now);
const char *mk_date_text_weekday    (int weekday);
char       *mk_date_text_read_time  (const char *text);
char       *mk_date_text_week       (GDateTime *moment);
char       *mk_date_text_clock      (GDateTime *moment);
char       *mk_date_text_clock_of   (const char *time);
char       *mk_date_text_span       (const char *from,
                                     const char *to);
char       *mk_date_text_time       (GDateTime *moment);
char       *mk_date_text_capitalize (const char *text);

G_END_DECLS
