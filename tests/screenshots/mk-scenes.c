/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-scenes.h"

#include "arrangement/mk-plan-day-row.h"
#include "backup/mk-restore-page.h"
#include "check-in/mk-check-in-dialog.h"
#include "check-in/mk-check-in-saving.h"
#include "check-in/mk-moment-popover.h"
#include "check-in/mk-more-form.h"
#include "demo/mk-demo.h"
#include "exchange/mk-exchange-page.h"
#include "exchange/mk-fetch-flow.h"
#include "exchange/mk-send-flow.h"
#include "mk-app-test.h"
#include "mk-backup-folder.h"
#include "mk-backup.h"
#include "mk-clock.h"
#include "mk-post-scenes.h"
#include "mk-store-files.h"
#include "placement/mk-placement-head.h"
#include "preferences/mk-backup-page.h"
#include "preferences/mk-person-page.h"
#include "preferences/mk-preferences-dialog.h"
#include "records/mk-assignment.h"
#include "records/mk-phase.h"
#include "search/mk-search-page.h"
#include "start/mk-first-page.h"
#include "start/mk-first-run.h"
#include "start/mk-new-lock-page.h"
#include "start/mk-package-page.h"
#include "start/mk-start.h"
#include "start/mk-unlock-page.h"
#include "week/mk-week-row.h"
#include "widgets/mk-hours-entry.h"
#include "widgets/mk-scale.h"

#include <string.h>

#define PASSPHRASE "en lille opdigtet kode"

/* The invented workplace */

static GtkWidget *
dialog_of (MkWindow *window)
{
  return GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
}

static gboolean
has_dialog (gpointer window)
{
  return dialog_of (window) != NULL;
}

static void
write_check_in (MkWindow   *window,
                const char *attendance)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.check-in", "(ss)", MK_DEMO_MIA, attendance);
  mk_app_test_wait (has_dialog, window);
}

static void
set_up_check_in (MkWindow *window)
{
  GtkWidget *note;

  write_check_in (window, MK_ATTENDANCE_MET);
  note = mk_app_test_find (dialog_of (window), GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)),
      "Hun ringede selv i går og aftalte, at hun tager pause med holdet kl. 10.", -1);
}

/* What lies further down, with all that the form warns of. */
static void
set_up_warnings (MkWindow *window)
{
  GtkWidget *dialog, *scroller, *note;
  GtkAdjustment *adjustment;

  write_check_in (window, MK_ATTENDANCE_ABSENT);
  dialog = dialog_of (window);
  note = mk_app_test_find (dialog, GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)), "Ring til 010101-0000",
                            -1);
  adw_switch_row_set_active (ADW_SWITCH_ROW (mk_app_test_find (dialog, ADW_TYPE_SWITCH_ROW)), TRUE);
  mk_app_test_settle ();
  scroller = mk_app_test_find (dialog, GTK_TYPE_SCROLLED_WINDOW);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

static void
set_up_absent (MkWindow *window)
{
  write_check_in (window, MK_ATTENDANCE_ABSENT);
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

  write_check_in (window, MK_ATTENDANCE_MET);
  dialog = dialog_of (window);
  adw_expander_row_set_expanded (
      ADW_EXPANDER_ROW (mk_app_test_find (dialog, ADW_TYPE_EXPANDER_ROW)), TRUE);
  adw_toggle_group_set_active_name (
      ADW_TOGGLE_GROUP (mk_app_test_find (dialog, ADW_TYPE_TOGGLE_GROUP)), "both");
  return dialog;
}

static void
set_up_more (MkWindow *window)
{
  scroll_to (open_more (window), 0.45);
}

/* The rest of it, half answered, and with a place in the team. */
static void
set_up_team (MkWindow *window)
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
  return mk_app_test_find_text (dialog_of (window), "Gemt som kladde kl.\u00a011.05") != NULL;
}

static void
set_up_kept (MkWindow *window)
{
  set_up_check_in (window);
  mk_app_test_wait (has_kept, window);
}

