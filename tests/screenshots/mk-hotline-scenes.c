/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-hotline-scenes.h"

#include "demo/mk-demo.h"
#include "mk-app-test.h"
#include "mk-clock.h"
#include "mk-start-scenes.h"
#include "exchange/mk-fetch-dialog.h"
#include "hotline/mk-call-dialog.h"
#include "hotline/mk-hotline-qr.h"
#include "hotline/mk-hotline-view.h"
#include "mk-own-records.h"
#include "records/mk-contact-note.h"

/* Whom to call: as a page, in a dialog, out of hours, and where nobody is known. */

void
mk_scene_hotline (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-hotline", NULL);
  mk_app_test_settle ();
}

void
mk_scene_hotline_closed (MkWindow *window)
{
  MkWorkplace *workplace = mk_shell_get_workplace (mk_window_get_shell (window));

  g_assert_true (mk_clock_set ("2026-12-24T09:00:00+01:00", NULL));
  mk_hotline_tick (mk_workplace_get_hotline (workplace));
  mk_scene_hotline (window);
}

void
mk_scene_hotline_dialog (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.hotline", "s", MK_DEMO_MIA);
  mk_app_test_wait_for_dialog (window);
}

void
mk_scene_hotline_empty (MkWindow *window)
{
  mk_scene_empty (window);
  mk_scene_hotline (window);
}

void
mk_scene_wall_sheet (MkWindow *window)
{
  mk_scene_hotline (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.print-hotline", NULL);
  mk_app_test_wait_for_dialog (window);
}

void
mk_scene_notice (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.print-notice", "s", MK_DEMO_MIA);
  mk_app_test_wait_for_dialog (window);
}

void
mk_scene_person (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.print-person", "s", MK_DEMO_MIA);
  mk_app_test_wait_for_dialog (window);
}

void
mk_scene_pocket_card (MkWindow *window)
{
  mk_scene_hotline (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.print-pocket-card", "s", MK_DEMO_MIA);
  mk_app_test_wait_for_dialog (window);
}

void
mk_scene_qr (MkWindow *window)
{
  mk_scene_hotline (window);
  mk_hotline_qr_show (GTK_WIDGET (mk_window_get_shell (window)), "70101097");
  mk_app_test_wait_for_dialog (window);
}

/* What the workplace itself wrote */

static MkWorkplace *
workplace_of (MkWindow *window)
{
  return mk_shell_get_workplace (mk_window_get_shell (window));
}

static gpointer
write_func (MkDatabase   *database,
            gpointer      contact,
            GCancellable *cancellable,
            GError      **error)
{
  MkOwnContactData own = { .name = (char *) "Vagten på lageret",
                           .function = (char *) "Vagthavende",
                           .telephone = (char *) "lokal 47",
                           .description = (char *) "Står ved port 2.",
                           .priority = 3,
                           .confirmed_date = (char *) "2026-10-20" };
  MkContactNoteData note = { .contact_id = contact, .note = (char *) "Tryk 2 for virksomheder." };
  MkCallData call = { .contact_name = (char *) "Akut-telefonen",
                      .telephone = (char *) "70 10 10 99",
                      .moment = (char *) "2026-12-02T13:40:00+01:00",
                      .author = (char *) "Per",
                      .placement_id = (char *) MK_DEMO_MIA,
                      .outcome = (char *) MK_CALL_CALLS_BACK,
                      .note = (char *) "De ringer tilbage om mødetiderne.",
                      .follow_up_date = (char *) "2026-12-03",
                      .followed_up = MK_ABSENT };

  own.opening_hours = g_ptr_array_new ();
  mk_saved_free (mk_own_record_save (database, &mk_own_contact_type, NULL, &own, NULL));
  mk_saved_free (mk_own_record_save (database, &mk_contact_note_type, NULL, &note, NULL));
  mk_saved_free (mk_own_record_save (database, &mk_call_type, NULL, &call, NULL));
  g_ptr_array_unref (own.opening_hours);
  return contact;
}

static const MkHotlineLine *
first_line (MkWindow *window)
{
  g_autoptr (GPtrArray) turns =
      mk_hotline_list (mk_workplace_get_hotline (workplace_of (window)), NULL);

  return ((const MkHotlineTurn *) g_ptr_array_index (turns, 0))->line;
}

static void
write_own (MkWindow *window)
{
  g_autofree char *contact = g_strdup (first_line (window)->id);

  mk_app_test_on_store (window, write_func, contact);
  mk_workplace_refresh (workplace_of (window));
  mk_app_test_wait_for_counting (window);
}

void
mk_scene_hotline_own (MkWindow *window)
{
  write_own (window);
  mk_scene_hotline (window);
}

/* All of them have gone unconfirmed for long. */
void
mk_scene_hotline_old (MkWindow *window)
{
  write_own (window);
  g_assert_true (mk_clock_set ("2027-03-03T11:05:00+01:00", NULL));
  mk_hotline_tick (mk_workplace_get_hotline (workplace_of (window)));
  mk_scene_hotline (window);
}

void
mk_scene_call_today (MkWindow *window)
{
  GtkWidget *prompt, *viewport;

  write_own (window);
  prompt = mk_app_test_find_text (GTK_WIDGET (window), "Følg op på opkaldet til Akut-telefonen");
  viewport = gtk_widget_get_ancestor (prompt, GTK_TYPE_VIEWPORT);
  gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), prompt, NULL);
  mk_app_test_settle ();
}

