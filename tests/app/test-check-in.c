/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-attendance-buttons.h"
#include "check-in/mk-author-popover.h"
#include "check-in/mk-check-in-dialog.h"
#include "check-in/mk-check-in-row.h"
#include "demo/mk-demo.h"
#include "mk-app-test.h"
#include "today/mk-today-card.h"

/* A check-in from the card of this day to the store, and back. */

static MkTodayCard *
card_of (MkWindow   *window,
         const char *placement_id)
{
  GtkWidget *page = mk_app_test_find (GTK_WIDGET (window), g_type_from_name ("MkTodayPage"));
  GtkWidget *card = mk_app_test_find (page, MK_TYPE_TODAY_CARD);

  for (; card != NULL; card = gtk_widget_get_next_sibling (card))
    if (g_str_equal (mk_placement_item_get_id (mk_today_card_get_placement (MK_TODAY_CARD (card))),
                     placement_id))
      return MK_TODAY_CARD (card);
  return NULL;
}

static gpointer
read_mia (MkDatabase   *database,
          gpointer      data,
          GCancellable *cancellable,
          GError      **error)
{
  MkDays today = { .placement = MK_DEMO_MIA,
                   .from = "2026-12-03",
                   .to = "2026-12-03",
                   .limit = -1 };

  return mk_check_ins_read (database, &today, error);
}

static GPtrArray *
check_ins_of_mia (MkWindow *window)
{
  return mk_app_test_on_store (window, read_mia, NULL);
}

static AdwDialog *
tap (MkWindow   *window,
     const char *attendance)
{
  gtk_widget_activate_action (GTK_WIDGET (card_of (window, MK_DEMO_MIA)), "card.check-in", "s",
                              attendance);
  return mk_app_test_wait_for_dialog (window);
}

static void
save (MkWindow  *window,
      AdwDialog *dialog)
{
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  mk_app_test_wait_for_no_dialog (window);
}

static gboolean
is_offered (gpointer window)
{
  return ADW_IS_ALERT_DIALOG (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
}

/* Help is offered afterwards, and not wanted now. */
static void
save_and_decline (MkWindow  *window,
                  AdwDialog *dialog)
{
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  mk_app_test_wait (is_offered, window);
  adw_dialog_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  mk_app_test_wait_for_no_dialog (window);
}

static void
write_note (AdwDialog  *dialog,
            const char *text)
{
  GtkWidget *note = mk_app_test_find (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)), text, -1);
}

static gboolean
shows_row (gpointer card)
{
  return mk_app_test_find (card, MK_TYPE_CHECK_IN_ROW) != NULL;
}

static gboolean
shows_no_row (gpointer card)
{
  return !shows_row (card);
}

/* Sara comes tomorrow, Omar another day, and Amina has not begun. */
static void
test_a_card_for_each_that_is_expected (MkWindow *window)
{
  g_assert_cmpuint (mk_app_test_count (GTK_WIDGET (window), MK_TYPE_TODAY_CARD), ==, 2);
  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (window), "Torsdag den 3. december"));
  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (card_of (window, MK_DEMO_MIA)),
                                           "Ikke kommet, ikke hørt fra"));
  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (card_of (window, MK_DEMO_JONAS)),
                                           "Er her. 3 timer. Skrevet kl.\u00a08.10 af Per"));
}

static void
test_tap_and_save_stores_one (MkWindow *window)
{
  g_autoptr (GPtrArray) items = NULL;
  const MkCheckInData *data;

  save (window, tap (window, MK_ATTENDANCE_MET));
  items = check_ins_of_mia (window);
  g_assert_cmpuint (items->len, ==, 1);
  data = mk_check_in_item_get_data (g_ptr_array_index (items, 0));
  g_assert_cmpstr (data->attendance, ==, MK_ATTENDANCE_MET);
  g_assert_cmpint (data->paid_minutes, ==, 180);
  g_assert_cmpint (data->unpaid_minutes, ==, 0);
  g_assert_cmpstr (data->author, ==, "Per");
  g_assert_cmpint (data->needs_help, ==, FALSE);
  mk_app_test_wait (shows_row, card_of (window, MK_DEMO_MIA));
  g_assert_null (mk_app_test_find_text (GTK_WIDGET (card_of (window, MK_DEMO_MIA)), "Er her"));
}

static void
test_saved_is_said_after_the_commit (MkWindow *window)
{
  AdwDialog *dialog = tap (window, MK_ATTENDANCE_LATE);
  g_autoptr (GPtrArray) items = NULL;

  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  /* The store's thread may be done, but nobody has heard of it yet. */
  g_assert_null (mk_app_test_find_text (GTK_WIDGET (window), "Fortryd"));
  mk_app_test_wait_for_no_dialog (window);
  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (window), "Fortryd"));
  items = check_ins_of_mia (window);
  g_assert_cmpuint (items->len, ==, 1);
}

