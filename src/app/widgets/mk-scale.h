/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_SCALE (mk_scale_get_type ())

G_DECLARE_FINAL_TYPE (MkScale, mk_scale, MK, SCALE, GtkBox)

void   mk_scale_set_score (MkScale *self,
                           gint64   score);
gint64 mk_scale_get_score (MkScale *self);

G_END_DECLS
