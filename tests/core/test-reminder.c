/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-reminder.h"

/* When a message may come on the desktop. 2026-12-03 is a Thursday. */

typedef struct
{
  const char    *name;
  MkReminderWish wish;
  int            day; /* of December 2026 */
  int            hour;
  int            minute;
  gboolean       may_come;
} Case;

static const Case cases[] = {
  { "not where it is not wanted", { FALSE, "", "", "" }, 3, 10, 0, FALSE },
  { "at any time of a working day", { TRUE, "", "", "" }, 3, 3, 0, TRUE },
  { "before the quiet hours", { TRUE, "18:00", "07:00", "" }, 3, 17, 59, TRUE },
  { "not when they begin", { TRUE, "18:00", "07:00", "" }, 3, 18, 0, FALSE },
  { "not after midnight", { TRUE, "18:00", "07:00", "" }, 3, 0, 0, FALSE },
  { "not in their last minute", { TRUE, "18:00", "07:00", "" }, 3, 6, 59, FALSE },
  { "when they end", { TRUE, "18:00", "07:00", "" }, 3, 7, 0, TRUE },
  { "not in the middle of a day", { TRUE, "11:00", "13:00", "" }, 3, 12, 0, FALSE },
  { "after that", { TRUE, "11:00", "13:00", "" }, 3, 13, 0, TRUE },
  { "hours without an end are none", { TRUE, "18:00", "", "" }, 3, 20, 0, TRUE },
  { "hours without a beginning are none", { TRUE, "", "07:00", "" }, 3, 6, 0, TRUE },
  { "hours of no length are none", { TRUE, "08:00", "08:00", "" }, 3, 8, 0, TRUE },
  { "one a day", { TRUE, "", "", "2026-12-03" }, 3, 16, 0, FALSE },
  { "and the next one on the next day", { TRUE, "", "", "2026-12-02" }, 3, 8, 0, TRUE },
  { "a clock that was set back brings no second one",
    { TRUE, "", "", "2026-12-04" },
    3,
    8,
    0,
    FALSE },
  { "not on a Saturday", { TRUE, "", "", "" }, 5, 10, 0, FALSE },
  { "not on a Sunday", { TRUE, "", "", "" }, 6, 10, 0, FALSE },
  { "not on a holiday", { TRUE, "", "", "" }, 25, 10, 0, FALSE },
  { "not on the day before Christmas", { TRUE, "", "", "" }, 24, 10, 0, FALSE },
};

static void
test_comes_when_it_may (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *one = &cases[i];
      g_autoptr (GDateTime) now =
          g_date_time_new_local (2026, 12, one->day, one->hour, one->minute, 0);

      g_test_message ("%s", one->name);
      g_assert_cmpint (mk_reminder_may_come (&one->wish, now), ==, one->may_come);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder/comes-when-it-may", test_comes_when_it_may);
  return g_test_run ();
}
