/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-check-in-edits.h"
#include "check-in/mk-check-in-saving.h"
#include "check-in/mk-draft-text.h"
#include "demo/mk-demo.h"
#include "mk-app-test.h"
#include "mk-attention.h"
#include "mk-date-text.h"
#include "week/mk-week-dialog.h"
#include "week/mk-week-row.h"

#include <string.h>

/* The week in a minute: what is offered, and what is saved of it. */

#define MONDAY "2026-11-30"

/* Worked out without a display */

static MkArrangement *
new_arrangement (void)
{
  MkArrangement *arrangement = g_new0 (MkArrangement, 1);

  arrangement->plans = g_ptr_array_new ();
  arrangement->schemes = g_ptr_array_new ();
  return arrangement;
}

static void
free_arrangement (MkArrangement *arrangement)
{
  g_ptr_array_unref (arrangement->plans);
  g_ptr_array_unref (arrangement->schemes);
  g_free (arrangement);
}

static void
test_without_a_plan_five_days (void)
{
  MkArrangement *arrangement = new_arrangement ();
  MkCheckInData last = { .paid_minutes = 120, .unpaid_minutes = 30 };
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GDateTime) now = mk_date_text_read (MK_APP_TEST_NOW);
  g_autoptr (GPtrArray) days = mk_week_new (arrangement, &last, none, MONDAY, now);

  g_assert_cmpuint (days->len, ==, 5);
  for (guint i = 0; i < days->len; i++)
    {
      const MkWeekDay *day = g_ptr_array_index (days, i);

      g_assert_cmpint (day->minutes, ==, 150);
      g_assert_cmpint (day->has_come, ==, i < 4);
    }
  free_arrangement (arrangement);
}

static void
test_with_a_plan_its_days (void)
{
  MkPlanDay tuesday = { 2, (char *) "09:00", (char *) "11:00" };
  MkPlanDay saturday = { 6, (char *) "10:00", (char *) "14:00" };
  MkAttendancePlanData plan = { (char *) MK_DEMO_MIA, (char *) "2026-11-01", g_ptr_array_new () };
  MkArrangement *arrangement = new_arrangement ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GDateTime) now = mk_date_text_read (MK_APP_TEST_NOW);
  g_autoptr (GPtrArray) days = NULL;

  g_ptr_array_add (plan.days, &tuesday);
  g_ptr_array_add (plan.days, &saturday);
  g_ptr_array_add (arrangement->plans, &plan);
  days = mk_week_new (arrangement, NULL, none, MONDAY, now);
  g_assert_cmpuint (days->len, ==, 2);
  g_assert_cmpstr (((MkWeekDay *) g_ptr_array_index (days, 0))->date, ==, "2026-12-01");
  g_assert_cmpint (((MkWeekDay *) g_ptr_array_index (days, 0))->minutes, ==, 120);
  g_assert_cmpstr (((MkWeekDay *) g_ptr_array_index (days, 1))->date, ==, "2026-12-05");
  g_ptr_array_unref (plan.days);
  free_arrangement (arrangement);
}

static void
test_mondays (void)
{
  static const struct
  {
    const char *now;
    int weeks_ago;
    const char *monday;
  } cases[] = {
    { "2026-12-03T11:05:00+01:00", 0, "2026-11-30" },
    { "2026-11-30T00:00:00+01:00", 0, MONDAY },
    { "2026-12-06T23:59:00+01:00", 0, MONDAY },
    { "2027-01-01T08:00:00+01:00", 1, "2026-12-21" },
    { "2026-10-26T08:00:00+01:00", 1, "2026-10-19" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) now = mk_date_text_read (cases[i].now);
      g_autofree char *monday = mk_week_monday (now, cases[i].weeks_ago);

      g_assert_cmpstr (monday, ==, cases[i].monday);
    }
}

