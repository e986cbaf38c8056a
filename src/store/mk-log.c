/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-log.h"

#include "mk-search.h"

/* The log of a placement: all that was written about it, by weeks, the newest first. */

/* The query counts weeks from so many days before the first day of 1970, a Thursday, so that no day
 * of the calendar comes before the first week and each begins on a Monday. */
#define DAYS_BEFORE 770003

/* What GDate counts from the first day of the year 1 is so many days before 1970. */
#define JULIAN_1970 719163

/**
 * mk_log_rows:
 * @database: a store
 * @filter: which entries
 * @error: return location
 *
 * Reads which entries a log holds and in which weeks, without looking into them.
 *
 * Returns: (transfer full) (element-type MkLogRow): the newest day first; %NULL on error
 */
GArray *
mk_log_rows (MkDatabase        *database,
             const MkLogFilter *filter,
             GError           **error)
{
  g_autofree char *expression = filter->text != NULL ? mk_search_expression (filter->text) : NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (MkLogRow));
  g_autoptr (MkStatement) statement =
      mk_database_query (database, "log-rows", filter->placement, filter->kind, expression);
  g_autoptr (GError) local = NULL;

  while (mk_statement_step (statement, &local))
    {
      MkLogRow row = { mk_statement_int64 (statement, 0),
                       (gint32) mk_statement_int64 (statement, 1) };

      g_array_append_val (rows, row);
    }
  if (local == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static void
write_day (const GDate *day,
           char         text[16])
{
  g_snprintf (text, 16, "%04d-%02u-%02d", g_date_get_year (day), g_date_get_month (day),
              g_date_get_day (day));
}

/**
 * mk_log_week_minutes:
 * @database: a store
 * @placement: UUID
 * @week: a week of an [struct@LogRow]
 * @minutes: (out): how long the candidate was there in that week, by the check-ins
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
mk_log_week_minutes (MkDatabase *database,
                     const char *placement,
                     gint32      week,
                     gint64     *minutes,
                     GError    **error)
{
  g_autoptr (MkStatement) statement = NULL;
  GDate day;
  char monday[16], sunday[16];

  mk_log_week_monday (week, &day);
  write_day (&day, monday);
  g_date_add_days (&day, 6);
  write_day (&day, sunday);
  statement = mk_database_query (database, "log-week", placement, (const char *) monday,
                                 (const char *) sunday);
  if (!mk_statement_step (statement, error))
    return FALSE;
  *minutes = mk_statement_int64 (statement, 0);
  return TRUE;
}

/**
 * mk_log_week_of:
 * @day: a day
 *
 * Returns: the week it lies in, as a row of a log has it
 */
gint32
mk_log_week_of (const GDate *day)
{
  return ((gint32) g_date_get_julian (day) - JULIAN_1970 + DAYS_BEFORE) / 7;
}

/**
 * mk_log_week_monday:
 * @week: a week of an [struct@LogRow]
 * @monday: (out): its first day
 */
void
mk_log_week_monday (gint32 week,
                    GDate *monday)
{
  gint32 julian = week * 7 - DAYS_BEFORE + JULIAN_1970;

  g_date_clear (monday, 1);
  g_date_set_julian (monday, (guint32) MAX (julian, 1));
}

/**
 * mk_log_phase:
 * @database: a store
 * @placement: UUID
 * @day: YYYY-MM-DD
 * @error: return location
 *
 * Returns: (transfer full) (nullable): which phase the placement is in on that day, one of the
 *   MK_PHASE_… strings; %NULL without an error where nobody said
 */
char *
mk_log_phase (MkDatabase *database,
              const char *placement,
              const char *day,
              GError    **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "phase-of", placement, day);

  return mk_statement_step (statement, error) ? mk_statement_dup_text (statement, 0) : NULL;
}

/**
 * mk_log_people:
 * @database: a store
 * @placement: UUID
 * @day: YYYY-MM-DD
 * @func: (scope call): called for each person of the workplace who is with it on that day
 * @user_data: for @func
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
mk_log_people (MkDatabase  *database,
               const char  *placement,
               const char  *day,
               MkPersonFunc func,
               gpointer     user_data,
               GError     **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "people-of", placement, day);
  g_autoptr (GError) local = NULL;

  while (mk_statement_step (statement, &local))
    func (mk_statement_text (statement, 0), mk_statement_text (statement, 1), user_data);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
