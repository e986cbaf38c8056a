/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/mk-post-item.h"
#include "exchange/mk-post-reading.h"
#include "exchange/mk-ready-reading.h"
#include "mk-post.h"
#include "mk-preview.h"

G_BEGIN_DECLS

char       *mk_post_ready_words    (const MkReadyReading *reading);
char       *mk_post_kind_words     (const char *type,
                                    guint       count);
MkPostItem *mk_post_older_item     (guint n_older);
MkPostItem *mk_post_held_item      (const MkHeld *held);
MkPostItem *mk_post_sent_item      (const MkPosted *posted);
MkPostItem *mk_post_unwritten_item (const MkPosted *posted);
MkPostItem *mk_post_refused_item   (const MkPosted *posted);
MkPostItem *mk_post_unable_item    (const MkRefusedEntry *entry);
MkPostItem *mk_post_done_item      (const MkPosted *posted);
MkPostItem *mk_post_missing_item   (const MkPostMissing *missing);
MkPostItem *mk_post_question_item  (const MkPosted *posted);
MkPostItem *mk_post_released_item  (void);

G_END_DECLS
