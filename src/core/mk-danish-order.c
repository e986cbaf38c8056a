/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-danish-order.h"

#include <string.h>

/* Words in Danish order: æ, ø and å after z, aa as å, ä as æ, ö as ø, ü as y; other accents count
 * for nothing. The C library of a sandbox knows no Danish. */

/* Beyond every other letter. */
#define AE 0xe001
#define OE 0xe002
#define AA 0xe003

static gunichar
weigh_danish (gunichar letter)
{
  switch (letter)
    {
    case 0xe6: /* æ */
    case 0xe4: /* ä */
      return AE;
    case 0xf8: /* ø */
    case 0xf6: /* ö */
      return OE;
    case 0xe5: /* å */
      return AA;
    case 0xfc: /* ü */
      return 'y';
    default:
      return 0;
    }
}

/* The weight of the first letter of @text, which moves on behind it. */
static gunichar
take_weight (const char **text)
{
  gunichar letter = g_unichar_tolower (g_utf8_get_char (*text));
  gunichar weight = weigh_danish (letter);
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  *text = g_utf8_next_char (*text);
  if (weight != 0)
    return weight;
  if (letter == 'a' && g_unichar_tolower (g_utf8_get_char (*text)) == 'a')
    {
      *text = g_utf8_next_char (*text);
      return AA;
    }
  g_unichar_fully_decompose (letter, FALSE, parts, G_N_ELEMENTS (parts));
  return parts[0];
}

/**
 * mk_danish_order_compare:
 * @a: UTF-8
 * @b: UTF-8
 *
 * Compares as a Danish list of names is ordered, upper and lower case alike. Texts that differ in
 * nothing else are ordered by their bytes, so that an order is always the same.
 *
 * Returns: below, at or above 0, as strcmp()
 */
int
mk_danish_order_compare (const char *a,
                         const char *b)
{
  g_autofree char *left = g_utf8_normalize (a, -1, G_NORMALIZE_NFC);
  g_autofree char *right = g_utf8_normalize (b, -1, G_NORMALIZE_NFC);
  const char *l = left, *r = right;

  g_return_val_if_fail (left != NULL && right != NULL, 0);

  while (*l != '\0' && *r != '\0')
    {
      gunichar first = take_weight (&l), second = take_weight (&r);

      if (first != second)
        return first < second ? -1 : 1;
    }
  if (*l != *r)
    return *l == '\0' ? -1 : *r == '\0' ? 1 : strcmp (a, b);
  return strcmp (a, b);
}