static void
test_today_is_not_told_before_it_was (void)
{
  MkWeekDay today = { (char *) "2026-12-03", NULL, TRUE, (char *) "08:00", (char *) "15:00", 420 };
  MkWeekDay earlier = {
    (char *) "2026-12-01", NULL, TRUE, (char *) "08:00", (char *) "15:00", 420
  };
  MkWeekAnswer answers[] = { { &today, MK_ATTENDANCE_MET, 420 },
                             { &earlier, MK_ATTENDANCE_MET, 420 } };
  MkArrangement *arrangement = new_arrangement ();
  g_autoptr (GDateTime) now = mk_date_text_read (MK_APP_TEST_NOW);
  g_autoptr (MkCheckInDraft) one =
      mk_week_day_draft (&answers[0], arrangement, NULL, MK_DEMO_MIA, "Per", now);
  g_autoptr (MkCheckInDraft) other =
      mk_week_day_draft (&answers[1], arrangement, NULL, MK_DEMO_MIA, "Per", now);

  g_assert_cmpstr (one->data->moment, ==, MK_APP_TEST_NOW);
  g_assert_cmpstr (other->data->moment, ==, "2026-12-01T15:00:00+01:00");
  free_arrangement (arrangement);
}

/* In the window: of Mia, Tuesday and Wednesday are written already. */

static gboolean
has_rows (gpointer dialog)
{
  return mk_app_test_find (dialog, MK_TYPE_WEEK_ROW) != NULL;
}

static AdwDialog *
open_week (MkWindow *window)
{
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.write-week", "s", MK_DEMO_MIA);
  dialog = mk_app_test_wait_for_dialog (window);
  mk_app_test_wait (has_rows, dialog);
  return dialog;
}

static MkWeekRow *
row_of (AdwDialog *dialog,
        guint      index)
{
  GtkWidget *row = mk_app_test_find (GTK_WIDGET (dialog), MK_TYPE_WEEK_ROW);

  for (; index > 0; index--)
    row = gtk_widget_get_next_sibling (row);
  return MK_WEEK_ROW (row);
}

static gpointer
read_week (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  MkDays days = { .placement = MK_DEMO_MIA, .from = MONDAY, .to = "2026-12-06", .limit = -1 };

  return mk_check_ins_read (database, &days, error);
}

static guint
count_week (MkWindow *window)
{
  g_autoptr (GPtrArray) items = mk_app_test_on_store (window, read_week, NULL);

  return items->len;
}

static const char *
save_label (AdwDialog *dialog)
{
  GObject *button =
      gtk_widget_get_template_child (GTK_WIDGET (dialog), G_OBJECT_TYPE (dialog), "save_button");

  return gtk_button_get_label (GTK_BUTTON (button));
}

static gboolean
can_confirm (MkWeekRow *row)
{
  return gtk_widget_get_sensitive (
      GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (row), MK_TYPE_WEEK_ROW, "check")));
}

static void
test_nothing_is_confirmed_by_itself (MkWindow *window)
{
  AdwDialog *dialog = open_week (window);
  static const gboolean offered[] = { TRUE, FALSE, FALSE, TRUE, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      g_assert_false (mk_week_row_is_confirmed (row_of (dialog, i)));
      g_assert_cmpint (can_confirm (row_of (dialog, i)), ==, offered[i]);
    }
  g_assert_cmpstr (save_label (dialog), ==, "_Gem");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "week.save", NULL);
  adw_dialog_force_close (dialog);
  g_assert_cmpuint (count_week (window), ==, 2);
}

static void
confirm_two (AdwDialog *dialog)
{
  mk_week_row_confirm (row_of (dialog, 0), MK_ATTENDANCE_LATE, 90);
  mk_week_row_confirm (row_of (dialog, 3), MK_ATTENDANCE_MET, 180);
}

static void
test_one_save_for_all (MkWindow *window)
{
  AdwDialog *dialog = open_week (window);
  g_autoptr (GPtrArray) items = NULL;
  const MkCheckInData *thursday, *monday;

  confirm_two (dialog);
  g_assert_cmpstr (save_label (dialog), ==, "_Gem 2");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "week.save", NULL);
  mk_app_test_wait_for_no_dialog (window);
  items = mk_app_test_on_store (window, read_week, NULL);
  g_assert_cmpuint (items->len, ==, 4);
  thursday = mk_check_in_item_get_data (g_ptr_array_index (items, 0));
  monday = mk_check_in_item_get_data (g_ptr_array_index (items, 3));
  g_assert_cmpstr (thursday->attendance, ==, MK_ATTENDANCE_MET);
  g_assert_cmpint (thursday->paid_minutes, ==, 180);
  g_assert_cmpstr (monday->attendance, ==, MK_ATTENDANCE_LATE);
  g_assert_cmpint (monday->paid_minutes, ==, 90);
  g_assert_cmpstr (monday->author, ==, "Per");
}

static gboolean
is_undone (gpointer window)
{
  return count_week (window) == 2;
}

