/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MK_TYPE_IDLE (mk_idle_get_type ())

G_DECLARE_FINAL_TYPE (MkIdle, mk_idle, MK, IDLE, GObject)

MkIdle *mk_idle_new         (void);
void    mk_idle_set_minutes (MkIdle *self,
                             guint   minutes);
void    mk_idle_touch       (MkIdle *self);
gint64  mk_idle_left        (gint64 last,
                             gint64 now,
                             guint  minutes);

G_END_DECLS
