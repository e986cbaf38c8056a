/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-role.h"
#include "mk-shape.h"

G_BEGIN_DECLS

/**
 * MkRecordType:
 * @name: the contract's name of the type
 * @label: what people call one, English, to be translated
 * @writers: the roles that may write one
 * @shape: of its `data`, private fields included
 * @stays: whether its records never leave this installation. The contract does not know such a type:
 *   an entry that comes under its name is one of an unknown type
 * @dup_words: (nullable): what a record is found by beside its fields that are MK_SEARCHED, from its
 *   `data`; %NULL for nothing
 *
 * Everything there is to know about one type of record. CONTRIBUTING.md says how to add one.
 */
typedef struct
{
  const char    *name;
  const char    *label;
  MkRole         writers;
  const MkShape *shape;
  gboolean       stays;
  char *(*dup_words) (MkJsonValue data);
} MkRecordType;

const MkRecordType *mk_record_type_find            (const char *name);
const MkRecordType *mk_record_type_find_travelling (const char *name);
const MkRecordType *mk_record_type_get             (guint index);

G_END_DECLS
