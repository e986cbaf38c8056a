/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/mk-sidebar-place.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_SIDEBAR_ROW (mk_sidebar_row_get_type ())

G_DECLARE_FINAL_TYPE (MkSidebarRow, mk_sidebar_row, MK, SIDEBAR_ROW, GtkListBoxRow)

MkSidebarRow *mk_sidebar_row_new_today     (MkWorkplace *workplace);
MkSidebarRow *mk_sidebar_row_new_placement (MkPlacementItem *placement);
MkSidebarRow *mk_sidebar_row_new_place     (MkSidebarPlace *place);
MkSidebarRow *mk_sidebar_row_new_post      (MkCorrespondence *post);
gpointer      mk_sidebar_row_get_place     (MkSidebarRow *self);
void          mk_sidebar_row_set_current   (MkSidebarRow *self,
                                            gboolean      is_current);

G_END_DECLS