/* A day that has not come, and hours that no day has. */
static void
set_up_impossible (MkWindow *window)
{
  g_autoptr (GDateTime) tomorrow = g_date_time_new_local (2026, 12, 4, 0, 0, 0);
  GtkWidget *dialog, *popover, *hours;
  GObject *calendar;

  write_check_in (window, MK_ATTENDANCE_MET);
  dialog = dialog_of (window);
  popover = mk_app_test_find (dialog, MK_TYPE_MOMENT_POPOVER);
  calendar = gtk_widget_get_template_child (popover, MK_TYPE_MOMENT_POPOVER, "calendar");
  gtk_calendar_select_day (GTK_CALENDAR (calendar), tomorrow);
  hours = mk_app_test_find (dialog, MK_TYPE_HOURS_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (mk_app_test_find (hours, GTK_TYPE_ENTRY)), "25 t");
}

/* What is arranged */

static void
set_up_arrangement (MkWindow *window)
{
  GtkWidget *dialog, *row;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.arrange", "s", MK_DEMO_MIA);
  mk_app_test_wait (has_dialog, window);
  dialog = dialog_of (window);
  row = mk_app_test_find (dialog, MK_TYPE_PLAN_DAY_ROW);
  mk_plan_day_row_set (MK_PLAN_DAY_ROW (row), "08:00", "11:00");
  row = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (row));
  mk_plan_day_row_set (MK_PLAN_DAY_ROW (row), "11:30", "08:00");
  adw_combo_row_set_selected (ADW_COMBO_ROW (mk_app_test_find (dialog, ADW_TYPE_COMBO_ROW)), 4);
}

static void
set_up_name_here (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.name-here", "s", MK_DEMO_MIA);
  mk_app_test_wait (has_dialog, window);
}

static gboolean
has_week (gpointer window)
{
  return mk_app_test_find (dialog_of (window), MK_TYPE_WEEK_ROW) != NULL;
}

static void
set_up_week (MkWindow *window)
{
  GtkWidget *row;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.write-week", "s", MK_DEMO_MIA);
  mk_app_test_wait (has_dialog, window);
  mk_app_test_wait (has_week, window);
  row = mk_app_test_find (dialog_of (window), MK_TYPE_WEEK_ROW);
  mk_week_row_confirm (MK_WEEK_ROW (row), MK_ATTENDANCE_LATE, 150);
  row = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (row));
  mk_week_row_confirm (MK_WEEK_ROW (gtk_widget_get_next_sibling (row)), MK_ATTENDANCE_ABSENT, 180);
}

/* The page of this day */

static GtkWidget *
today_page (MkWindow *window)
{
  return mk_app_test_find (GTK_WIDGET (window), g_type_from_name ("MkTodayPage"));
}

static void
set_up_today_rest (MkWindow *window)
{
  GtkWidget *page = today_page (window);
  GtkWidget *scroller = mk_app_test_find (page, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  gtk_expander_set_expanded (GTK_EXPANDER (mk_app_test_find (page, GTK_TYPE_EXPANDER)), TRUE);
  mk_app_test_settle ();
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

static void
refresh (MkWindow *window)
{
  mk_workplace_refresh (mk_shell_get_workplace (mk_window_get_shell (window)));
  for (int i = 0; i < 5; i++)
    mk_app_test_settle ();
}

static void
set_up_today_nobody (MkWindow *window)
{
  gtk_widget_activate_action (today_page (window), "today.seen", NULL);
  mk_clock_set ("2026-12-05T09:00:00+01:00", NULL);
  refresh (window);
}

static void
set_up_today_trouble (MkWindow *window)
{
  mk_workplace_close (mk_shell_get_workplace (mk_window_get_shell (window)));
  refresh (window);
}

static void
set_up_only (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-only", "s", MK_DEMO_MIA);
  mk_app_test_settle ();
}

static gboolean
has_rows (gpointer window)
{
  GtkWidget *list = mk_app_test_find (GTK_WIDGET (mk_window_get_shell (window)),
                                      g_type_from_name ("MkPlacementPage"));

  return mk_app_test_find (list, g_type_from_name ("MkTimelineRow")) != NULL;
}

static void
set_up_placement (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-placement", "s", MK_DEMO_MIA);
  mk_app_test_wait (has_rows, window);
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
static void
set_up_odd (MkWindow *window)
{
  set_up_placement (window);
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

static void
set_up_log_phase (MkWindow *window)
{
  mk_app_test_on_store (window, save_others, NULL);
  set_up_placement (window);
  for (int i = 0; i < 5; i++)
    mk_app_test_settle ();
}

static void
set_up_log_none (MkWindow *window)
{
  GtkWidget *head;

  set_up_placement (window);
  head = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_PLACEMENT_HEAD);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_template_child (
                                    head, MK_TYPE_PLACEMENT_HEAD, "help_button")),
                                TRUE);
  for (int i = 0; i < 5; i++)
    mk_app_test_settle ();
}

static void
set_up_log_empty (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-placement", "s",
                              "7ad19922-0e14-434b-a118-e0677341c6f3");
  for (int i = 0; i < 5; i++)
    mk_app_test_settle ();
}

