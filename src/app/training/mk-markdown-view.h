/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-markdown.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_MARKDOWN_VIEW (mk_markdown_view_get_type ())

G_DECLARE_FINAL_TYPE (MkMarkdownView, mk_markdown_view, MK, MARKDOWN_VIEW, GtkBox)

MkMarkdownView *mk_markdown_view_new       (void);
void            mk_markdown_view_take      (MkMarkdownView *self,
                                            MkBlock        *document);
gboolean        mk_markdown_view_is_whole  (MkMarkdownView *self);
void            mk_markdown_view_complete  (MkMarkdownView *self);
void            mk_markdown_view_set_ticks (MkMarkdownView *self,
                                            const char     *ticks);
char           *mk_markdown_view_dup_ticks (MkMarkdownView *self);

G_END_DECLS