static gboolean
offers_undo (gpointer window)
{
  return mk_app_test_find_text (window, "Fortryd") != NULL &&
         mk_app_test_find_text (window, "Check-in er slettet") != NULL;
}

static void
press_undo (MkWindow *window)
{
  GtkWidget *label = mk_app_test_find_text (GTK_WIDGET (window), "Fortryd");
  GtkWidget *button = gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);

  g_signal_emit_by_name (button, "clicked");
}

static void
test_undo_brings_the_form_back (MkWindow *window)
{
  AdwDialog *dialog = tap (window, MK_ATTENDANCE_MET);
  g_autoptr (GPtrArray) items = NULL;

  write_note (dialog, "Fandt selv ud af scanneren.");
  save (window, dialog);
  press_undo (window);
  dialog = mk_app_test_wait_for_dialog (window);
  items = check_ins_of_mia (window);
  g_assert_cmpuint (items->len, ==, 0);
  g_assert_cmpstr (mk_check_in_dialog_get_draft (MK_CHECK_IN_DIALOG (dialog))->data->note, ==,
                   "Fandt selv ud af scanneren.");
  adw_dialog_force_close (dialog);
}

static void
test_note_that_stays_is_private (MkWindow *window)
{
  AdwDialog *dialog = tap (window, MK_ATTENDANCE_MET);
  g_autoptr (GPtrArray) items = NULL;
  const MkCheckInData *data;

  write_note (dialog, "Husk at spørge til bussen.");
  save (window, dialog);
  items = check_ins_of_mia (window);
  data = mk_check_in_item_get_data (g_ptr_array_index (items, 0));
  g_assert_null (data->note);
  g_assert_cmpstr (data->private_note, ==, "Husk at spørge til bussen.");
}

static void
test_absence_waits (MkWindow *window)
{
  g_autoptr (GPtrArray) items = NULL;
  MkCheckInItem *item;

  save_and_decline (window, tap (window, MK_ATTENDANCE_ABSENT));
  items = check_ins_of_mia (window);
  item = g_ptr_array_index (items, 0);
  g_assert_cmpstr (mk_check_in_item_get_data (item)->send_earliest, ==,
                   "2026-12-04T00:00:00+01:00");
  g_assert_cmpint (mk_check_in_item_get_data (item)->unpaid_minutes, ==, 0);
  g_assert_nonnull (mk_check_in_item_get_reason (item));
  g_assert_cmpint (mk_check_in_item_get_progress (item), ==, MK_PROGRESS_SAVED);
}

static void
test_text_that_was_not_saved_is_kept (MkWindow *window)
{
  AdwDialog *dialog = tap (window, MK_ATTENDANCE_MET);
  const MkCheckInDraft *draft;

  write_note (dialog, "Ikke færdig");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.cancel", NULL);
  mk_app_test_wait_for_no_dialog (window);
  dialog = tap (window, MK_ATTENDANCE_LATE);
  draft = mk_check_in_dialog_get_draft (MK_CHECK_IN_DIALOG (dialog));
  g_assert_cmpstr (draft->data->note, ==, "Ikke færdig");
  g_assert_cmpstr (draft->data->attendance, ==, MK_ATTENDANCE_LATE);
  adw_dialog_force_close (dialog);
}

static void
test_change_is_a_new_revision (MkWindow *window)
{
  g_autoptr (GPtrArray) items = NULL;
  AdwDialog *dialog;
  MkCheckInItem *item;

  save (window, tap (window, MK_ATTENDANCE_MET));
  mk_app_test_wait (shows_row, card_of (window, MK_DEMO_MIA));
  mk_check_in_row_open (MK_CHECK_IN_ROW (
      mk_app_test_find (GTK_WIDGET (card_of (window, MK_DEMO_MIA)), MK_TYPE_CHECK_IN_ROW)));
  dialog = mk_app_test_wait_for_dialog (window);
  write_note (dialog, "Gik hjem kl. 10");
  save (window, dialog);
  items = check_ins_of_mia (window);
  g_assert_cmpuint (items->len, ==, 1);
  item = g_ptr_array_index (items, 0);
  g_assert_cmpint (mk_check_in_item_get_revision (item), ==, 2);
}

