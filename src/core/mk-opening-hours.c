/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-opening-hours.h"

#include "mk-date-text.h"
#include "mk-holidays.h"
#include "records/mk-contact.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Who takes the telephone, and until when: nothing but a function of the hours that were written and
 * of a moment, whose time zone is theirs. A span belongs to the day on which it begins: the night
 * before a holiday is served to its end, and that of a holiday is not. */

/* A telephone that is taken one day a week may be closed on that day two weeks running at Christmas. */
#define DAYS_AHEAD 35

/* One that is taken without a pause is so until the next holiday, which is not further away. */
#define DAYS_TO_HOLIDAY 366

/* Mostly the answer lies within a few days. */
#define DAYS_AT_FIRST 3

#define DAYS_OF_WEEK 7

typedef struct
{
  GDateTime *from;
  GDateTime *to;
} Span;

static void
span_clear (gpointer data)
{
  Span *span = data;

  g_date_time_unref (span->from);
  g_date_time_unref (span->to);
}

void
mk_open_state_clear (MkOpenState *self)
{
  g_clear_pointer (&self->changes, g_date_time_unref);
}

static gboolean
has_day (const MkOpeningHours *hours,
         gint64                weekday)
{
  for (guint i = 0; i < hours->days->len; i++)
    if (g_array_index (hours->days, gint64, i) == weekday)
      return TRUE;
  return FALSE;
}

/* From a time to the same one is once around the clock. */
static gboolean
is_all_day (const MkOpeningHours *hours)
{
  return g_str_equal (hours->from, hours->to) ||
         (g_str_equal (hours->from, "00:00") && g_str_equal (hours->to, "23:59"));
}

/**
 * mk_opening_hours_is_always:
 * @hours: (element-type MkOpeningHours): when a telephone is taken
 *
 * No hours mean always, and so do all hours of all days: whoever wrote those has no holidays in mind.
 *
 * Returns: whether the telephone is taken at every moment
 */
gboolean
mk_opening_hours_is_always (const GPtrArray *hours)
{
  guint open = 0;

  g_return_val_if_fail (hours != NULL, FALSE);

  for (guint i = 0; i < hours->len; i++)
    for (gint64 day = 1; day <= DAYS_OF_WEEK; day++)
      if (is_all_day (g_ptr_array_index (hours, i)) && has_day (g_ptr_array_index (hours, i), day))
        open |= 1u << day;
  return hours->len == 0 || open == 0xfeu;
}

static GDateTime *
time_on (GDateTime  *day,
         const char *time)
{
  return g_date_time_new (g_date_time_get_timezone (day), g_date_time_get_year (day),
                          g_date_time_get_month (day), g_date_time_get_day_of_month (day),
                          (int) g_ascii_strtoll (time, NULL, 10),
                          (int) g_ascii_strtoll (time + 3, NULL, 10), 0);
}

static void
add_spans_of (GArray          *spans,
              const GPtrArray *hours,
              GDateTime       *day)
{
  g_autoptr (GDateTime) next = g_date_time_add_days (day, 1);

  for (guint i = 0; i < hours->len; i++)
    {
      const MkOpeningHours *open = g_ptr_array_index (hours, i);
      gboolean passes_midnight = strcmp (open->to, open->from) <= 0;
      Span span;

      if (!has_day (open, g_date_time_get_day_of_week (day)))
        continue;
      span.from = time_on (day, open->from);
      span.to = time_on (passes_midnight ? next : day, open->to);
      /* In spring the clock jumps over what lies between two and three at night. */
      if (g_date_time_compare (span.from, span.to) < 0)
        g_array_append_val (spans, span);
      else
        span_clear (&span);
    }
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const Span *first = a, *second = b;

  return g_date_time_compare (first->from, second->from);
}

/* All spans that may hold or follow the moment, the earliest first. */
static GArray *
spans_around (const GPtrArray *hours,
              GDateTime       *moment,
              int              days_ahead)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));
  /* Noon is there on every day, whatever becomes of its clock. */
  g_autoptr (GDateTime) noon = time_on (moment, "12:00");

  g_array_set_clear_func (spans, span_clear);
  for (int i = -1; i <= days_ahead; i++)
    {
      g_autoptr (GDateTime) day = g_date_time_add_days (noon, i);

      if (!mk_holidays_is_holiday_at (day))
        add_spans_of (spans, hours, day);
    }
  g_array_sort (spans, compare_spans);
  return spans;
}

/* Spans that touch or overlap are one. Says whether later spans could change nothing any more. */
static gboolean
judge_spans (GArray      *spans,
             GDateTime   *moment,
             MkOpenState *state)
{
  GDateTime *until = NULL;

  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);
      GDateTime *reached = until != NULL ? until : moment;

      if (g_date_time_compare (span->to, reached) <= 0)
        continue;
      if (g_date_time_compare (span->from, reached) > 0)
        {
          state->changes = g_date_time_ref (until != NULL ? until : span->from);
          state->is_open = until != NULL;
          return TRUE;
        }
      until = span->to;
    }
  state->is_open = until != NULL;
  state->changes = until != NULL ? g_date_time_ref (until) : NULL;
  return FALSE;
}

