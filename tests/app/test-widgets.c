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
  mk_app_test_add ("/widgets/face-can-be-taken-back", test_face_can_be_taken_back);
  mk_app_test_add ("/widgets/moment-is-chosen", test_moment_is_chosen);
  return g_test_run ();
}
