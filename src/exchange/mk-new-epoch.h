/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-partners.h"

G_BEGIN_DECLS

/**
 * MkBegun:
 * @partner: UUID
 * @epoch: UUID of the epoch that goes on now
 */
typedef struct
{
  char *partner;
  char *epoch;
} MkBegun;

GPtrArray *mk_new_epoch (MkDatabase *database,
                         const char *partner,
                         GError    **error);

G_END_DECLS