static void
test_undo_takes_all_back (MkWindow *window)
{
  AdwDialog *dialog = open_week (window);
  GtkWidget *undo;

  confirm_two (dialog);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "week.save", NULL);
  mk_app_test_wait_for_no_dialog (window);
  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (window), "2 dage er gemt"));
  undo = mk_app_test_find_text (GTK_WIDGET (window), "Fortryd");
  g_signal_emit_by_name (gtk_widget_get_ancestor (undo, GTK_TYPE_BUTTON), "clicked");
  mk_app_test_wait (is_undone, window);
}

static GtkEditable *
small_win_of (AdwDialog *dialog)
{
  return GTK_EDITABLE (
      gtk_widget_get_template_child (GTK_WIDGET (dialog), G_OBJECT_TYPE (dialog), "small_win"));
}

/* It stands on the last confirmed day with hours, and stays here. */
static void
test_what_worked_is_saved (MkWindow *window)
{
  AdwDialog *dialog = open_week (window);
  g_autoptr (GPtrArray) items = NULL;
  const MkCheckInData *thursday, *monday;

  gtk_editable_set_text (small_win_of (dialog), "Tog selv telefonen");
  mk_week_row_confirm (row_of (dialog, 0), MK_ATTENDANCE_MET, 90);
  mk_week_row_confirm (row_of (dialog, 3), MK_ATTENDANCE_EXCUSED, 0);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "week.save", NULL);
  mk_app_test_wait_for_no_dialog (window);
  items = mk_app_test_on_store (window, read_week, NULL);
  thursday = mk_check_in_item_get_data (g_ptr_array_index (items, 0));
  monday = mk_check_in_item_get_data (g_ptr_array_index (items, 3));
  g_assert_cmpstr (monday->private_note, ==, "Det lykkedes: Tog selv telefonen");
  g_assert_null (monday->small_win);
  g_assert_null (thursday->private_note);
  dialog = open_week (window);
  g_assert_cmpstr (gtk_editable_get_text (small_win_of (dialog)), ==, "");
  adw_dialog_force_close (dialog);
}

static void
test_what_worked_is_kept (MkWindow *window)
{
  AdwDialog *dialog = open_week (window);

  gtk_editable_set_text (small_win_of (dialog), "Tog selv telefonen");
  adw_dialog_force_close (dialog);
  mk_app_test_wait_for_no_dialog (window);
  dialog = open_week (window);
  g_assert_cmpstr (gtk_editable_get_text (small_win_of (dialog)), ==, "Tog selv telefonen");
  adw_dialog_force_close (dialog);
}

/* Help is offered afterwards, where a day says that it may be needed */

static AdwDialog *
dialog_of (MkWindow *window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

static gboolean
is_closed (gpointer window)
{
  return !MK_IS_WEEK_DIALOG (dialog_of (window));
}

/* Returns what is offered afterwards, if anything. */
static AdwDialog *
save_and_wait (MkWindow   *window,
               const char *attendance)
{
  AdwDialog *dialog = open_week (window);

  mk_week_row_confirm (row_of (dialog, 0), attendance, 90);
  mk_week_row_confirm (row_of (dialog, 3), MK_ATTENDANCE_MET, 180);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "week.save", NULL);
  mk_app_test_wait (is_closed, window);
  mk_app_test_settle ();
  return dialog_of (window);
}

static void
test_help_is_offered_after_a_no_show (MkWindow *window)
{
  AdwDialog *offer = save_and_wait (window, MK_ATTENDANCE_ABSENT);

  g_assert_true (ADW_IS_ALERT_DIALOG (offer));
  g_assert_true (adw_alert_dialog_has_response (ADW_ALERT_DIALOG (offer), "call"));
  g_assert_true (adw_alert_dialog_has_response (ADW_ALERT_DIALOG (offer), "ask"));
  g_assert_true (adw_alert_dialog_has_response (ADW_ALERT_DIALOG (offer), "not-now"));
  g_assert_cmpuint (count_week (window), ==, 4);
  adw_dialog_force_close (offer);
}

static void
test_help_is_not_offered_after_a_good_week (MkWindow *window)
{
  g_assert_null (save_and_wait (window, MK_ATTENDANCE_LATE));
}

