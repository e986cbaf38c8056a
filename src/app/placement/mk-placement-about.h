/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

/**
 * MkPlacementAbout:
 * @phase: (nullable): one of the MK_PHASE_… strings
 * @people: (element-type utf8): who of the workplace is with it: "Buddy: Per"
 *
 * What stands about a placement on its page, beside its own record.
 */
typedef struct
{
  char      *phase;
  GPtrArray *people;
} MkPlacementAbout;

MkPlacementAbout *mk_placement_about_read (MkDatabase *database,
                                           const char *placement,
                                           GError    **error);
void              mk_placement_about_free (MkPlacementAbout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkPlacementAbout, mk_placement_about_free)

G_END_DECLS
