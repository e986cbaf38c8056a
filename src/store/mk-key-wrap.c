/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-key-wrap.h"

#include "mk-random.h"

#include <glib/gi18n-lib.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <string.h>

/* What a file may ask for. Generous towards a later Makker, and bearable when somebody else
 * wrote the file. */
#define MEMORY_MIN 1024 /* KiB */
#define MEMORY_MAX (1024 * 1024) /* KiB */
#define PASSES_MAX 16

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_KDF, EVP_KDF_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_KDF_CTX, EVP_KDF_CTX_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_CIPHER_CTX, EVP_CIPHER_CTX_free)

static gboolean
set_failed (GError **error)
{
  char detail[256];

  ERR_error_string_n (ERR_get_error (), detail, sizeof detail);
  ERR_clear_error ();
  g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_FAILED,
               _ ("The encryption on this computer could not be used (%s). Nothing was changed."),
               detail);
  return FALSE;
}

/* Takes a moment and @wrap->memory KiB, on purpose. */
static gboolean
derive (const MkKeyWrap *wrap,
        const char      *secret,
        guint8           kek[MK_KEY_SIZE],
        GError         **error)
{
  g_autoptr (EVP_KDF) kdf = EVP_KDF_fetch (NULL, "ARGON2ID", NULL);
  g_autoptr (EVP_KDF_CTX) context = kdf != NULL ? EVP_KDF_CTX_new (kdf) : NULL;
  guint32 memory = (guint32) wrap->memory;
  guint32 passes = (guint32) wrap->passes;
  guint32 lanes = 1;
  OSSL_PARAM params[] = {
    OSSL_PARAM_construct_octet_string (OSSL_KDF_PARAM_PASSWORD, (void *) secret, strlen (secret)),
    OSSL_PARAM_construct_octet_string (OSSL_KDF_PARAM_SALT, (void *) wrap->salt, sizeof wrap->salt),
    OSSL_PARAM_construct_uint32 (OSSL_KDF_PARAM_ITER, &passes),
    OSSL_PARAM_construct_uint32 (OSSL_KDF_PARAM_ARGON2_LANES, &lanes),
    OSSL_PARAM_construct_uint32 (OSSL_KDF_PARAM_ARGON2_MEMCOST, &memory),
    OSSL_PARAM_construct_end (),
  };

  if (context != NULL && EVP_KDF_derive (context, kek, MK_KEY_SIZE, params) == 1)
    return TRUE;
  return set_failed (error);
}

static EVP_CIPHER_CTX *
new_cipher (const guint8     kek[MK_KEY_SIZE],
            const MkKeyWrap *wrap,
            const char      *purpose,
            gboolean         encrypt)
{
  g_autoptr (EVP_CIPHER_CTX) context = EVP_CIPHER_CTX_new ();
  int length;

  if (context == NULL ||
      EVP_CipherInit_ex2 (context, EVP_aes_256_gcm (), kek, wrap->nonce, encrypt, NULL) != 1 ||
      EVP_CipherUpdate (context, NULL, &length, (const guint8 *) purpose, (int) strlen (purpose)) !=
          1)
    return NULL;
  return g_steal_pointer (&context);
}

static gboolean
encrypt (MkKeyWrap   *self,
         const guint8 kek[MK_KEY_SIZE],
         const char  *purpose,
         const guint8 key[MK_KEY_SIZE],
         GError     **error)
{
  g_autoptr (EVP_CIPHER_CTX) context = new_cipher (kek, self, purpose, TRUE);
  guint8 *tag = self->wrapped + MK_KEY_SIZE;
  int length;

  if (context != NULL &&
      EVP_CipherUpdate (context, self->wrapped, &length, key, MK_KEY_SIZE) == 1 &&
      EVP_CipherFinal_ex (context, tag, &length) == 1 &&
      EVP_CIPHER_CTX_ctrl (context, EVP_CTRL_AEAD_GET_TAG, MK_WRAP_TAG_SIZE, tag) == 1)
    return TRUE;
  return set_failed (error);
}

static gboolean
decrypt (const MkKeyWrap *self,
         const guint8     kek[MK_KEY_SIZE],
         const char      *purpose,
         guint8           key[MK_KEY_SIZE])
{
  g_autoptr (EVP_CIPHER_CTX) context = new_cipher (kek, self, purpose, FALSE);
  guint8 tag[MK_WRAP_TAG_SIZE];
  guint8 none[MK_WRAP_TAG_SIZE];
  int length;

  memcpy (tag, self->wrapped + MK_KEY_SIZE, sizeof tag);
  if (context != NULL &&
      EVP_CipherUpdate (context, key, &length, self->wrapped, MK_KEY_SIZE) == 1 &&
      EVP_CIPHER_CTX_ctrl (context, EVP_CTRL_AEAD_SET_TAG, sizeof tag, tag) == 1 &&
      EVP_CipherFinal_ex (context, none, &length) == 1)
    return TRUE;
  ERR_clear_error ();
  OPENSSL_cleanse (key, MK_KEY_SIZE);
  return FALSE;
}

/**
 * mk_key_wrap_seal:
 * @self: a wrap whose costs are set; the rest is filled in
 * @secret: what shall open it
 * @purpose: what the wrap is for; it opens only for the same
 * @key: the key
 * @error: return location
 *
 * Encrypts @key under @secret with a new salt. Takes as long as the costs say.
 *
 * Returns: whether it was done
 */
gboolean
mk_key_wrap_seal (MkKeyWrap   *self,
                  const char  *secret,
                  const char  *purpose,
                  const guint8 key[MK_KEY_SIZE],
                  GError     **error)
{
  guint8 kek[MK_KEY_SIZE];
  gboolean success;

  mk_random_bytes (self->salt, sizeof self->salt);
  mk_random_bytes (self->nonce, sizeof self->nonce);
  success = derive (self, secret, kek, error) && encrypt (self, kek, purpose, key, error);
  OPENSSL_cleanse (kek, sizeof kek);
  return success;
}

/**
 * mk_key_wrap_open:
 * @self: a wrap
 * @secret: what may open it
 * @purpose: what it was made for
 * @key: (out caller-allocates): the key; wiped on failure
 * @error: return location
 *
 * Decrypts the key. Takes as long as the costs say.
 *
 * Returns: %FALSE when @secret does not open it, then without @error, or when nothing could be
 *   tried
 */
gboolean
mk_key_wrap_open (const MkKeyWrap *self,
                  const char      *secret,
                  const char      *purpose,
                  guint8           key[MK_KEY_SIZE],
                  GError         **error)
{
  guint8 kek[MK_KEY_SIZE];
  gboolean success;

  g_assert (mk_key_wrap_is_sane (self));

  success = derive (self, secret, kek, error) && decrypt (self, kek, purpose, key);
  OPENSSL_cleanse (kek, sizeof kek);
  return success;
}

/**
 * mk_key_wrap_is_sane:
 * @self: a wrap that was read from a file
 *
 * Returns: whether it asks for bearable costs
 */
gboolean
mk_key_wrap_is_sane (const MkKeyWrap *self)
{
  return self->memory >= MEMORY_MIN && self->memory <= MEMORY_MAX && self->passes >= 1 &&
         self->passes <= PASSES_MAX;
}

/**
 * mk_secret_text_free:
 * @self: (transfer full) (nullable): text
 *
 * Overwrites the text and frees it.
 */
void
mk_secret_text_free (MkSecretText *self)
{
  if (self != NULL)
    OPENSSL_cleanse (self, strlen (self));
  g_free (self);
}
