/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mk_hotline_qr_show (GtkWidget  *parent,
                         const char *telephone);

G_END_DECLS
