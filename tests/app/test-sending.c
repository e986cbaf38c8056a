/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-check-in-saving.h"
#include "demo/mk-demo.h"
#include "exchange/mk-correspondence.h"
#include "exchange/mk-exchange-folder.h"
#include "exchange/mk-exchange-page.h"
#include "exchange/mk-fetch-flow.h"
#include "exchange/mk-field-words.h"
#include "exchange/mk-preview-dialog.h"
#include "exchange/mk-reason-words.h"
#include "exchange/mk-send-flow.h"
#include "exchange/mk-sending-words.h"
#include "mk-app-test.h"
#include "mk-authority.h"
#include "mk-export.h"
#include "mk-preview.h"

#include <glib/gstdio.h>
#include <string.h>

/* The page of the correspondence, on the invented workplace. */

/* In no package. */
#define PRIVATE_NOTE "det blev sagt i fortrolighed"

static MkWorkplace *
workplace_of (MkWindow *window)
{
  return mk_shell_get_workplace (mk_window_get_shell (window));
}

static MkCorrespondence *
post_of (MkWindow *window)
{
  return mk_workplace_get_post (workplace_of (window));
}

static GtkWidget *
show_page (MkWindow *window)
{
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-exchange", NULL);
  mk_app_test_settle ();
  page = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_EXCHANGE_PAGE);
  g_assert_nonnull (page);
  return page;
}

static gpointer
preview_func (MkDatabase   *database,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  return mk_preview_find (database, G_MAXUINT64, error);
}

static gpointer
save_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  return mk_check_in_save (database, data, error);
}

static gboolean
is_refreshed (gpointer done)
{
  return *(gboolean *) done;
}

static void
refreshed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_assert_true (mk_workplace_refresh_finish (MK_WORKPLACE (object), result, NULL));
  *(gboolean *) user_data = TRUE;
}

static void
refresh (MkWindow *window)
{
  gboolean done = FALSE;

  mk_workplace_refresh_async (workplace_of (window), refreshed_cb, &done);
  mk_app_test_wait (is_refreshed, &done);
  mk_app_test_wait_for_counting (window);
}

static void
save_note (MkWindow   *window,
           const char *note,
           gboolean    is_sent)
{
  g_autoptr (MkCheckInDraft) draft =
      mk_check_in_draft_new (MK_DEMO_MIA, "Per", MK_APP_TEST_NOW, NULL);
  g_autoptr (MkSaved) saved = NULL;

  g_set_str (&draft->data->attendance, MK_ATTENDANCE_MET);
  g_set_str (&draft->data->note, note);
  draft->sends_text = is_sent;
  saved = mk_app_test_on_store (window, save_func, draft);
  refresh (window);
}

/* How many entries the demo's partners would get. */
static guint
count_previewed (const MkPreview *preview)
{
  guint count = 0;

  for (guint i = 0; i < preview->packages->len; i++)
    count += json_array_get_length (
        ((const MkPreviewed *) g_ptr_array_index (preview->packages, i))->entries);
  return count;
}

static void
test_ready_is_counted (MkWindow *window)
{
  g_autoptr (MkPreview) preview = mk_app_test_on_store (window, preview_func, NULL);
  guint count = count_previewed (preview);
  g_autofree char *summary = g_strdup_printf ("%u klar til at sende", count);
  g_autofree char *ready =
      g_strdup_printf ("%u check-ins og 1 kvittering til Jobcenter Eksempelby", count);
  GtkWidget *page = show_page (window);

  g_assert_cmpuint (count, >, 0);
  g_assert_cmpuint (mk_correspondence_get_n_ready (post_of (window)), ==, count);
  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (window), summary));
  g_assert_nonnull (mk_app_test_find_text (page, ready));
}

static void
collect_names (JsonObject *object,
               const char *name,
               JsonNode   *node,
               gpointer    names)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    json_object_foreach_member (json_node_get_object (node), collect_names, names);
  if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      {
        JsonNode *element = json_array_get_element (json_node_get_array (node), i);

        if (JSON_NODE_HOLDS_OBJECT (element))
          json_object_foreach_member (json_node_get_object (element), collect_names, names);
      }
  if (!g_str_equal (name, "data"))
    g_ptr_array_add (names, (gpointer) name);
}

static gint
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (a, b);
}

