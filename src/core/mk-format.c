/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-format.h"

#include <string.h>

/* In a pattern 9 stands for any digit; everything else stands for itself. */
static gboolean
starts_like (const char *text,
             const char *pattern)
{
  for (; *pattern != '\0'; text++, pattern++)
    if (*pattern == '9' ? !g_ascii_isdigit (*text) : *text != *pattern)
      return FALSE;
  return TRUE;
}

static guint
two_digits (const char *text)
{
  return (guint) (text[0] - '0') * 10 + (guint) (text[1] - '0');
}

static gboolean
is_real_day (const char *text)
{
  guint year = two_digits (text) * 100 + two_digits (text + 2);

  return year > 0 && g_date_valid_dmy ((GDateDay) two_digits (text + 8),
                                       (GDateMonth) two_digits (text + 5), (GDateYear) year);
}

/**
 * mk_format_judge_date:
 * @text: UTF-8
 *
 * Returns: whether @text is a real day written YYYY-MM-DD
 */
MkFormat
mk_format_judge_date (const char *text)
{
  if (strlen (text) != 10 || !starts_like (text, "9999-99-99"))
    return MK_FORMAT_BAD_FORM;
  return is_real_day (text) ? MK_FORMAT_GOOD : MK_FORMAT_BAD_VALUE;
}

/**
 * mk_format_judge_time:
 * @text: UTF-8
 *
 * Returns: whether @text is a time of day written HH:MM, from 00:00 to 23:59
 */
MkFormat
mk_format_judge_time (const char *text)
{
  if (strlen (text) != 5 || !starts_like (text, "99:99"))
    return MK_FORMAT_BAD_FORM;
  return two_digits (text) < 24 && two_digits (text + 3) < 60 ? MK_FORMAT_GOOD
                                                              : MK_FORMAT_BAD_VALUE;
}

static MkFormat
judge_offset (const char *text)
{
  guint minutes;

  if (g_str_equal (text, "Z"))
    return MK_FORMAT_GOOD;
  if ((*text != '+' && *text != '-') || strlen (text) != 6 || !starts_like (text + 1, "99:99"))
    return MK_FORMAT_BAD_FORM;
  minutes = two_digits (text + 1) * 60 + two_digits (text + 4);
  return two_digits (text + 4) < 60 && minutes <= 14 * 60 ? MK_FORMAT_GOOD : MK_FORMAT_BAD_VALUE;
}

/**
 * mk_format_judge_date_time:
 * @text: UTF-8
 *
 * RFC 3339 with capital T and Z and an offset within ±14:00; a fraction is allowed, second 60 not.
 *
 * Returns: whether @text is a real instant in that form
 */
MkFormat
mk_format_judge_date_time (const char *text)
{
  const char *rest;
  MkFormat offset;

  if (!starts_like (text, "9999-99-99T99:99:99"))
    return MK_FORMAT_BAD_FORM;
  rest = text + strlen ("9999-99-99T99:99:99");
  if (*rest == '.')
    {
      gsize digits = strspn (rest + 1, "0123456789");

      if (digits == 0)
        return MK_FORMAT_BAD_FORM;
      rest += 1 + digits;
    }
  offset = judge_offset (rest);
  if (offset != MK_FORMAT_GOOD)
    return offset;
  if (!is_real_day (text) || two_digits (text + 11) > 23 || two_digits (text + 14) > 59 ||
      two_digits (text + 17) > 59)
    return MK_FORMAT_BAD_VALUE;
  return MK_FORMAT_GOOD;
}

static gboolean
is_lower_hex (char c)
{
  return g_ascii_isdigit (c) || (c >= 'a' && c <= 'f');
}

/**
 * mk_format_judge_uuid:
 * @text: UTF-8
 *
 * Returns: whether @text is a UUID of any version in lower case (RFC 9562)
 */
MkFormat
mk_format_judge_uuid (const char *text)
{
  if (strlen (text) != 36)
    return MK_FORMAT_BAD_FORM;
  for (guint i = 0; i < 36; i++)
    {
      gboolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;

      if (hyphen ? text[i] != '-' : !is_lower_hex (text[i]))
        return MK_FORMAT_BAD_FORM;
    }
  return MK_FORMAT_GOOD;
}

/**
 * mk_format_judge_sha256:
 * @text: UTF-8
 *
 * Returns: whether @text is 64 lower-case hexadecimal digits
 */
MkFormat
mk_format_judge_sha256 (const char *text)
{
  gsize length = 0;

  while (is_lower_hex (text[length]))
    length++;
  return length == 64 && text[length] == '\0' ? MK_FORMAT_GOOD : MK_FORMAT_BAD_FORM;
}

/**
 * mk_format_judge_base64:
 * @text: UTF-8
 *
 * Returns: whether @text is padded base64 without line breaks (RFC 4648 section 4)
 */
MkFormat
mk_format_judge_base64 (const char *text)
{
  gsize digits = 0;
  gsize length;

  while (g_ascii_isalnum (text[digits]) || text[digits] == '+' || text[digits] == '/')
    digits++;
  length = digits + strspn (text + digits, "=");
  if (text[length] != '\0' || length % 4 != 0 || length - digits > 2)
    return MK_FORMAT_BAD_FORM;
  return MK_FORMAT_GOOD;
}

/**
 * mk_format_is_cvr:
 * @text: (nullable): UTF-8
 *
 * Returns: whether @text is a CVR number: eight digits whose sum with the weights 2 7 6 5 4 3 2 1
 *   is divisible by 11
 */
gboolean
mk_format_is_cvr (const char *text)
{
  static const guint weights[] = { 2, 7, 6, 5, 4, 3, 2, 1 };
  guint sum = 0;

  if (text == NULL || strlen (text) != 8 || !starts_like (text, "99999999"))
    return FALSE;
  for (guint i = 0; i < 8; i++)
    sum += weights[i] * (guint) (text[i] - '0');
  return sum % 11 == 0;
}

/**
 * mk_format_is_p_number:
 * @text: (nullable): UTF-8
 *
 * Returns: whether @text is written as a P number, ten digits; there is no check digit
 */
gboolean
mk_format_is_p_number (const char *text)
{
  return text != NULL && strlen (text) == 10 && starts_like (text, "9999999999");
}

/**
 * mk_format_has_control:
 * @text: valid UTF-8
 *
 * Returns: whether a character of category Cc other than line feed and tab stands in @text
 */
gboolean
mk_format_has_control (const char *text)
{
  for (const guchar *c = (const guchar *) text; *c != '\0'; c++)
    {
      if ((*c < 0x20 && *c != '\n' && *c != '\t') || *c == 0x7f)
        return TRUE;
      if (*c == 0xc2 && c[1] >= 0x80 && c[1] <= 0x9f)
        return TRUE;
    }
  return FALSE;
}

/**
 * mk_format_unix_lines:
 * @text: UTF-8
 *
 * Returns: (transfer full): @text with CR LF, and a CR alone, turned into LF
 */
char *
mk_format_unix_lines (const char *text)
{
  GString *lines = g_string_sized_new (strlen (text));

  for (; *text != '\0'; text++)
    {
      if (*text != '\r')
        g_string_append_c (lines, *text);
      else if (text[1] != '\n')
        g_string_append_c (lines, '\n');
    }
  return g_string_free_and_steal (lines);
}
