/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mk_message_show (GtkWidget  *widget,
                      GtkLabel   *label,
                      const char *text);

G_END_DECLS
