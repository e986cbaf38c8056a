/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *mk_link_row_new (const char *title,
                            const char *subtitle,
                            const char *action,
                            const char *target);

G_END_DECLS
