/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"
#include "mk-role.h"

G_BEGIN_DECLS

/**
 * MkRecovery:
 * @MK_RECOVERY_KEPT: the person has said to have the recovery key
 * @MK_RECOVERY_OPEN: the first run was left before the person said so
 * @MK_RECOVERY_LATER: the person put it off and wants to be reminded
 *
 * Whether the person has the recovery key on paper or in a file.
 */
typedef enum
{
  MK_RECOVERY_KEPT,
  MK_RECOVERY_OPEN,
  MK_RECOVERY_LATER
} MkRecovery;

/**
 * MkInstallation:
 * @id: UUID
 * @role: %MK_ROLE_BUDDY or %MK_ROLE_LEADER
 * @name: of the person
 * @company: (nullable)
 * @cvr_number: (nullable)
 * @p_number: (nullable)
 * @recovery: whether the person has the recovery key
 *
 * Who this installation is.
 */
typedef struct
{
  char      *id;
  MkRole     role;
  char      *name;
  char      *company;
  char      *cvr_number;
  char      *p_number;
  MkRecovery recovery;
} MkInstallation;

gboolean        mk_installation_insert       (MkDatabase           *database,
                                              const MkInstallation *installation,
                                              GError              **error);
gboolean        mk_installation_update       (MkDatabase           *database,
                                              const MkInstallation *installation,
                                              GError              **error);
MkInstallation *mk_installation_get          (MkDatabase *database,
                                              GError    **error);
gboolean        mk_installation_set_recovery (MkDatabase *database,
                                              MkRecovery  recovery,
                                              GError    **error);
const char     *mk_installation_title        (const MkInstallation *self);
void            mk_installation_free         (MkInstallation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkInstallation, mk_installation_free)

G_END_DECLS
