/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "arrangement/mk-arrangement-dialog.h"
#include "arrangement/mk-plan-day-row.h"
#include "check-in/mk-check-in-dialog.h"
#include "demo/mk-demo.h"
#include "mk-app-test.h"
#include "mk-preview.h"

#include <string.h>

/* What a workplace arranges about a placement and keeps to itself. */

static MkPlacementItem *
mia (MkWindow *window)
{
  return mk_workplace_find_placement (mk_shell_get_workplace (mk_window_get_shell (window)),
                                      MK_DEMO_MIA);
}

static MkPlanDayRow *
row_of (AdwDialog *dialog,
        guint      day)
{
  GtkWidget *row = mk_app_test_find (GTK_WIDGET (dialog), MK_TYPE_PLAN_DAY_ROW);

  for (; day > 1; day--)
    row = gtk_widget_get_next_sibling (row);
  return MK_PLAN_DAY_ROW (row);
}

static GObject *
child_of (AdwDialog  *dialog,
          const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (dialog), G_OBJECT_TYPE (dialog), name);
}

/* Thursdays from 8 to 10.30, as a small job (the third of the schemes). */
static void
arrange (MkWindow *window)
{
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.arrange", "s", MK_DEMO_MIA);
  dialog = mk_app_test_wait_for_dialog (window);
  mk_plan_day_row_set (row_of (dialog, 4), "08:00", "10:30");
  adw_combo_row_set_selected (ADW_COMBO_ROW (child_of (dialog, "scheme")), 3);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "arrangement.save", NULL);
  mk_app_test_wait_for_no_dialog (window);
}

static const MkCheckInDraft *
open_form (MkWindow   *window,
           const char *id,
           const char *attendance)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.check-in", "(ss)", id, attendance);
  return mk_check_in_dialog_get_draft (MK_CHECK_IN_DIALOG (mk_app_test_wait_for_dialog (window)));
}

static void
close_dialog (MkWindow *window)
{
  adw_dialog_force_close (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  mk_app_test_wait_for_no_dialog (window);
}

static void
test_plan_and_scheme_fill_the_hours (MkWindow *window)
{
  const MkCheckInDraft *draft;
  AdwDialog *dialog;

  arrange (window);
  draft = open_form (window, MK_DEMO_MIA, MK_ATTENDANCE_MET);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_cmpint (draft->minutes, ==, 150);
  g_assert_cmpint (draft->split, ==, MK_SPLIT_PAID);
  g_assert_nonnull (
      mk_app_test_find_text (GTK_WIDGET (dialog), "Efter mødeplanen. Alle med løn (småjob)"));
  close_dialog (window);
}

static void
test_placement_says_when_its_candidate_is_expected (MkWindow *window)
{
  const char *from, *to;
  g_autofree char *expected = NULL;

  g_assert_true (mk_placement_item_get_today_span (mia (window), NULL, &to));
  g_assert_cmpstr (to, ==, "11:00");
  arrange (window);
  g_assert_true (mk_placement_item_get_today_span (mia (window), &from, &to));
  g_assert_cmpstr (from, ==, "08:00");
  g_assert_cmpstr (to, ==, "10:30");
  g_object_get (mia (window), "expected", &expected, NULL);
  g_assert_cmpstr (expected, ==, "8.00–10.30");
}

static void
test_impossible_times_are_not_saved (MkWindow *window)
{
  AdwDialog *dialog;
  MkPlanDayRow *row;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.arrange", "s", MK_DEMO_MIA);
  dialog = mk_app_test_wait_for_dialog (window);
  row = row_of (dialog, 1);
  mk_plan_day_row_set (row, "11:00", "08:00");
  g_assert_true (mk_plan_day_row_is_at_fault (row));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "»Til« er ikke efter »fra«");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "arrangement.save", NULL);
  g_assert_cmpuint (mk_placement_item_get_arrangement (mia (window))->plans->len, ==, 1);
  close_dialog (window);
}

static void
test_first_check_in_asks_once (MkWindow *window)
{
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.check-in", "(ss)", MK_DEMO_AMINA,
                              MK_ATTENDANCE_LATE);
  dialog = mk_app_test_wait_for_dialog (window);
  g_assert_true (MK_IS_ARRANGEMENT_DIALOG (dialog));
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Hvornår møder Amina?");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "arrangement.close", NULL);
  mk_app_test_settle ();
  dialog = mk_app_test_wait_for_dialog (window);
  g_assert_true (MK_IS_CHECK_IN_DIALOG (dialog));
  g_assert_cmpstr (mk_check_in_dialog_get_draft (MK_CHECK_IN_DIALOG (dialog))->data->attendance, ==,
                   MK_ATTENDANCE_LATE);
  close_dialog (window);
  open_form (window, MK_DEMO_AMINA, MK_ATTENDANCE_MET);
  close_dialog (window);
}

static gpointer
read_preview (MkDatabase   *database,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  g_autoptr (MkPreview) preview = mk_preview_find (database, G_MAXUINT64, error);
  GString *text = g_string_new (NULL);

  for (guint i = 0; preview != NULL && i < preview->packages->len; i++)
    {
      MkPreviewed *package = g_ptr_array_index (preview->packages, i);
      g_autoptr (JsonNode) node = json_node_init_array (json_node_alloc (), package->entries);
      g_autofree char *entries = json_to_string (node, FALSE);

      g_string_append (text, entries);
    }
  return g_string_free_and_steal (text);
}

static gboolean
is_called_mimi (gpointer window)
{
  return g_str_equal (mk_placement_item_get_name (mia (window)), "Mimi");
}

static void
test_name_used_here_stays_here (MkWindow *window)
{
  AdwDialog *dialog;
  GtkWidget *name;
  g_autofree char *preview = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.name-here", "s", MK_DEMO_MIA);
  dialog = mk_app_test_wait_for_dialog (window);
  name = mk_app_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (name), " Mimi ");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "save");
  adw_dialog_close (dialog);
  mk_app_test_wait (is_called_mimi, window);
  mk_app_test_settle ();
  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (window), "Mimi"));
  preview = mk_app_test_on_store (window, read_preview, NULL);
  g_assert_nonnull (strstr (preview, "checkin"));
  g_assert_null (strstr (preview, "Mimi"));
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/arrangement/plan-and-scheme-fill-the-hours",
                   test_plan_and_scheme_fill_the_hours);
  mk_app_test_add ("/arrangement/placement-says-when-its-candidate-is-expected",
                   test_placement_says_when_its_candidate_is_expected);
  mk_app_test_add ("/arrangement/impossible-times-are-not-saved",
                   test_impossible_times_are_not_saved);
  mk_app_test_add ("/arrangement/first-check-in-asks-once", test_first_check_in_asks_once);
  mk_app_test_add ("/arrangement/name-used-here-stays-here", test_name_used_here_stays_here);
  return g_test_run ();
}
