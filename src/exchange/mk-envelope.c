/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-envelope.h"

#include "mk-certificate.h"
#include "mk-envelope-form.h"

#include <glib/gi18n.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/x509.h>

/* The seal around a package (exchange contract, section 8), from bytes to bytes: signed, and then
 * encrypted. Certificates are pinned by hand, so no chain and no date is judged here; who may sign
 * is the caller's to say. */

/* One is enough; each of a million would cost a signature to check. */
#define MOST_SIGNERS 16

G_DEFINE_QUARK (mk_envelope_error_quark, mk_envelope_error)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BIO, BIO_free_all)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CMS_ContentInfo, CMS_ContentInfo_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_PKEY, EVP_PKEY_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509, X509_free)

static BIO *
read_from (GBytes *bytes)
{
  return BIO_new_mem_buf (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes));
}

static void
free_bio (gpointer bio)
{
  BIO_free_all (bio);
}

/* What was written, without a copy of it. */
static GBytes *
take_written (BIO *bio)
{
  char *data;
  long length = BIO_get_mem_data (bio, &data);

  return g_bytes_new_with_free_func (data, (gsize) length, free_bio, bio);
}

static X509 *
parse_certificate (GBytes *certificate)
{
  const guint8 *at = g_bytes_get_data (certificate, NULL);

  return d2i_X509 (NULL, &at, (long) g_bytes_get_size (certificate));
}

static EVP_PKEY *
parse_key (GBytes *private_key)
{
  const guint8 *at = g_bytes_get_data (private_key, NULL);

  return d2i_AutoPrivateKey (NULL, &at, (long) g_bytes_get_size (private_key));
}

/* Sealing */

static GBytes *
write_cms (CMS_ContentInfo *cms)
{
  g_autoptr (BIO) written = cms != NULL ? BIO_new (BIO_s_mem ()) : NULL;

  return written != NULL && i2d_CMS_bio (written, cms) == 1
             ? take_written (g_steal_pointer (&written))
             : NULL;
}

static GBytes *
sign (GBytes           *package,
      const MkIdentity *identity)
{
  g_autoptr (X509) certificate = parse_certificate (identity->certificate);
  g_autoptr (EVP_PKEY) key = parse_key (identity->private_key);
  g_autoptr (BIO) content = read_from (package);
  g_autoptr (CMS_ContentInfo) cms = CMS_sign (NULL, NULL, NULL, content, CMS_BINARY | CMS_PARTIAL);

  if (cms == NULL || certificate == NULL || key == NULL ||
      CMS_add1_signer (cms, certificate, key, EVP_sha256 (), CMS_BINARY) == NULL ||
      CMS_final (cms, content, NULL, CMS_BINARY) != 1)
    return NULL;
  return write_cms (cms);
}

static GBytes *
encrypt (GBytes *signed_data,
         GBytes *recipient)
{
  X509 *certificate = parse_certificate (recipient);
  STACK_OF (X509) *recipients = sk_X509_new_null ();
  g_autoptr (BIO) content = read_from (signed_data);
  g_autoptr (CMS_ContentInfo) cms = NULL;

  if (certificate != NULL && recipients != NULL && sk_X509_push (recipients, certificate) > 0)
    cms = CMS_encrypt (recipients, content, EVP_aes_256_gcm (), CMS_BINARY);
  sk_X509_free (recipients);
  X509_free (certificate);
  return write_cms (cms);
}

/**
 * mk_envelope_seal:
 * @package: the exact bytes of a package
 * @identity: who signs
 * @recipient: the certificate in DER to which it is encrypted
 * @error: return location
 *
 * Sealing the same package again gives other bytes.
 *
 * Returns: (transfer full): the bytes of a sealed file; %NULL with %MK_ENVELOPE_ERROR_FAILED
 */
GBytes *
mk_envelope_seal (GBytes           *package,
                  const MkIdentity *identity,
                  GBytes           *recipient,
                  GError          **error)
{
  g_autoptr (GBytes) signed_data = sign (package, identity);
  GBytes *file = signed_data != NULL ? encrypt (signed_data, recipient) : NULL;

  ERR_clear_error ();
  if (file == NULL)
    g_set_error_literal (error, MK_ENVELOPE_ERROR, MK_ENVELOPE_ERROR_FAILED,
                         _ ("A package could not be sealed. It is kept and can be sent again."));
  return file;
}

