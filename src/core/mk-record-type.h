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
 *
 * Everything there is to know about one type of record. CONTRIBUTING.md says how to add one.
 */
typedef struct
{
  const char    *name;
  const char    *label;
  MkRole         writers;
  const MkShape *shape;
} MkRecordType;

const MkRecordType *mk_record_type_find (const char *name);
const MkRecordType *mk_record_type_get  (guint index);

G_END_DECLS
