/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hotline/mk-hotline-line.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define MK_TYPE_HOTLINE (mk_hotline_get_type ())

G_DECLARE_FINAL_TYPE (MkHotline, mk_hotline, MK, HOTLINE, GObject)

MkHotline           *mk_hotline_new         (void);
void                 mk_hotline_update      (MkHotline *self,
                                             GPtrArray *lines);
void                 mk_hotline_tick        (MkHotline *self);
GPtrArray           *mk_hotline_list        (MkHotline  *self,
                                             const char *placement);
gboolean             mk_hotline_is_empty    (MkHotline *self);
const MkHotlineLine *mk_hotline_find        (MkHotline  *self,
                                             const char *key);
const MkHotlineLine *mk_hotline_find_next   (MkHotline  *self,
                                             const char *placement,
                                             const char *key);
char                *mk_hotline_dup_summary (MkHotline *self);

G_END_DECLS
