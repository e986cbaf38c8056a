/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

/**
 * MkIdentity:
 * @certificate: in DER
 * @private_key: PKCS #8 in DER; it never leaves the store but into memory
 *
 * What this installation signs with, and what others seal to.
 */
typedef struct
{
  GBytes *certificate;
  GBytes *private_key;
} MkIdentity;

MkIdentity *mk_identity_find (MkDatabase *database,
                              GError    **error);
MkIdentity *mk_identity_get  (MkDatabase *database,
                              GError    **error);
void        mk_identity_free (MkIdentity *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkIdentity, mk_identity_free)

G_END_DECLS
