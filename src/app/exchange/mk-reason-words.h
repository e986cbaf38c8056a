/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"

G_BEGIN_DECLS

char *mk_reason_words (const MkRecordType *type,
                       const char         *reason);

G_END_DECLS
