/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"
#include "mk-fault.h"
#include "mk-record-type.h"

G_BEGIN_DECLS

/**
 * MkSaved:
 * @id: UUID
 * @revision: the one written
 */
typedef struct
{
  char  *id;
  gint64 revision;
} MkSaved;

/* A content that can't be written, in words; what was there stays. */
#define MK_RECORD_ERROR (mk_record_error_quark ())
GQuark mk_record_error_quark (void);

typedef enum
{
  MK_RECORD_ERROR_UNKNOWN,
  MK_RECORD_ERROR_NOT_OWN,
  MK_RECORD_ERROR_REFERENCE,
  MK_RECORD_ERROR_CONTENT
} MkRecordError;

MkSaved *mk_own_record_save   (MkDatabase         *database,
                               const MkRecordType *type,
                               const char         *id,
                               gconstpointer       content,
                               GError            **error);
MkSaved *mk_own_record_delete (MkDatabase         *database,
                               const MkRecordType *type,
                               const char         *id,
                               GError            **error);
MkSaved *mk_own_record_undo   (MkDatabase         *database,
                               const MkRecordType *type,
                               const char         *id,
                               GError            **error);
void     mk_saved_free        (MkSaved *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkSaved, mk_saved_free)

G_END_DECLS