/* Every member of the entry is told, under its own name, and no other. */
static void
assert_same_fields (JsonObject *entry)
{
  g_autoptr (GPtrArray) words = mk_entry_words (entry);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) told = g_ptr_array_new ();

  json_object_foreach_member (entry, collect_names, names);
  for (guint i = 0; i < words->len; i++)
    g_ptr_array_add (told, ((const MkFieldWords *) g_ptr_array_index (words, i))->name);
  g_ptr_array_sort_values (names, compare_names);
  g_ptr_array_sort_values (told, compare_names);
  g_assert_cmpuint (names->len, ==, told->len);
  for (guint i = 0; i < names->len; i++)
    g_assert_cmpstr (g_ptr_array_index (names, i), ==, g_ptr_array_index (told, i));
  g_assert_false (g_ptr_array_find_with_equal_func (told, "privatNote", g_str_equal, NULL));
}

static gboolean
has_groups (gpointer dialog)
{
  return mk_app_test_find (dialog, ADW_TYPE_EXPANDER_ROW) != NULL;
}

static void
assert_unfolds_to (GtkWidget  *row,
                   JsonObject *entry)
{
  g_autoptr (GPtrArray) words = mk_entry_words (entry);
  GtkWidget *ids;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  mk_app_test_settle ();
  g_assert_null (mk_app_test_find_text (row, MK_DEMO_MIA));
  ids = gtk_widget_get_ancestor (mk_app_test_find_text (row, "Numre, som computerne bruger"),
                                 ADW_TYPE_EXPANDER_ROW);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (ids), TRUE);
  mk_app_test_settle ();
  /* The head of the unfolding row is one too, and that of the ids within it. */
  g_assert_cmpuint (mk_app_test_count (row, ADW_TYPE_ACTION_ROW), ==, words->len + 2);
  for (guint i = 0; i < words->len; i++)
    {
      const MkFieldWords *one = g_ptr_array_index (words, i);

      g_assert_nonnull (mk_app_test_find_text (row, one->label));
      if (one->value != NULL)
        g_assert_nonnull (mk_app_test_find_text (row, one->value));
    }
}

static void
test_preview_is_what_is_sent (MkWindow *window)
{
  g_autoptr (MkPreview) preview = NULL;
  const MkPreviewed *package;
  AdwDialog *dialog;

  save_note (window, PRIVATE_NOTE, FALSE);
  preview = mk_app_test_on_store (window, preview_func, NULL);
  g_assert_cmpuint (preview->packages->len, ==, 1);
  package = g_ptr_array_index (preview->packages, 0);
  for (guint i = 0; i < json_array_get_length (package->entries); i++)
    assert_same_fields (json_array_get_object_element (package->entries, i));

  gtk_widget_activate_action (show_page (window), "exchange.preview", NULL);
  dialog = mk_app_test_wait_for_dialog (window);
  g_assert_true (MK_IS_PREVIEW_DIALOG (dialog));
  mk_app_test_wait (has_groups, dialog);
  mk_app_test_settle ();
  g_assert_cmpuint (mk_app_test_count (GTK_WIDGET (dialog), ADW_TYPE_EXPANDER_ROW), ==,
                    json_array_get_length (package->entries) + 1);
  assert_unfolds_to (mk_app_test_find (GTK_WIDGET (dialog), ADW_TYPE_EXPANDER_ROW),
                     json_array_get_object_element (package->entries, 0));
  g_assert_null (mk_app_test_find_text (GTK_WIDGET (dialog), PRIVATE_NOTE));
  adw_dialog_force_close (dialog);
}

