/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-lesson.h"
#include "mk-record-type.h"
#include "mk-search.h"

G_BEGIN_DECLS

#define MK_TYPE_FOUND_ITEM (mk_found_item_get_type ())

G_DECLARE_FINAL_TYPE (MkFoundItem, mk_found_item, MK, FOUND_ITEM, GObject)

MkFoundItem        *mk_found_item_new           (const MkFound *found,
                                                 const char    *searched);
MkFoundItem        *mk_found_item_new_lesson    (const MkLesson *lesson,
                                                 const char     *passage,
                                                 const char     *searched);
const char         *mk_found_item_get_lesson    (MkFoundItem *self);
const char         *mk_found_item_get_id        (MkFoundItem *self);
gint64              mk_found_item_get_key       (MkFoundItem *self);
const MkRecordType *mk_found_item_get_kind      (MkFoundItem *self);
const char         *mk_found_item_get_placement (MkFoundItem *self);
const char         *mk_found_item_get_title     (MkFoundItem *self);
const char         *mk_found_item_get_excerpt   (MkFoundItem *self);
const char         *mk_found_item_get_searched  (MkFoundItem *self);
void                mk_found_item_set_searched  (MkFoundItem *self,
                                                 const char  *searched);
guint               mk_found_item_get_rank      (MkFoundItem *self);
gboolean            mk_found_item_equals        (MkFoundItem *self,
                                                 MkFoundItem *other);

G_END_DECLS
