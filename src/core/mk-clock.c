/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-clock.h"

#include "mk-format.h"

#include <gio/gio.h>

/* Seconds to add to the system's clock, so that a clock that was set goes on from there. */
static gint64 shift;

/* The same, for one thread that tells of another time. */
static _Thread_local gint64 shift_here;

/* Microseconds to add to the clock that only runs forward. */
static gint64 skipped;

/**
 * mk_clock_set:
 * @date_time: RFC 3339 date-time that is now
 * @error: return location
 *
 * Sets the program's one clock for tests, demonstrations and pictures. It runs on from there.
 *
 * Returns: %FALSE with %G_IO_ERROR_INVALID_ARGUMENT when @date_time is no date-time
 */
gboolean
mk_clock_set (const char *date_time,
              GError    **error)
{
  g_autoptr (GDateTime) wanted = NULL;
  g_autoptr (GDateTime) real = g_date_time_new_now_utc ();

  if (mk_format_judge_date_time (date_time) == MK_FORMAT_GOOD)
    wanted = g_date_time_new_from_iso8601 (date_time, NULL);
  if (wanted == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   "Not a date and time such as 2026-12-01T14:30:00+01:00: %s", date_time);
      return FALSE;
    }
  shift = g_date_time_difference (wanted, real);
  return TRUE;
}

/**
 * mk_clock_pretend:
 * @moment: (nullable): when it shall be; %NULL for the present again
 *
 * On this thread alone it is another moment, and time runs on from there. For whoever makes what
 * was written earlier, as the invented workplace does; others go on reading the one clock.
 */
void
mk_clock_pretend (GDateTime *moment)
{
  g_autoptr (GDateTime) now = NULL;

  shift_here = 0;
  if (moment == NULL)
    return;
  now = mk_clock_now ();
  shift_here = g_date_time_difference (moment, now);
}

/**
 * mk_clock_now:
 *
 * Returns: (transfer full): the present moment in the local time zone
 */
GDateTime *
mk_clock_now (void)
{
  g_autoptr (GDateTime) real = g_date_time_new_now_local ();

  return g_date_time_add (real, shift + shift_here);
}

/**
 * mk_clock_text:
 *
 * Returns: (transfer full): the present moment as an RFC 3339 date-time of whole seconds with the
 *   local offset, as the exchange contract writes it
 */
char *
mk_clock_text (void)
{
  g_autoptr (GDateTime) now = mk_clock_now ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
}

/**
 * mk_clock_ticks:
 *
 * Returns: microseconds on a clock that only runs forward, however the time of day is set; for how
 *   long something has been. Main thread.
 */
gint64
mk_clock_ticks (void)
{
  return g_get_monotonic_time () + skipped;
}

/**
 * mk_clock_skip:
 * @ticks: microseconds
 *
 * Lets time pass for mk_clock_ticks(), so that a test need not wait. What waits for a moment is not
 * woken by it. Main thread.
 */
void
mk_clock_skip (gint64 ticks)
{
  skipped += ticks;
}
