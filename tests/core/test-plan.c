/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records/mk-attendance-plan.h"
#include "records/mk-scheme.h"

#include "mk-json.h"

/* When the candidate is expected, and what of a day is paid: pure functions over an own record. */

static gpointer
read_struct (const MkRecordType *type,
             const char         *text)
{
  g_autoptr (MkFaults) faults = mk_faults_new ();
  g_autoptr (JsonNode) root = mk_json_from_text (text);
  gpointer data = mk_shape_read (type->shape, mk_json_of (root), MK_READ_CLOSED, "", faults);

  g_assert_cmpuint (mk_faults_count (faults), ==, 0);
  return data;
}

static void
free_plan (gpointer data)
{
  mk_shape_free (mk_attendance_plan_type.shape, data);
}

static void
free_scheme (gpointer data)
{
  mk_shape_free (mk_scheme_type.shape, data);
}

#define PLACEMENT "\"forloebId\":\"33333333-3333-4333-8333-333333333331\","

static GPtrArray *
some_plans (void)
{
  GPtrArray *plans = g_ptr_array_new_with_free_func (free_plan);

  g_ptr_array_add (plans, read_struct (&mk_attendance_plan_type,
                                       "{" PLACEMENT "\"fraDato\":\"2026-11-16\",\"dage\":["
                                       "{\"dag\":1,\"fra\":\"08:00\",\"til\":\"11:00\"},"
                                       "{\"dag\":3,\"fra\":\"08:00\",\"til\":\"12:30\"}]}"));
  g_ptr_array_add (plans, read_struct (&mk_attendance_plan_type,
                                       "{" PLACEMENT "\"fraDato\":\"2026-12-01\",\"dage\":["
                                       "{\"dag\":5,\"fra\":\"09:15\",\"til\":\"15:00\"}]}"));
  g_ptr_array_add (plans, read_struct (&mk_attendance_plan_type,
                                       "{" PLACEMENT "\"fraDato\":\"2026-12-21\",\"dage\":[]}"));
  return plans;
}

static void
test_newest_plan_holds (void)
{
  static const struct
  {
    const char *date;
    gint64 minutes;
  } cases[] = {
    { "2026-11-15", -1 },  { "2026-11-16", 180 }, { "2026-11-17", -1 },  { "2026-11-18", 270 },
    { "2026-11-30", 180 }, { "2026-12-02", -1 },  { "2026-12-04", 345 }, { "2026-12-07", -1 },
    { "2026-12-18", 345 }, { "2026-12-25", -1 },  { "no date", -1 },
  };
  g_autoptr (GPtrArray) plans = some_plans ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MkPlanDay *day = mk_plan_day_on (plans, cases[i].date);

      g_assert_cmpint (day != NULL ? mk_plan_day_minutes (day) : -1, ==, cases[i].minutes);
    }
  g_assert_null (mk_plan_day_on (NULL, "2026-12-04"));
}

static void
test_next_expected_day (void)
{
  static const struct
  {
    const char *after;
    const char *next;
  } cases[] = {
    { "2026-11-16", "2026-11-18" }, { "2026-11-18", "2026-11-23" }, { "2026-11-30", "2026-12-04" },
    { "2026-12-04", "2026-12-11" }, { "2026-12-18", NULL },         { "2026-10-01", NULL },
  };
  g_autoptr (GPtrArray) plans = some_plans ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MkPlanDay *day = NULL;
      g_autofree char *next = mk_plan_next_expected (plans, cases[i].after, &day);

      g_assert_cmpstr (next, ==, cases[i].next);
      g_assert_cmpint (day != NULL, ==, next != NULL);
    }
}

static void
test_plan_of_the_same_day_written_later_holds (void)
{
  g_autoptr (GPtrArray) plans = some_plans ();

  g_ptr_array_add (plans, read_struct (&mk_attendance_plan_type,
                                       "{" PLACEMENT "\"fraDato\":\"2026-12-01\",\"dage\":["
                                       "{\"dag\":5,\"fra\":\"10:00\",\"til\":\"11:00\"}]}"));
  g_assert_cmpstr (mk_plan_day_on (plans, "2026-12-04")->from, ==, "10:00");
}

