/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-telephone.h"

#include <string.h>

/* Telephone numbers as people write them. What can't be dialled is shown as it is written, and never
 * becomes a link. */

#define DENMARK "+45"
#define DANISH_DIGITS 8

/* By E.164, the plus sign left out; shorter ones are mistyped rather than foreign. */
#define LEAST_FOREIGN_DIGITS 7
#define MOST_DIGITS 15

static gboolean
is_separator (gunichar character)
{
  return g_unichar_isspace (character) || strchr ("-./()", (int) MIN (character, 127)) != NULL ||
         character == 0x2010 || character == 0x2011 || character == 0x2013;
}

/* Digits, and a plus sign where one begins the number; NULL where anything else stands there. */
static char *
strip (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_ascii_isdigit (*c) || (*c == '+' && digits->len == 0))
      g_string_append_c (digits, *c);
    else if (!is_separator (g_utf8_get_char (c)))
      return NULL;
  return g_string_free_and_steal (g_steal_pointer (&digits));
}

/* The emergency numbers, and the four digits of medical helplines. */
static gboolean
is_short (const char *digits)
{
  return (strlen (digits) == 3 && g_str_has_prefix (digits, "11")) ||
         (strlen (digits) == 4 && g_str_has_prefix (digits, "18"));
}

/* None begins with a zero, which would make it one for abroad. */
static gboolean
is_danish (const char *digits)
{
  return strlen (digits) == DANISH_DIGITS && *digits != '0' && *digits != '+';
}

static gboolean
is_international (const char *digits)
{
  gsize length;

  if (*digits != '+')
    return FALSE;
  length = strlen (digits + 1);
  if (g_str_has_prefix (digits, DENMARK))
    return is_danish (digits + strlen (DENMARK));
  return digits[1] != '0' && length >= LEAST_FOREIGN_DIGITS && length <= MOST_DIGITS;
}

/**
 * mk_telephone_dialable:
 * @text: a telephone number as somebody wrote it, UTF-8
 *
 * Reads Danish numbers with and without +45, foreign ones that begin with + or 00, and the short
 * ones for emergencies.
 *
 * Returns: (transfer full) (nullable): what a telephone is to dial, with the country's number unless
 *   it is a short one; %NULL for what can't be dialled
 */
char *
mk_telephone_dialable (const char *text)
{
  g_autofree char *digits = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  digits = strip (text);
  if (digits == NULL)
    return NULL;
  if (g_str_has_prefix (digits, "00"))
    {
      g_autofree char *national = g_steal_pointer (&digits);

      digits = g_strconcat ("+", national + 2, NULL);
    }
  if (is_short (digits) || is_international (digits))
    return g_steal_pointer (&digits);
  if (is_danish (digits))
    return g_strconcat (DENMARK, digits, NULL);
  return NULL;
}

/**
 * mk_telephone_is_dialable:
 * @text: a telephone number as somebody wrote it, UTF-8
 *
 * Returns: whether a telephone can dial it
 */
gboolean
mk_telephone_is_dialable (const char *text)
{
  g_autofree char *dialable = mk_telephone_dialable (text);

  return dialable != NULL;
}

/**
 * mk_telephone_uri:
 * @text: a telephone number as somebody wrote it, UTF-8
 *
 * Returns: (transfer full) (nullable): a `tel:` URI; %NULL for what can't be dialled
 */
char *
mk_telephone_uri (const char *text)
{
  g_autofree char *dialable = mk_telephone_dialable (text);

  return dialable != NULL ? g_strconcat ("tel:", dialable, NULL) : NULL;
}

static char *
group_danish (const char *digits)
{
  return g_strdup_printf ("%.2s %.2s %.2s %.2s", digits, digits + 2, digits + 4, digits + 6);
}

/* How a foreign number is grouped is known where it is used, so that its groups stay. The plus sign,
 * or the two zeros in its place, are no group. */
static char *
keep_groups (const char *text)
{
  g_autoptr (GString) groups = g_string_new ("+");
  guint zeros = strchr (text, '+') == NULL ? 2 : 0;
  gboolean is_apart = FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_ascii_isdigit (*c))
      is_apart = groups->len > 1;
    else if (zeros > 0)
      zeros--;
    else
      {
        g_string_append_printf (groups, "%s%c", is_apart ? " " : "", *c);
        is_apart = FALSE;
      }
  return g_string_free_and_steal (g_steal_pointer (&groups));
}

/**
 * mk_telephone_format:
 * @text: a telephone number as somebody wrote it, UTF-8
 *
 * Returns: (transfer full): it as it is shown: a Danish one in four groups, a foreign one with a plus
 *   sign and its own groups; what can't be dialled as it is written
 */
char *
mk_telephone_format (const char *text)
{
  g_autofree char *dialable = mk_telephone_dialable (text);

  if (dialable == NULL)
    return g_strdup (text);
  if (g_str_has_prefix (dialable, DENMARK))
    return group_danish (dialable + strlen (DENMARK));
  return *dialable == '+' ? keep_groups (text) : g_steal_pointer (&dialable);
}
