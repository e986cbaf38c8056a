/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-log.h"
#include "mk-record-type.h"
#include "workplace/mk-check-in-item.h"

G_BEGIN_DECLS

/**
 * MkLogEntry:
 * @key: row of the record in the store
 * @id: UUID
 * @type: its type
 * @sentence: what happened, and when
 * @text: (nullable): the words in it that say most
 * @reason: (nullable): why it was not sent
 * @progress: how far it has come
 * @is_own: whether it was written here
 * @week_minutes: how long the candidate was there in its week
 *
 * An entry of a log in words.
 */
typedef struct
{
  gint64              key;
  char               *id;
  const MkRecordType *type;
  char               *sentence;
  char               *text;
  char               *reason;
  MkProgress          progress;
  gboolean            is_own;
  gint64              week_minutes;
} MkLogEntry;

void       mk_log_entry_free   (MkLogEntry *self);
gboolean   mk_log_entry_equals (const MkLogEntry *self,
                                const MkLogEntry *other);
GPtrArray *mk_log_entries_read (MkDatabase     *database,
                                const char     *placement,
                                const MkLogRow *rows,
                                gsize           n_rows,
                                GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkLogEntry, mk_log_entry_free)

G_END_DECLS
