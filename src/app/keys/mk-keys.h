/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-installation.h"
#include "mk-keyring.h"
#include "mk-store.h"

G_BEGIN_DECLS

/**
 * MkWays:
 * @MK_WAY_KEYRING: the desktop's keyring
 * @MK_WAY_PASSPHRASE: a passphrase
 * @MK_WAY_RECOVERY: the recovery code
 *
 * How a store can be opened.
 */
typedef enum
{
  MK_WAY_NONE = 0,
  MK_WAY_KEYRING = 1 << 0,
  MK_WAY_PASSPHRASE = 1 << 1,
  MK_WAY_RECOVERY = 1 << 2
} MkWays;

MkWays mk_keys_ways (const char *directory,
                     char      **keyring_id);

void          mk_keys_add_keyring_async   (MkStore            *store,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data);
void          mk_keys_set_recovery_async  (MkStore            *store,
                                           MkRecovery          recovery,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data);
gboolean      mk_keys_finish              (MkStore      *store,
                                           GAsyncResult *result,
                                           GError      **error);
void          mk_keys_new_recovery_async  (MkStore            *store,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data);
MkSecretText *mk_keys_new_recovery_finish (MkStore      *store,
                                           GAsyncResult *result,
                                           GError      **error);

G_END_DECLS
