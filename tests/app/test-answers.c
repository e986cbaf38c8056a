/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-sending-test.h"

#include "demo/mk-demo.h"
#include "exchange/mk-fetch-flow.h"
#include "mk-authority.h"

#include <glib/gstdio.h>
#include <string.h>

/* What the other end answers */

static void
take_answer (MkWindow   *window,
             const char *file,
             const char *rest)
{
  g_autoptr (MkAuthority) authority = mk_authority_new (window);
  g_autofree char *receipt = mk_authority_receipt (file, rest);
  g_autofree char *path = mk_authority_write (authority, 1, receipt);
  MkShell *shell = mk_window_get_shell (window);

  mk_fetch_flow_take (GTK_WIDGET (shell), mk_sending_test_workplace (window),
                      (const char *[]) { path, NULL });
  mk_sending_test_close_dialog (window);
}

static void
test_refused_package (MkWindow *window)
{
  g_autofree char *path = mk_sending_test_send_to_new_folder (window);
  g_autofree char *folder = g_path_get_dirname (path);
  const MkPostLine *line;

  take_answer (window, path, "\"afvist\",\"kode\":\"version\",\"grund\":\"For ny.\"");
  line = mk_sending_test_line (mk_correspondence_get_problems (mk_sending_test_post (window)), 0);
  g_assert_cmpstr (line->title, ==, "Jobcenter Eksempelby kunne ikke tage imod pakke 4");
  g_assert_true (g_str_has_prefix (line->detail, "For ny. "));
  g_assert_cmpstr (line->button, ==, "Send igen…");
  g_assert_cmpuint (
      g_list_model_get_n_items (mk_correspondence_get_sent (mk_sending_test_post (window))), ==, 1);
  mk_sending_test_empty_folder (folder);
}

/* A list that has no room for all says how many it leaves out. */
static void
test_older_are_counted (MkWindow *window)
{
  g_autoptr (MkAuthority) authority = mk_authority_new (window);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) files = NULL;
  GListModel *received = mk_correspondence_get_received (mk_sending_test_post (window));
  guint n_before = g_list_model_get_n_items (received);
  g_autofree char *title = g_strdup_printf ("… og %u ældre", n_before + 5);

  g_assert_cmpuint (n_before, <, 20);
  for (guint i = 0; i < 25; i++)
    g_strv_builder_take (builder, mk_authority_write (authority, 0, ""));
  files = g_strv_builder_end (builder);
  mk_fetch_flow_take (GTK_WIDGET (mk_window_get_shell (window)), mk_sending_test_workplace (window),
                      (const char *const *) files);
  mk_sending_test_close_dialog (window);
  g_assert_cmpuint (g_list_model_get_n_items (received), ==, 21);
  g_assert_cmpstr (mk_sending_test_line (received, 19)->state, !=, NULL);
  g_assert_cmpstr (mk_sending_test_line (received, 20)->title, ==, title);
}

static gboolean
is_empty (gpointer list)
{
  return g_list_model_get_n_items (list) == 0;
}

/* What would be refused again is sent in a new epoch, after a yes. */
static void
assert_begins_anew (MkWindow   *window,
                    const char *code)
{
  g_autofree char *rest =
      g_strdup_printf ("\"afvist\",\"kode\":\"%s\",\"grund\":\"Erstattet.\"", code);
  g_autofree char *path = mk_sending_test_send_to_new_folder (window);
  g_autofree char *folder = g_path_get_dirname (path);
  GListModel *problems = mk_correspondence_get_problems (mk_sending_test_post (window));
  GtkWidget *page;
  const MkPostLine *line;

  take_answer (window, path, rest);
  line = mk_sending_test_line (problems, 0);
  g_assert_cmpstr (line->button, ==, "Begynd forfra…");
  g_assert_true (g_str_has_prefix (line->detail, "Erstattet. "));
  page = mk_sending_test_show_page (window);
  gtk_widget_activate_action (page, line->action, "(ss)", MK_AUTHORITY_KNOWN,
                              "Jobcenter Eksempelby");
  mk_sending_test_assert_heading (window, "Begynde forfra?", "Tal med Jobcenter Eksempelby først.");
  mk_sending_test_press (window, "Annullér");
  mk_app_test_wait_for_no_dialog (window);
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 1);
  gtk_widget_activate_action (page, line->action, "(ss)", MK_AUTHORITY_KNOWN,
                              "Jobcenter Eksempelby");
  mk_app_test_wait_for_dialog (window);
  mk_sending_test_press (window, "Begynd forfra");
  mk_app_test_wait (is_empty, problems);
  mk_sending_test_assert_heading (window, "Alt er klar til at blive sendt", "Send…");
  mk_sending_test_close_dialog (window);
  g_assert_cmpuint (mk_correspondence_get_n_ready (mk_sending_test_post (window)), >, 1);
  mk_sending_test_empty_folder (folder);
}

