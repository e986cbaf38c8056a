/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"

G_BEGIN_DECLS

/* The choices of `tilstand`. */
#define MK_LEARNING_BEGUN "begyndt"
#define MK_LEARNING_DONE "gennemgaaet"

/**
 * MkLearningData:
 * @module: 1 to 8
 * @person: who learns, as people of the workplace call them
 * @state: one of the MK_LEARNING_… strings; that a module is done is the person's own word
 * @date: since when
 *
 * `laering`: that a person has gone through a module of the course. There is one only where the person
 * wants it to be sent; everything else about it is `fremskridt`, which stays.
 */
typedef struct
{
  gint64 module;
  char  *person;
  char  *state;
  char  *date;
} MkLearningData;

extern const char *const mk_learning_states[];
extern const MkRecordType mk_learning_type;

G_END_DECLS
