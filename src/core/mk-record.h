/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define MK_TYPE_RECORD (mk_record_get_type ())

/**
 * MkRecord:
 *
 * One revision of a record, for whoever shows it: its envelope, and the struct of its content.
 * Immutable, so it may be handed from the store's thread to the window's. The fields of the type's
 * table are read-only properties, named as the contract names them with hyphens for capitals
 * (`startDato` is `start-dato`), members of an object behind its name (`kandidat-alias`).
 */
G_DECLARE_DERIVABLE_TYPE (MkRecord, mk_record, MK, RECORD, GObject)

struct _MkRecordClass
{
  GObjectClass parent_class;

  const MkRecordType *type;
};

/**
 * MkEnvelope:
 * @id: UUID
 * @revision: from 1
 * @writer: UUID of the installation that wrote it
 * @changed: date-time of the revision, to be shown; nothing is decided by it
 * @state: `gemt`, `sendt`, `modtaget`, `afvist`, `tilbageholdt` or `hentet`
 */
typedef struct
{
  const char *id;
  gint64      revision;
  const char *writer;
  const char *changed;
  const char *state;
} MkEnvelope;

gpointer      mk_record_new          (const MkEnvelope *envelope,
                                      GType             gtype,
                                      gpointer          content);
const char   *mk_record_get_id       (MkRecord *self);
gint64        mk_record_get_revision (MkRecord *self);
const char   *mk_record_get_writer   (MkRecord *self);
const char   *mk_record_get_changed  (MkRecord *self);
const char   *mk_record_get_state    (MkRecord *self);
gconstpointer mk_record_get_content  (MkRecord *self);

void mk_record_class_set_type (MkRecordClass      *klass,
                               const MkRecordType *type);

/* A class for a type of record that a page shows: its name, its struct's getter, its table. */
#define MK_DEFINE_RECORD(TypeName, type_name, record_type)              \
  struct _##TypeName                                                    \
  {                                                                     \
    MkRecord parent_instance;                                           \
  };                                                                    \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, MK_TYPE_RECORD)             \
  static void type_name##_class_init (TypeName##Class *klass)           \
  {                                                                     \
    mk_record_class_set_type (MK_RECORD_CLASS (klass), &(record_type)); \
  }                                                                     \
  static void type_name##_init (TypeName *self G_GNUC_UNUSED)           \
  {                                                                     \
  }

G_END_DECLS
