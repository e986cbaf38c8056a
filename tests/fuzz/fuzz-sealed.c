/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-certificate.h"
#include "mk-envelope-form.h"
#include "mk-envelope.h"
#include "mk-exchange-test.h"
#include "mk-fuzz.h"

#include <string.h>

/* A file that says it is sealed: refused with one sentence, or opened to the very bytes that were
 * sealed. An input is read twice: as a file, byte for byte, and as changes to a good sealed file, four
 * bytes a change. */

#define PACKAGE "{\"format\":\"makker-udveksling\",\"version\":1}"
#define CHANGE 4

static MkExchangeTest store;
static MkIdentity *identity;
static char *fingerprint;
static GBytes *good;

static void
prepare (void)
{
  g_autoptr (GBytes) package = g_bytes_new_static (PACKAGE, strlen (PACKAGE));

  mk_exchange_test_set_up (&store, NULL);
  identity = mk_identity_get (store.database, NULL);
  g_assert_nonnull (identity);
  fingerprint = mk_certificate_fingerprint (identity->certificate);
  good = mk_envelope_seal (package, identity, identity->certificate, NULL);
  g_assert_nonnull (good);
}

/* One byte is changed, or a stretch is left out or stands twice, or the rest is missing. */
static void
change (GByteArray   *file,
        const guint8 *how)
{
  guint at = file->len > 0 ? (how[1] * 256U + how[2]) % file->len : 0;
  guint length = MIN (how[3] % 16U + 1, file->len - at);
  guint8 stretch[16];

  if (file->len == 0)
    return;
  memcpy (stretch, file->data + at, length);
  if (how[0] % 8 == 0)
    g_byte_array_set_size (file, at);
  else if (how[0] % 8 == 1)
    g_byte_array_remove_range (file, at, length);
  else if (how[0] % 8 == 2)
    g_byte_array_append (file, stretch, length);
  else
    file->data[at] = how[3];
}

static GBytes *
changed_file (const guint8 *data,
              gsize         size)
{
  GByteArray *file = g_byte_array_new ();

  g_byte_array_append (file, g_bytes_get_data (good, NULL), (guint) g_bytes_get_size (good));
  for (gsize i = 0; i + CHANGE <= size; i += CHANGE)
    change (file, data + i);
  return g_byte_array_free_to_bytes (file);
}

static void
assert_opened (GBytes          *opened,
               const GPtrArray *signers)
{
  g_assert_cmpmem (g_bytes_get_data (opened, NULL), g_bytes_get_size (opened), PACKAGE,
                   strlen (PACKAGE));
  g_assert_cmpuint (signers->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (signers, 0), ==, fingerprint);
}

static gboolean
judge (GBytes *file)
{
  g_autoptr (GPtrArray) signers = NULL;
  g_autoptr (GBytes) opened = NULL;
  g_autoptr (GError) error = NULL;

  mk_envelope_form_is_der (file);
  mk_envelope_form_is_auth (file);
  if (!mk_envelope_is_one (file))
    return FALSE;
  opened = mk_envelope_open (file, identity, &signers, &error);
  if (opened != NULL)
    {
      assert_opened (opened, signers);
      return TRUE;
    }
  g_assert_true (g_error_matches (error, MK_ENVELOPE_ERROR, MK_ENVELOPE_ERROR_READING) ||
                 g_error_matches (error, MK_ENVELOPE_ERROR, MK_ENVELOPE_ERROR_RECIPIENT));
  mk_fuzz_assert_reason (error->message);
  return FALSE;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GBytes) changed = NULL;
  gboolean is_opened;

  if (good == NULL)
    prepare ();
  judge (bytes);
  changed = changed_file (data, size);
  is_opened = judge (changed);
  if (g_bytes_equal (changed, good))
    g_assert_true (is_opened);
  return 0;
}
