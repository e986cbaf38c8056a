/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The printed recovery key: eight groups of four characters, 150 random bits and two characters
 * that check them, in letters and digits that can't be taken for one another (no I, L, O, U).
 */
#include "mk-recovery-code.h"

#include "mk-random.h"

#include <glib/gi18n-lib.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <string.h>

#define N_RANDOM 30
#define N_CHECK 2
#define N_ALL (N_RANDOM + N_CHECK)
#define GROUP_SIZE 4

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* Two characters of the digest of the rest, which find a typing fault but one time in a thousand. */
static void
compute_check (const char *code,
               char       *check)
{
  guint8 digest[EVP_MAX_MD_SIZE];

  if (EVP_Digest (code, N_RANDOM, digest, NULL, EVP_sha256 (), NULL) != 1)
    g_error ("OpenSSL has no SHA-256");
  for (gsize i = 0; i < N_CHECK; i++)
    check[i] = alphabet[digest[i] % 32];
  OPENSSL_cleanse (digest, sizeof digest);
}

static MkSecretText *
group (const char *code)
{
  GString *text = g_string_sized_new (2 * N_ALL);

  for (gsize i = 0; i < N_ALL; i++)
    {
      if (i > 0 && i % GROUP_SIZE == 0)
        g_string_append_c (text, '-');
      g_string_append_c (text, code[i]);
    }
  return g_string_free (text, FALSE);
}

/**
 * mk_recovery_code_new:
 *
 * Makes a recovery key.
 *
 * Returns: (transfer full): the key as it is printed
 */
MkSecretText *
mk_recovery_code_new (void)
{
  guint8 random[N_RANDOM];
  char code[N_ALL];
  MkSecretText *text;

  mk_random_bytes (random, sizeof random);
  for (gsize i = 0; i < N_RANDOM; i++)
    code[i] = alphabet[random[i] % 32];
  compute_check (code, code + N_RANDOM);
  text = group (code);
  OPENSSL_cleanse (random, sizeof random);
  OPENSSL_cleanse (code, sizeof code);
  return text;
}

/* What people type where they mean one of ours; 0 for what stands between groups. */
static gunichar
fold (gunichar typed)
{
  gunichar upper = g_unichar_toupper (typed);

  if (g_unichar_isspace (typed) || g_unichar_type (typed) == G_UNICODE_DASH_PUNCTUATION)
    return 0;
  if (upper == 'O')
    return '0';
  if (upper == 'I' || upper == 'L')
    return '1';
  return upper;
}

/* How many characters it has; N_ALL + 1 when too many or when one can't be. */
static gsize
collect (const char *typed,
         char        code[N_ALL])
{
  gsize length = 0;

  for (const char *p = typed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = fold (g_utf8_get_char (p));

      if (character == 0)
        continue;
      if (length == N_ALL || character > 0x7f || strchr (alphabet, (int) character) == NULL)
        return N_ALL + 1;
      code[length++] = (char) character;
    }
  return length;
}

/**
 * mk_recovery_code_parse:
 * @typed: what a person typed
 * @error: return location
 *
 * Reads a recovery key as it is typed from paper: in any case, with or without spaces and
 * hyphens, O for 0 and I or L for 1.
 *
 * Returns: (transfer full) (nullable): the key as mk_recovery_code_new() wrote it, or %NULL with
 *   %MK_STORE_ERROR_WRONG_KEY when it has a typing fault
 */
MkSecretText *
mk_recovery_code_parse (const char *typed,
                        GError    **error)
{
  char code[N_ALL] = "";
  char check[N_CHECK];
  gboolean is_good;
  MkSecretText *text;

  is_good = g_utf8_validate (typed, -1, NULL) && collect (typed, code) == N_ALL;
  compute_check (code, check);
  is_good = is_good && memcmp (check, code + N_RANDOM, N_CHECK) == 0;
  text = is_good ? group (code) : NULL;
  OPENSSL_cleanse (code, sizeof code);
  if (!is_good)
    g_set_error_literal (error, MK_STORE_ERROR, MK_STORE_ERROR_WRONG_KEY,
                         _ ("The recovery key was not typed as it is printed: it has eight groups "
                            "of four letters and digits. Nothing was changed. Compare each group "
                            "and try again."));
  return text;
}