static void
test_unknown_fields_are_told (void)
{
  g_autoptr (JsonNode) root = json_from_string (
      "{\"type\":\"checkin\",\"id\":\"x\",\"revision\":1,\"handling\":\"gem\",\"ny\":[1,null],"
      "\"aendret\":\"2026-12-03T11:05:00+01:00\",\"data\":{\"uloennedeMinutter\":180,"
      "\"behovForHjaelp\":true,\"fremtid\":{\"dyb\":[{\"a\":1.5},{\"a\":\"to\"}]}}}",
      NULL);
  g_autoptr (GPtrArray) words = mk_entry_words (json_node_get_object (root));
  static const char *const wanted[][2] = {
    { "Minutter uden løn", "180 (3 timer)" },
    { "Vi har brug for hjælp", "Ja" },
    { "fremtid", NULL },
    { "dyb", NULL },
    { "a", "1.5" },
    { "dyb", NULL },
    { "a", "to" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      const MkFieldWords *one = g_ptr_array_index (words, i);

      g_assert_cmpstr (one->label, ==, wanted[i][0]);
      g_assert_cmpstr (one->value, ==, wanted[i][1]);
    }
  g_assert_cmpuint (words->len, ==, 13);
}

static void
assert_reason (const char *type,
               const char *reason,
               const char *wanted)
{
  g_autofree char *words = mk_reason_words (mk_record_type_find (type), reason);

  g_assert_cmpstr (words, ==, wanted);
}

/* The place in the package is for those who write programs. */
static void
test_reasons_name_fields (void)
{
  assert_reason ("checkin", "»loennedeMinutter« mangler. (/poster/1/data/loennedeMinutter)",
                 "»Minutter med løn« mangler.");
  assert_reason ("checkin", "Skal være et helt tal. (/poster/1/data/uloennedeMinutter)",
                 "Minutter uden løn: Skal være et helt tal.");
  assert_reason ("kontakt", "»fra« mangler. (/poster/0/data/aabningstider/2/fra)",
                 "»Fra« mangler.");
  assert_reason ("checkin", "Det er ukendt. (/poster/1/data/nyt)", "Det er ukendt.");
  assert_reason (NULL, "»handling« mangler. (/poster/1/handling)", "»handling« mangler.");
  assert_reason ("checkin", "For mange timer (/se planen).", "For mange timer (/se planen).");
  assert_reason ("checkin", NULL, NULL);
}

static void
empty_folder (const char *folder)
{
  mk_demo_remove (folder);
}

static void
test_sending_moves_the_lists (MkWindow *window)
{
  g_autofree char *folder = g_dir_make_tmp ("makker-sent-XXXXXX", NULL);
  g_autoptr (GDir) listing = NULL;
  GtkWidget *page = show_page (window);
  MkCorrespondence *post = post_of (window);
  AdwDialog *dialog;

  /* One to the other authority has had no receipt for long; it goes along again. */
  g_assert_cmpuint (g_list_model_get_n_items (mk_correspondence_get_sent (post)), ==, 1);
  mk_send_flow_to (page, workplace_of (window), folder, NULL, 0);
  dialog = mk_app_test_wait_for_dialog (window);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==, "Sendt");
  g_assert_true (
      g_str_has_prefix (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)),
                        "1 pakke til Jobcenter Eksempelby\n1 pakke til Jobcenter Prøvestad\n\n"
                        "Filen er ikke låst. Send den ikke med almindelig mail."));
  adw_dialog_force_close (dialog);
  refresh (window);

  listing = g_dir_open (folder, 0, NULL);
  g_assert_true (g_str_has_prefix (g_dir_read_name (listing), "makker-"));
  g_assert_true (g_str_has_prefix (g_dir_read_name (listing), "makker-"));
  g_assert_null (g_dir_read_name (listing));
  g_assert_cmpuint (mk_correspondence_get_n_ready (post), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (mk_correspondence_get_sent (post)), ==, 2);
  g_assert_nonnull (mk_app_test_find_text (page, "Pakke 4 til Jobcenter Eksempelby"));
  g_assert_nonnull (mk_app_test_find_text (page, "Der er intet at sende."));
  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (window), "venter på kvittering"));
  empty_folder (folder);
}

static void
test_folder_that_is_gone_loses_nothing (MkWindow *window)
{
  GtkWidget *page = show_page (window);
  guint n_ready = mk_correspondence_get_n_ready (post_of (window));
  AdwDialog *dialog;

  mk_send_flow_to (page, workplace_of (window), "/nowhere/at/all", NULL, 0);
  dialog = mk_app_test_wait_for_dialog (window);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==,
                   "Intet blev sendt");
  adw_dialog_force_close (dialog);
  refresh (window);
  g_assert_cmpuint (mk_correspondence_get_n_ready (post_of (window)), ==, n_ready);
}

static void
test_held_entry_tells_why (MkWindow *window)
{
  GtkWidget *page = show_page (window);
  g_autoptr (MkPostItem) item = NULL;
  const MkPostLine *line;

  save_note (window, "Ring til 010101-0000", TRUE);
  item = g_list_model_get_item (mk_correspondence_get_held (post_of (window)), 0);
  g_assert_nonnull (item);
  line = mk_post_item_get_line (item);
  g_assert_nonnull (strstr (line->detail, "CPR-nummer"));
  g_assert_nonnull (mk_app_test_find_text (page, line->detail));
  g_assert_nonnull (mk_app_test_find_text (page, line->title));
}