static void
test_refused_epoch (MkWindow *window)
{
  assert_begins_anew (window, "epoke");
}

static void
test_refused_chain (MkWindow *window)
{
  assert_begins_anew (window, "kaede");
}

/* The id of the first entry of that type in a package. */
static char *
first_id (const char *path,
          const char *type)
{
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonArray *entries;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  root = json_from_string (text, NULL);
  entries = json_object_get_array_member (json_node_get_object (root), "poster");
  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      JsonObject *entry = json_array_get_object_element (entries, i);

      if (g_str_equal (json_object_get_string_member (entry, "type"), type))
        return g_strdup (json_object_get_string_member (entry, "id"));
    }
  g_assert_not_reached ();
}

/* The check-in itself says it too, with the reason. */
static gboolean
shows_refusal (gpointer window)
{
  return mk_app_test_find_text (window, "Afvist") != NULL &&
         mk_app_test_find_text (window, "For mange timer.") != NULL;
}

static void
test_partly_received (MkWindow *window)
{
  g_autofree char *path = mk_sending_test_send_to_new_folder (window);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *id = first_id (path, "checkin");
  g_autofree char *target = g_strdup_printf ("'%s'", id);
  g_autofree char *rest = g_strdup_printf ("\"delvist\",\"poster\":[{\"id\":\"%s\",\"revision\":1,"
                                           "\"kode\":\"vaerdi\",\"grund\":\"For mange timer.\"}]",
                                           id);
  const MkPostLine *line;
  GtkWidget *page;

  take_answer (window, path, rest);
  line = mk_sending_test_line (mk_correspondence_get_problems (mk_sending_test_post (window)), 0);
  g_assert_cmpstr (line->title, ==, "Check-in: Jobcenter Eksempelby kunne ikke tage imod");
  g_assert_true (g_str_has_prefix (line->detail, "For mange timer. "));
  g_assert_cmpstr (line->action, ==, "win.open-check-in");
  g_assert_cmpstr (line->target, ==, target);
  page = mk_sending_test_show_page (window);
  g_assert_nonnull (mk_app_test_find_text (page, line->title));
  g_assert_nonnull (mk_app_test_find_text (page, "Delvist modtaget"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-placement", "s", MK_DEMO_MIA);
  mk_app_test_wait (shows_refusal, window);
  mk_sending_test_empty_folder (folder);
}

static void
test_missing_can_be_asked_for (MkWindow *window)
{
  g_autoptr (MkAuthority) authority = mk_authority_new (window);
  g_autofree char *two = mk_authority_write (authority, 0, "");
  g_autofree char *three = mk_authority_write (authority, 0, "");
  MkShell *shell = mk_window_get_shell (window);
  g_auto (GValue) copied = G_VALUE_INIT;
  g_autoptr (GVariant) target = NULL;
  const MkPostLine *line;
  GtkWidget *page = mk_sending_test_show_page (window);

  mk_fetch_flow_take (GTK_WIDGET (shell), mk_sending_test_workplace (window),
                      (const char *[]) { three, NULL });
  mk_sending_test_close_dialog (window);
  line = mk_sending_test_line (mk_correspondence_get_problems (mk_sending_test_post (window)), 0);
  g_assert_cmpstr (line->title, ==, "Pakke 7 fra Jobcenter Eksempelby mangler");
  target = g_variant_parse (NULL, line->target, NULL, NULL, NULL);
  gtk_widget_activate_action_variant (page, line->action, target);
  g_value_init (&copied, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (
      gdk_clipboard_get_content (gtk_widget_get_clipboard (page)), &copied, NULL));
  g_assert_cmpstr (g_value_get_string (&copied), ==,
                   "Hej. Vi mangler pakke 7 fra jer. Vil I sende igen fra nummer 7?");
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/answers/refused-package-can-be-sent-again", test_refused_package);
  mk_app_test_add ("/answers/refused-epoch-can-be-begun-anew", test_refused_epoch);
  mk_app_test_add ("/answers/refused-chain-can-be-begun-anew", test_refused_chain);
  mk_app_test_add ("/answers/older-ones-are-counted", test_older_are_counted);
  mk_app_test_add ("/answers/partly-received-leads-to-the-entry", test_partly_received);
  mk_app_test_add ("/answers/missing-number-can-be-asked-for", test_missing_can_be_asked_for);
  return g_test_run ();
}
