/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-own-records.h"

G_BEGIN_DECLS

MkSaved *mk_record_save_judged (MkDatabase         *database,
                                const MkRecordType *type,
                                const char         *id,
                                gconstpointer       content,
                                GError            **error);

G_END_DECLS