static void
set_up_log_problem (MkWindow *window)
{
  MkWorkplace *workplace = mk_shell_get_workplace (mk_window_get_shell (window));

  mk_store_close (mk_workplace_get_store (workplace));
  set_up_log_empty (window);
}

static void
set_up_print (MkWindow *window)
{
  set_up_placement (window);
  gtk_widget_activate_action (mk_app_test_find (GTK_WIDGET (window),
                                                g_type_from_name ("MkPlacementPage")),
                              "placement.print-week", NULL);
  mk_app_test_wait (has_dialog, window);
}

static void
set_up_search (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  mk_app_test_settle ();
}

static void
search_for (MkWindow   *window,
            const char *text)
{
  set_up_search (window);
  mk_search_page_search (
      MK_SEARCH_PAGE (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_SEARCH_PAGE)), text);
  for (int i = 0; i < 12; i++)
    mk_app_test_settle ();
}

static void
set_up_search_found (MkWindow *window)
{
  search_for (window, "va");
}

static void
set_up_search_none (MkWindow *window)
{
  search_for (window, "brandøvelse");
}

static void
set_up_sidebar (MkWindow *window)
{
  GtkWidget *split_view = mk_app_test_find (GTK_WIDGET (window), ADW_TYPE_NAVIGATION_SPLIT_VIEW);

  adw_navigation_split_view_set_show_content (ADW_NAVIGATION_SPLIT_VIEW (split_view), FALSE);
}

static void
set_up_choose (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-check-in", NULL);
  mk_app_test_wait (has_dialog, window);
}

static void
set_up_shortcuts (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.shortcuts", NULL);
  mk_app_test_wait (has_dialog, window);
}

/* A toast as it stands after saving. */
static gboolean
has_no_dialog (gpointer window)
{
  return dialog_of (window) == NULL;
}

static void
set_up_saved (MkWindow *window)
{
  write_check_in (window, MK_ATTENDANCE_MET);
  gtk_widget_activate_action (dialog_of (window), "check-in.save", NULL);
  mk_app_test_wait (has_no_dialog, window);
}

static char *
write_file (const char *name,
            const char *text)
{
  char *path = g_build_filename (g_get_tmp_dir (), name, NULL);
  g_autoptr (GError) error = NULL;

  if (text != NULL)
    g_file_set_contents (path, text, -1, &error);
  else
    mk_demo_write_package (path, &error);
  g_assert_no_error (error);
  return path;
}

/* One that was fetched before, and one that is none. */
static void
set_up_fetched (MkWindow *window)
{
  g_autofree char *known = write_file ("makker-3b83fa44-d9398bd6-000001.json", NULL);
  g_autofree char *broken = write_file ("ferieplan.json", "{ \"uge\": 29 ");
  const char *files[] = { known, broken, NULL };
  MkShell *shell = mk_window_get_shell (window);

  mk_fetch_flow_take (GTK_WIDGET (shell), mk_shell_get_workplace (shell), files);
  mk_app_test_wait (has_dialog, window);
}

