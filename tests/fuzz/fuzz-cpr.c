/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-cpr.h"
#include "mk-fuzz.h"

#include <stdlib.h>
#include <string.h>

/* Text is searched as by a plain pattern, tried at every place. */

#define SHAPE                                                     \
  "(?<![0-9])(?<day>[0-9]{2})(?<month>[0-9]{2})(?<year>[0-9]{2})" \
  "[- \\x{a0}\\x{2010}\\x{2011}]?[0-9]{4}(?![0-9])"

static gboolean
is_date (const GMatchInfo *found)
{
  g_autofree char *day = g_match_info_fetch_named (found, "day");
  g_autofree char *month = g_match_info_fetch_named (found, "month");
  g_autofree char *year = g_match_info_fetch_named (found, "year");

  for (int century = 1700; century < 2200; century += 100)
    if (g_date_valid_dmy ((GDateDay) atoi (day), (GDateMonth) atoi (month),
                          (GDateYear) (century + atoi (year))))
      return TRUE;
  return FALSE;
}

/* What a match may reach to, in characters. The pattern is not given all that follows, which would be
 * looked through again at every place. */
#define REACH 16

static int
reach_of (const char *text,
          const char *at)
{
  const char *end = at;

  for (int i = 0; i < REACH && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  return (int) (end - text);
}

static gboolean
find_plainly (const char *text,
              int        *start,
              int        *end)
{
  static GRegex *shape = NULL;

  if (shape == NULL)
    shape = g_regex_new (SHAPE, G_REGEX_OPTIMIZE, G_REGEX_MATCH_DEFAULT, NULL);
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      g_autoptr (GMatchInfo) found = NULL;

      if (g_ascii_isdigit (*c) &&
          g_regex_match_full (shape, text, reach_of (text, c), (int) (c - text),
                              G_REGEX_MATCH_ANCHORED, &found, NULL) &&
          is_date (found))
        return g_match_info_fetch_pos (found, 0, start, end);
    }
  return FALSE;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = mk_fuzz_text (data, size);
  int start = 0, end = 0;
  gsize found_start = 0, found_end = 0;

  if (text == NULL)
    return 0;
  g_assert_cmpint (mk_cpr_find (text, &found_start, &found_end), ==,
                   find_plainly (text, &start, &end));
  g_assert_cmpuint (found_start, ==, (gsize) start);
  g_assert_cmpuint (found_end, ==, (gsize) end);
  return 0;
}
