/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-check-in-item.h"

G_BEGIN_DECLS

char       *mk_check_in_sentence  (MkCheckInItem *item,
                                   gboolean       names_day);
const char *mk_check_in_text      (MkCheckInItem *item);
const char *mk_progress_words     (MkProgress progress);
const char *mk_progress_icon_name (MkProgress progress);
char       *mk_possessive         (const char *name);

G_END_DECLS