/* From an authority that is not known yet. */
static void
set_up_question (MkWindow *window)
{
  g_autofree char *path = write_file ("makker-3b83fa44-d9398bd6-000001.json", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *other = NULL;
  g_autofree char *file = NULL;
  MkShell *shell = mk_window_get_shell (window);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  parts = g_strsplit (text, "3b83fa44", -1);
  other = g_strjoinv ("4c83fa44", parts);
  file = write_file ("startpakke.json", other);
  mk_fetch_flow_take (GTK_WIDGET (shell), mk_shell_get_workplace (shell),
                      (const char *[]) { file, NULL });
  mk_app_test_wait (has_dialog, window);
}

/* The correspondence */

static void
set_up_exchange (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-exchange", NULL);
}

static void
close_dialog (MkWindow *window)
{
  adw_dialog_force_close (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  mk_app_test_settle ();
}

static void
send_all (MkWindow *window)
{
  g_autofree char *folder = g_dir_make_tmp ("makker-sent-XXXXXX", NULL);

  set_up_exchange (window);
  mk_app_test_settle ();
  mk_send_flow_to (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_EXCHANGE_PAGE),
                   mk_shell_get_workplace (mk_window_get_shell (window)), folder, NULL, 0);
  mk_app_test_wait (has_dialog, window);
  mk_demo_remove (folder);
}

static void
set_up_exchange_empty (MkWindow *window)
{
  send_all (window);
  close_dialog (window);
}

static void
set_up_exchange_preview (MkWindow *window)
{
  set_up_exchange (window);
  mk_app_test_settle ();
  gtk_widget_activate_action (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_EXCHANGE_PAGE),
                              "exchange.preview", NULL);
  mk_app_test_wait (has_dialog, window);
  for (int i = 0; i < 5; i++)
    mk_app_test_settle ();
}

/* A later one of the authority's packages comes before its turn, and a note looks like a number. */
static void
set_up_exchange_problem (MkWindow *window)
{
  g_autofree char *path = write_file ("makker-3b83fa44-d9398bd6-000001.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) later = NULL;
  g_autofree char *file = NULL;
  GtkWidget *note;
  MkShell *shell = mk_window_get_shell (window);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  later = g_string_new (text);
  g_string_replace (later, "497646dc", "597646dc", 0);
  g_string_replace (later, "\"loebenummer\": 1", "\"loebenummer\": 9", 0);
  g_string_replace (later, "\"forrigeSha256\": null",
                    "\"forrigeSha256\": "
                    "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"",
                    0);
  file = write_file ("makker-3b83fa44-d9398bd6-000009.json", later->str);
  write_check_in (window, MK_ATTENDANCE_MET);
  note = mk_app_test_find (dialog_of (window), GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)), "Ring til 010101-0000",
                            -1);
  adw_switch_row_set_active (
      ADW_SWITCH_ROW (mk_app_test_find (dialog_of (window), ADW_TYPE_SWITCH_ROW)), TRUE);
  gtk_widget_activate_action (dialog_of (window), "check-in.save", NULL);
  mk_app_test_wait (has_no_dialog, window);
  mk_fetch_flow_take (GTK_WIDGET (shell), mk_shell_get_workplace (shell),
                      (const char *[]) { file, NULL });
  mk_app_test_wait (has_dialog, window);
  close_dialog (window);
  set_up_exchange (window);
}

/* Other stores */

static void
make_store (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  g_autoptr (MkDatabase) database = mk_store_files_create (folder, PASSPHRASE, &code, &error);
  MkInstallation self = { .id = (char *) "7df4eb9b-339c-41f6-a6f3-49e51b9c3ce2",
                          .role = MK_ROLE_LEADER,
                          .name = (char *) "Anna",
                          .company = (char *) "Eksempelbutikken ApS" };

  g_assert_no_error (error);
  g_assert_true (mk_installation_insert (database, &self, &error));
}

static void
make_foreign (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "makker.db", NULL);

  g_assert_true (g_file_set_contents (path, "SQLite format 3", 16, NULL));
}

static void
type_into (GtkWidget  *page,
           GType       type,
           const char *name,
           const char *text)
{
  GObject *row = gtk_widget_get_template_child (page, type, name);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
unlock_with (MkWindow   *window,
             const char *passphrase)
{
  GtkWidget *page = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_UNLOCK_PAGE);

  type_into (page, MK_TYPE_UNLOCK_PAGE, "passphrase", passphrase);
  g_signal_emit_by_name (page, "unlock");
}

static gboolean
has_told (gpointer window)
{
  GtkWidget *page = mk_app_test_find (window, MK_TYPE_UNLOCK_PAGE);

  return gtk_widget_get_visible (
      GTK_WIDGET (gtk_widget_get_template_child (page, MK_TYPE_UNLOCK_PAGE, "trouble")));
}

