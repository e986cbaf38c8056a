/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-placement-scenes.h"

#include "arrangement/mk-plan-day-row.h"
#include "check-in/mk-check-in-saving.h"
#include "demo/mk-demo.h"
#include "mk-app-test.h"
#include "mk-clock.h"
#include "mk-scene-steps.h"
#include "placement/mk-placement-head.h"
#include "records/mk-assignment.h"
#include "records/mk-phase.h"
#include "week/mk-week-row.h"

/* A placement: its page, what is arranged about it, its week and its log. */

void
mk_scene_arrangement (MkWindow *window)
{
  GtkWidget *dialog, *row;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.arrange", "s", MK_DEMO_MIA);
  mk_app_test_wait_for_dialog (window);
  dialog = mk_scene_dialog (window);
  row = mk_app_test_find (dialog, MK_TYPE_PLAN_DAY_ROW);
  mk_plan_day_row_set (MK_PLAN_DAY_ROW (row), "08:00", "11:00");
  row = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (row));
  mk_plan_day_row_set (MK_PLAN_DAY_ROW (row), "11:30", "08:00");
  adw_combo_row_set_selected (ADW_COMBO_ROW (mk_app_test_find (dialog, ADW_TYPE_COMBO_ROW)), 4);
}

void
mk_scene_name_here (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.name-here", "s", MK_DEMO_MIA);
  mk_app_test_wait_for_dialog (window);
}

static gboolean
has_week (gpointer window)
{
  return mk_app_test_find (mk_scene_dialog (window), MK_TYPE_WEEK_ROW) != NULL;
}

void
mk_scene_week (MkWindow *window)
{
  GtkWidget *row;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.write-week", "s", MK_DEMO_MIA);
  mk_app_test_wait_for_dialog (window);
  mk_app_test_wait (has_week, window);
  row = mk_app_test_find (mk_scene_dialog (window), MK_TYPE_WEEK_ROW);
  mk_week_row_confirm (MK_WEEK_ROW (row), MK_ATTENDANCE_LATE, 150);
  row = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (row));
  mk_week_row_confirm (MK_WEEK_ROW (gtk_widget_get_next_sibling (row)), MK_ATTENDANCE_ABSENT, 180);
}

static gboolean
has_rows (gpointer window)
{
  GtkWidget *list = mk_app_test_find (GTK_WIDGET (mk_window_get_shell (window)),
                                      g_type_from_name ("MkPlacementPage"));

  return mk_app_test_find (list, g_type_from_name ("MkTimelineRow")) != NULL;
}

void
mk_scene_placement (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-placement", "s", MK_DEMO_MIA);
  mk_app_test_wait (has_rows, window);
}

/* Past the head, where the log has the whole page. */
void
mk_scene_placement_log (MkWindow *window)
{
  GtkWidget *page, *scroller;

  mk_scene_placement (window);
  page = mk_app_test_find (GTK_WIDGET (window), g_type_from_name ("MkPlacementPage"));
  scroller = mk_app_test_find (page, GTK_TYPE_SCROLLED_WINDOW);
  for (int i = 0; i < 5; i++)
    mk_app_test_settle ();
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
                            900);
  for (int i = 0; i < 5; i++)
    mk_app_test_settle ();
}

static gpointer
save_odd (MkDatabase   *database,
          gpointer      data,
          GCancellable *cancellable,
          GError      **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  const char *texts[] = { NULL, "يوم جيد مع الفريق في المستودع، وأكملت كل شيء بنفسها",
                          "👩‍🍳🧑‍🌾🎉 Fejrede dagen med holdet 🎂" };

  for (int i = 1; lines->len < 9000; i++)
    g_string_append_printf (lines, "Linje %d\n", i);
  texts[0] = lines->str;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *now = mk_clock_text ();
      g_autoptr (MkCheckInDraft) draft =
          mk_check_in_draft_new (MK_DEMO_MIA, "משה אלכסנדר Bartholomæus-Østergård-Kristensen", now,
                                 NULL);
      g_autoptr (MkSaved) saved = NULL;

      g_set_str (&draft->data->attendance, MK_ATTENDANCE_MET);
      g_set_str (&draft->data->note, texts[i]);
      draft->sends_text = TRUE;
      saved = mk_check_in_save (database, draft, error);
      g_assert_nonnull (saved);
    }
  return GINT_TO_POINTER (TRUE);
}

/* A note of thousands of lines, and names and notes that run the other way. */
void
mk_scene_placement_odd (MkWindow *window)
{
  mk_scene_placement (window);
  mk_app_test_on_store (window, save_odd, NULL);
  mk_workplace_refresh (mk_shell_get_workplace (mk_window_get_shell (window)));
  for (int i = 0; i < 5; i++)
    mk_app_test_settle ();
}

/* A phase and a request for help, as a workplace writes them. */
static gpointer
save_others (MkDatabase   *database,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  MkPhaseData phase = { (char *) MK_DEMO_MIA, (char *) MK_PHASE_TRIAL, (char *) "2026-12-01",
                        (char *) "Vi vil gerne lære hinanden at kende på flere opgaver." };
  MkAssignmentData with = { .placement_id = (char *) MK_DEMO_MIA,
                            .name = (char *) "Per",
                            .role = (char *) "buddy",
                            .from_date = (char *) "2026-10-01" };
  g_autoptr (MkSaved) saved = mk_own_record_save (database, &mk_phase_type, NULL, &phase, error);
  g_autoptr (MkSaved) also = mk_own_record_save (database, &mk_assignment_type, NULL, &with, error);

  g_assert_no_error (*error);
  return GINT_TO_POINTER (saved != NULL && also != NULL);
}

void
mk_scene_placement_phase (MkWindow *window)
{
  mk_app_test_on_store (window, save_others, NULL);
  mk_scene_placement (window);
  for (int i = 0; i < 5; i++)
    mk_app_test_settle ();
}

void
mk_scene_placement_none (MkWindow *window)
{
  GtkWidget *head;

  mk_scene_placement (window);
  head = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_PLACEMENT_HEAD);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_template_child (
                                    head, MK_TYPE_PLACEMENT_HEAD, "help_button")),
                                TRUE);
  for (int i = 0; i < 5; i++)
    mk_app_test_settle ();
}

void
mk_scene_placement_empty (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-placement", "s",
                              "7ad19922-0e14-434b-a118-e0677341c6f3");
  for (int i = 0; i < 5; i++)
    mk_app_test_settle ();
}

void
mk_scene_placement_problem (MkWindow *window)
{
  MkWorkplace *workplace = mk_shell_get_workplace (mk_window_get_shell (window));

  mk_store_close (mk_workplace_get_store (workplace));
  mk_scene_placement_empty (window);
}

void
mk_scene_print (MkWindow *window)
{
  mk_scene_placement (window);
  gtk_widget_activate_action (mk_app_test_find (GTK_WIDGET (window),
                                                g_type_from_name ("MkPlacementPage")),
                              "placement.print-week", NULL);
  mk_app_test_wait_for_dialog (window);
}
