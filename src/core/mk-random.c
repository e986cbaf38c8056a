/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-random.h"

#include <errno.h>
#include <sys/random.h>

/**
 * mk_random_bytes:
 * @buffer: (out caller-allocates) (array length=length): where they go
 * @length: how many bytes
 *
 * Fills @buffer from the kernel. The one source of randomness, for ids and for keys; ends the
 * program when the kernel has none to give, since nothing made without it could be trusted.
 */
void
mk_random_bytes (guint8 *buffer,
                 gsize   length)
{
  while (length > 0)
    {
      ssize_t got = getrandom (buffer, length, 0);

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        g_error ("The kernel gives no random bytes: %s", g_strerror (errno));
      buffer += got;
      length -= (gsize) got;
    }
}

/**
 * mk_random_uuid:
 *
 * Returns: (transfer full): a new version 4 UUID (RFC 9562) in lower case
 */
char *
mk_random_uuid (void)
{
  guint8 b[16];

  mk_random_bytes (b, sizeof b);
  b[6] = (guint8) ((b[6] & 0x0f) | 0x40);
  b[8] = (guint8) ((b[8] & 0x3f) | 0x80);
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11],
                          b[12], b[13], b[14], b[15]);
}
