/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-partners.h"

G_BEGIN_DECLS

/**
 * MkStarted:
 * @partner: UUID by which the new partner goes until it tells its own
 * @assignments: (element-type utf8): UUIDs of the assignments that were written
 */
typedef struct
{
  char      *partner;
  GPtrArray *assignments;
} MkStarted;

MkStarted *mk_buddy_start        (MkDatabase        *database,
                                  const char        *name,
                                  const char *const *placements,
                                  GError           **error);
gboolean   mk_buddy_identify     (MkDatabase      *database,
                                  const MkPartner *started,
                                  const char      *id,
                                  const MkPartner *known,
                                  GError         **error);
MkPartner *mk_buddy_guess        (MkDatabase *database,
                                  const char *name,
                                  GError    **error);
GPtrArray *mk_buddies_carried_to (MkDatabase *database,
                                  gint64      record,
                                  gint64      revision,
                                  GError    **error);
void       mk_started_free       (MkStarted *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkStarted, mk_started_free)

G_END_DECLS
