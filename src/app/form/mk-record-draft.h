/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"

G_BEGIN_DECLS

char    *mk_record_draft_key       (const MkRecordType *type,
                                    const char         *id);
char    *mk_record_draft_to_text   (const MkRecordType *type,
                                    gconstpointer       data);
gpointer mk_record_draft_from_text (const MkRecordType *type,
                                    const char         *text);
gpointer mk_record_draft_read      (const MkRecordType *type,
                                    JsonNode           *root);

G_END_DECLS
