/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void mk_unshown_close_dialogs    (AdwApplicationWindow *window);
void mk_unshown_clear_clipboards (GtkWidget *widget);

G_END_DECLS
