/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-identity.h"

#include "mk-clock.h"
#include "mk-installation.h"
#include "mk-random.h"

#include <glib/gi18n-lib.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

/* The installation's own certificate: EC P-256, signed by itself. The other end pins it by hand, so
 * it names nothing but the installation's UUID and does not run out. */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BIGNUM, BN_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_PKEY, EVP_PKEY_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509, X509_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509_EXTENSION, X509_EXTENSION_free)

static MkIdentity *
set_failed (GError **error)
{
  char detail[256];

  ERR_error_string_n (ERR_get_error (), detail, sizeof detail);
  ERR_clear_error ();
  g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_FAILED,
               _ ("The encryption on this computer could not be used (%s). Nothing was changed."),
               detail);
  return NULL;
}

/* What finds the certificate in a sealed file: as good as unique, and above 0 (RFC 5280). */
static gboolean
set_serial (X509 *certificate)
{
  guint8 bytes[16];
  g_autoptr (BIGNUM) number = NULL;

  mk_random_bytes (bytes, sizeof bytes);
  bytes[0] = (guint8) ((bytes[0] & 0x7f) | 0x40);
  number = BN_bin2bn (bytes, sizeof bytes, NULL);
  return number != NULL && BN_to_ASN1_INTEGER (number, X509_get_serialNumber (certificate)) != NULL;
}

static gboolean
set_name (X509       *certificate,
          const char *id)
{
  X509_NAME *name = X509_get_subject_name (certificate);

  return X509_NAME_add_entry_by_txt (name, "CN", MBSTRING_UTF8, (const guint8 *) id, -1, -1, 0) &&
         X509_set_issuer_name (certificate, name);
}

/* A day back, for clocks that are behind; the end is RFC 5280's "no well-defined end". */
static gboolean
set_dates (X509 *certificate)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  time_t day_before = (time_t) g_date_time_to_unix (now) - 24 * 60 * 60;

  return ASN1_TIME_set (X509_getm_notBefore (certificate), day_before) != NULL &&
         ASN1_TIME_set_string (X509_getm_notAfter (certificate), "99991231235959Z") == 1;
}

static gboolean
add_extension (X509       *certificate,
               int         kind,
               const char *value)
{
  X509V3_CTX context;
  g_autoptr (X509_EXTENSION) extension = NULL;

  X509V3_set_ctx (&context, certificate, certificate, NULL, NULL, 0);
  extension = X509V3_EXT_conf_nid (NULL, &context, kind, value);
  return extension != NULL && X509_add_ext (certificate, extension, -1) == 1;
}

static gboolean
fill (X509       *certificate,
      EVP_PKEY   *key,
      const char *id)
{
  return X509_set_version (certificate, X509_VERSION_3) && set_serial (certificate) &&
         set_name (certificate, id) && set_dates (certificate) &&
         X509_set_pubkey (certificate, key) &&
         add_extension (certificate, NID_basic_constraints, "critical,CA:FALSE") &&
         add_extension (certificate, NID_key_usage, "critical,digitalSignature,keyAgreement") &&
         add_extension (certificate, NID_subject_key_identifier, "hash") &&
         X509_sign (certificate, key, EVP_sha256 ()) > 0;
}

static GBytes *
take_der (guint8 *der,
          int     length)
{
  GBytes *bytes = g_bytes_new (der, (gsize) length);

  OPENSSL_clear_free (der, (gsize) length);
  return bytes;
}

static GBytes *
write_private_key (EVP_PKEY *key)
{
  PKCS8_PRIV_KEY_INFO *info = EVP_PKEY2PKCS8 (key);
  guint8 *der = NULL;
  int length = info != NULL ? i2d_PKCS8_PRIV_KEY_INFO (info, &der) : 0;

  PKCS8_PRIV_KEY_INFO_free (info);
  return length > 0 ? take_der (der, length) : NULL;
}

static MkIdentity *
make (const char *id,
      GError    **error)
{
  g_autoptr (EVP_PKEY) key = EVP_EC_gen ("P-256");
  g_autoptr (X509) certificate = X509_new ();
  g_autoptr (MkIdentity) self = g_new0 (MkIdentity, 1);
  guint8 *der = NULL;
  int length;

  if (key == NULL || certificate == NULL || !fill (certificate, key, id))
    return set_failed (error);
  length = i2d_X509 (certificate, &der);
  if (length <= 0)
    return set_failed (error);
  self->certificate = take_der (der, length);
  self->private_key = write_private_key (key);
  return self->private_key != NULL ? g_steal_pointer (&self) : set_failed (error);
}

static MkIdentity *
make_and_keep (MkDatabase *database,
               GError    **error)
{
  g_autoptr (MkInstallation) installation = mk_installation_get (database, error);
  g_autoptr (MkIdentity) self = installation != NULL ? make (installation->id, error) : NULL;
  g_autofree char *now = mk_clock_text ();

  if (self == NULL ||
      !mk_statement_run (mk_database_query (database, "identity-insert", self->certificate,
                                            self->private_key, now),
                         error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * mk_identity_find:
 * @database: a store
 * @error: return location
 *
 * Returns: (transfer full) (nullable): this installation's identity; %NULL without an error when
 *   none was needed yet
 */
MkIdentity *
mk_identity_find (MkDatabase *database,
                  GError    **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "identity-get");
  MkIdentity *self;

  if (!mk_statement_step (statement, error))
    return NULL;
  self = g_new0 (MkIdentity, 1);
  self->certificate = mk_statement_blob (statement, 0);
  self->private_key = mk_statement_blob (statement, 1);
  return self;
}

/**
 * mk_identity_get:
 * @database: a store
 * @error: return location
 *
 * Makes the identity when there is none.
 *
 * Returns: (transfer full): this installation's identity; %NULL on error
 */
MkIdentity *
mk_identity_get (MkDatabase *database,
                 GError    **error)
{
  g_autoptr (GError) local = NULL;
  MkIdentity *self = mk_identity_find (database, &local);

  if (local == NULL)
    return self != NULL ? self : make_and_keep (database, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * mk_identity_free:
 * @self: (nullable): an identity
 *
 * Overwrites the private key, which nobody else holds, and frees it all.
 */
void
mk_identity_free (MkIdentity *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->certificate, g_bytes_unref);
  if (self->private_key != NULL)
    OPENSSL_cleanse ((gpointer) g_bytes_get_data (self->private_key, NULL),
                     g_bytes_get_size (self->private_key));
  g_clear_pointer (&self->private_key, g_bytes_unref);
  g_free (self);
}
