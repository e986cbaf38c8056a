/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo-days.h"

#include "check-in/mk-check-in-saving.h"
#include "demo/mk-demo.h"
#include "mk-clock.h"

/* The last days at the invented workplace. */

/* One check-in, so many working days ago; its text is sent, and so may be shown to anyone. */
typedef struct
{
  const char *placement_id;
  int         days_ago;
  const char *time;
  const char *attendance;
  gint64      minutes;
  MkSplit     split;
  gint64      wellbeing;
  const char *small_win;
  const char *note;
} Day;

static const Day days[] = {
  { MK_DEMO_MIA, 6, "11:10", MK_ATTENDANCE_MET, 180, MK_SPLIT_PAID, 4, NULL, NULL },
  { MK_DEMO_JONAS, 6, "15:00", MK_ATTENDANCE_MET, 180, MK_SPLIT_UNPAID, MK_ABSENT, NULL, NULL },
  { MK_DEMO_MIA, 5, "11:05", MK_ATTENDANCE_EXCUSED, 0, MK_SPLIT_UNPAID, MK_ABSENT, NULL, NULL },
  { MK_DEMO_MIA, 4, "11:20", MK_ATTENDANCE_MET, 180, MK_SPLIT_PAID, 4,
    "Talte selv om flere timer i januar", NULL },
  { MK_DEMO_JONAS, 3, "15:05", MK_ATTENDANCE_MET, 180, MK_SPLIT_UNPAID, 3, NULL,
    "Vi skiftede opgave efter pausen." },
  { MK_DEMO_MIA, 2, "11:00", MK_ATTENDANCE_LATE, 150, MK_SPLIT_PAID, 3, NULL,
    "Bussen var forsinket. Hun ringede selv." },
  { MK_DEMO_JONAS, 2, "15:00", MK_ATTENDANCE_MET, 180, MK_SPLIT_UNPAID, 4,
    "Gjorde salatbaren klar alene", NULL },
  { MK_DEMO_MIA, 1, "11:15", MK_ATTENDANCE_MET, 180, MK_SPLIT_PAID, 5,
    "Viste selv den nye, hvor pallerne skal stå", NULL },
  { MK_DEMO_JONAS, 0, "08:10", MK_ATTENDANCE_MET, 180, MK_SPLIT_UNPAID, 4, NULL, NULL },
};

static gboolean
is_weekend (GDateTime *moment)
{
  return g_date_time_get_day_of_week (moment) > G_DATE_FRIDAY;
}

static GDateTime *
working_days_before (GDateTime *now,
                     int        days_ago)
{
  g_autoptr (GDateTime) day = g_date_time_ref (now);

  while (days_ago > 0)
    {
      g_autoptr (GDateTime) after = g_steal_pointer (&day);

      day = g_date_time_add_days (after, -1);
      days_ago -= !is_weekend (day);
    }
  return g_steal_pointer (&day);
}

static char *
moment_of (const Day *day,
           GDateTime *now)
{
  g_autoptr (GDateTime) date = working_days_before (now, day->days_ago);
  int year, month, month_day;
  g_autoptr (GDateTime) moment = NULL;

  g_date_time_get_ymd (date, &year, &month, &month_day);
  moment =
      g_date_time_new_local (year, month, month_day, (int) g_ascii_strtoll (day->time, NULL, 10),
                             (int) g_ascii_strtoll (day->time + 3, NULL, 10), 0);
  /* Early in the morning, nobody has written later than now. */
  if (g_date_time_compare (moment, now) > 0)
    return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
  return g_date_time_format (moment, "%Y-%m-%dT%H:%M:%S%:z");
}

static MkCheckInDraft *
draft_of (const Day *day,
          GDateTime *now)
{
  g_autofree char *moment = moment_of (day, now);
  MkCheckInDraft *draft = mk_check_in_draft_new (day->placement_id, "Per", moment, NULL);

  g_set_str (&draft->data->attendance, day->attendance);
  g_set_str (&draft->data->small_win, day->small_win);
  g_set_str (&draft->data->note, day->note);
  draft->data->wellbeing = day->wellbeing;
  draft->minutes = day->minutes;
  draft->split = day->split;
  draft->sends_text = TRUE;
  return draft;
}

/**
 * mk_demo_days_save:
 * @database: a store with the invented placements
 * @error: return location
 *
 * Saves what was written about them on the last working days and today.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_demo_days_save (MkDatabase *database,
                   GError    **error)
{
  g_autoptr (GDateTime) now = mk_clock_now ();

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (MkCheckInDraft) draft = draft_of (&days[i], now);
      g_autoptr (MkSaved) saved = mk_check_in_save (database, draft, error);

      if (saved == NULL)
        return FALSE;
    }
  return TRUE;
}