static void
set_up_wrong (MkWindow *window)
{
  unlock_with (window, "en anden kode");
  mk_app_test_wait (has_told, window);
}

static gboolean
asks_for_package (gpointer window)
{
  GtkWidget *page = mk_app_test_find (window, MK_TYPE_PACKAGE_PAGE);

  return page != NULL && gtk_widget_get_mapped (page);
}

static void
set_up_package (MkWindow *window)
{
  unlock_with (window, PASSPHRASE);
  mk_app_test_wait (asks_for_package, window);
}

static void
set_up_empty (MkWindow *window)
{
  set_up_package (window);
  g_signal_emit_by_name (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_PACKAGE_PAGE), "later");
  mk_app_test_wait_for_shell (window);
}

/* The first run */

static gboolean
has_code (gpointer window)
{
  GtkWidget *first_run = mk_app_test_find (window, MK_TYPE_FIRST_RUN);
  GObject *stack = gtk_widget_get_template_child (first_run, MK_TYPE_FIRST_RUN, "stack");

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "code") == 0;
}

static void
click (MkWindow   *window,
       GType       type,
       const char *name)
{
  GtkWidget *page = mk_app_test_find (GTK_WIDGET (window), type);

  g_signal_emit_by_name (gtk_widget_get_template_child (page, type, name), "clicked");
}

static void
set_up_first_wrong (MkWindow *window)
{
  click (window, MK_TYPE_FIRST_PAGE, "next");
}

static void
set_up_first_leader (MkWindow *window)
{
  GtkWidget *page = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_FIRST_PAGE);

  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (gtk_widget_get_template_child (page, MK_TYPE_FIRST_PAGE, "leader")), TRUE);
  type_into (page, MK_TYPE_FIRST_PAGE, "name", "Anna");
  type_into (page, MK_TYPE_FIRST_PAGE, "company", "Eksempelbutikken ApS");
  type_into (page, MK_TYPE_FIRST_PAGE, "cvr_number", "12345678");
  click (window, MK_TYPE_FIRST_PAGE, "next");
}

static void
set_up_lock_page (MkWindow *window)
{
  GtkWidget *page = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_FIRST_PAGE);

  type_into (page, MK_TYPE_FIRST_PAGE, "name", "Per");
  click (window, MK_TYPE_FIRST_PAGE, "next");
}

static void
set_up_lock_wrong (MkWindow *window)
{
  GtkWidget *page;

  mk_memory_keyring_set_mood (mk_app_test_keyring (), MK_MEMORY_KEYRING_MISSING);
  set_up_lock_page (window);
  mk_app_test_settle ();
  page = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_NEW_LOCK_PAGE);
  type_into (page, MK_TYPE_NEW_LOCK_PAGE, "passphrase", PASSPHRASE);
  type_into (page, MK_TYPE_NEW_LOCK_PAGE, "repeated", "noget andet");
  click (window, MK_TYPE_NEW_LOCK_PAGE, "create");
  mk_memory_keyring_set_mood (mk_app_test_keyring (), MK_MEMORY_KEYRING_WILLING);
}

static void
set_up_code (MkWindow *window)
{
  set_up_lock_page (window);
  mk_app_test_settle ();
  click (window, MK_TYPE_NEW_LOCK_PAGE, "create");
  mk_app_test_wait (has_code, window);
}

/* Locking */

static void
set_up_locked (MkWindow *window)
{
  set_up_empty (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.lock", NULL);
}

static void
set_up_code_dialog (MkWindow *window)
{
  set_up_empty (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save-recovery-code", NULL);
  mk_app_test_wait (has_dialog, window);
}

static void
set_up_look_around (MkWindow *window)
{
  g_signal_emit_by_name (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_FIRST_PAGE), "look-around");
  mk_app_test_wait_for_shell (window);
}

static void
make_keyring_store (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  MkStoreCreation creation = { .keyring_id = "1f0a6f0e-6b43-4f5c-9a5a-1f8a2b7f0c11",
                               .keyring_secret = "ikke noget i nøgleringen" };
  g_autoptr (MkDatabase) database = mk_store_files_create_full (folder, &creation, &code, &error);

  g_assert_no_error (error);
}

static gboolean
asks_to_unlock (gpointer window)
{
  return gtk_widget_get_mapped (mk_app_test_find (window, MK_TYPE_UNLOCK_PAGE));
}

/* The keyring lost the key. */
static void
set_up_lost_keyring (MkWindow *window)
{
  mk_app_test_wait (asks_to_unlock, window);
}

static void
set_up_keyring (MkWindow *window)
{
  GtkWidget *page;

  mk_app_test_wait (asks_to_unlock, window);
  page = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_UNLOCK_PAGE);
  mk_unlock_page_begin (MK_UNLOCK_PAGE (page), MK_WAY_KEYRING | MK_WAY_RECOVERY);
}

