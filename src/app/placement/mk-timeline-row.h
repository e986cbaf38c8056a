/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "placement/mk-timeline-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_TIMELINE_ROW (mk_timeline_row_get_type ())

G_DECLARE_FINAL_TYPE (MkTimelineRow, mk_timeline_row, MK, TIMELINE_ROW, GtkBox)

MkTimelineRow *mk_timeline_row_new    (void);
void           mk_timeline_row_bind   (MkTimelineRow  *self,
                                       GtkListItem    *list_item,
                                       MkTimelineItem *item);
void           mk_timeline_row_unbind (MkTimelineRow *self);
void           mk_timeline_row_delete (MkTimelineRow *self);

G_END_DECLS