/* Opening */

static GBytes *
refuse (GError        **error,
        MkEnvelopeError code,
        const char     *reason)
{
  ERR_clear_error ();
  g_set_error_literal (error, MK_ENVELOPE_ERROR, code, reason);
  return NULL;
}

static CMS_ContentInfo *
parse_cms (GBytes *bytes)
{
  const guint8 *at = g_bytes_get_data (bytes, NULL);

  return d2i_CMS_ContentInfo (NULL, &at, (long) g_bytes_get_size (bytes));
}

/* The identity's key is an EC one, so what is for it was agreed on, not transported. */
static gboolean
is_for (CMS_RecipientInfo *info,
        X509              *certificate)
{
  STACK_OF (CMS_RecipientEncryptedKey) *keys = NULL;

  if (CMS_RecipientInfo_type (info) == CMS_RECIPINFO_AGREE)
    keys = CMS_RecipientInfo_kari_get0_reks (info);
  for (int i = 0; i < sk_CMS_RecipientEncryptedKey_num (keys); i++)
    if (CMS_RecipientEncryptedKey_cert_cmp (sk_CMS_RecipientEncryptedKey_value (keys, i),
                                            certificate) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_for_us (CMS_ContentInfo *cms,
           X509            *certificate)
{
  STACK_OF (CMS_RecipientInfo) *recipients = CMS_get0_RecipientInfos (cms);

  for (int i = 0; certificate != NULL && i < sk_CMS_RecipientInfo_num (recipients); i++)
    if (is_for (sk_CMS_RecipientInfo_value (recipients, i), certificate))
      return TRUE;
  return FALSE;
}

/* To the end, where the tag is checked: until then nothing of it is looked at. */
static GBytes *
decrypt (GBytes           *file,
         const MkIdentity *identity,
         GError          **error)
{
  g_autoptr (CMS_ContentInfo) cms = parse_cms (file);
  g_autoptr (X509) certificate =
      identity != NULL ? parse_certificate (identity->certificate) : NULL;
  g_autoptr (EVP_PKEY) key = identity != NULL ? parse_key (identity->private_key) : NULL;
  g_autoptr (BIO) content = BIO_new (BIO_s_mem ());

  if (cms == NULL)
    return refuse (error, MK_ENVELOPE_ERROR_READING, "Den forseglede fil er beskadiget.");
  if (!is_for_us (cms, certificate))
    return refuse (error, MK_ENVELOPE_ERROR_RECIPIENT,
                   "Filen er forseglet til en anden. Giv afsenderen det certifikat, der hører til "
                   "her, og bed om filen igen.");
  if (CMS_decrypt (cms, key, certificate, NULL, content, CMS_BINARY) != 1)
    return refuse (error, MK_ENVELOPE_ERROR_READING,
                   "Den forseglede fil er ændret undervejs eller beskadiget. Bed afsenderen sende "
                   "den igen.");
  return take_written (g_steal_pointer (&content));
}

static gboolean
is_signed_data (CMS_ContentInfo *cms)
{
  ASN1_OCTET_STRING **content;

  if (OBJ_obj2nid (CMS_get0_type (cms)) != NID_pkcs7_signed ||
      OBJ_obj2nid (CMS_get0_eContentType (cms)) != NID_pkcs7_data)
    return FALSE;
  content = CMS_get0_content (cms);
  return content != NULL && *content != NULL;
}

static gboolean
has_sha256 (CMS_SignerInfo *signer)
{
  const ASN1_OBJECT *object;
  X509_ALGOR *digest;

  CMS_SignerInfo_get0_algs (signer, NULL, NULL, &digest, NULL);
  X509_ALGOR_get0 (&object, NULL, NULL, digest);
  return OBJ_obj2nid (object) == NID_sha256;
}

static gboolean
has_fitting_signers (CMS_ContentInfo *cms)
{
  STACK_OF (CMS_SignerInfo) *signers = CMS_get0_SignerInfos (cms);
  int n = sk_CMS_SignerInfo_num (signers);

  if (n < 1 || n > MOST_SIGNERS)
    return FALSE;
  for (int i = 0; i < n; i++)
    if (!has_sha256 (sk_CMS_SignerInfo_value (signers, i)))
      return FALSE;
  return TRUE;
}

/* The certificates by which the signatures were found to hold. */
static GPtrArray *
list_signers (CMS_ContentInfo *cms)
{
  STACK_OF (CMS_SignerInfo) *signers = CMS_get0_SignerInfos (cms);
  GPtrArray *fingerprints = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < sk_CMS_SignerInfo_num (signers); i++)
    {
      X509 *certificate = NULL;
      guint8 *der = NULL;
      int length;
      g_autoptr (GBytes) bytes = NULL;

      CMS_SignerInfo_get0_algs (sk_CMS_SignerInfo_value (signers, i), NULL, &certificate, NULL,
                                NULL);
      length = i2d_X509 (certificate, &der);
      bytes = g_bytes_new (der, (gsize) MAX (length, 0));
      OPENSSL_free (der);
      g_ptr_array_add (fingerprints, mk_certificate_fingerprint (bytes));
    }
  return fingerprints;
}

static GBytes *
verify (GBytes     *signed_data,
        GPtrArray **signers,
        GError    **error)
{
  g_autoptr (CMS_ContentInfo) cms =
      mk_envelope_form_is_der (signed_data) ? parse_cms (signed_data) : NULL;
  const ASN1_OCTET_STRING *content;

  if (cms == NULL || !is_signed_data (cms) || !has_fitting_signers (cms))
    return refuse (
        error, MK_ENVELOPE_ERROR_READING,
        "Det, der er i den forseglede fil, er ikke underskrevet sådan, som det er aftalt.");
  if (CMS_verify (cms, NULL, NULL, NULL, NULL, CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) != 1)
    return refuse (error, MK_ENVELOPE_ERROR_READING,
                   "Underskriften i den forseglede fil passer ikke.");
  *signers = list_signers (cms);
  content = *CMS_get0_content (cms);
  return g_bytes_new (ASN1_STRING_get0_data (content), (gsize) ASN1_STRING_length (content));
}

/**
 * mk_envelope_is_one:
 * @file: bytes of a file
 *
 * Returns: whether it is to be opened as a sealed one: it begins as ASN.1 does, and no JSON object
 */
gboolean
mk_envelope_is_one (GBytes *file)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (file, &length);

  return length > 0 && bytes[0] == (V_ASN1_SEQUENCE | V_ASN1_CONSTRUCTED);
}

