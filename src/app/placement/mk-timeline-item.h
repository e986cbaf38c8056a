/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "placement/mk-log-entry.h"

G_BEGIN_DECLS

#define MK_TYPE_TIMELINE_ITEM (mk_timeline_item_get_type ())

G_DECLARE_FINAL_TYPE (MkTimelineItem, mk_timeline_item, MK, TIMELINE_ITEM, GObject)

MkTimelineItem   *mk_timeline_item_new             (const MkLogRow *row);
const MkLogRow   *mk_timeline_item_get_row         (MkTimelineItem *self);
void              mk_timeline_item_set_week        (MkTimelineItem *self,
                                                    gint32          week);
gboolean          mk_timeline_item_get_begins_week (MkTimelineItem *self);
void              mk_timeline_item_set_begins_week (MkTimelineItem *self,
                                                    gboolean        begins_week);
const MkLogEntry *mk_timeline_item_get_entry       (MkTimelineItem *self);
void              mk_timeline_item_fill            (MkTimelineItem *self,
                                                    MkLogEntry     *entry);
int               mk_timeline_item_get_height      (MkTimelineItem *self,
                                                    guint           in);
void              mk_timeline_item_set_height      (MkTimelineItem *self,
                                                    guint           in,
                                                    int             height);

G_END_DECLS
