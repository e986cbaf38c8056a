/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

/**
 * MkStoreCreation:
 * @passphrase: (nullable): what shall open it, as it is typed
 * @keyring_id: (nullable): UUID under which the desktop's keyring keeps @keyring_secret
 * @keyring_secret: (nullable): what the keyring keeps and shall open it
 * @fill: (nullable): writes what the store must hold from its first moment
 * @fill_data: for @fill
 *
 * What a new store is made with: a passphrase, a keyring, or both.
 */
typedef struct
{
  const char    *passphrase;
  const char    *keyring_id;
  const char    *keyring_secret;
  MkDatabaseFill fill;
  gconstpointer  fill_data;
} MkStoreCreation;

MkDatabase *mk_store_files_create             (const char *directory,
                                               const char *passphrase,
                                               char      **recovery_code,
                                               GError    **error);
MkDatabase *mk_store_files_create_filled      (const char    *directory,
                                               const char    *passphrase,
                                               MkDatabaseFill fill,
                                               gconstpointer  fill_data,
                                               char         **recovery_code,
                                               GError       **error);
MkDatabase *mk_store_files_create_full        (const char            *directory,
                                               const MkStoreCreation *creation,
                                               char                 **recovery_code,
                                               GError               **error);
MkDatabase *mk_store_files_open               (const char *directory,
                                               const char *passphrase,
                                               GError    **error);
MkDatabase *mk_store_files_open_with_recovery (const char *directory,
                                               const char *recovery_code,
                                               GError    **error);
MkDatabase *mk_store_files_open_with_keyring  (const char *directory,
                                               const char *secret,
                                               GError    **error);

G_END_DECLS
