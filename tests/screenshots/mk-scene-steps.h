/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/mk-window.h"

G_BEGIN_DECLS

GtkWidget *mk_scene_dialog       (MkWindow *window);
void       mk_scene_close_dialog (MkWindow *window);
void       mk_scene_type_into    (GtkWidget  *page,
                                  GType       type,
                                  const char *name,
                                  const char *text);

G_END_DECLS
