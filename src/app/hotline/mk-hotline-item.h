/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hotline/mk-hotline-line.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define MK_TYPE_HOTLINE_ITEM (mk_hotline_item_get_type ())

G_DECLARE_FINAL_TYPE (MkHotlineItem, mk_hotline_item, MK, HOTLINE_ITEM, GObject)

MkHotlineItem       *mk_hotline_item_new      (GPtrArray *turns,
                                               guint      position);
const MkHotlineTurn *mk_hotline_item_get_turn (MkHotlineItem *self);

G_END_DECLS
