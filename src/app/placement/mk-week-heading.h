/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "placement/mk-timeline-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_WEEK_HEADING (mk_week_heading_get_type ())

G_DECLARE_FINAL_TYPE (MkWeekHeading, mk_week_heading, MK, WEEK_HEADING, GtkWidget)

MkWeekHeading *mk_week_heading_new      (void);
void           mk_week_heading_set_item (MkWeekHeading  *self,
                                         MkTimelineItem *item);

G_END_DECLS
