/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-markdown.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_MARKDOWN_TABLE (mk_markdown_table_get_type ())

G_DECLARE_FINAL_TYPE (MkMarkdownTable, mk_markdown_table, MK, MARKDOWN_TABLE, GtkWidget)

GtkWidget *mk_markdown_table_new (const MkBlock *table);

G_END_DECLS
