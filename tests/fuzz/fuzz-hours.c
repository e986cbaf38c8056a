/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-date-text.h"
#include "mk-format.h"
#include "mk-fuzz.h"
#include "mk-opening-hours.h"
#include "records/mk-contact.h"

#include <string.h>

/* Opening hours. An input is read twice: as a time of day that somebody typed, and as hours with a
 * moment to ask them at, whose first bytes are the moment and each five after it a span: a bit for each
 * weekday, and two times in minutes. */

#define MOMENT 4
#define SPAN 5
#define MOST_SPANS 8
#define DAY 1440

/* The digits that were typed are those of the time, whose first may be left out, and its minutes. */
static void
assert_same_digits (const char *text,
                    const char *time)
{
  g_autoptr (GString) typed = g_string_new (NULL);
  g_autoptr (GString) read = g_string_new (time);

  for (const char *c = text; *c != '\0'; c++)
    if (g_ascii_isdigit (*c))
      g_string_append_c (typed, *c);
  g_string_erase (read, 2, 1);
  if (typed->len % 2 != 0)
    g_string_prepend_c (typed, '0');
  if (typed->len == 2)
    g_string_append (typed, "00");
  g_assert_cmpstr (typed->str, ==, read->str);
}

/* What was typed is no time, or one that reads back as it is shown. */
static void
judge_typed (const char *text)
{
  g_autofree char *time = mk_date_text_read_time (text);
  g_autofree char *shown = NULL, *again = NULL;

  if (time == NULL)
    return;
  g_assert_cmpint (mk_format_judge_time (time), ==, MK_FORMAT_GOOD);
  assert_same_digits (text, time);
  shown = mk_date_text_clock_of (time);
  again = mk_date_text_read_time (shown);
  g_assert_cmpstr (again, ==, time);
}

static char *
time_of (const guint8 *data)
{
  guint minutes = (data[0] * 256U + data[1]) % DAY;

  return g_strdup_printf ("%02u:%02u", minutes / 60, minutes % 60);
}

static void
span_free (gpointer data)
{
  mk_shape_free (&mk_opening_hours_shape, data);
}

static MkOpeningHours *
read_span (const guint8 *data)
{
  MkOpeningHours *span = mk_shape_new (&mk_opening_hours_shape);

  span->days = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (gint64 day = 1; day <= 7; day++)
    if ((data[0] & (1u << day)) != 0)
      g_array_append_val (span->days, day);
  span->from = time_of (data + 1);
  span->to = time_of (data + 3);
  return span;
}

static GPtrArray *
read_spans (const guint8 *data,
            gsize         size)
{
  GPtrArray *hours = g_ptr_array_new_with_free_func (span_free);

  for (gsize i = MOMENT; i + SPAN <= size && hours->len < MOST_SPANS; i += SPAN)
    g_ptr_array_add (hours, read_span (data + i));
  return hours;
}

/* One of about thirty years. */
static GDateTime *
read_moment (const guint8 *data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Copenhagen");
  g_autoptr (GDateTime) first = g_date_time_new_utc (2010, 1, 1, 0, 0, 0);
  g_autoptr (GDateTime) moment = NULL;
  guint32 seconds;

  memcpy (&seconds, data, sizeof seconds);
  moment = g_date_time_add_seconds (first, GUINT32_FROM_BE (seconds) % 1000000000);
  g_assert_nonnull (zone);
  return g_date_time_to_timezone (moment, zone);
}

static void
assert_words (char *words)
{
  g_assert_nonnull (words);
  g_assert_true (g_utf8_validate (words, -1, NULL));
  g_assert_cmpuint (strlen (words), >, 3);
  g_free (words);
}

static void
assert_state_at (const GPtrArray *hours,
                 GDateTime       *moment,
                 gboolean         is_open)
{
  g_auto (MkOpenState) state = { 0 };

  mk_opening_hours_at (hours, moment, &state);
  g_assert_cmpint (state.is_open, ==, is_open);
}

/* What is said to come next comes then, and not before. */
static void
judge_hours (const GPtrArray *hours,
             GDateTime       *moment)
{
  g_auto (MkOpenState) state = { 0 };
  g_autoptr (GDateTime) just_before = NULL;

  mk_opening_hours_at (hours, moment, &state);
  assert_words (mk_opening_hours_words (&state, moment));
  assert_words (mk_opening_hours_summary (hours));
  g_assert_cmpint (state.is_open && state.changes == NULL, ==, mk_opening_hours_is_always (hours));
  if (state.changes == NULL)
    return;
  g_assert_cmpint (g_date_time_compare (state.changes, moment), >, 0);
  just_before = g_date_time_add_seconds (state.changes, -1);
  assert_state_at (hours, just_before, state.is_open);
  assert_state_at (hours, state.changes, !state.is_open);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = mk_fuzz_text (data, size);
  g_autoptr (GPtrArray) hours = NULL;
  g_autoptr (GDateTime) moment = NULL;

  if (text != NULL)
    judge_typed (text);
  if (size < MOMENT)
    return 0;
  hours = read_spans (data, size);
  moment = read_moment (data);
  judge_hours (hours, moment);
  return 0;
}
