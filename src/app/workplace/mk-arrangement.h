/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"
#include "records/mk-attendance-plan.h"
#include "records/mk-name-here.h"
#include "records/mk-scheme.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MkArrangement:
 * @plans: (element-type MkAttendancePlanData): in the order they were written
 * @schemes: (element-type MkSchemeData): the same way
 * @name_id: (nullable): UUID of the record with the name used here
 * @name: (nullable): what the candidate is called here
 *
 * What is arranged about one placement at this workplace and stays here. Immutable and counted, so
 * that it may be handed between threads.
 */
typedef struct
{
  GPtrArray *plans;
  GPtrArray *schemes;
  char      *name_id;
  char      *name;
} MkArrangement;

MkArrangement *mk_arrangement_new   (void);
MkArrangement *mk_arrangement_ref   (MkArrangement *self);
void           mk_arrangement_unref (MkArrangement *self);
GHashTable    *mk_arrangements_read (MkDatabase *database,
                                     GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkArrangement, mk_arrangement_unref)

G_END_DECLS
