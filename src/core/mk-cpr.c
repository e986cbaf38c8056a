/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-cpr.h"

#include <string.h>

/* DDMMYY in some century: every year number but 00 to 99 without a fourth part has no 29 February,
 * and 00 has one, since 2000 had. Modulus 11 is no test: numbers that fail it are issued. */
static gboolean
is_date (const char *digits)
{
  guint day = (guint) (digits[0] - '0') * 10 + (guint) (digits[1] - '0');
  guint month = (guint) (digits[2] - '0') * 10 + (guint) (digits[3] - '0');
  guint year = 2000 + (guint) (digits[4] - '0') * 10 + (guint) (digits[5] - '0');

  return g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static gsize
count_digits (const char *text)
{
  return strspn (text, "0123456789");
}

/* Bytes of one hyphen or space, also the typographic ones that text programs put in their place. */
static gsize
separator_length (const char *text)
{
  if (*text == '-' || *text == ' ')
    return 1;
  if (g_str_has_prefix (text, "\u00a0"))
    return strlen ("\u00a0");
  if (g_str_has_prefix (text, "\u2010") || g_str_has_prefix (text, "\u2011"))
    return strlen ("\u2010");
  return 0;
}

/* The length of the CPR-shaped run that begins at @text, where a run of digits begins, or 0. */
static gsize
run_length (const char *text)
{
  gsize digits = count_digits (text);

  if (digits == 10 && is_date (text))
    return 10;
  if (digits == 6 && is_date (text))
    {
      gsize separator = separator_length (text + 6);

      if (separator > 0 && count_digits (text + 6 + separator) == 4)
        return 6 + separator + 4;
    }
  return 0;
}

/* Where the next run of at least six digits begins, or @length. @at is never within a run. Of six
 * bytes the last is read first: when it is no digit, no such run begins at any of them, so most of a
 * text is never looked at. */
static gsize
find_digits (const char *text,
             gsize       length,
             gsize       at)
{
  gsize begin = at + 5;

  while (begin < length && !g_ascii_isdigit (text[begin]))
    begin += 6;
  if (begin >= length)
    return length;
  for (gsize least = begin - 5; begin > least && g_ascii_isdigit (text[begin - 1]);)
    begin--;
  return begin;
}

/**
 * mk_cpr_find:
 * @text: (nullable): UTF-8
 * @start: (out) (optional): byte offset of the run
 * @end: (out) (optional): byte offset just behind it
 *
 * Looks for the first CPR-shaped run: six digits that are a real date DDMMYY in some century, at
 * most one hyphen or space, four digits, and no digit around (exchange contract, section 7).
 *
 * Returns: whether there is one
 */
gboolean
mk_cpr_find (const char *text,
             gsize      *start,
             gsize      *end)
{
  gsize length = text != NULL ? strlen (text) : 0;
  gsize at = find_digits (text, length, 0);

  while (at < length)
    {
      gsize run = run_length (text + at);

      if (run > 0)
        {
          if (start != NULL)
            *start = at;
          if (end != NULL)
            *end = at + run;
          return TRUE;
        }
      at = find_digits (text, length, at + count_digits (text + at));
    }
  return FALSE;
}