static void
set_up_keyring_busy (MkWindow *window)
{
  set_up_keyring (window);
  mk_unlock_page_set_busy (
      MK_UNLOCK_PAGE (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_UNLOCK_PAGE)), TRUE);
}

/* Preferences and backups */

static void
show_preferences (MkWindow   *window,
                  const char *page)
{
  set_up_empty (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL);
  mk_app_test_wait (has_dialog, window);
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog_of (window)), page);
  mk_app_test_settle ();
}

static void
set_up_preferences (MkWindow *window)
{
  show_preferences (window, "person");
}

static void
set_up_preferences_fault (MkWindow *window)
{
  GtkWidget *page;

  show_preferences (window, "person");
  page = mk_app_test_find (dialog_of (window), MK_TYPE_PERSON_PAGE);
  type_into (page, MK_TYPE_PERSON_PAGE, "cvr_number", "12345678");
  g_signal_emit_by_name (gtk_widget_get_template_child (page, MK_TYPE_PERSON_PAGE, "save"),
                         "clicked");
}

static void
set_up_preferences_lock (MkWindow *window)
{
  show_preferences (window, "lock");
}

static void
set_up_preferences_prompts (MkWindow *window)
{
  show_preferences (window, "prompts");
}

static void
set_up_preferences_exchange (MkWindow *window)
{
  show_preferences (window, "exchange");
}

static gboolean
is_backed_up (gpointer window)
{
  MkBackups *backups = mk_window_get_backups (window);

  return mk_backups_get_last (backups) != NULL && !mk_backups_get_is_busy (backups);
}

static void
set_up_backup (MkWindow *window)
{
  g_autofree char *folder = NULL;

  show_preferences (window, "backup");
  mk_backups_make (mk_window_get_backups (window));
  mk_app_test_wait (is_backed_up, window);
  folder = mk_backups_dup_folder (mk_window_get_backups (window));
  mk_demo_remove (folder);
}

static gboolean
is_half_way (gpointer window)
{
  return mk_backups_get_fraction (mk_window_get_backups (window)) > 0.7;
}

/* So that the picture is taken before the last steps. */
static gpointer
dawdle_func (MkDatabase   *database,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  g_usleep (2 * G_USEC_PER_SEC);
  return NULL;
}

static void
set_up_backup_busy (MkWindow *window)
{
  show_preferences (window, "backup");
  mk_app_test_settle ();
  mk_backups_make (mk_window_get_backups (window));
  mk_app_test_wait (is_half_way, window);
  mk_store_run_async (mk_workplace_get_store (
                          mk_shell_get_workplace (mk_window_get_shell (window))),
                      dawdle_func, NULL, NULL, NULL, MK_STORE_READ, NULL, NULL, NULL);
}

static gboolean
has_failed (gpointer window)
{
  return mk_backups_get_trouble (mk_window_get_backups (window)) != NULL;
}

static void
set_up_backup_away (MkWindow *window)
{
  show_preferences (window, "backup");
  mk_backups_set_folder (mk_window_get_backups (window), "/media/anna/USB-disk/Makker");
  mk_app_test_wait (has_failed, window);
}

static GtkWidget *
backup_page_of (MkWindow *window)
{
  return mk_app_test_find (dialog_of (window), MK_TYPE_BACKUP_PAGE);
}

static gboolean
is_verified (gpointer window)
{
  return ADW_IS_ALERT_DIALOG (dialog_of (window));
}

