/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MK_TYPE_WORK (mk_work_get_type ())

G_DECLARE_FINAL_TYPE (MkWork, mk_work, MK, WORK, GObject)

MkWork *mk_work_begin  (GListStore *works,
                        const char *words,
                        gboolean    can_cancel);
void    mk_work_tell   (MkWork     *self,
                        const char *words,
                        double      fraction);
void    mk_work_cancel (MkWork *self);
void    mk_work_end    (MkWork *self);

G_END_DECLS