/* What was written, and what was not */

static gpointer
fail_to_export_func (MkDatabase   *database,
                     gpointer      data,
                     GCancellable *cancellable,
                     GError      **error)
{
  g_autoptr (GPtrArray) exported = mk_export (database, "/nowhere/at/all", NULL, 0, NULL);

  return GINT_TO_POINTER (exported == NULL);
}

static const MkPostLine *
line_of (GListModel *list,
         guint       position)
{
  g_autoptr (MkPostItem) item = g_list_model_get_item (list, position);

  g_assert_nonnull (item);
  return mk_post_item_get_line (item);
}

static void
assert_heading (MkWindow   *window,
                const char *heading,
                const char *part)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (mk_app_test_wait_for_dialog (window));

  g_assert_cmpstr (adw_alert_dialog_get_heading (dialog), ==, heading);
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (dialog), part));
}

static void
close_dialog (MkWindow *window)
{
  adw_dialog_force_close (mk_app_test_wait_for_dialog (window));
  mk_app_test_wait_for_no_dialog (window);
  refresh (window);
}

/* Sends everything to a new folder; returns the path of the one file. */
static char *
send_to_new_folder (MkWindow *window)
{
  g_autofree char *folder = g_dir_make_tmp ("makker-sent-XXXXXX", NULL);
  g_autoptr (GDir) listing = NULL;

  mk_send_flow_to (show_page (window), workplace_of (window), folder, MK_AUTHORITY_KNOWN, 0);
  close_dialog (window);
  listing = g_dir_open (folder, 0, NULL);
  return g_build_filename (folder, g_dir_read_name (listing), NULL);
}

static void
test_packed_is_not_sent (MkWindow *window)
{
  MkCorrespondence *post = post_of (window);
  g_autofree char *folder = g_dir_make_tmp ("makker-sent-XXXXXX", NULL);
  g_autoptr (GVariant) target = NULL;
  const MkPostLine *line;
  const char *recipient;
  gint64 from;

  g_assert_true (GPOINTER_TO_INT (mk_app_test_on_store (window, fail_to_export_func, NULL)));
  refresh (window);
  g_assert_cmpuint (g_list_model_get_n_items (mk_correspondence_get_sent (post)), ==, 1);
  line = line_of (mk_correspondence_get_held (post), 0);
  g_assert_true (g_str_has_prefix (line->detail, "Pakket, ikke skrevet endnu."));
  g_assert_cmpstr (line->button, ==, "Skriv igen…");
  target = g_variant_parse (NULL, line->target, NULL, NULL, NULL);
  g_variant_get (target, "(&sx)", &recipient, &from);
  g_assert_cmpstr (recipient, ==, MK_AUTHORITY_KNOWN);
  g_assert_cmpint (from, ==, 4);

  mk_send_flow_to (show_page (window), workplace_of (window), folder, recipient, from);
  close_dialog (window);
  g_assert_cmpuint (g_list_model_get_n_items (mk_correspondence_get_held (post)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (mk_correspondence_get_sent (post)), ==, 2);
  empty_folder (folder);
}

static void
press (MkWindow   *window,
       const char *words)
{
  AdwDialog *dialog = mk_app_test_wait_for_dialog (window);
  GtkWidget *label = mk_app_test_find_text (GTK_WIDGET (dialog), words);

  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
}

/* Somebody else's file of that name is left alone; when it is away, the same folder does. */
static void
test_file_in_the_way (MkWindow *window)
{
  g_autofree char *path = send_to_new_folder (window);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *kept = NULL;

  g_assert_true (g_file_set_contents (path, "en andens", -1, NULL));
  mk_send_flow_to (show_page (window), workplace_of (window), folder, MK_AUTHORITY_KNOWN, 4);
  assert_heading (window, "Intet blev sendt", "andet indhold");
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "en andens");
  g_assert_cmpint (g_unlink (path), ==, 0);
  press (window, "Prøv igen");
  mk_app_test_wait_for_no_dialog (window);
  assert_heading (window, "Sendt", "1 pakke til Jobcenter Eksempelby");
  close_dialog (window);
  empty_folder (folder);
}

static gboolean
sending_is_done (gpointer sending)
{
  return mk_sending_get_is_done (sending);
}

