/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records/mk-attendance-plan.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* Further ahead nobody looks for the next day. */
#define DAYS_AHEAD 14

static const MkField day_fields[] = {
  MK_INTEGER (MkPlanDay, day, "dag", N_ ("Day"), MK_REQUIRED, 1, 7),
  MK_TIME (MkPlanDay, from, "fra", N_ ("From"), MK_REQUIRED),
  MK_TIME (MkPlanDay, to, "til", N_ ("To"), MK_REQUIRED),
};

static void
check_day (gconstpointer data,
           const char   *pointer,
           MkFaults     *faults)
{
  const MkPlanDay *day = data;
  g_autofree char *place = g_strdup_printf ("%s/til", pointer);

  if (g_strcmp0 (day->to, day->from) <= 0)
    mk_faults_add (faults, MK_CODE_VALUE, place, "»til« skal være efter »fra«.");
}

static const MkShape day_shape = MK_SHAPE (MkPlanDay, day_fields, check_day);

static const MkField fields[] = {
  MK_REFERENCE (MkAttendancePlanData, placement_id, "forloebId", N_ ("Placement"), MK_REQUIRED,
                "forloeb"),
  MK_DATE (MkAttendancePlanData, from_date, "fraDato", N_ ("From"), MK_REQUIRED),
  MK_OBJECTS (MkAttendancePlanData, days, "dage", N_ ("Days"), MK_REQUIRED, &day_shape),
};

static void
check (gconstpointer data,
       const char   *pointer,
       MkFaults     *faults)
{
  const MkAttendancePlanData *plan = data;
  guint seen = 0;

  for (guint i = 0; i < plan->days->len; i++)
    {
      const MkPlanDay *day = g_ptr_array_index (plan->days, i);
      g_autofree char *place = g_strdup_printf ("%s/dage/%u/dag", pointer, i);

      if (seen & (1u << day->day))
        mk_faults_add (faults, MK_CODE_VALUE, place, "Den samme »dag« står to gange.");
      seen |= 1u << day->day;
    }
}

static const MkShape shape = MK_SHAPE (MkAttendancePlanData, fields, check);

const MkRecordType mk_attendance_plan_type = {
  .name = "moedeplan",
  .label = N_ ("Attendance plan"),
  .writers = MK_ROLE_WORKPLACE,
  .shape = &shape,
  .stays = TRUE,
};

static gboolean
read_date (const char *text,
           GDate      *date)
{
  unsigned int year, month, day;

  if (sscanf (text, "%4u-%2u-%2u", &year, &month, &day) != 3 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

/**
 * mk_plan_day_free:
 * @day: (nullable): a day of a plan that belongs to nobody else
 */
void
mk_plan_day_free (MkPlanDay *day)
{
  mk_shape_free (&day_shape, day);
}

/**
 * mk_plan_on:
 * @plans: (nullable) (element-type MkAttendancePlanData): those of one placement, in the order they
 *   were written
 * @date: YYYY-MM-DD
 *
 * The plan whose first day is the last one not after @date holds; of two with the same first day, the
 * one that was written later.
 *
 * Returns: (transfer none) (nullable): the plan of that day; %NULL when none is known
 */
const MkAttendancePlanData *
mk_plan_on (const GPtrArray *plans,
            const char      *date)
{
  const MkAttendancePlanData *found = NULL;

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      const MkAttendancePlanData *plan = g_ptr_array_index (plans, i);

      if (strcmp (plan->from_date, date) <= 0 &&
          (found == NULL || strcmp (plan->from_date, found->from_date) >= 0))
        found = plan;
    }
  return found;
}

/**
 * mk_plan_day_on:
 * @plans: (nullable) (element-type MkAttendancePlanData): as for mk_plan_on()
 * @date: YYYY-MM-DD
 *
 * Returns: (transfer none) (nullable): when the candidate is expected on @date; %NULL when not
 */
const MkPlanDay *
mk_plan_day_on (const GPtrArray *plans,
                const char      *date)
{
  const MkAttendancePlanData *plan = mk_plan_on (plans, date);
  GDate day;

  if (plan == NULL || !read_date (date, &day))
    return NULL;
  for (guint i = 0; i < plan->days->len; i++)
    {
      const MkPlanDay *planned = g_ptr_array_index (plan->days, i);

      if (planned->day == (gint64) g_date_get_weekday (&day))
        return planned;
    }
  return NULL;
}

static gint64
minutes_into_day (const char *time)
{
  return ((time[0] - '0') * 10 + time[1] - '0') * 60 + (time[3] - '0') * 10 + time[4] - '0';
}

/**
 * mk_plan_day_minutes:
 * @day: a day of a plan
 *
 * Returns: from its beginning to its end, in minutes
 */
gint64
mk_plan_day_minutes (const MkPlanDay *day)
{
  return minutes_into_day (day->to) - minutes_into_day (day->from);
}

/**
 * mk_plan_next_expected:
 * @plans: (nullable) (element-type MkAttendancePlanData): as for mk_plan_on()
 * @after: YYYY-MM-DD
 * @day: (out) (optional) (transfer none) (nullable): when on that day
 *
 * Looks two weeks ahead.
 *
 * Returns: (transfer full) (nullable): the next day after @after on which the candidate is expected,
 *   YYYY-MM-DD
 */
char *
mk_plan_next_expected (const GPtrArray  *plans,
                       const char       *after,
                       const MkPlanDay **day)
{
  GDate date;

  if (day != NULL)
    *day = NULL;
  if (!read_date (after, &date))
    return NULL;
  for (guint i = 0; i < DAYS_AHEAD; i++)
    {
      char text[11];
      const MkPlanDay *found;

      g_date_add_days (&date, 1);
      g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
      found = mk_plan_day_on (plans, text);
      if (found == NULL)
        continue;
      if (day != NULL)
        *day = found;
      return g_strdup (text);
    }
  return NULL;
}
