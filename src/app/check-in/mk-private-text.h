/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/mk-check-in.h"

G_BEGIN_DECLS

char *mk_private_text_join  (const MkCheckInData *data);
void  mk_private_text_split (const char    *text,
                             MkCheckInData *data);

G_END_DECLS
