/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-digest.h"

#include <openssl/evp.h>

/**
 * mk_sha256:
 * @bytes: any
 *
 * The hash by which packages know each other. OpenSSL uses what the processor has for it; with
 * GLib's own, hashing took a fifth of an export.
 *
 * Returns: (transfer full): 64 lower-case hex digits
 */
char *
mk_sha256 (GBytes *bytes)
{
  guint8 digest[32];
  gsize length, digest_length = sizeof digest;
  gconstpointer data = g_bytes_get_data (bytes, &length);
  char *text = g_malloc (2 * sizeof digest + 1);

  if (EVP_Q_digest (NULL, "SHA256", NULL, data, length, digest, &digest_length) != 1)
    g_error ("This OpenSSL has no SHA-256");
  for (gsize i = 0; i < sizeof digest; i++)
    g_snprintf (text + 2 * i, 3, "%02x", digest[i]);
  return text;
}
