/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-certificate.h"

#include "mk-digest.h"
#include "mk-store-error.h"

#include <glib/gi18n-lib.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

/* Certificates as the exchange contract has them: self-signed, and pinned by hand. Nobody but the
 * person who pins one vouches for it, so its dates and names say nothing and are not judged. */

#define LEAST_RSA_BITS 3072

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BIO, BIO_free_all)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509, X509_free)

static gboolean
refuse (GError    **error,
        const char *reason)
{
  ERR_clear_error ();
  g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_REFUSED, "%s %s", reason,
               _ ("Nothing was changed."));
  return FALSE;
}

/* A file may hold one certificate and no more: nobody could tell which of two is meant. */
static X509 *
parse_pem (GBytes *file)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (file, &length);
  g_autoptr (BIO) bio = BIO_new_mem_buf (data, (int) length);
  g_autoptr (X509) first = PEM_read_bio_X509 (bio, NULL, NULL, (void *) "");
  g_autoptr (X509) second = first != NULL ? PEM_read_bio_X509 (bio, NULL, NULL, (void *) "") : NULL;

  return second == NULL ? g_steal_pointer (&first) : NULL;
}

static X509 *
parse_der (GBytes *file)
{
  gsize length;
  const guint8 *start = g_bytes_get_data (file, &length);
  const guint8 *at = start;
  g_autoptr (X509) certificate = d2i_X509 (NULL, &at, (long) length);

  return certificate != NULL && at == start + length ? g_steal_pointer (&certificate) : NULL;
}

static gboolean
has_fitting_key (X509 *certificate)
{
  EVP_PKEY *key = X509_get0_pubkey (certificate);
  char group[32];

  if (key == NULL)
    return FALSE;
  if (EVP_PKEY_get_base_id (key) == EVP_PKEY_RSA)
    return EVP_PKEY_get_bits (key) >= LEAST_RSA_BITS;
  return EVP_PKEY_get_base_id (key) == EVP_PKEY_EC &&
         EVP_PKEY_get_group_name (key, group, sizeof group, NULL) == 1 &&
         g_str_equal (group, SN_X9_62_prime256v1);
}

static gboolean
judge (X509    *certificate,
       GError **error)
{
  if (certificate == NULL)
    return refuse (error, _ ("The file does not hold one certificate, as PEM or DER."));
  if (!has_fitting_key (certificate))
    return refuse (error, _ ("The certificate's key is neither EC P-256 nor RSA of at least 3072 "
                             "bits."));
  if (X509_self_signed (certificate, 1) != 1)
    return refuse (error, _ ("The certificate is not self-signed, or its signature is wrong."));
  return TRUE;
}

/**
 * mk_certificate_read:
 * @file: what a file holds, PEM or DER
 * @error: return location
 *
 * Reads a certificate that somebody gives, and judges whether it is one of the contract's kind.
 *
 * Returns: (transfer full): the certificate in DER; %NULL with %MK_STORE_ERROR_REFUSED when it is
 *   none, or of another kind
 */
GBytes *
mk_certificate_read (GBytes  *file,
                     GError **error)
{
  g_autoptr (X509) certificate = NULL;
  guint8 *der = NULL;
  int length;
  GBytes *bytes;

  if (g_bytes_get_size (file) <= MK_CERTIFICATE_MOST_BYTES)
    certificate = parse_der (file);
  if (certificate == NULL && g_bytes_get_size (file) <= MK_CERTIFICATE_MOST_BYTES)
    certificate = parse_pem (file);
  ERR_clear_error ();
  if (!judge (certificate, error))
    return NULL;
  length = i2d_X509 (certificate, &der);
  g_assert (length > 0);
  bytes = g_bytes_new (der, (gsize) length);
  OPENSSL_free (der);
  return bytes;
}

/**
 * mk_certificate_fingerprint:
 * @certificate: in DER
 *
 * What two people read to each other to know that they have the same certificate.
 *
 * Returns: (transfer full): SHA-256 of @certificate, 64 lower-case hexadecimal digits without colons
 */
char *
mk_certificate_fingerprint (GBytes *certificate)
{
  return mk_sha256 (certificate);
}

/**
 * mk_certificate_to_pem:
 * @certificate: in DER
 *
 * Returns: (transfer full): the same as PEM
 */
GBytes *
mk_certificate_to_pem (GBytes *certificate)
{
  g_autoptr (X509) parsed = parse_der (certificate);
  g_autoptr (BIO) bio = BIO_new (BIO_s_mem ());
  char *text;
  long length;

  g_return_val_if_fail (parsed != NULL && bio != NULL, NULL);
  if (PEM_write_bio_X509 (bio, parsed) != 1)
    g_error ("A certificate could not be written to memory.");
  length = BIO_get_mem_data (bio, &text);
  return g_bytes_new (text, (gsize) length);
}
