/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-store.h"
#include "placement/mk-timeline-item.h"

G_BEGIN_DECLS

/**
 * MkTimelineItems:
 *
 * The items of a log that somebody looks at, one for each row, and those beside them, so that they
 * are there before somebody comes to them. They are read in pages on the store's thread, those asked
 * for last first. Main thread; owned by the list.
 */
typedef struct _MkTimelineItems MkTimelineItems;

typedef void (*MkTimelineItemsFailed) (const char *problem,
                                       gpointer    user_data);

MkTimelineItems *mk_timeline_items_new          (MkStore              *store,
                                                 const char           *placement,
                                                 MkTimelineItemsFailed failed_cb,
                                                 gpointer              failed_data);
MkTimelineItem  *mk_timeline_items_get          (MkTimelineItems *self,
                                                 const MkLogRow  *row);
MkTimelineItem  *mk_timeline_items_find         (MkTimelineItems *self,
                                                 const MkLogRow  *row);
void             mk_timeline_items_read_ahead   (MkTimelineItems *self,
                                                 GArray          *rows,
                                                 guint            position);
void             mk_timeline_items_forget_ahead (MkTimelineItems *self);
void             mk_timeline_items_read_again   (MkTimelineItems *self);
guint            mk_timeline_items_get_n_held   (MkTimelineItems *self);
void             mk_timeline_items_free         (MkTimelineItems *self);

G_END_DECLS