static void
test_impossible_plans_are_vaerdi (void)
{
  static const char *const impossible[] = {
    "{\"dag\":1,\"fra\":\"11:00\",\"til\":\"08:00\"}",
    "{\"dag\":1,\"fra\":\"08:00\",\"til\":\"08:00\"}",
    ("{\"dag\":1,\"fra\":\"08:00\",\"til\":\"09:00\"},"
     "{\"dag\":1,\"fra\":\"10:00\",\"til\":\"11:00\"}"),
    "{\"dag\":9007199254740992,\"fra\":\"08:00\",\"til\":\"09:00\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (impossible); i++)
    {
      g_autoptr (MkFaults) faults = mk_faults_new ();
      g_autofree char *text =
          g_strdup_printf ("{" PLACEMENT "\"fraDato\":\"2026-12-01\",\"dage\":[%s]}",
                           impossible[i]);
      g_autoptr (JsonNode) root = mk_json_from_text (text);

      mk_shape_free (mk_attendance_plan_type.shape,
                     mk_shape_read (mk_attendance_plan_type.shape, mk_json_of (root),
                                    MK_READ_CLOSED, "", faults));
      g_assert_cmpuint (mk_faults_count (faults), ==, 1);
      g_assert_cmpstr (mk_faults_first (faults)->code, ==, MK_CODE_VALUE);
    }
}

static MkSchemeData *
new_scheme (const char *rest)
{
  g_autofree char *text = g_strdup_printf ("{" PLACEMENT "%s}", rest);

  return read_struct (&mk_scheme_type, text);
}

static void
test_scheme_splits_the_hours (void)
{
  static const struct
  {
    const char *scheme;
    gint64 minutes;
    gint64 paid;
  } cases[] = {
    { "praktik", 180, 0 },       { "loentilskud", 180, 0 },  { "smaajob", 180, 180 },
    { "fleksjob", 180, 180 },    { "ordinaer", 180, 180 },   { "hybridpraktik", 180, 60 },
    { "hybridpraktik", 45, 45 }, { "hybridpraktik", 0, 0 },  { "ordinaer", 0, 0 },
    { "ordinaer", 1440, 1440 },  { "loentilskud", 1440, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rest = g_strdup_printf ("\"ordning\":\"%s\",\"fraDato\":\"2026-11-16\","
                                               "\"loennedeMinutterPrDag\":60",
                                               cases[i].scheme);
      MkSchemeData *scheme = new_scheme (rest);

      g_assert_cmpint (mk_scheme_paid (scheme, cases[i].minutes), ==, cases[i].paid);
      free_scheme (scheme);
    }
  g_assert_cmpint (mk_scheme_paid (NULL, 180), ==, 0);
}

static void
test_hybrid_without_paid_minutes_pays_none (void)
{
  MkSchemeData *scheme = new_scheme ("\"ordning\":\"hybridpraktik\",\"fraDato\":\"2026-11-16\"");

  g_assert_cmpint (mk_scheme_paid (scheme, 180), ==, 0);
  free_scheme (scheme);
}

static void
test_scheme_of_a_day (void)
{
  static const struct
  {
    const char *date;
    const char *scheme;
  } cases[] = {
    { "2026-11-15", NULL },       { "2026-11-16", "praktik" },  { "2026-12-31", "praktik" },
    { "2027-01-01", "smaajob" },  { "2027-01-31", "smaajob" },  { "2027-02-01", NULL },
    { "2027-03-01", "ordinaer" }, { "2030-03-01", "ordinaer" },
  };
  g_autoptr (GPtrArray) schemes = g_ptr_array_new_with_free_func (free_scheme);

  g_ptr_array_add (schemes, new_scheme ("\"ordning\":\"smaajob\",\"fraDato\":\"2027-01-01\","
                                        "\"tilDato\":\"2027-01-31\""));
  g_ptr_array_add (schemes, new_scheme ("\"ordning\":\"praktik\",\"fraDato\":\"2026-11-16\","
                                        "\"tilDato\":\"2027-01-20\""));
  g_ptr_array_add (schemes, new_scheme ("\"ordning\":\"ordinaer\",\"fraDato\":\"2027-03-01\""));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MkSchemeData *scheme = mk_scheme_on (schemes, cases[i].date);

      g_assert_cmpstr (scheme != NULL ? scheme->scheme : NULL, ==, cases[i].scheme);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/newest-one-holds", test_newest_plan_holds);
  g_test_add_func ("/plan/next-expected-day", test_next_expected_day);
  g_test_add_func ("/plan/of-the-same-day-the-later-written-holds",
                   test_plan_of_the_same_day_written_later_holds);
  g_test_add_func ("/plan/impossible-ones-are-vaerdi", test_impossible_plans_are_vaerdi);
  g_test_add_func ("/scheme/splits-the-hours", test_scheme_splits_the_hours);
  g_test_add_func ("/scheme/hybrid-without-paid-minutes-pays-none",
                   test_hybrid_without_paid_minutes_pays_none);
  g_test_add_func ("/scheme/of-a-day", test_scheme_of_a_day);
  return g_test_run ();
}
