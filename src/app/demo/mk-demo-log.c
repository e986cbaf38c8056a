/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo-log.h"

#include "check-in/mk-check-in-saving.h"
#include "demo/mk-demo-people.h"
#include "demo/mk-demo.h"
#include "mk-clock.h"

/* The last days stand in a table, since the page of this day shows them; the months before are
 * put together from a seed, the same every time. */

#define SEED 1926
#define FIRST_OF_TABLE -9

/* Somebody looks in again this long after the day's end. */
#define WRITES_LATER 10

/* One check-in of the last days. */
typedef struct
{
  const char *placement_id;
  int         day; /* counted from today */
  const char *time;
  const char *attendance;
  gint64      minutes;
  gint64      wellbeing;
  gboolean    sends_text;
  const char *small_win;
  const char *note;
} Day;

/* A day that nobody wrote is no fault: of Mia, three days ago. */
static const Day days[] = {
  { MK_DEMO_MIA, -9, "11:10", MK_ATTENDANCE_MET, 180, 4, FALSE, NULL,
    "Husk at spørge til nøglen til skabet." },
  { MK_DEMO_JONAS, -9, "10:40", MK_ATTENDANCE_ABSENT, 0, MK_ABSENT, FALSE, NULL, NULL },
  { MK_DEMO_MIA, -8, "11:05", MK_ATTENDANCE_EXCUSED, 0, MK_ABSENT, TRUE, NULL, NULL },
  { MK_DEMO_SARA, -8, "13:05", MK_ATTENDANCE_MET, 240, 4, TRUE,
    "Bestilte selv pap hjem for første gang", NULL },
  { MK_DEMO_MIA, -7, "11:10", MK_ATTENDANCE_MET, 180, 4, TRUE, NULL,
    "Hun tog imod en ny chauffør og viste ham, hvor han skal holde." },
  { MK_DEMO_JONAS, -7, "10:35", MK_ATTENDANCE_MET, 180, MK_ABSENT, TRUE, NULL,
    "Vi talte om sidste gang. Fremover ringer han til mig." },
  { MK_DEMO_MIA, -6, "11:20", MK_ATTENDANCE_MET, 180, 4, TRUE, "Talte selv om flere timer i januar",
    NULL },
  { MK_DEMO_SARA, -6, "13:10", MK_ATTENDANCE_MET, 240, 5, TRUE, NULL, NULL },
  { MK_DEMO_JONAS, -3, "10:45", MK_ATTENDANCE_MET, 180, 3, TRUE, NULL,
    "Vi skiftede opgave efter pausen. Lønkontoret mangler 010101-0000 på sedlen." },
  { MK_DEMO_SARA, -3, "13:05", MK_ATTENDANCE_LATE, 210, MK_ABSENT, TRUE, NULL,
    "Toget var forsinket. Hun skrev i god tid." },
  { MK_DEMO_MIA, -2, "11:00", MK_ATTENDANCE_LATE, 150, 3, TRUE, NULL,
    "Bussen var forsinket. Hun ringede selv." },
  { MK_DEMO_JONAS, -2, "10:40", MK_ATTENDANCE_MET, 180, 4, TRUE, "Gjorde salatbaren klar alene",
    NULL },
  { MK_DEMO_MIA, -1, "11:15", MK_ATTENDANCE_MET, 180, 5, TRUE,
    "Viste selv den nye, hvor pallerne skal stå", NULL },
  { MK_DEMO_SARA, -1, "13:10", MK_ATTENDANCE_MET, 240, 4, FALSE, "Pakkede 40 ordrer uden en fejl",
    "Vi skal finde en fast plads til hendes ting." },
  { MK_DEMO_JONAS, 0, "08:10", MK_ATTENDANCE_MET, 180, 4, TRUE, NULL, NULL },
};

/**
 * mk_demo_log_init:
 * @self: (out caller-allocates): a log with nothing in it
 * @database: a store with the invented placements, borrowed
 * @first_day: the first day to be written about, counted from today
 */
void
mk_demo_log_init (MkDemoLog  *self,
                  MkDatabase *database,
                  int         first_day)
{
  *self = (MkDemoLog) {
    .database = database,
    .now = mk_clock_now (),
    .random = g_rand_new_with_seed (SEED),
    .written = first_day - 1,
  };
}

/**
 * mk_demo_log_clear:
 * @self: a log
 */
void
mk_demo_log_clear (MkDemoLog *self)
{
  g_clear_pointer (&self->now, g_date_time_unref);
  g_clear_pointer (&self->random, g_rand_free);
}

/**
 * mk_demo_moment:
 * @now: the present moment
 * @day: counted from that of @now
 * @time: HH:MM
 *
 * Returns: (transfer full): that time on that day, or @now where it lies ahead: early in the
 *   morning nobody has written later than now
 */
GDateTime *
mk_demo_moment (GDateTime  *now,
                int         day,
                const char *time)
{
  g_autoptr (GDateTime) date = g_date_time_add_days (now, day);
  g_autoptr (GDateTime) moment = NULL;
  int year, month, of_month;

  g_date_time_get_ymd (date, &year, &month, &of_month);
  moment = g_date_time_new_local (year, month, of_month, (int) g_ascii_strtoll (time, NULL, 10),
                                  (int) g_ascii_strtoll (time + 3, NULL, 10), 0);
  return g_date_time_ref (g_date_time_compare (moment, now) > 0 ? now : moment);
}