static void
set_up_backup_verified (MkWindow *window)
{
  MkBackups *backups;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  show_preferences (window, "backup");
  backups = mk_window_get_backups (window);
  mk_backups_make (backups);
  mk_app_test_wait (is_backed_up, window);
  folder = mk_backups_dup_folder (backups);
  path = mk_backup_folder_path (folder, "7df4eb9b", "2026-12-03");
  file = g_file_new_for_path (path);
  mk_backup_page_verify (MK_BACKUP_PAGE (backup_page_of (window)), file);
  mk_app_test_wait (is_verified, window);
  mk_demo_remove (folder);
}

static void
set_up_backup_foreign (MkWindow *window)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/etc/hostname");

  show_preferences (window, "backup");
  mk_backup_page_verify (MK_BACKUP_PAGE (backup_page_of (window)), file);
  mk_app_test_wait (is_verified, window);
}

static void
set_up_restore_question (MkWindow *window)
{
  show_preferences (window, "backup");
  g_signal_emit_by_name (gtk_widget_get_template_child (backup_page_of (window),
                                                        MK_TYPE_BACKUP_PAGE, "restore"),
                         "activated");
  mk_app_test_wait (is_verified, window);
}

static void
set_up_restore (MkWindow *window)
{
  gtk_widget_activate_action (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_START),
                              "start.restore", NULL);
  mk_app_test_wait (has_dialog, window);
}

static GtkWidget *
restore_page_of (MkWindow *window)
{
  return mk_app_test_find (dialog_of (window), MK_TYPE_RESTORE_PAGE);
}

