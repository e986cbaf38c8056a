/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "search/mk-found-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_FOUND_ROW (mk_found_row_get_type ())

G_DECLARE_FINAL_TYPE (MkFoundRow, mk_found_row, MK, FOUND_ROW, GtkBox)

MkFoundRow *mk_found_row_new    (void);
void        mk_found_row_bind   (MkFoundRow  *self,
                                 GtkListItem *list_item,
                                 const char  *name);
void        mk_found_row_unbind (MkFoundRow *self);

G_END_DECLS
