/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-check-in-scenes.h"

#include "check-in/mk-moment-popover.h"
#include "check-in/mk-more-form.h"
#include "demo/mk-demo.h"
#include "mk-app-test.h"
#include "mk-scene-steps.h"
#include "widgets/mk-hours-entry.h"
#include "widgets/mk-scale.h"

/* Writing a check-in. */

/**
 * mk_scene_write_check_in:
 * @window: a window of the invented workplace
 * @attendance: what was answered already
 *
 * Opens the form of a check-in.
 */
void
mk_scene_write_check_in (MkWindow   *window,
                         const char *attendance)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.check-in", "(ss)", MK_DEMO_MIA, attendance);
  mk_app_test_wait_for_dialog (window);
}

void
mk_scene_check_in (MkWindow *window)
{
  GtkWidget *note;

  mk_scene_write_check_in (window, MK_ATTENDANCE_MET);
  note = mk_app_test_find (mk_scene_dialog (window), GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)),
      "Hun ringede selv i går og aftalte, at hun tager pause med holdet kl. 10.", -1);
}

/* What lies further down, with all that the form warns of. */
void
mk_scene_check_in_warnings (MkWindow *window)
{
  GtkWidget *dialog, *scroller, *note;
  GtkAdjustment *adjustment;

  mk_scene_write_check_in (window, MK_ATTENDANCE_ABSENT);
  dialog = mk_scene_dialog (window);
  note = mk_app_test_find (dialog, GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)), "Ring til 010101-0000",
                            -1);
  adw_switch_row_set_active (ADW_SWITCH_ROW (mk_app_test_find (dialog, ADW_TYPE_SWITCH_ROW)), TRUE);
  mk_app_test_settle ();
  scroller = mk_app_test_find (dialog, GTK_TYPE_SCROLLED_WINDOW);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

void
mk_scene_check_in_absent (MkWindow *window)
{
  mk_scene_write_check_in (window, MK_ATTENDANCE_ABSENT);
}

static void
scroll_to (GtkWidget *dialog,
           double     part)
{
  GtkWidget *scroller = mk_app_test_find (dialog, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;

  mk_app_test_settle ();
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) * part);
}

static GtkWidget *
open_more (MkWindow *window)
{
  GtkWidget *dialog;

  mk_scene_write_check_in (window, MK_ATTENDANCE_MET);
  dialog = mk_scene_dialog (window);
  adw_expander_row_set_expanded (
      ADW_EXPANDER_ROW (mk_app_test_find (dialog, ADW_TYPE_EXPANDER_ROW)), TRUE);
  adw_toggle_group_set_active_name (
      ADW_TOGGLE_GROUP (mk_app_test_find (dialog, ADW_TYPE_TOGGLE_GROUP)), "both");
  return dialog;
}

void
mk_scene_check_in_more (MkWindow *window)
{
  scroll_to (open_more (window), 0.45);
}

/* The rest of it, half answered, and with a place in the team. */
void
mk_scene_check_in_team (MkWindow *window)
{
  GtkWidget *dialog = open_more (window);
  GtkWidget *more = mk_app_test_find (dialog, MK_TYPE_MORE_FORM);
  GObject *path = gtk_widget_get_template_child (more, MK_TYPE_MORE_FORM, "path");
  GtkWidget *scale = mk_app_test_find (more, MK_TYPE_SCALE);

  adw_combo_row_set_selected (ADW_COMBO_ROW (path), 3);
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (mk_app_test_find (scale, GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  scroll_to (dialog, 1);
}

static gboolean
has_kept (gpointer window)
{
  return mk_app_test_find_text (mk_scene_dialog (window), "Gemt som kladde kl.\u00a011.05") != NULL;
}

void
mk_scene_check_in_kept (MkWindow *window)
{
  mk_scene_check_in (window);
  mk_app_test_wait (has_kept, window);
}

/* A day that has not come, and hours that no day has. */
void
mk_scene_check_in_impossible (MkWindow *window)
{
  g_autoptr (GDateTime) tomorrow = g_date_time_new_local (2026, 12, 4, 0, 0, 0);
  GtkWidget *dialog, *popover, *hours;
  GObject *calendar;

  mk_scene_write_check_in (window, MK_ATTENDANCE_MET);
  dialog = mk_scene_dialog (window);
  popover = mk_app_test_find (dialog, MK_TYPE_MOMENT_POPOVER);
  calendar = gtk_widget_get_template_child (popover, MK_TYPE_MOMENT_POPOVER, "calendar");
  gtk_calendar_select_day (GTK_CALENDAR (calendar), tomorrow);
  hours = mk_app_test_find (dialog, MK_TYPE_HOURS_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (mk_app_test_find (hours, GTK_TYPE_ENTRY)), "25 t");
}

void
mk_scene_choose (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-check-in", NULL);
  mk_app_test_wait_for_dialog (window);
}

void
mk_scene_saved (MkWindow *window)
{
  mk_scene_write_check_in (window, MK_ATTENDANCE_MET);
  gtk_widget_activate_action (mk_scene_dialog (window), "form.save", NULL);
  mk_app_test_wait_for_no_dialog (window);
}
