/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-duration.h"
#include "mk-fuzz.h"

/* Whatever is typed is no duration, or one within a day that reads back as it is shown. */

static void
assert_reads_back (char  *shown,
                   gint64 minutes)
{
  gint64 again = -1;

  g_assert_cmpint (mk_duration_parse (shown, &again), ==, MK_FORMAT_GOOD);
  g_assert_cmpint (again, ==, minutes);
  g_free (shown);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = mk_fuzz_text (data, size);
  gint64 minutes = -1;

  if (text == NULL)
    return 0;
  if (mk_duration_parse (text, &minutes) != MK_FORMAT_GOOD)
    {
      g_assert_cmpint (minutes, ==, -1);
      return 0;
    }
  g_assert_cmpint (minutes, >=, 0);
  g_assert_cmpint (minutes, <=, MK_DURATION_MAX);
  assert_reads_back (mk_duration_to_figures (minutes), minutes);
  assert_reads_back (mk_duration_to_words (minutes), minutes);
  return 0;
}
