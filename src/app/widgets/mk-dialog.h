/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void     mk_dialog_present  (AdwDialog *dialog,
                             GtkWidget *parent);
gboolean mk_dialog_has_room (GtkWidget *parent);
void     mk_dialog_tell     (GtkWidget  *parent,
                             const char *heading,
                             const char *text);

G_END_DECLS