static gboolean
was_offered (gpointer window)
{
  g_autofree char *key = mk_dismissal_key ("tilbud", MK_DEMO_MIA);
  MkWorkplace *workplace = mk_shell_get_workplace (mk_window_get_shell (window));

  return g_hash_table_contains (mk_workplace_get_day (workplace)->dismissed, key);
}

static void
test_help_is_not_offered_twice_a_day (MkWindow *window)
{
  AdwDialog *offer = save_and_wait (window, MK_ATTENDANCE_ABSENT);
  GtkWidget *undo;

  g_assert_nonnull (offer);
  g_signal_emit_by_name (offer, "response", "not-now");
  adw_dialog_force_close (offer);
  mk_app_test_wait (was_offered, window);
  undo = mk_app_test_find_text (GTK_WIDGET (window), "Fortryd");
  g_signal_emit_by_name (gtk_widget_get_ancestor (undo, GTK_TYPE_BUTTON), "clicked");
  mk_app_test_wait (is_undone, window);
  g_assert_null (save_and_wait (window, MK_ATTENDANCE_ABSENT));
}

/* One bad check-in, and none is saved. */
static gpointer
save_good_and_bad (MkDatabase   *database,
                   gpointer      data,
                   GCancellable *cancellable,
                   GError      **error)
{
  g_autoptr (GPtrArray) drafts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mk_check_in_draft_free);
  g_autoptr (GError) expected = NULL;
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MkCheckInDraft) empty =
          mk_check_in_draft_new (MK_DEMO_MIA, i == 0 ? "Per" : "\001", MK_APP_TEST_NOW, NULL);

      g_ptr_array_add (drafts, mk_check_in_draft_with_attendance (empty, MK_ATTENDANCE_MET));
    }
  ids = mk_check_in_save_many (database, drafts, &expected);
  g_assert_null (ids);
  g_assert_nonnull (expected);
  return g_strdup ("");
}

static void
test_all_or_none (MkWindow *window)
{
  g_free (mk_app_test_on_store (window, save_good_and_bad, NULL));
  g_assert_cmpuint (count_week (window), ==, 2);
}

static void
test_draft_of_the_form_is_left_alone (MkWindow *window)
{
  MkDraftKeeper *drafts =
      mk_workplace_get_drafts (mk_shell_get_workplace (mk_window_get_shell (window)));
  g_autoptr (MkCheckInDraft) empty =
      mk_check_in_draft_new (MK_DEMO_MIA, "Per", MK_APP_TEST_NOW, NULL);
  g_autoptr (MkCheckInDraft) noted = mk_check_in_draft_with_note (empty, "Ikke færdig");
  g_autofree char *text = NULL;
  AdwDialog *dialog;

  text = mk_draft_to_text (noted);
  mk_draft_keeper_keep (drafts, MK_DEMO_MIA, text);
  dialog = open_week (window);
  confirm_two (dialog);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "week.save", NULL);
  mk_app_test_wait_for_no_dialog (window);
  g_assert_cmpstr (mk_draft_keeper_get (drafts, MK_DEMO_MIA), ==, text);
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  g_test_add_func ("/week/without-a-plan-five-days", test_without_a_plan_five_days);
  g_test_add_func ("/week/with-a-plan-its-days", test_with_a_plan_its_days);
  g_test_add_func ("/week/mondays", test_mondays);
  g_test_add_func ("/week/today-is-not-told-before-it-was", test_today_is_not_told_before_it_was);
  mk_app_test_add ("/week/nothing-is-confirmed-by-itself", test_nothing_is_confirmed_by_itself);
  mk_app_test_add ("/week/one-save-for-all", test_one_save_for_all);
  mk_app_test_add ("/week/undo-takes-all-back", test_undo_takes_all_back);
  mk_app_test_add ("/week/what-worked-is-saved", test_what_worked_is_saved);
  mk_app_test_add ("/week/what-worked-is-kept", test_what_worked_is_kept);
  mk_app_test_add ("/week/help-is-offered-after-a-no-show", test_help_is_offered_after_a_no_show);
  mk_app_test_add ("/week/help-is-not-offered-after-a-good-week",
                   test_help_is_not_offered_after_a_good_week);
  mk_app_test_add ("/week/help-is-not-offered-twice-a-day", test_help_is_not_offered_twice_a_day);
  mk_app_test_add ("/week/all-or-none", test_all_or_none);
  mk_app_test_add ("/week/draft-of-the-form-is-left-alone", test_draft_of_the_form_is_left_alone);
  return g_test_run ();
}
