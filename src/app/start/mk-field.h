/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mk_field_tell (GtkLabel   *label,
                    GtkWidget  *field,
                    const char *trouble);
void mk_field_pass (GtkWidget *field);

G_END_DECLS
