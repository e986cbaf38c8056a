/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *mk_text_buffer_dup_text (GtkTextBuffer *buffer);
void  mk_text_buffer_set_text (GtkTextBuffer *buffer,
                               const char    *text);

G_END_DECLS