void
mk_scene_call_log (MkWindow *window)
{
  write_own (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-placement", "s", MK_DEMO_MIA);
  mk_app_test_wait_for_counting (window);
}

static void
activate_in_view (MkWindow   *window,
                  const char *action,
                  const char *key)
{
  GtkWidget *view;

  mk_scene_hotline (window);
  view = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_HOTLINE_VIEW);
  gtk_widget_activate_action (view, action, key != NULL ? "s" : NULL, key);
  mk_app_test_wait_for_dialog (window);
}

void
mk_scene_call (MkWindow *window)
{
  activate_in_view (window, "hotline.note", first_line (window)->key);
}

void
mk_scene_call_no_answer (MkWindow *window)
{
  AdwDialog *dialog;

  mk_scene_call (window);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_widget_get_template_child (
                                   GTK_WIDGET (dialog), MK_TYPE_CALL_DIALOG, "no_answer")),
                               TRUE);
  mk_workplace_flush_drafts (workplace_of (window));
  mk_app_test_wait_for_counting (window);
}

void
mk_scene_contact_note (MkWindow *window)
{
  activate_in_view (window, "hotline.write-note", first_line (window)->key);
}

void
mk_scene_own_contact (MkWindow *window)
{
  activate_in_view (window, "hotline.add", NULL);
}

void
mk_scene_own_contact_hours (MkWindow *window)
{
  AdwDialog *dialog;

  mk_scene_own_contact (window);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  adw_switch_row_set_active (
      ADW_SWITCH_ROW (mk_app_test_find (GTK_WIDGET (dialog), ADW_TYPE_SWITCH_ROW)), TRUE);
  mk_app_test_settle ();
}

static gboolean
has_numbers (gpointer window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (window);

  return MK_IS_FETCH_DIALOG (dialog) &&
         !mk_hotline_is_empty (mk_workplace_get_hotline (workplace_of (window)));
}

/* Where the first run ends. */
void
mk_scene_first_numbers (MkWindow *window)
{
  g_autofree char *folder = g_dir_make_tmp ("makker-package-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "makker-3b83fa44-d9398bd6-000001.json", NULL);
  GtkWidget *yes;

  g_assert_true (mk_demo_write_package (path, NULL));
  mk_scene_empty (window);
  mk_window_fetch (window, (const char *[]) { path, NULL });
  yes = mk_app_test_find_text (GTK_WIDGET (mk_app_test_wait_for_dialog (window)), "Ja, hent");
  g_signal_emit_by_name (gtk_widget_get_ancestor (yes, GTK_TYPE_BUTTON), "clicked");
  mk_app_test_wait (has_numbers, window);
  mk_app_test_wait_for_counting (window);
  mk_demo_remove (folder);
}
