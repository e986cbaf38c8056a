/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-fuzz.h"

#include <string.h>

#define LONGEST_REASON 400
#define LONGEST_POINTER 4000

/**
 * mk_fuzz_assert_reason:
 * @reason: what a person reads
 *
 * Ends the program unless it is a short sentence.
 */
void
mk_fuzz_assert_reason (const char *reason)
{
  g_assert_nonnull (reason);
  g_assert_true (g_utf8_validate (reason, -1, NULL));
  g_assert_cmpuint (strlen (reason), >, 10);
  g_assert_cmpuint (strlen (reason), <, LONGEST_REASON);
  g_assert_true (g_unichar_isupper (g_utf8_get_char (reason)) || g_str_has_prefix (reason, "»"));
}

/**
 * mk_fuzz_assert_pointer:
 * @pointer: JSON pointer to a fault
 *
 * Ends the program unless it may be one.
 */
void
mk_fuzz_assert_pointer (const char *pointer)
{
  g_assert_true (g_utf8_validate (pointer, -1, NULL));
  g_assert_true (*pointer == '\0' || *pointer == '/');
  g_assert_cmpuint (strlen (pointer), <, LONGEST_POINTER);
}

/**
 * mk_fuzz_assert_faults:
 * @faults: what was found in an input
 *
 * Ends the program unless they are few, each with its code, place and sentence.
 */
void
mk_fuzz_assert_faults (const MkFaults *faults)
{
  const MkFault *fault;
  guint n = 0;

  for (; (fault = mk_faults_get (faults, n)) != NULL; n++)
    {
      g_assert_nonnull (fault->code);
      mk_fuzz_assert_pointer (fault->pointer);
      mk_fuzz_assert_reason (fault->reason);
    }
  g_assert_cmpuint (n, <=, 20);
  g_assert_cmpint (n == 0, ==, mk_faults_count (faults) == 0);
}

/**
 * mk_fuzz_text:
 * @data: bytes
 * @size: how many
 *
 * Returns: (transfer full) (nullable): them as text, or %NULL where they are none
 */
char *
mk_fuzz_text (const guint8 *data,
              gsize         size)
{
  if (!g_utf8_validate_len ((const char *) data, size, NULL))
    return NULL;
  return g_strndup ((const char *) data, size);
}