static void
make_backup (const char *folder,
             const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database = NULL;

  make_store (folder);
  database = mk_store_files_open (folder, PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_true (mk_backup_make (database, path, &error));
}

static gboolean
is_settled (gpointer page)
{
  return gtk_widget_get_sensitive (
      GTK_WIDGET (gtk_widget_get_template_child (page, MK_TYPE_RESTORE_PAGE, "restore")));
}

/* With a backup of another store, in a folder of its own. */
static void
restore (MkWindow   *window,
         const char *secret)
{
  g_autofree char *folder = g_dir_make_tmp ("makker-restore-XXXXXX", NULL);
  g_autofree char *store = g_build_filename (folder, "makker", NULL);
  g_autofree char *path =
      g_build_filename (folder, "makker-sikkerhedskopi-7df4eb9b-2026-12-03.makkerkopi", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *page;

  make_backup (store, path);
  set_up_restore (window);
  page = restore_page_of (window);
  mk_restore_page_set_file (MK_RESTORE_PAGE (page), file);
  type_into (page, MK_TYPE_RESTORE_PAGE, "secret", secret);
  g_signal_emit_by_name (gtk_widget_get_template_child (page, MK_TYPE_RESTORE_PAGE, "restore"),
                         "clicked");
  mk_app_test_wait (is_settled, page);
  mk_demo_remove (folder);
}

static void
set_up_restore_wrong (MkWindow *window)
{
  restore (window, "en anden kode");
}

static void
set_up_restore_done (MkWindow *window)
{
  restore (window, PASSPHRASE);
}

static const MkScene scenes[] = {
  { "today", TRUE, NULL, NULL },
  { "today-rest", TRUE, NULL, set_up_today_rest },
  { "today-nobody", TRUE, NULL, set_up_today_nobody },
  { "today-trouble", TRUE, NULL, set_up_today_trouble },
  { "only", TRUE, NULL, set_up_only },
  { "saved", TRUE, NULL, set_up_saved },
  { "sidebar", TRUE, NULL, set_up_sidebar },
  { "placement", TRUE, NULL, set_up_placement },
  { "placement-odd", TRUE, NULL, set_up_odd },
  { "placement-phase", TRUE, NULL, set_up_log_phase },
  { "placement-none", TRUE, NULL, set_up_log_none },
  { "placement-empty", TRUE, NULL, set_up_log_empty },
  { "placement-problem", TRUE, NULL, set_up_log_problem },
  { "print", TRUE, NULL, set_up_print },
  { "search", TRUE, NULL, set_up_search },
  { "search-found", TRUE, NULL, set_up_search_found },
  { "search-none", TRUE, NULL, set_up_search_none },
  { "check-in", TRUE, NULL, set_up_check_in },
  { "check-in-more", TRUE, NULL, set_up_more },
  { "check-in-team", TRUE, NULL, set_up_team },
  { "check-in-kept", TRUE, NULL, set_up_kept },
  { "check-in-impossible", TRUE, NULL, set_up_impossible },
  { "arrangement", TRUE, NULL, set_up_arrangement },
  { "name-here", TRUE, NULL, set_up_name_here },
  { "week", TRUE, NULL, set_up_week },
  { "check-in-absent", TRUE, NULL, set_up_absent },
  { "check-in-warnings", TRUE, NULL, set_up_warnings },
  { "choose", TRUE, NULL, set_up_choose },
  { "fetched", TRUE, NULL, set_up_fetched },
  { "question", TRUE, NULL, set_up_question },
  { "exchange", TRUE, NULL, set_up_exchange },
  { "exchange-sent", TRUE, NULL, send_all },
  { "exchange-empty", TRUE, NULL, set_up_exchange_empty },
  { "exchange-preview", TRUE, NULL, set_up_exchange_preview },
  { "exchange-problem", TRUE, NULL, set_up_exchange_problem },
  { "exchange-many", TRUE, NULL, mk_scene_many },
  { "exchange-troubles", TRUE, NULL, mk_scene_troubles },
  { "exchange-progress", TRUE, NULL, mk_scene_progress },
  { "exchange-in-the-way", TRUE, NULL, mk_scene_in_the_way },
  { "exchange-entry", TRUE, NULL, mk_scene_entry },
  { "exchange-gone", TRUE, NULL, mk_scene_folder_gone },
  { "fetched-mixed", TRUE, NULL, mk_scene_fetched_mixed },
  { "question-removal", TRUE, NULL, mk_scene_removal },
  { "question-epoch", TRUE, NULL, mk_scene_epoch },
  { "question-again", TRUE, NULL, mk_scene_asked_again },
  { "shortcuts", TRUE, NULL, set_up_shortcuts },
  { "first", FALSE, NULL, NULL },
  { "first-wrong", FALSE, NULL, set_up_first_wrong },
  { "first-leader", FALSE, NULL, set_up_first_leader },
  { "first-lock", FALSE, NULL, set_up_lock_page },
  { "first-lock-wrong", FALSE, NULL, set_up_lock_wrong },
  { "first-code", FALSE, NULL, set_up_code },
  { "first-look-around", FALSE, NULL, set_up_look_around },
  { "code-dialog", FALSE, make_store, set_up_code_dialog },
  { "first-package", FALSE, make_store, set_up_package },
  { "locked", FALSE, make_store, set_up_locked },
  { "unlock-keyring", FALSE, make_keyring_store, set_up_keyring },
  { "unlock-keyring-busy", FALSE, make_keyring_store, set_up_keyring_busy },
  { "unlock-keyring-lost", FALSE, make_keyring_store, set_up_lost_keyring },
  { "unlock", FALSE, make_store, NULL },
  { "unlock-wrong", FALSE, make_store, set_up_wrong },
  { "refused", FALSE, make_foreign, NULL },
  { "empty", FALSE, make_store, set_up_empty },
  { "preferences", FALSE, make_store, set_up_preferences },
  { "preferences-fault", FALSE, make_store, set_up_preferences_fault },
  { "preferences-lock", FALSE, make_store, set_up_preferences_lock },
  { "preferences-prompts", FALSE, make_store, set_up_preferences_prompts },
  { "preferences-exchange", FALSE, make_store, set_up_preferences_exchange },
  { "backup", FALSE, make_store, set_up_backup },
  { "backup-busy", FALSE, make_store, set_up_backup_busy },
  { "backup-away", FALSE, make_store, set_up_backup_away },
  { "backup-verified", FALSE, make_store, set_up_backup_verified },
  { "backup-foreign", FALSE, make_store, set_up_backup_foreign },
  { "restore-question", FALSE, make_store, set_up_restore_question },
  { "restore", FALSE, make_store, set_up_restore },
  { "restore-wrong", FALSE, make_store, set_up_restore_wrong },
  { "restore-done", FALSE, make_store, set_up_restore_done },
};

/**
 * mk_scenes_get:
 * @n_scenes: (out): how many there are
 *
 * Returns: (transfer none): what is pictured
 */
const MkScene *
mk_scenes_get (guint *n_scenes)
{
  *n_scenes = G_N_ELEMENTS (scenes);
  return scenes;
}
