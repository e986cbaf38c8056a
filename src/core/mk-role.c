/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-role.h"

/* The contract's names, in the order of the bits of MkRole. */
const char *const mk_role_names[] = { "buddy", "leder", "myndighed", NULL };

/**
 * mk_role_from_name:
 * @name: (nullable): the contract's name of a role
 *
 * Returns: that role, or %MK_ROLE_NONE for any other name
 */
MkRole
mk_role_from_name (const char *name)
{
  for (guint i = 0; name != NULL && mk_role_names[i] != NULL; i++)
    if (g_str_equal (mk_role_names[i], name))
      return (MkRole) (1 << i);
  return MK_ROLE_NONE;
}

/**
 * mk_role_name:
 * @role: exactly one role
 *
 * Returns: the contract's name of it
 */
const char *
mk_role_name (MkRole role)
{
  for (guint i = 0; mk_role_names[i] != NULL; i++)
    if (role == (MkRole) (1 << i))
      return mk_role_names[i];
  g_return_val_if_reached (NULL);
}
