/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/mk-window.h"

G_BEGIN_DECLS

typedef void (*MkAppTestFunc) (MkWindow *window);

void       mk_app_test_init   (int    *argc,
                               char ***argv);
void       mk_app_test_add    (const char   *path,
                               MkAppTestFunc func);
void       mk_app_test_settle (void);
void       mk_app_test_resize (MkWindow *window,
                               int       width,
                               int       height);
GtkWidget *mk_app_test_find   (GtkWidget *root,
                               GType      type);

G_END_DECLS