/* The day as the form would save it, at the moment when it was written. */
static gboolean
save (MkDemoLog             *self,
      const MkDemoPlacement *placement,
      const Day             *day,
      GError               **error)
{
  g_autoptr (GDateTime) moment = mk_demo_moment (self->now, day->day, day->time);
  g_autofree char *text = g_date_time_format (moment, "%Y-%m-%dT%H:%M:%S%:z");
  g_autoptr (MkCheckInDraft) draft =
      mk_check_in_draft_new (placement->id, placement->buddy, text, NULL);
  g_autoptr (MkSaved) saved = NULL;

  g_set_str (&draft->data->attendance, day->attendance);
  g_set_str (&draft->data->small_win, day->small_win);
  g_set_str (&draft->data->note, day->note);
  draft->data->wellbeing = day->wellbeing;
  draft->minutes = day->minutes;
  draft->paid_minutes =
      day->day >= placement->paid_from ? MIN (day->minutes, placement->paid_minutes) : 0;
  draft->split = MK_SPLIT_BOTH;
  draft->sends_text = day->sends_text;
  mk_clock_pretend (moment);
  saved = mk_check_in_save (self->database, draft, error);
  return saved != NULL;
}

static const char *
pick (GRand             *random,
      const char *const *from)
{
  return from[g_rand_int_range (random, 0, (gint32) g_strv_length ((char **) from))];
}

/* Nobody is there. In the hard weeks not always with a word beforehand. */
static void
invent_absence (MkDemoLog *self,
                gboolean   is_hard,
                Day       *day)
{
  int chance = g_rand_int_range (self->random, 0, 10);

  day->minutes = 0;
  day->attendance = MK_ATTENDANCE_EXCUSED;
  if (is_hard && chance < 5)
    day->attendance = MK_ATTENDANCE_ABSENT;
  else if (is_hard && chance < 7)
    day->attendance = MK_ATTENDANCE_TRIED;
}

static void
invent_presence (MkDemoLog             *self,
                 const MkDemoPlacement *placement,
                 gboolean               is_hard,
                 Day                   *day)
{
  GRand *random = self->random;

  if (g_rand_int_range (random, 0, 10) == 0)
    {
      day->attendance = MK_ATTENDANCE_LATE;
      day->minutes -= 15;
    }
  if (g_rand_boolean (random))
    day->wellbeing = g_rand_int_range (random, is_hard ? 1 : 3, is_hard ? 4 : 6);
  if (!is_hard && g_rand_int_range (random, 0, 6) == 0)
    day->small_win = pick (random, placement->wins);
  if (g_rand_int_range (random, 0, 5) == 0)
    day->note = pick (random, placement->notes);
}

static gboolean
invent (MkDemoLog             *self,
        const MkDemoPlacement *placement,
        int                    number,
        GError               **error)
{
  gboolean is_hard = number >= placement->hard_from && number <= placement->hard_to;
  int chance = g_rand_int_range (self->random, 0, 10);
  g_autofree char *time =
      g_strdup_printf ("%.2s:%02d", placement->ends, atoi (placement->ends + 3) + WRITES_LATER);
  Day day = { placement->id,
              number,
              time,
              MK_ATTENDANCE_MET,
              mk_demo_placement_minutes (placement),
              MK_ABSENT,
              TRUE,
              NULL,
              NULL };

  /* A day that nobody wrote is no fault. */
  if (chance == 0)
    return TRUE;
  if (chance == 1 || (is_hard && chance < 6))
    invent_absence (self, is_hard, &day);
  else
    invent_presence (self, placement, is_hard, &day);
  return save (self, placement, &day, error);
}

static const Day *
find_in_table (const MkDemoPlacement *placement,
               int                    number)
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (days[i].day == number && g_str_equal (days[i].placement_id, placement->id))
      return &days[i];
  return NULL;
}

static gboolean
write_day (MkDemoLog             *self,
           const MkDemoPlacement *placement,
           int                    number,
           GError               **error)
{
  const Day *day = find_in_table (placement, number);

  if (!mk_demo_placement_expects (placement, number))
    return TRUE;
  if (number < FIRST_OF_TABLE)
    return invent (self, placement, number, error);
  return day == NULL || save (self, placement, day, error);
}

/**
 * mk_demo_log_write:
 * @self: a log
 * @last_day: counted from today
 * @error: return location
 *
 * Writes what was written up to and with that day, and leaves the clock of this thread there.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_demo_log_write (MkDemoLog *self,
                   int        last_day,
                   GError   **error)
{
  guint n_placements;
  const MkDemoPlacement *placements = mk_demo_placements_get (&n_placements);

  for (; self->written < last_day; self->written++)
    for (guint i = 0; i < n_placements; i++)
      if (!write_day (self, &placements[i], self->written + 1, error))
        return FALSE;
  return TRUE;
}
