/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo.h"
#include "mk-app-test.h"
#include "mk-json.h"
#include "mk-person-lines.h"
#include "mk-reader.h"
#include "print/mk-notice-sheet.h"

#include <glib/gstdio.h>
#include <string.h>

/* What a candidate is told of what is written, read back from the file that is printed. */

static const MkNoticeFacts facts = {
  .company = "Eksempelbutikken ApS",
  .cvr_number = "99999926",
  .person = "Per Opdigtet",
  .candidate = "Mia",
  .authority = "Jobcenter Eksempelby",
  .consultant = "Søren Eksempelsen",
};

/* One space between words, so that a line's end is none. */
static char *
print_and_read (const MkNoticeFacts *with)
{
  g_autoptr (GDateTime) printed = g_date_time_new_local (2026, 12, 3, 11, 5, 0);
  g_autoptr (MkNoticeSheet) sheet = mk_notice_sheet_new (with, printed);
  g_autoptr (GBytes) file = mk_paper_to_pdf (&mk_notice_sheet_kind, sheet);
  g_autofree char *folder = g_dir_make_tmp ("makker-notice-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "oplysning.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GRegex) gap = g_regex_new ("\\s+", 0, 0, NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (file, NULL),
                                      (gssize) g_bytes_get_size (file), NULL));
  text = mk_reader_text (path);
  if (g_getenv ("MAKKER_KEEP_PRINT") != NULL)
    g_print ("# %s\n", path);
  else
    g_assert_true (g_unlink (path) == 0 && g_rmdir (folder) == 0);
  g_assert_nonnull (strchr (text, '\f'));
  g_assert_true (strchr (text, '\f')[1] == '\0');
  return g_regex_replace_literal (gap, text, -1, 0, " ", 0, NULL);
}

static void
assert_holds (const char *text,
              const char *wanted)
{
  if (strstr (text, wanted) == NULL)
    g_error ("The notice does not say “%s”:\n%s", wanted, text);
}

static void
test_tells_what_must_be_told (void)
{
  static const char *const wanted[] = {
    "Det skriver vi om dig",
    "Til Mia",
    "Hvad det skal bruges til",
    "Hvem læser det",
    "Jobcenter Eksempelby får dit fremmøde",
    "Din kontakt dér er Søren Eksempelsen.",
    "Hvor længe det bliver gemt",
    "Det kan du bede om",
    "Eksempelbutikken ApS (CVR-nummer 99999926) har ansvaret",
    "Spørg Per Opdigtet",
    "Datatilsynet",
    "Udskrevet den 3. december 2026",
  };
  g_autofree char *text = print_and_read (&facts);

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    assert_holds (text, wanted[i]);
}

static void
test_says_it_without_what_is_not_known (void)
{
  const MkNoticeFacts few = { .person = "Per Opdigtet", .candidate = "Mia" };
  g_autofree char *text = print_and_read (&few);

  assert_holds (text, "Jobcentret får dit fremmøde");
  assert_holds (text, "Arbejdspladsen har ansvaret");
  g_assert_null (strstr (text, "CVR-nummer 9"));
  g_assert_null (strstr (text, "(null)"));
}

static void
test_opens_for_a_placement (MkWindow *window)
{
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.print-notice", "s", MK_DEMO_MIA);
  dialog = mk_app_test_wait_for_dialog (window);
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Det skriver vi om dig");
  adw_dialog_force_close (dialog);
}

/* What a newer version sent is kept without being known, and is about somebody all the same. */
static void
test_all_of_it_holds_what_is_not_known (void)
{
  g_autoptr (JsonNode) person = mk_json_from_text (
      "{\"poster\":[{\"type\":\"fremtid\",\"aendret\":\"2026-12-03T10:00:00Z\","
      "\"data\":{\"type\":\"Et felt\",\"andet\":{\"dybt\":\"Et andet\"}}}],\"kladder\":[]}");
  g_autoptr (GPtrArray) lines = mk_person_lines (json_node_get_object (person));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", ((MkPersonLine *) g_ptr_array_index (lines, i))->text);
  g_assert_nonnull (strstr (text->str, "fremtid\n"));
  g_assert_nonnull (strstr (text->str, "type: Et felt\n"));
  g_assert_nonnull (strstr (text->str, "andet\ndybt: Et andet\n"));
}

/* Whoever is written about may see all of it. */
static void
test_all_of_it_opens_for_a_placement (MkWindow *window)
{
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.print-person", "s", MK_DEMO_MIA);
  dialog = mk_app_test_wait_for_dialog (window);
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Alt, der er gemt om dig");
  adw_dialog_force_close (dialog);
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  g_test_add_func ("/notice/tells-what-must-be-told", test_tells_what_must_be_told);
  g_test_add_func ("/notice/says-it-without-what-is-not-known",
                   test_says_it_without_what_is_not_known);
  mk_app_test_add ("/notice/opens-for-a-placement", test_opens_for_a_placement);
  g_test_add_func ("/notice/all-of-it-holds-what-is-not-known",
                   test_all_of_it_holds_what_is_not_known);
  mk_app_test_add ("/notice/all-of-it-opens-for-a-placement", test_all_of_it_opens_for_a_placement);
  return g_test_run ();
}