static void
test_cancelled_sending (MkWindow *window)
{
  g_autofree char *folder = g_dir_make_tmp ("makker-sent-XXXXXX", NULL);
  g_autoptr (MkSending) sending = mk_sending_new (workplace_of (window), folder, NULL, 0);
  g_autofree char *words = NULL;

  g_signal_connect (sending, "progress", G_CALLBACK (mk_sending_cancel), NULL);
  mk_sending_start (sending);
  mk_app_test_wait (sending_is_done, sending);
  g_assert_null (mk_sending_get_error (sending));
  g_assert_cmpuint (mk_sending_get_n_written (sending), ==, 0);
  g_assert_cmpstr (mk_sending_heading (sending), ==, "Stoppet");
  words = mk_sending_end_words (sending);
  g_assert_true (g_str_has_prefix (words, "Intet er tabt."));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

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

  mk_fetch_flow_take (GTK_WIDGET (shell), workplace_of (window), (const char *[]) { path, NULL });
  close_dialog (window);
}

static void
test_refused_package (MkWindow *window)
{
  g_autofree char *path = send_to_new_folder (window);
  g_autofree char *folder = g_path_get_dirname (path);
  const MkPostLine *line;

  take_answer (window, path, "\"afvist\",\"kode\":\"version\",\"grund\":\"For ny.\"");
  line = line_of (mk_correspondence_get_problems (post_of (window)), 0);
  g_assert_cmpstr (line->title, ==, "Jobcenter Eksempelby kunne ikke tage imod pakke 4");
  g_assert_true (g_str_has_prefix (line->detail, "For ny. "));
  g_assert_cmpstr (line->button, ==, "Send igen…");
  g_assert_cmpuint (g_list_model_get_n_items (mk_correspondence_get_sent (post_of (window))), ==,
                    1);
  empty_folder (folder);
}

