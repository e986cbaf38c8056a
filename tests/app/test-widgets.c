/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "arrangement/mk-arrangement-dialog.h"
#include "arrangement/mk-plan-day-row.h"
#include "check-in/mk-attendance-buttons.h"
#include "check-in/mk-author-popover.h"
#include "check-in/mk-check-in-dialog.h"
#include "check-in/mk-check-in-row.h"
#include "check-in/mk-choose-dialog.h"
#include "check-in/mk-hours-form.h"
#include "check-in/mk-moment-popover.h"
#include "check-in/mk-more-form.h"
#include "check-in/mk-pulse-form.h"
#include "exchange/mk-fetch-dialog.h"
#include "mk-app-test.h"
#include "placement/mk-placement-page.h"
#include "print/mk-paper-dialog.h"
#include "shell/mk-shortcuts-dialog.h"
#include "shell/mk-sidebar-row.h"
#include "shell/mk-sidebar.h"
#include "start/mk-first-page.h"
#include "start/mk-start.h"
#include "start/mk-unlock-page.h"
#include "today/mk-today-card.h"
#include "today/mk-today-page.h"
#include "week/mk-week-dialog.h"
#include "week/mk-week-row.h"
#include "widgets/mk-date-row.h"
#include "widgets/mk-faces.h"
#include "widgets/mk-hours-entry.h"
#include "widgets/mk-state-chip.h"

static void
test_every_template_can_be_made (MkWindow *window)
{
  const GType types[] = {
    MK_TYPE_ATTENDANCE_BUTTONS,
    MK_TYPE_HOURS_FORM,
    MK_TYPE_ARRANGEMENT_DIALOG,
    MK_TYPE_WEEK_DIALOG,
    MK_TYPE_WEEK_ROW,
    MK_TYPE_PLAN_DAY_ROW,
    MK_TYPE_AUTHOR_POPOVER,
    MK_TYPE_MORE_FORM,
    MK_TYPE_PULSE_FORM,
    MK_TYPE_CHECK_IN_DIALOG,
    MK_TYPE_CHECK_IN_ROW,
    MK_TYPE_CHOOSE_DIALOG,
    MK_TYPE_MOMENT_POPOVER,
    MK_TYPE_FETCH_DIALOG,
    MK_TYPE_PLACEMENT_PAGE,
    MK_TYPE_SHELL,
    MK_TYPE_SHORTCUTS_DIALOG,
    MK_TYPE_SIDEBAR,
    MK_TYPE_SIDEBAR_ROW,
    MK_TYPE_FIRST_PAGE,
    MK_TYPE_START,
    MK_TYPE_UNLOCK_PAGE,
    MK_TYPE_TODAY_CARD,
    MK_TYPE_TODAY_PAGE,
    MK_TYPE_DATE_ROW,
    MK_TYPE_FACES,
    MK_TYPE_HOURS_ENTRY,
    MK_TYPE_STATE_CHIP,
    MK_TYPE_PAPER_DIALOG,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget = g_object_ref_sink (g_object_new (types[i], NULL));

      g_assert_finalize_object (widget);
    }
}

static void
count_cb (guint *count)
{
  *count += 1;
}

