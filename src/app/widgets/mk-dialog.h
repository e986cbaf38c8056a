/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void     mk_dialog_present  (AdwDialog *dialog,
                             GtkWidget *parent);
gboolean mk_dialog_has_room (GtkWidget *parent);

G_END_DECLS
