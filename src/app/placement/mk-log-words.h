/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"

G_BEGIN_DECLS

char       *mk_log_words_sentence (const MkRecordType *type,
                                   gconstpointer       content,
                                   const char         *changed);
const char *mk_log_words_text     (const MkRecordType *type,
                                   gconstpointer       content);
char       *mk_log_words_unknown  (const MkRecordType *type);
char       *mk_log_words_shorten  (const char *text);
char       *mk_log_words_week     (gint32 week);

G_END_DECLS
