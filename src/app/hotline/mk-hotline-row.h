/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hotline/mk-hotline-line.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_HOTLINE_ROW mk_hotline_row_get_type ()
G_DECLARE_FINAL_TYPE (MkHotlineRow, mk_hotline_row, MK, HOTLINE_ROW, GtkListBoxRow)

GtkWidget *mk_hotline_row_new           (const MkHotlineTurn *turn,
                                         GDateTime           *now);
GtkWidget *mk_hotline_row_new_emergency (const char *number,
                                         const char *title);
void       mk_hotline_buttons_add       (AdwWrapBox          *box,
                                         const MkHotlineLine *line,
                                         GDateTime           *now);

G_END_DECLS
