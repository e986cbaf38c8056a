/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-date-text.h"

#include "mk-format.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* Days and moments in words. The names are translated with the program and not taken from the C
 * library, which in a sandbox knows no Danish. What is made here stands within a sentence; where it
 * begins one, mk_date_text_capitalize() follows. */

static const char *const weekdays[] = {
  N_ ("Monday"), N_ ("Tuesday"),  N_ ("Wednesday"), N_ ("Thursday"),
  N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday"),
};

static const char *const months[] = {
  N_ ("January"),   N_ ("February"), N_ ("March"),    N_ ("April"),
  N_ ("May"),       N_ ("June"),     N_ ("July"),     N_ ("August"),
  N_ ("September"), N_ ("October"),  N_ ("November"), N_ ("December"),
};

static const char *
weekday_of (GDateTime *moment)
{
  return _ (weekdays[g_date_time_get_day_of_week (moment) - 1]);
}

static const char *
month_of (GDateTime *moment)
{
  return _ (months[g_date_time_get_month (moment) - 1]);
}

/* Days since a fixed one, by the moment's own calendar. */
static gint64
day_number (GDateTime *moment)
{
  GDate date;
  int year, month, day;

  g_date_time_get_ymd (moment, &year, &month, &day);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

/**
 * mk_date_text_read:
 * @text: a date YYYY-MM-DD or an RFC 3339 date-time
 *
 * Returns: (transfer full) (nullable): that moment in the local time zone, of a date its beginning;
 *   %NULL for anything else
 */
GDateTime *
mk_date_text_read (const char *text)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *midnight = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (mk_format_judge_date (text) == MK_FORMAT_GOOD)
    {
      midnight = g_strconcat (text, "T00:00:00", NULL);
      return g_date_time_new_from_iso8601 (midnight, local);
    }
  if (mk_format_judge_date_time (text) == MK_FORMAT_GOOD)
    moment = g_date_time_new_from_iso8601 (text, NULL);
  return moment != NULL ? g_date_time_to_timezone (moment, local) : NULL;
}

/**
 * mk_date_text_day:
 * @moment: a moment
 *
 * Returns: (transfer full): its day without the year, "Thursday 3 December"
 */
char *
mk_date_text_day (GDateTime *moment)
{
  g_return_val_if_fail (moment != NULL, NULL);

  /* Translators: weekday, day of the month, month. */
  return g_strdup_printf (_ ("%1$s %2$d %3$s"), weekday_of (moment),
                          g_date_time_get_day_of_month (moment), month_of (moment));
}

/**
 * mk_date_text_long:
 * @moment: a moment
 *
 * Returns: (transfer full): its date, "3 December 2026"
 */
char *
mk_date_text_long (GDateTime *moment)
{
  g_return_val_if_fail (moment != NULL, NULL);

  /* Translators: day of the month, month, year. */
  return g_strdup_printf (_ ("%1$d %2$s %3$d"), g_date_time_get_day_of_month (moment),
                          month_of (moment), g_date_time_get_year (moment));
}

/**
 * mk_date_text_short:
 * @moment: a moment
 * @now: the present one, in the same time zone
 *
 * Returns: (transfer full): its date, without the year where that is this one, "3 December"
 */
char *
mk_date_text_short (GDateTime *moment,
                    GDateTime *now)
{
  g_return_val_if_fail (moment != NULL && now != NULL, NULL);

  if (g_date_time_get_year (moment) != g_date_time_get_year (now))
    return mk_date_text_long (moment);
  /* Translators: day of the month, month. */
  return g_strdup_printf (_ ("%1$d %2$s"), g_date_time_get_day_of_month (moment),
                          month_of (moment));
}

/**
 * mk_date_text_relative:
 * @moment: a moment
 * @now: the present one, in the same time zone
 *
 * Returns: (transfer full): "today", "yesterday" or "tomorrow"; of another day of the same year as
 *   mk_date_text_day(), of another year as mk_date_text_long()
 */
char *
mk_date_text_relative (GDateTime *moment,
                       GDateTime *now)
{
  gint64 away;

  g_return_val_if_fail (moment != NULL && now != NULL, NULL);

  away = day_number (moment) - day_number (now);
  if (away == 0)
    return g_strdup (_ ("today"));
  if (away == -1)
    return g_strdup (_ ("yesterday"));
  if (away == 1)
    return g_strdup (_ ("tomorrow"));
  if (g_date_time_get_year (moment) == g_date_time_get_year (now))
    return mk_date_text_day (moment);
  return mk_date_text_long (moment);
}

/**
 * mk_date_text_week:
 * @moment: a moment
 *
 * Returns: (transfer full): its ISO week, "week 47"
 */
char *
mk_date_text_week (GDateTime *moment)
{
  g_return_val_if_fail (moment != NULL, NULL);

  return g_strdup_printf (_ ("week %d"), g_date_time_get_week_of_year (moment));
}