static void
type (MkHoursEntry *hours,
      const char   *text)
{
  GtkWidget *entry = mk_app_test_find (GTK_WIDGET (hours), GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
test_hours_are_read_as_typed (MkWindow *window)
{
  MkHoursEntry *hours = g_object_ref_sink (g_object_new (MK_TYPE_HOURS_ENTRY, NULL));
  guint count = 0;

  g_signal_connect_swapped (hours, "edited", G_CALLBACK (count_cb), &count);
  mk_hours_entry_set_minutes (hours, 180);
  g_assert_cmpuint (count, ==, 0);

  type (hours, "2,5");
  g_assert_cmpint (mk_hours_entry_get_minutes (hours), ==, 150);
  type (hours, "2:45");
  g_assert_cmpint (mk_hours_entry_get_minutes (hours), ==, 165);
  type (hours, "90 min");
  g_assert_cmpint (mk_hours_entry_get_minutes (hours), ==, 90);
  g_assert_cmpuint (count, >=, 3);

  type (hours, "længe");
  g_assert_cmpint (mk_hours_entry_get_fault (hours), ==, MK_FORMAT_BAD_FORM);
  g_assert_cmpint (mk_hours_entry_get_minutes (hours), ==, 90);
  g_assert_finalize_object (hours);
}

static void
press (MkHoursEntry *hours,
       const char   *name)
{
  GObject *button = gtk_widget_get_template_child (GTK_WIDGET (hours), MK_TYPE_HOURS_ENTRY, name);

  g_signal_emit_by_name (button, "clicked");
}

static void
test_hours_go_by_quarters (MkWindow *window)
{
  MkHoursEntry *hours = g_object_ref_sink (g_object_new (MK_TYPE_HOURS_ENTRY, NULL));

  mk_hours_entry_set_minutes (hours, 10);
  press (hours, "less");
  g_assert_cmpint (mk_hours_entry_get_minutes (hours), ==, 0);
  press (hours, "more");
  press (hours, "more");
  g_assert_cmpint (mk_hours_entry_get_minutes (hours), ==, 30);
  mk_hours_entry_set_minutes (hours, 1440);
  press (hours, "more");
  g_assert_cmpint (mk_hours_entry_get_minutes (hours), ==, 1440);
  g_assert_finalize_object (hours);
}

static MkDateRow *
new_date_row (guint *count)
{
  MkDateRow *row = g_object_ref_sink (
      g_object_new (MK_TYPE_DATE_ROW, "title", "Aftale", "clear-text", "Ingen aftale", NULL));

  g_signal_connect_swapped (row, "edited", G_CALLBACK (count_cb), count);
  return row;
}

static GtkCalendar *
calendar_of (MkDateRow *row)
{
  return GTK_CALENDAR (
      gtk_widget_get_template_child (GTK_WIDGET (row), MK_TYPE_DATE_ROW, "calendar"));
}

static void
test_day_is_chosen_and_taken_away (MkWindow *window)
{
  guint count = 0;
  MkDateRow *row = new_date_row (&count);
  g_autoptr (GDateTime) day = g_date_time_new_local (2026, 12, 9, 0, 0, 0);
  GObject *clear = gtk_widget_get_template_child (GTK_WIDGET (row), MK_TYPE_DATE_ROW, "clear");

  mk_date_row_set_day (row, "2026-12-03");
  g_assert_cmpuint (count, ==, 0);
  gtk_calendar_select_day (calendar_of (row), day);
  g_assert_cmpstr (mk_date_row_get_day (row), ==, "2026-12-09");
  g_assert_cmpuint (count, ==, 1);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (clear)));
  g_signal_emit_by_name (clear, "clicked");
  g_assert_null (mk_date_row_get_day (row));
  g_assert_cmpuint (count, ==, 2);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (clear)));
  g_assert_finalize_object (row);
}

/* A click, where the calendar itself says nothing. */
static void
click_on (GtkWidget *calendar,
          GtkWidget *at)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (calendar);
  graphene_point_t middle = GRAPHENE_POINT_INIT ((float) gtk_widget_get_width (at) / 2,
                                                 (float) gtk_widget_get_height (at) / 2);
  graphene_point_t point;

  g_assert_true (gtk_widget_compute_point (at, calendar, &middle, &point));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "released", 1, (double) point.x, (double) point.y);
    }
}

static gboolean
is_laid_out (gpointer calendar)
{
  return gtk_widget_get_width (calendar) > 0;
}