static gboolean
judge_ahead (const GPtrArray *hours,
             GDateTime       *moment,
             int              days_ahead,
             MkOpenState     *state)
{
  g_autoptr (GArray) spans = spans_around (hours, moment, days_ahead);

  mk_open_state_clear (state);
  return judge_spans (spans, moment, state);
}

/**
 * mk_opening_hours_at:
 * @hours: (element-type MkOpeningHours): when a telephone is taken; none mean always
 * @moment: a moment, in the time zone in which the hours hold
 * @state: (out caller-allocates): whether it is taken then, and how long; cleared by the caller
 *
 * Finds out whether somebody takes the telephone. On Danish holidays nobody does, unless it is taken
 * always.
 */
void
mk_opening_hours_at (const GPtrArray *hours,
                     GDateTime       *moment,
                     MkOpenState     *state)
{
  g_return_if_fail (hours != NULL && moment != NULL && state != NULL);

  *state = (MkOpenState) { 0 };
  if (mk_opening_hours_is_always (hours))
    {
      state->is_open = TRUE;
      return;
    }
  if (!judge_ahead (hours, moment, DAYS_AT_FIRST, state) &&
      !judge_ahead (hours, moment, DAYS_AHEAD, state) && state->is_open)
    judge_ahead (hours, moment, DAYS_TO_HOLIDAY, state);
}

/* A week from now the weekday alone says another day. */
static char *
day_words (GDateTime *moment,
           GDateTime *now)
{
  g_autofree char *relative = mk_date_text_relative (moment, now);
  GTimeSpan away = g_date_time_difference (moment, now);

  if (g_str_equal (relative, _ ("tomorrow")) || away > (DAYS_OF_WEEK - 1) * G_TIME_SPAN_DAY)
    return g_steal_pointer (&relative);
  return g_strdup (mk_date_text_weekday (g_date_time_get_day_of_week (moment)));
}

static gboolean
is_same_day (GDateTime *a,
             GDateTime *b)
{
  return g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b) &&
         g_date_time_get_year (a) == g_date_time_get_year (b);
}

static char *
open_words (GDateTime *until,
            GDateTime *now)
{
  g_autofree char *clock = mk_date_text_clock (until);
  g_autofree char *day = NULL;

  if (g_date_time_difference (until, now) < G_TIME_SPAN_DAY)
    /* Translators: %s is a time of day such as "16:00". */
    return g_strdup_printf (_ ("takes the telephone until %s"), clock);
  day = day_words (until, now);
  /* Translators: a day and a time of day, such as "Monday" and "6:00". */
  return g_strdup_printf (_ ("takes the telephone until %1$s at %2$s"), day, clock);
}

static char *
closed_words (GDateTime *from,
              GDateTime *now)
{
  g_autofree char *clock = mk_date_text_clock (from);
  g_autofree char *day = NULL;

  if (is_same_day (from, now))
    /* Translators: %s is a time of day such as "7:30". */
    return g_strdup_printf (_ ("opens at %s"), clock);
  day = day_words (from, now);
  /* Translators: a day and a time of day, such as "Monday" and "7:30". */
  return g_strdup_printf (_ ("opens %1$s at %2$s"), day, clock);
}

/**
 * mk_opening_hours_words:
 * @state: of mk_opening_hours_at()
 * @now: the moment that it was asked for
 *
 * Returns: (transfer full): it as the end of a sentence, "takes the telephone until 16:00"
 */
char *
mk_opening_hours_words (const MkOpenState *state,
                        GDateTime         *now)
{
  g_return_val_if_fail (state != NULL && now != NULL, NULL);

  if (state->changes != NULL)
    return state->is_open ? open_words (state->changes, now) : closed_words (state->changes, now);
  return g_strdup (state->is_open ? _ ("always takes the telephone")
                                  : _ ("does not take the telephone in the next weeks"));
}

/* "Monday–Friday" for days in a row, "Monday, Thursday" for others. */
static char *
days_words (const MkOpeningHours *hours)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (int day = 1; day <= DAYS_OF_WEEK; day++)
    {
      int last = day;

      if (!has_day (hours, day))
        continue;
      while (last < DAYS_OF_WEEK && has_day (hours, last + 1))
        last++;
      if (last == day + 1)
        last = day;
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                              mk_date_text_weekday (day));
      if (last > day)
        g_string_append_printf (words, "–%s", mk_date_text_weekday (last));
      day = last;
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

static char *
span_words (const MkOpeningHours *hours)
{
  g_autofree char *days = days_words (hours);
  g_autofree char *clock =
      is_all_day (hours) ? g_strdup (_ ("all day")) : mk_date_text_span (hours->from, hours->to);

  return g_strdup_printf ("%s %s", days, clock);
}

/**
 * mk_opening_hours_summary:
 * @hours: (element-type MkOpeningHours): when a telephone is taken
 *
 * Returns: (transfer full): it in words that hold whatever day it is, for paper
 */
char *
mk_opening_hours_summary (const GPtrArray *hours)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) spans = NULL;

  g_return_val_if_fail (hours != NULL, NULL);

  if (mk_opening_hours_is_always (hours))
    return g_strdup (_ ("always"));
  for (guint i = 0; i < hours->len; i++)
    g_strv_builder_take (builder, span_words (g_ptr_array_index (hours, i)));
  spans = g_strv_builder_end (builder);
  return g_strjoinv ("; ", spans);
}
