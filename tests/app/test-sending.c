/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-sending-test.h"

#include "check-in/mk-check-in-saving.h"
#include "demo/mk-demo.h"
#include "exchange/mk-exchange-folder.h"
#include "exchange/mk-exchange-page.h"
#include "mk-field-words.h"
#include "exchange/mk-preview-dialog.h"
#include "exchange/mk-reason-words.h"
#include "exchange/mk-send-flow.h"
#include "exchange/mk-sending-words.h"
#include "mk-authority.h"
#include "mk-export.h"
#include "mk-preview.h"

#include <glib/gstdio.h>
#include <string.h>

/* The page of the correspondence, on the invented workplace. */

/* In no package. */
#define PRIVATE_NOTE "det blev sagt i fortrolighed"

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
  mk_sending_test_refresh (window);
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
  GtkWidget *page = mk_sending_test_show_page (window);

  g_assert_cmpuint (count, >, 0);
  g_assert_cmpuint (mk_correspondence_get_n_ready (mk_sending_test_post (window)), ==, count);
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

  gtk_widget_activate_action (mk_sending_test_show_page (window), "exchange.preview", NULL);
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
test_sending_moves_the_lists (MkWindow *window)
{
  g_autofree char *folder = g_dir_make_tmp ("makker-sent-XXXXXX", NULL);
  g_autoptr (GDir) listing = NULL;
  GtkWidget *page = mk_sending_test_show_page (window);
  MkCorrespondence *post = mk_sending_test_post (window);
  AdwDialog *dialog;

  /* One to the other authority has had no receipt for long; it goes along again. */
  g_assert_cmpuint (g_list_model_get_n_items (mk_correspondence_get_sent (post)), ==, 1);
  mk_send_flow_to (page, mk_sending_test_workplace (window), folder, NULL, 0);
  dialog = mk_app_test_wait_for_dialog (window);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==, "Sendt");
  g_assert_true (
      g_str_has_prefix (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)),
                        "1 pakke til Jobcenter Eksempelby\n1 pakke til Jobcenter Prøvestad\n\n"
                        "Filen er ikke låst. Send den ikke med almindelig mail."));
  adw_dialog_force_close (dialog);
  mk_sending_test_refresh (window);

  listing = g_dir_open (folder, 0, NULL);
  g_assert_true (g_str_has_prefix (g_dir_read_name (listing), "makker-"));
  g_assert_true (g_str_has_prefix (g_dir_read_name (listing), "makker-"));
  g_assert_null (g_dir_read_name (listing));
  g_assert_cmpuint (mk_correspondence_get_n_ready (post), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (mk_correspondence_get_sent (post)), ==, 2);
  g_assert_nonnull (mk_app_test_find_text (page, "Pakke 4 til Jobcenter Eksempelby"));
  g_assert_nonnull (mk_app_test_find_text (page, "Der er intet at sende."));
  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (window), "venter på kvittering"));
  mk_sending_test_empty_folder (folder);
}

static void
test_folder_that_is_gone_loses_nothing (MkWindow *window)
{
  GtkWidget *page = mk_sending_test_show_page (window);
  guint n_ready = mk_correspondence_get_n_ready (mk_sending_test_post (window));
  AdwDialog *dialog;

  mk_send_flow_to (page, mk_sending_test_workplace (window), "/nowhere/at/all", NULL, 0);
  dialog = mk_app_test_wait_for_dialog (window);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==,
                   "Intet blev sendt");
  adw_dialog_force_close (dialog);
  mk_sending_test_refresh (window);
  g_assert_cmpuint (mk_correspondence_get_n_ready (mk_sending_test_post (window)), ==, n_ready);
}

static void
test_held_entry_tells_why (MkWindow *window)
{
  GtkWidget *page = mk_sending_test_show_page (window);
  g_autoptr (MkPostItem) item = NULL;
  const MkPostLine *line;

  save_note (window, "Ring til 010101-0000", TRUE);
  item = g_list_model_get_item (mk_correspondence_get_held (mk_sending_test_post (window)), 0);
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

static void
test_packed_is_not_sent (MkWindow *window)
{
  MkCorrespondence *post = mk_sending_test_post (window);
  g_autofree char *folder = g_dir_make_tmp ("makker-sent-XXXXXX", NULL);
  g_autoptr (GVariant) target = NULL;
  const MkPostLine *line;
  const char *recipient;
  gint64 from;

  g_assert_true (GPOINTER_TO_INT (mk_app_test_on_store (window, fail_to_export_func, NULL)));
  mk_sending_test_refresh (window);
  g_assert_cmpuint (g_list_model_get_n_items (mk_correspondence_get_sent (post)), ==, 1);
  line = mk_sending_test_line (mk_correspondence_get_held (post), 0);
  g_assert_true (g_str_has_prefix (line->detail, "Pakket, ikke skrevet endnu."));
  g_assert_cmpstr (line->button, ==, "Skriv igen…");
  target = g_variant_parse (NULL, line->target, NULL, NULL, NULL);
  g_variant_get (target, "(&sx)", &recipient, &from);
  g_assert_cmpstr (recipient, ==, MK_AUTHORITY_KNOWN);
  g_assert_cmpint (from, ==, 4);

  mk_send_flow_to (mk_sending_test_show_page (window), mk_sending_test_workplace (window), folder,
                   recipient, from);
  mk_sending_test_close_dialog (window);
  g_assert_cmpuint (g_list_model_get_n_items (mk_correspondence_get_held (post)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (mk_correspondence_get_sent (post)), ==, 2);
  mk_sending_test_empty_folder (folder);
}

/* Somebody else's file of that name is left alone; when it is away, the same folder does. */
static void
test_file_in_the_way (MkWindow *window)
{
  g_autofree char *path = mk_sending_test_send_to_new_folder (window);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *kept = NULL;

  g_assert_true (g_file_set_contents (path, "en andens", -1, NULL));
  mk_send_flow_to (mk_sending_test_show_page (window), mk_sending_test_workplace (window), folder,
                   MK_AUTHORITY_KNOWN, 4);
  mk_sending_test_assert_heading (window, "Intet blev sendt", "andet indhold");
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "en andens");
  g_assert_cmpint (g_unlink (path), ==, 0);
  mk_sending_test_press (window, "Prøv igen");
  mk_app_test_wait_for_no_dialog (window);
  mk_sending_test_assert_heading (window, "Sendt", "1 pakke til Jobcenter Eksempelby");
  mk_sending_test_close_dialog (window);
  mk_sending_test_empty_folder (folder);
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
  g_autoptr (MkSending) sending =
      mk_sending_new (mk_sending_test_workplace (window), folder, NULL, 0);
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
  page = mk_sending_test_show_page (window);
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
  g_test_add_func ("/sending/folder-is-remembered", test_folder_is_remembered);
  mk_app_test_add ("/sending/fits-a-narrow-window", test_fits_a_narrow_window);
  return g_test_run ();
}
