/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "placement/mk-timeline-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_TIMELINE_CARD (mk_timeline_card_get_type ())

G_DECLARE_FINAL_TYPE (MkTimelineCard, mk_timeline_card, MK, TIMELINE_CARD, GtkWidget)

void mk_timeline_card_show   (MkTimelineCard *self,
                              MkTimelineItem *item);
void mk_timeline_card_delete (MkTimelineCard *self);

G_END_DECLS