static void
test_day_that_is_marked_already_can_be_chosen (MkWindow *window)
{
  guint count = 0;
  MkDateRow *row = new_date_row (&count);
  AdwDialog *dialog = adw_dialog_new ();
  g_autoptr (GDateTime) marked = NULL;
  g_autofree char *day = NULL, *number = NULL;

  adw_dialog_set_child (dialog, GTK_WIDGET (row));
  adw_dialog_present (dialog, GTK_WIDGET (window));
  gtk_menu_button_popup (GTK_MENU_BUTTON (
      gtk_widget_get_template_child (GTK_WIDGET (row), MK_TYPE_DATE_ROW, "button")));
  mk_app_test_wait (is_laid_out, calendar_of (row));
  marked = gtk_calendar_get_date (calendar_of (row));
  day = g_date_time_format (marked, "%Y-%m-%d");
  number = g_strdup_printf ("%d", g_date_time_get_day_of_month (marked));
  click_on (GTK_WIDGET (calendar_of (row)),
            mk_app_test_find_text (GTK_WIDGET (calendar_of (row)), number));
  g_assert_cmpstr (mk_date_row_get_day (row), ==, day);
  g_assert_cmpuint (count, ==, 1);
  adw_dialog_force_close (dialog);
  g_object_unref (row);
}

static void
toggle (MkFaces *faces,
        guint    score)
{
  g_autofree char *name = g_strdup_printf ("face_%u", score);
  GObject *face = gtk_widget_get_template_child (GTK_WIDGET (faces), MK_TYPE_FACES, name);

  g_signal_emit_by_name (face, "clicked");
}

static void
test_face_can_be_taken_back (MkWindow *window)
{
  MkFaces *faces = g_object_ref_sink (g_object_new (MK_TYPE_FACES, NULL));
  guint count = 0;

  g_signal_connect_swapped (faces, "edited", G_CALLBACK (count_cb), &count);
  g_assert_cmpuint (mk_faces_get_score (faces), ==, 0);
  toggle (faces, 4);
  g_assert_cmpuint (mk_faces_get_score (faces), ==, 4);
  toggle (faces, 2);
  g_assert_cmpuint (mk_faces_get_score (faces), ==, 2);
  toggle (faces, 2);
  g_assert_cmpuint (mk_faces_get_score (faces), ==, 0);
  g_assert_cmpuint (count, ==, 3);
  mk_faces_set_score (faces, 5);
  g_assert_cmpuint (count, ==, 3);
  g_assert_finalize_object (faces);
}

static void
test_moment_is_chosen (MkWindow *window)
{
  MkMomentPopover *popover = g_object_ref_sink (g_object_new (MK_TYPE_MOMENT_POPOVER, NULL));
  GObject *time =
      gtk_widget_get_template_child (GTK_WIDGET (popover), MK_TYPE_MOMENT_POPOVER, "time");
  guint count = 0;

  g_signal_connect_swapped (popover, "edited", G_CALLBACK (count_cb), &count);
  mk_moment_popover_set_moment (popover, "2026-12-03T11:05:09+01:00");
  g_assert_cmpuint (count, ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (time)), ==, "11.05");

  gtk_editable_set_text (GTK_EDITABLE (time), "9:30");
  g_assert_cmpstr (mk_moment_popover_get_moment (popover), ==, "2026-12-03T09:30:00+01:00");
  gtk_editable_set_text (GTK_EDITABLE (time), "25.00");
  g_assert_cmpstr (mk_moment_popover_get_moment (popover), ==, "2026-12-03T09:30:00+01:00");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (time), "error"));
  g_assert_finalize_object (popover);
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/widgets/every-template-can-be-made", test_every_template_can_be_made);
  mk_app_test_add ("/widgets/hours-are-read-as-typed", test_hours_are_read_as_typed);
  mk_app_test_add ("/widgets/hours-go-by-quarters", test_hours_go_by_quarters);
  mk_app_test_add ("/widgets/day-is-chosen-and-taken-away", test_day_is_chosen_and_taken_away);
  mk_app_test_add ("/widgets/day-that-is-marked-already-can-be-chosen",
                   test_day_that_is_marked_already_can_be_chosen);
  mk_app_test_add ("/widgets/face-can-be-taken-back", test_face_can_be_taken_back);
  mk_app_test_add ("/widgets/moment-is-chosen", test_moment_is_chosen);
  return g_test_run ();
}
