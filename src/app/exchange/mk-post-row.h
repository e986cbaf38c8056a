/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/mk-post-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *mk_post_row_new (MkPostItem *item);

G_END_DECLS
