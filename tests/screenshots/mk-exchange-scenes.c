/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-exchange-scenes.h"

#include "demo/mk-demo.h"
#include "exchange/mk-exchange-page.h"
#include "exchange/mk-fetch-flow.h"
#include "exchange/mk-send-flow.h"
#include "mk-app-test.h"
#include "mk-check-in-scenes.h"
#include "mk-scene-steps.h"

/* What is fetched, and what is sent. */

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
void
mk_scene_fetched (MkWindow *window)
{
  g_autofree char *known = write_file ("makker-3b83fa44-d9398bd6-000001.json", NULL);
  g_autofree char *broken = write_file ("ferieplan.json", "{ \"uge\": 29 ");
  const char *files[] = { known, broken, NULL };
  MkShell *shell = mk_window_get_shell (window);

  mk_fetch_flow_take (GTK_WIDGET (shell), mk_shell_get_workplace (shell), files);
  mk_app_test_wait_for_dialog (window);
}

/* From an authority that is not known yet. */
void
mk_scene_question (MkWindow *window)
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
  mk_app_test_wait_for_dialog (window);
}

void
mk_scene_exchange (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-exchange", NULL);
}

void
mk_scene_exchange_sent (MkWindow *window)
{
  g_autofree char *folder = g_dir_make_tmp ("makker-sent-XXXXXX", NULL);

  mk_scene_exchange (window);
  mk_app_test_settle ();
  mk_send_flow_to (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_EXCHANGE_PAGE),
                   mk_shell_get_workplace (mk_window_get_shell (window)), folder, NULL, 0);
  mk_app_test_wait_for_dialog (window);
  mk_demo_remove (folder);
}

void
mk_scene_exchange_empty (MkWindow *window)
{
  mk_scene_exchange_sent (window);
  mk_scene_close_dialog (window);
}

void
mk_scene_exchange_preview (MkWindow *window)
{
  mk_scene_exchange (window);
  mk_app_test_settle ();
  gtk_widget_activate_action (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_EXCHANGE_PAGE),
                              "exchange.preview", NULL);
  mk_app_test_wait_for_dialog (window);
  for (int i = 0; i < 5; i++)
    mk_app_test_settle ();
}

/* A later one of the authority's packages comes before its turn, and a note looks like a number. */
void
mk_scene_exchange_problem (MkWindow *window)
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
  mk_scene_write_check_in (window, MK_ATTENDANCE_MET);
  note = mk_app_test_find (mk_scene_dialog (window), GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)), "Ring til 010101-0000",
                            -1);
  adw_switch_row_set_active (
      ADW_SWITCH_ROW (mk_app_test_find (mk_scene_dialog (window), ADW_TYPE_SWITCH_ROW)), TRUE);
  gtk_widget_activate_action (mk_scene_dialog (window), "form.save", NULL);
  mk_app_test_wait_for_no_dialog (window);
  mk_fetch_flow_take (GTK_WIDGET (shell), mk_shell_get_workplace (shell),
                      (const char *[]) { file, NULL });
  mk_app_test_wait_for_dialog (window);
  mk_scene_close_dialog (window);
  mk_scene_exchange (window);
}
