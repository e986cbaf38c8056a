/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mk_wrap_words (GtkWidget *control);

G_END_DECLS
