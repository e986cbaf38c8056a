/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-role.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * MkStartPackage:
 * @role: whom it is for
 * @name: (nullable): what the sender calls the recipient
 * @cvr_number: (nullable): of the recipient
 * @sender_role: who sent it
 * @sender: what the sender calls itself
 *
 * What a package tells about whom it is for, before there is a store to judge it against.
 */
typedef struct
{
  MkRole role;
  char  *name;
  char  *cvr_number;
  MkRole sender_role;
  char  *sender;
} MkStartPackage;

MkStartPackage *mk_start_package_read (GBytes *bytes);
void            mk_start_package_free (MkStartPackage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkStartPackage, mk_start_package_free)

G_END_DECLS
