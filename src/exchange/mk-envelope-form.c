/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-envelope-form.h"

#include <openssl/asn1.h>
#include <openssl/err.h>
#include <openssl/objects.h>
#include <string.h>

/* The form of a sealed file. OpenSSL reads every BER and takes a tag of any length, of which a short
 * one is soon guessed; the contract has one form only. So the bytes are looked at before OpenSSL
 * gets them. */

#define MOST_DEPTH 32
#define NONCE_SIZE 12
#define TAG_SIZE 16

/* Identifier octets. */
#define INTEGER 0x02
#define OCTETS 0x04
#define OBJECT 0x06
#define SEQUENCE 0x30
#define SET 0x31
#define CONTENT 0x80 /* [0], not constructed */
#define EXPLICIT 0xa0 /* [0], constructed */

typedef struct
{
  const guint8 *at;
  gsize         left;
} Span;

/* Cuts the first value off @span: its identifier and what is in it. FALSE when it is not DER. */
static gboolean
cut (Span   *span,
     guint8 *identifier,
     Span   *content)
{
  const guint8 *at = span->at;
  long length;
  int tag, class, kind;
  gsize header;

  if (span->left == 0)
    return FALSE;
  kind = ASN1_get_object (&at, &length, &tag, &class, (long) span->left);
  ERR_clear_error ();
  header = (gsize) (at - span->at);
  /* An error, an indefinite length, or a length in more octets than it needs. */
  if ((kind & 0x81) != 0 || ASN1_object_size (kind & V_ASN1_CONSTRUCTED, (int) length, tag) !=
                                (int) header + (int) length)
    return FALSE;
  /* Strings in pieces. */
  if ((kind & V_ASN1_CONSTRUCTED) && class == V_ASN1_UNIVERSAL && tag != V_ASN1_SEQUENCE &&
      tag != V_ASN1_SET)
    return FALSE;
  *identifier = span->at[0];
  *content = (Span) { at, (gsize) length };
  span->at = at + length;
  span->left -= header + (gsize) length;
  return TRUE;
}

static gboolean
is_der (Span  span,
        guint depth)
{
  Span content;
  guint8 identifier;

  while (span.left > 0)
    {
      if (!cut (&span, &identifier, &content))
        return FALSE;
      if ((identifier & V_ASN1_CONSTRUCTED) &&
          (depth == MOST_DEPTH || !is_der (content, depth + 1)))
        return FALSE;
    }
  return TRUE;
}

/**
 * mk_envelope_form_is_der:
 * @bytes: anything
 *
 * Returns: whether it is one value in DER, to its last byte, and so is everything in it
 */
gboolean
mk_envelope_form_is_der (GBytes *bytes)
{
  Span whole = { g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) };
  Span content;
  guint8 identifier;

  return cut (&whole, &identifier, &content) && whole.left == 0 && identifier == SEQUENCE &&
         is_der (content, 1);
}

static gboolean
take (Span  *span,
      guint8 wanted,
      Span  *content)
{
  guint8 identifier;

  return cut (span, &identifier, content) && identifier == wanted;
}

static gboolean
take_object (Span *span,
             int   wanted)
{
  const ASN1_OBJECT *object = OBJ_nid2obj (wanted);
  Span content;

  return take (span, OBJECT, &content) && content.left == OBJ_length (object) &&
         memcmp (content.at, OBJ_get0_data (object), content.left) == 0;
}

/* GCMParameters of RFC 5084; a tag's length that is left out would be 12. */
static gboolean
is_gcm (Span algorithm)
{
  Span parameters, nonce, tag;

  return take_object (&algorithm, NID_aes_256_gcm) && take (&algorithm, SEQUENCE, &parameters) &&
         algorithm.left == 0 && take (&parameters, OCTETS, &nonce) && nonce.left == NONCE_SIZE &&
         take (&parameters, INTEGER, &tag) && parameters.left == 0 && tag.left == 1 &&
         tag.at[0] == TAG_SIZE;
}

static gboolean
is_encrypted_content (Span info)
{
  Span algorithm, content;

  return take_object (&info, NID_pkcs7_data) && take (&info, SEQUENCE, &algorithm) &&
         is_gcm (algorithm) && take (&info, CONTENT, &content) && info.left == 0;
}

/**
 * mk_envelope_form_is_auth:
 * @bytes: in DER
 *
 * Returns: whether it is AuthEnvelopedData (RFC 5083) with AES-256-GCM, a tag of 16 bytes, and
 *   nothing beside what is encrypted
 */
gboolean
mk_envelope_form_is_auth (GBytes *bytes)
{
  Span whole = { g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) };
  Span info, outer, data, version, recipients, content, tag;

  return take (&whole, SEQUENCE, &info) && take_object (&info, NID_id_smime_ct_authEnvelopedData) &&
         take (&info, EXPLICIT, &outer) && info.left == 0 && take (&outer, SEQUENCE, &data) &&
         outer.left == 0 && take (&data, INTEGER, &version) && take (&data, SET, &recipients) &&
         take (&data, SEQUENCE, &content) && is_encrypted_content (content) &&
         take (&data, OCTETS, &tag) && tag.left == TAG_SIZE && data.left == 0;
}