/* A list that has no room for all says how many it leaves out. */
static void
test_older_are_counted (MkWindow *window)
{
  g_autoptr (MkAuthority) authority = mk_authority_new (window);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) files = NULL;
  GListModel *received = mk_correspondence_get_received (post_of (window));
  guint n_before = g_list_model_get_n_items (received);
  g_autofree char *title = g_strdup_printf ("… og %u ældre", n_before + 5);

  g_assert_cmpuint (n_before, <, 20);
  for (guint i = 0; i < 25; i++)
    g_strv_builder_take (builder, mk_authority_write (authority, 0, ""));
  files = g_strv_builder_end (builder);
  mk_fetch_flow_take (GTK_WIDGET (mk_window_get_shell (window)), workplace_of (window),
                      (const char *const *) files);
  close_dialog (window);
  g_assert_cmpuint (g_list_model_get_n_items (received), ==, 21);
  g_assert_cmpstr (line_of (received, 19)->state, !=, NULL);
  g_assert_cmpstr (line_of (received, 20)->title, ==, title);
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
  g_autofree char *path = send_to_new_folder (window);
  g_autofree char *folder = g_path_get_dirname (path);
  GListModel *problems = mk_correspondence_get_problems (post_of (window));
  GtkWidget *page;
  const MkPostLine *line;

  take_answer (window, path, rest);
  line = line_of (problems, 0);
  g_assert_cmpstr (line->button, ==, "Begynd forfra…");
  g_assert_true (g_str_has_prefix (line->detail, "Erstattet. "));
  page = show_page (window);
  gtk_widget_activate_action (page, line->action, "(ss)", MK_AUTHORITY_KNOWN,
                              "Jobcenter Eksempelby");
  assert_heading (window, "Begynde forfra?", "Tal med Jobcenter Eksempelby først.");
  press (window, "Annullér");
  mk_app_test_wait_for_no_dialog (window);
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 1);
  gtk_widget_activate_action (page, line->action, "(ss)", MK_AUTHORITY_KNOWN,
                              "Jobcenter Eksempelby");
  mk_app_test_wait_for_dialog (window);
  press (window, "Begynd forfra");
  mk_app_test_wait (is_empty, problems);
  assert_heading (window, "Alt er klar til at blive sendt", "Send…");
  close_dialog (window);
  g_assert_cmpuint (mk_correspondence_get_n_ready (post_of (window)), >, 1);
  empty_folder (folder);
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
  g_autofree char *path = send_to_new_folder (window);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *id = first_id (path, "checkin");
  g_autofree char *target = g_strdup_printf ("'%s'", id);
  g_autofree char *rest = g_strdup_printf ("\"delvist\",\"poster\":[{\"id\":\"%s\",\"revision\":1,"
                                           "\"kode\":\"vaerdi\",\"grund\":\"For mange timer.\"}]",
                                           id);
  const MkPostLine *line;
  GtkWidget *page;

  take_answer (window, path, rest);
  line = line_of (mk_correspondence_get_problems (post_of (window)), 0);
  g_assert_cmpstr (line->title, ==, "Check-in: Jobcenter Eksempelby kunne ikke tage imod");
  g_assert_true (g_str_has_prefix (line->detail, "For mange timer. "));
  g_assert_cmpstr (line->action, ==, "win.open-check-in");
  g_assert_cmpstr (line->target, ==, target);
  page = show_page (window);
  g_assert_nonnull (mk_app_test_find_text (page, line->title));
  g_assert_nonnull (mk_app_test_find_text (page, "Delvist modtaget"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-placement", "s", MK_DEMO_MIA);
  mk_app_test_wait (shows_refusal, window);
  empty_folder (folder);
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
  GtkWidget *page = show_page (window);

  mk_fetch_flow_take (GTK_WIDGET (shell), workplace_of (window), (const char *[]) { three, NULL });
  close_dialog (window);
  line = line_of (mk_correspondence_get_problems (post_of (window)), 0);
  g_assert_cmpstr (line->title, ==, "Pakke 7 fra Jobcenter Eksempelby mangler");
  target = g_variant_parse (NULL, line->target, NULL, NULL, NULL);
  gtk_widget_activate_action_variant (page, line->action, target);
  g_value_init (&copied, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (
      gdk_clipboard_get_content (gtk_widget_get_clipboard (page)), &copied, NULL));
  g_assert_cmpstr (g_value_get_string (&copied), ==,
                   "Hej. Vi mangler pakke 7 fra jer. Vil I sende igen fra nummer 7?");
}

static void
test_folder_is_remembered (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path ("/mnt/Udveksling med jobcentret");
  g_autoptr (GFile) last = NULL;

  mk_exchange_folder_remember (folder);
  last = mk_exchange_folder_last ();
  g_assert_true (g_file_equal (folder, last));
}

static void
test_fits_a_narrow_window (MkWindow *window)
{
  GtkWidget *page;
  int minimum;

  mk_app_test_resize (window, 360, 640);
  save_note (window, "Ring til 010101-0000", TRUE);
  page = show_page (window);
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/sending/ready-is-counted", test_ready_is_counted);
  mk_app_test_add ("/sending/preview-is-what-is-sent", test_preview_is_what_is_sent);
  g_test_add_func ("/sending/unknown-fields-are-told", test_unknown_fields_are_told);
  g_test_add_func ("/sending/reasons-name-fields-as-people-do", test_reasons_name_fields);
  mk_app_test_add ("/sending/sending-moves-the-lists", test_sending_moves_the_lists);
  mk_app_test_add ("/sending/folder-that-is-gone-loses-nothing",
                   test_folder_that_is_gone_loses_nothing);
  mk_app_test_add ("/sending/held-entry-tells-why", test_held_entry_tells_why);
  mk_app_test_add ("/sending/packed-is-not-sent", test_packed_is_not_sent);
  mk_app_test_add ("/sending/file-in-the-way-is-left-alone", test_file_in_the_way);
  mk_app_test_add ("/sending/cancelled-sending-loses-nothing", test_cancelled_sending);
  mk_app_test_add ("/sending/refused-package-can-be-sent-again", test_refused_package);
  mk_app_test_add ("/sending/refused-epoch-can-be-begun-anew", test_refused_epoch);
  mk_app_test_add ("/sending/refused-chain-can-be-begun-anew", test_refused_chain);
  mk_app_test_add ("/sending/older-ones-are-counted", test_older_are_counted);
  mk_app_test_add ("/sending/partly-received-leads-to-the-entry", test_partly_received);
  mk_app_test_add ("/sending/missing-number-can-be-asked-for", test_missing_can_be_asked_for);
  g_test_add_func ("/sending/folder-is-remembered", test_folder_is_remembered);
  mk_app_test_add ("/sending/fits-a-narrow-window", test_fits_a_narrow_window);
  return g_test_run ();
}
