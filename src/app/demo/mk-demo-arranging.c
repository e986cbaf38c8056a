/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo-arranging.h"

#include "demo/mk-demo-people.h"
#include "demo/mk-demo.h"
#include "mk-own-records.h"
#include "records/mk-attendance-plan.h"
#include "records/mk-colleague.h"
#include "records/mk-name-here.h"
#include "records/mk-scheme.h"

/* What is arranged at the invented workplace and stays there: who writes, when somebody is expected,
 * by which scheme, and what they are called. */

/* A scheme, its days counted from today; 0 for a last day that is not known. */
typedef struct
{
  const char *placement_id;
  const char *scheme;
  int         from;
  int         to;
  gint64      paid_minutes_a_day;
} Scheme;

static const Scheme schemes[] = {
  { MK_DEMO_MIA, MK_SCHEME_INTERNSHIP, -113, -58, MK_ABSENT },
  { MK_DEMO_MIA, MK_SCHEME_SMALL_JOB, -57, 0, MK_ABSENT },
  { MK_DEMO_JONAS, MK_SCHEME_INTERNSHIP, -30, 38, MK_ABSENT },
  { MK_DEMO_SARA, MK_SCHEME_INTERNSHIP, -60, -31, MK_ABSENT },
  { MK_DEMO_SARA, MK_SCHEME_HYBRID, -30, 0, 60 },
  { MK_DEMO_OMAR, MK_SCHEME_WAGE_SUBSIDY, -113, -50, MK_ABSENT },
  { MK_DEMO_OMAR, MK_SCHEME_ORDINARY, -49, 0, MK_ABSENT },
  { MK_DEMO_LIS, MK_SCHEME_WAGE_SUBSIDY, -110, -20, MK_ABSENT },
};

static gboolean
save (MkDatabase         *database,
      const MkRecordType *type,
      gconstpointer       content,
      GError            **error)
{
  g_autoptr (MkSaved) saved = mk_own_record_save (database, type, NULL, content, error);

  return saved != NULL;
}

static char *
date_of (GDateTime *now,
         int        day)
{
  g_autoptr (GDateTime) date = g_date_time_add_days (now, day);

  return g_date_time_format (date, "%Y-%m-%d");
}

/**
 * mk_demo_arrange_people:
 * @database: the store
 * @error: return location
 *
 * Saves who else writes at the machine.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_demo_arrange_people (MkDatabase *database,
                        GError    **error)
{
  static const char *const names[] = { MK_DEMO_ANNA, MK_DEMO_HENNING };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      MkColleagueData colleague = { (char *) names[i] };

      if (!save (database, &mk_colleague_type, &colleague, error))
        return FALSE;
    }
  return TRUE;
}

/* The weekdays on which somebody is expected, whatever day today is. */
static GPtrArray *
days_of (const MkDemoPlacement *placement,
         GDateTime             *now)
{
  GPtrArray *days = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < 7; i++)
    {
      MkPlanDay *day;

      if ((placement->expected & (1u << i)) == 0)
        continue;
      day = g_new0 (MkPlanDay, 1);
      day->day = (g_date_time_get_day_of_week (now) - 1 + i) % 7 + 1;
      day->from = (char *) placement->begins;
      day->to = (char *) placement->ends;
      g_ptr_array_add (days, day);
    }
  return days;
}

static gboolean
save_plan (MkDatabase            *database,
           GDateTime             *now,
           const MkDemoPlacement *placement,
           GError               **error)
{
  g_autofree char *from = date_of (now, placement->from);
  g_autoptr (GPtrArray) days = days_of (placement, now);
  MkAttendancePlanData plan = { (char *) placement->id, from, days };

  return save (database, &mk_attendance_plan_type, &plan, error);
}

static gboolean
save_scheme (MkDatabase   *database,
             GDateTime    *now,
             const Scheme *scheme,
             GError      **error)
{
  g_autofree char *from = date_of (now, scheme->from);
  g_autofree char *to = scheme->to != 0 ? date_of (now, scheme->to) : NULL;
  MkSchemeData data = { (char *) scheme->placement_id, (char *) scheme->scheme, from, to,
                        scheme->paid_minutes_a_day };

  return save (database, &mk_scheme_type, &data, error);
}

/**
 * mk_demo_arrange_placement:
 * @database: the store
 * @now: the moment from which days are counted
 * @placement_id: UUID of an invented placement that the store has
 * @error: return location
 *
 * Saves when somebody is expected, by which schemes, and what they are called.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_demo_arrange_placement (MkDatabase *database,
                           GDateTime  *now,
                           const char *placement_id,
                           GError    **error)
{
  guint n_placements;
  const MkDemoPlacement *placements = mk_demo_placements_get (&n_placements);

  for (guint i = 0; i < n_placements; i++)
    {
      const MkDemoPlacement *placement = &placements[i];
      MkNameHereData name = { (char *) placement_id, (char *) placement->name_here };

      if (!g_str_equal (placement->id, placement_id))
        continue;
      if (!save_plan (database, now, placement, error) ||
          (name.name != NULL && !save (database, &mk_name_here_type, &name, error)))
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (schemes[i].placement_id, placement_id) &&
        !save_scheme (database, now, &schemes[i], error))
      return FALSE;
  return TRUE;
}
