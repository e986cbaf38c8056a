/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"

G_BEGIN_DECLS

JsonObject *mk_schema_for_type    (const MkRecordType *type);
JsonObject *mk_schema_for_package (void);
char       *mk_schema_to_text     (JsonObject *schema);

G_END_DECLS
