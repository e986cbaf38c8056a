/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "today/mk-expected.h"

#include "mk-clock.h"
#include "mk-date-text.h"

#include <glib/gi18n-lib.h>

/* Who belongs on the page of this day, by the attendance plan. */

static gboolean
is_written (MkPlacementItem *placement)
{
  return g_list_model_get_n_items (mk_placement_item_get_today (placement)) > 0;
}

/**
 * mk_expected_today:
 * @placement: a placement
 *
 * Where no plan says anything, everybody who has begun may come. What is written about this day is
 * shown, expected or not.
 *
 * Returns: whether it has a card on the page of this day
 */
gboolean
mk_expected_today (MkPlacementItem *placement)
{
  const MkArrangement *arrangement = mk_placement_item_get_arrangement (placement);

  if (is_written (placement))
    return TRUE;
  if (!mk_placement_item_has_started (placement))
    return FALSE;
  return arrangement->plans->len == 0 || mk_placement_item_get_today_span (placement, NULL, NULL);
}

/**
 * mk_expected_unwritten:
 * @placement: a placement
 *
 * Returns: whether its card of this day has the large buttons still
 */
gboolean
mk_expected_unwritten (MkPlacementItem *placement)
{
  return mk_expected_today (placement) && !is_written (placement);
}

/* Within a week the weekday says enough; further ahead it would be taken for the next one. */
static char *
day_words (const char *date)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autoptr (GDateTime) in_a_week = g_date_time_add_days (now, 6);
  g_autoptr (GDateTime) day = mk_date_text_read (date);

  if (g_date_time_compare (day, tomorrow) <= 0)
    return mk_date_text_relative (day, now);
  if (g_date_time_compare (day, in_a_week) <= 0)
    return g_strdup (mk_date_text_weekday (g_date_time_get_day_of_week (day)));
  return mk_date_text_short (day, now);
}

/**
 * mk_expected_words:
 * @placement: a placement
 *
 * Returns: (transfer full) (nullable): when the candidate is expected, or begins, in a word or two
 */
char *
mk_expected_words (MkPlacementItem *placement)
{
  g_autofree char *next = mk_placement_item_dup_next_day (placement, NULL);
  g_autofree char *start = NULL;
  const char *from, *to;

  if (!mk_placement_item_has_started (placement))
    {
      start = day_words (mk_placement_item_get_start (placement));
      /* Translators: a day such as "tomorrow", "Monday" or "14 December". */
      return g_strdup_printf (_ ("begins %s"), start);
    }
  if (mk_placement_item_get_today_span (placement, &from, &to))
    return mk_date_text_span (from, to);
  return next != NULL ? day_words (next) : NULL;
}
