/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/mk-correspondence.h"
#include "mk-store.h"

G_BEGIN_DECLS

#define MK_TYPE_COUNTING (mk_counting_get_type ())
G_DECLARE_FINAL_TYPE (MkCounting, mk_counting, MK, COUNTING, GObject)

MkCounting *mk_counting_new   (MkStore          *store,
                               MkCorrespondence *post);
void        mk_counting_begin (MkCounting *self);
void        mk_counting_stop  (MkCounting *self);

G_END_DECLS
