/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-markdown.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *mk_markdown_label_new   (const char *markup);
GtkWidget *mk_markdown_heading_new (const MkBlock *block);

G_END_DECLS
