/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MkRole:
 *
 * The three kinds of installation that the exchange contract knows; a set of them as flags.
 */
typedef enum
{
  MK_ROLE_NONE = 0,
  MK_ROLE_BUDDY = 1 << 0,
  MK_ROLE_LEADER = 1 << 1,
  MK_ROLE_AUTHORITY = 1 << 2,
  MK_ROLE_WORKPLACE = MK_ROLE_BUDDY | MK_ROLE_LEADER,
  MK_ROLE_ANY = MK_ROLE_WORKPLACE | MK_ROLE_AUTHORITY
} MkRole;

extern const char *const mk_role_names[];

MkRole      mk_role_from_name (const char *name);
const char *mk_role_name      (MkRole role);

G_END_DECLS
