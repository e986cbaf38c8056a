/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-scenes.h"

#include "check-in/mk-check-in-dialog.h"
#include "demo/mk-demo.h"
#include "exchange/mk-exchange-page.h"
#include "exchange/mk-fetch-flow.h"
#include "exchange/mk-send-flow.h"
#include "mk-app-test.h"
#include "mk-post-scenes.h"
#include "mk-store-files.h"
#include "start/mk-first-page.h"
#include "start/mk-start.h"
#include "start/mk-unlock-page.h"

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
set_up_more (MkWindow *window)
{
  GtkWidget *dialog;

  write_check_in (window, MK_ATTENDANCE_MET);
  dialog = dialog_of (window);
  adw_expander_row_set_expanded (
      ADW_EXPANDER_ROW (mk_app_test_find (dialog, ADW_TYPE_EXPANDER_ROW)), TRUE);
  adw_toggle_group_set_active_name (
      ADW_TOGGLE_GROUP (mk_app_test_find (dialog, ADW_TYPE_TOGGLE_GROUP)), "both");
}

static gboolean
has_rows (gpointer window)
{
  GtkWidget *list = mk_app_test_find (GTK_WIDGET (mk_window_get_shell (window)),
                                      g_type_from_name ("MkPlacementPage"));

  return mk_app_test_find (list, g_type_from_name ("MkCheckInRow")) != NULL;
}

static void
set_up_placement (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-placement", "s", MK_DEMO_MIA);
  mk_app_test_wait (has_rows, window);
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

/* The third of the authority's packages comes before the second, and a note looks like a number. */
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
  g_string_replace (later, "\"loebenummer\": 1", "\"loebenummer\": 3", 0);
  g_string_replace (later, "\"forrigeSha256\": null",
                    "\"forrigeSha256\": "
                    "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"",
                    0);
  file = write_file ("makker-3b83fa44-d9398bd6-000003.json", later->str);
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

static void
set_up_empty (MkWindow *window)
{
  unlock_with (window, PASSPHRASE);
  mk_app_test_wait_for_shell (window);
}

static gboolean
has_code (gpointer window)
{
  GtkWidget *start = mk_app_test_find (window, MK_TYPE_START);
  GObject *stack = gtk_widget_get_template_child (start, MK_TYPE_START, "stack");

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "code") == 0;
}

static void
set_up_code (MkWindow *window)
{
  GtkWidget *page = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_FIRST_PAGE);

  type_into (page, MK_TYPE_FIRST_PAGE, "name", "Per");
  type_into (page, MK_TYPE_FIRST_PAGE, "passphrase", PASSPHRASE);
  type_into (page, MK_TYPE_FIRST_PAGE, "repeated", PASSPHRASE);
  g_signal_emit_by_name (page, "create");
  mk_app_test_wait (has_code, window);
}

static const MkScene scenes[] = {
  { "today", TRUE, NULL, NULL },
  { "saved", TRUE, NULL, set_up_saved },
  { "sidebar", TRUE, NULL, set_up_sidebar },
  { "placement", TRUE, NULL, set_up_placement },
  { "check-in", TRUE, NULL, set_up_check_in },
  { "check-in-more", TRUE, NULL, set_up_more },
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
  { "code", FALSE, NULL, set_up_code },
  { "unlock", FALSE, make_store, NULL },
  { "unlock-wrong", FALSE, make_store, set_up_wrong },
  { "refused", FALSE, make_foreign, NULL },
  { "empty", FALSE, make_store, set_up_empty },
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