static char *
clock_text (int hour,
            int minute)
{
  /* Translators: hours and minutes on the clock, as in "7:05"; Danish has a full stop. */
  return g_strdup_printf (_ ("%1$d:%2$02d"), hour, minute);
}

/**
 * mk_date_text_clock:
 * @moment: a moment
 *
 * Returns: (transfer full): its time of day in figures, "14:30"
 */
char *
mk_date_text_clock (GDateTime *moment)
{
  g_return_val_if_fail (moment != NULL, NULL);

  return clock_text (g_date_time_get_hour (moment), g_date_time_get_minute (moment));
}

/**
 * mk_date_text_clock_of:
 * @time: a time of day as the contract writes it, HH:MM
 *
 * Returns: (transfer full) (nullable): it in figures, as mk_date_text_clock(); %NULL for no such time
 */
char *
mk_date_text_clock_of (const char *time)
{
  g_return_val_if_fail (time != NULL, NULL);

  if (mk_format_judge_time (time) != MK_FORMAT_GOOD)
    return NULL;
  return clock_text ((int) g_ascii_strtoll (time, NULL, 10),
                     (int) g_ascii_strtoll (time + 3, NULL, 10));
}

/**
 * mk_date_text_span:
 * @from: a time of day as the contract writes it, HH:MM
 * @to: another
 *
 * Returns: (transfer full) (nullable): from and to in figures, "8:00–11:30"; %NULL where one is no
 *   such time
 */
char *
mk_date_text_span (const char *from,
                   const char *to)
{
  g_autofree char *begin = mk_date_text_clock_of (from);
  g_autofree char *end = mk_date_text_clock_of (to);

  return begin != NULL && end != NULL ? g_strdup_printf ("%s–%s", begin, end) : NULL;
}

/**
 * mk_date_text_time:
 * @moment: a moment
 *
 * Returns: (transfer full): its time of day as a sentence has it, "at 14:30"
 */
char *
mk_date_text_time (GDateTime *moment)
{
  g_autofree char *clock = mk_date_text_clock (moment);

  /* Translators: %s is a time of day such as 14:30. */
  return clock != NULL ? g_strdup_printf (_ ("at %s"), clock) : NULL;
}

/**
 * mk_date_text_capitalize:
 * @text: UTF-8
 *
 * Returns: (transfer full): @text with a capital letter first, for the beginning of a sentence or a
 *   heading
 */
char *
mk_date_text_capitalize (const char *text)
{
  char first[6];
  int length;

  g_return_val_if_fail (text != NULL, NULL);

  length = g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), first);
  if (*text == '\0')
    return g_strdup ("");
  return g_strdup_printf ("%.*s%s", length, first, g_utf8_next_char (text));
}

/**
 * mk_date_text_moment:
 * @text: a date-time of a record
 *
 * Returns: (transfer full): it as "3 December 2026 at 11:05"; @text itself where it is none
 */
char *
mk_date_text_moment (const char *text)
{
  g_autoptr (GDateTime) moment = mk_date_text_read (text);
  g_autofree char *date = moment != NULL ? mk_date_text_long (moment) : NULL;
  g_autofree char *time = moment != NULL ? mk_date_text_time (moment) : NULL;

  return date != NULL ? g_strdup_printf ("%s %s", date, time) : g_strdup (text);
}

/**
 * mk_date_text_weekday:
 * @weekday: 1 to 7, Monday is 1
 *
 * Returns: (transfer none): its name, as within a sentence
 */
const char *
mk_date_text_weekday (int weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, NULL);

  return _ (weekdays[weekday - 1]);
}

/**
 * mk_date_text_read_time:
 * @text: a time of day as people write it: "7", "7.30", "07:30", "730", "kl. 7.30"
 *
 * Returns: (transfer full) (nullable): HH:MM; %NULL for no time of day
 */
char *
mk_date_text_read_time (const char *text)
{
  g_autoptr (GRegex) shape = NULL;
  g_autoptr (GMatchInfo) found = NULL;
  g_autofree char *hour = NULL, *minute = NULL, *time = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  shape = g_regex_new ("^\\s*(?:kl\\.\\s*)?([0-9]{1,2})(?:[.:]?([0-9]{2}))?\\s*$", G_REGEX_DEFAULT,
                       G_REGEX_MATCH_DEFAULT, NULL);
  if (!g_regex_match (shape, text, G_REGEX_MATCH_DEFAULT, &found))
    return NULL;
  hour = g_match_info_fetch (found, 1);
  minute = g_match_info_fetch (found, 2);
  time = g_strdup_printf ("%02d:%02d", atoi (hour), minute != NULL ? atoi (minute) : 0);
  return mk_format_judge_time (time) == MK_FORMAT_GOOD ? g_steal_pointer (&time) : NULL;
}
