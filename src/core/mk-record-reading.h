/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"

G_BEGIN_DECLS

gpointer mk_record_content_read (const MkRecordType *type,
                                 const char         *data,
                                 const char         *private_data);

G_END_DECLS
