/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"
#include "mk-role.h"

G_BEGIN_DECLS

/**
 * MkInstallation:
 * @id: UUID
 * @role: %MK_ROLE_BUDDY or %MK_ROLE_LEADER
 * @name: of the person
 * @company: (nullable)
 * @cvr_number: (nullable)
 * @p_number: (nullable)
 *
 * Who this installation is.
 */
typedef struct
{
  char  *id;
  MkRole role;
  char  *name;
  char  *company;
  char  *cvr_number;
  char  *p_number;
} MkInstallation;

gboolean        mk_installation_insert (MkDatabase           *database,
                                        const MkInstallation *installation,
                                        GError              **error);
gboolean        mk_installation_update (MkDatabase           *database,
                                        const MkInstallation *installation,
                                        GError              **error);
MkInstallation *mk_installation_get    (MkDatabase *database,
                                        GError    **error);
const char     *mk_installation_title  (const MkInstallation *self);
void            mk_installation_free   (MkInstallation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkInstallation, mk_installation_free)

G_END_DECLS