/**
 * mk_envelope_open:
 * @file: bytes of a sealed file
 * @identity: (nullable): to whom it should be sealed; %NULL when there is no certificate yet
 * @signers: (out) (element-type utf8): fingerprints of the certificates that signed it
 * @error: return location
 *
 * Checks both layers to their end. That the signers are whom they should be is for the caller.
 *
 * Returns: (transfer full): the bytes of the package; %NULL with %MK_ENVELOPE_ERROR_READING or
 *   %MK_ENVELOPE_ERROR_RECIPIENT and a Danish sentence
 */
GBytes *
mk_envelope_open (GBytes           *file,
                  const MkIdentity *identity,
                  GPtrArray       **signers,
                  GError          **error)
{
  g_autoptr (GBytes) signed_data = NULL;
  GBytes *package;

  *signers = NULL;
  if (g_bytes_get_size (file) > MK_ENVELOPE_MOST_BYTES)
    return refuse (error, MK_ENVELOPE_ERROR_READING, "Filen er større end nogen forseglet pakke.");
  if (!mk_envelope_form_is_der (file) || !mk_envelope_form_is_auth (file))
    return refuse (error, MK_ENVELOPE_ERROR_READING,
                   "Filen er ikke forseglet sådan, som det er aftalt: med AES-256-GCM og et mærke "
                   "på 16 byte, i DER.");
  signed_data = decrypt (file, identity, error);
  package = signed_data != NULL ? verify (signed_data, signers, error) : NULL;
  ERR_clear_error ();
  return package;
}
