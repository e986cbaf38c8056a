/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"

G_BEGIN_DECLS

/**
 * MkProgressData:
 * @module: 1 to 8
 * @person: who learns, as people of the workplace call them
 * @state: one of the MK_LEARNING_… strings; that a module is done is the person's own word
 * @date: since when
 * @parts: (nullable): names of the parts that were gone through, with a space between
 * @ticks: (nullable): a letter a task to try: x where it is ticked
 * @place: where one left off, in thousandths of the way, or %MK_ABSENT
 * @left: (nullable): when that was
 *
 * `fremskridt`: how far a person has come with a module of the course. Stays at this workplace; what
 * somebody answered in a quiz is not kept at all. What they let be sent of it is `laering`.
 */
typedef struct
{
  gint64 module;
  char  *person;
  char  *state;
  char  *date;
  char  *parts;
  char  *ticks;
  gint64 place;
  char  *left;
} MkProgressData;

extern const MkRecordType mk_progress_type;

G_END_DECLS
