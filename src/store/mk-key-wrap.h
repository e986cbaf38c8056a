/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

#define MK_WRAP_SALT_SIZE 16
#define MK_WRAP_NONCE_SIZE 12
#define MK_WRAP_TAG_SIZE 16
#define MK_WRAP_SIZE (MK_KEY_SIZE + MK_WRAP_TAG_SIZE)

/**
 * MkSecretText:
 *
 * Text that is overwritten when it is freed. Hold it as `g_autoptr (MkSecretText)`.
 */
typedef char MkSecretText;

/**
 * MkKeyWrap:
 * @memory: what Argon2id takes, in KiB
 * @passes: how often it goes over it
 *
 * A key encrypted under a secret: Argon2id with one lane makes a key of the secret, AES-256-GCM
 * encrypts with it.
 */
typedef struct
{
  gint64 memory;
  gint64 passes;
  guint8 salt[MK_WRAP_SALT_SIZE];
  guint8 nonce[MK_WRAP_NONCE_SIZE];
  guint8 wrapped[MK_WRAP_SIZE];
} MkKeyWrap;

gboolean mk_key_wrap_seal    (MkKeyWrap   *self,
                              const char  *secret,
                              const char  *purpose,
                              const guint8 key[MK_KEY_SIZE],
                              GError     **error);
gboolean mk_key_wrap_open    (const MkKeyWrap *self,
                              const char      *secret,
                              const char      *purpose,
                              guint8           key[MK_KEY_SIZE],
                              GError         **error);
gboolean mk_key_wrap_is_sane (const MkKeyWrap *self);
void     mk_secret_text_free (MkSecretText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkSecretText, mk_secret_text_free)

G_END_DECLS
