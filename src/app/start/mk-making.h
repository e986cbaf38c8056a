/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-installation.h"
#include "mk-key-wrap.h"
#include "mk-store.h"

G_BEGIN_DECLS

/**
 * MkMaking:
 *
 * A new store being made: what it is made with, and the recovery code that comes of it. Shared
 * between the window's thread and the store's.
 */
typedef struct _MkMaking MkMaking;

MkMaking     *mk_making_new                (const char     *directory,
                                            const char     *passphrase,
                                            MkInstallation *installation);
MkMaking     *mk_making_new_with_keyring   (const char     *directory,
                                            const char     *keyring_id,
                                            const char     *keyring_secret,
                                            MkInstallation *installation);
const char   *mk_making_get_keyring_id     (MkMaking *self);
const char   *mk_making_get_keyring_secret (MkMaking *self);
MkStore      *mk_making_begin              (MkMaking *self);
MkSecretText *mk_making_take_code          (MkMaking *self);
void          mk_making_unref              (MkMaking *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkMaking, mk_making_unref)

G_END_DECLS
