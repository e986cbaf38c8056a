/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GBinding *mk_narrow_bind           (GtkWidget *within,
                                    GtkWidget *shown,
                                    gboolean   when_narrow);
GBinding *mk_narrow_bind_direction (GtkWidget *within,
                                    GtkWidget *turned);

G_END_DECLS