static void
test_delete_can_be_undone (MkWindow *window)
{
  MkTodayCard *card = card_of (window, MK_DEMO_MIA);
  GtkWidget *row;

  save (window, tap (window, MK_ATTENDANCE_MET));
  mk_app_test_wait (shows_row, card);
  row = mk_app_test_find (GTK_WIDGET (card), MK_TYPE_CHECK_IN_ROW);
  gtk_widget_activate_action (row, "win.delete-check-in", "s",
                              mk_check_in_item_get_id (
                                  mk_check_in_row_get_item (MK_CHECK_IN_ROW (row))));
  mk_app_test_wait (shows_no_row, card);
  mk_app_test_wait (offers_undo, window);
  press_undo (window);
  mk_app_test_wait (shows_row, card);
}

static void
test_buttons_choose_one_attendance (MkWindow *window)
{
  AdwDialog *dialog = tap (window, "");
  GtkWidget *buttons = mk_app_test_find (GTK_WIDGET (dialog), MK_TYPE_ATTENDANCE_BUTTONS);
  GObject *late = gtk_widget_get_template_child (buttons, MK_TYPE_ATTENDANCE_BUTTONS, "late");
  GObject *excused = gtk_widget_get_template_child (buttons, MK_TYPE_ATTENDANCE_BUTTONS, "excused");

  g_assert_null (mk_check_in_dialog_get_draft (MK_CHECK_IN_DIALOG (dialog))->data->attendance);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), buttons));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (late), TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (excused), TRUE);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (late)));
  g_assert_cmpstr (mk_check_in_dialog_get_draft (MK_CHECK_IN_DIALOG (dialog))->data->attendance, ==,
                   MK_ATTENDANCE_EXCUSED);
  adw_dialog_force_close (dialog);
}

static gpointer
count_colleagues (MkDatabase   *database,
                  gpointer      data,
                  GCancellable *cancellable,
                  GError      **error)
{
  g_autoptr (MkWorkplaceReading) reading = mk_workplace_reading_new (database, error);

  return GUINT_TO_POINTER (1 + reading->colleagues->len);
}

/* On a machine that several people share, whoever sits there says so once. */
static void
test_author_is_switched_and_remembered (MkWindow *window)
{
  AdwDialog *dialog = tap (window, MK_ATTENDANCE_MET);
  GtkWidget *authors = mk_app_test_find (GTK_WIDGET (dialog), MK_TYPE_AUTHOR_POPOVER);
  guint before = GPOINTER_TO_UINT (mk_app_test_on_store (window, count_colleagues, NULL));
  g_autoptr (GPtrArray) items = NULL;

  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (dialog), "Skrevet af: Per – skift"));
  g_signal_emit_by_name (authors, "chosen", "Kim");
  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (dialog), "Skrevet af: Kim – skift"));
  save (window, dialog);
  items = check_ins_of_mia (window);
  g_assert_cmpstr (mk_check_in_item_get_data (g_ptr_array_index (items, 0))->author, ==, "Kim");
  dialog = tap (window, MK_ATTENDANCE_MET);
  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (dialog), "Skrevet af: Kim – skift"));
  authors = mk_app_test_find (GTK_WIDGET (dialog), MK_TYPE_AUTHOR_POPOVER);
  g_signal_emit_by_name (authors, "chosen", "Per");
  g_signal_emit_by_name (authors, "chosen", "Kim");
  adw_dialog_force_close (dialog);
  g_assert_cmpuint (GPOINTER_TO_UINT (mk_app_test_on_store (window, count_colleagues, NULL)), ==,
                    before + 1);
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/today/a-card-for-each-that-is-expected",
                   test_a_card_for_each_that_is_expected);
  mk_app_test_add ("/check-in/tap-and-save-stores-one", test_tap_and_save_stores_one);
  mk_app_test_add ("/check-in/saved-is-said-after-the-commit", test_saved_is_said_after_the_commit);
  mk_app_test_add ("/check-in/undo-brings-the-form-back", test_undo_brings_the_form_back);
  mk_app_test_add ("/check-in/note-that-stays-is-private", test_note_that_stays_is_private);
  mk_app_test_add ("/check-in/absence-waits", test_absence_waits);
  mk_app_test_add ("/check-in/text-that-was-not-saved-is-kept",
                   test_text_that_was_not_saved_is_kept);
  mk_app_test_add ("/check-in/change-is-a-new-revision", test_change_is_a_new_revision);
  mk_app_test_add ("/check-in/delete-can-be-undone", test_delete_can_be_undone);
  mk_app_test_add ("/check-in/buttons-choose-one-attendance", test_buttons_choose_one_attendance);
  mk_app_test_add ("/check-in/author-is-switched-and-remembered",
                   test_author_is_switched_and_remembered);
  return g_test_run ();
}
