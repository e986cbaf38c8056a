/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-store.h"
#include "placement/mk-timeline-item.h"

G_BEGIN_DECLS

#define MK_TYPE_TIMELINE (mk_timeline_get_type ())

G_DECLARE_FINAL_TYPE (MkTimeline, mk_timeline, MK, TIMELINE, GObject)

MkTimeline *mk_timeline_new         (MkStore    *store,
                                     const char *placement);
void        mk_timeline_set_filter  (MkTimeline *self,
                                     const char *kind,
                                     const char *text);
gboolean    mk_timeline_is_filtered (MkTimeline *self);
void        mk_timeline_refresh     (MkTimeline *self);
gboolean    mk_timeline_is_busy     (MkTimeline *self);
const char *mk_timeline_get_problem (MkTimeline *self);
guint       mk_timeline_find        (MkTimeline *self,
                                     gint64      key);
guint       mk_timeline_get_n_held  (MkTimeline *self);

G_END_DECLS
