/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo.h"
#include "exchange/mk-correspondence.h"
#include "exchange/mk-exchange-page.h"
#include "exchange/mk-fetch-dialog.h"
#include "exchange/mk-fetch-flow.h"
#include "exchange/mk-fetching.h"
#include "exchange/mk-verdict-words.h"
#include "mk-app-test.h"
#include "mk-authority.h"
#include "mk-clock.h"
#include "mk-status.h"
#include "widgets/mk-work-row.h"

#include <string.h>

/* Opening packages, without the file chooser. */

static gboolean
is_done (gpointer fetching)
{
  return mk_fetching_get_is_done (fetching);
}

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

static void
take_files (MkWindow          *window,
            const char *const *files)
{
  mk_fetch_flow_take (GTK_WIDGET (mk_window_get_shell (window)), workplace_of (window), files);
}

static void
take_file (MkWindow   *window,
           const char *file)
{
  take_files (window, (const char *[]) { file, NULL });
}

static void
wait_and_close (MkWindow *window)
{
  adw_dialog_force_close (mk_app_test_wait_for_dialog (window));
  mk_app_test_wait_for_no_dialog (window);
}

static void
refreshed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_assert_true (mk_workplace_refresh_finish (MK_WORKPLACE (object), result, NULL));
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer flag)
{
  return *(gboolean *) flag;
}

static void
refresh (MkWindow *window)
{
  gboolean done = FALSE;

  mk_workplace_refresh_async (workplace_of (window), refreshed_cb, &done);
  mk_app_test_wait (is_true, &done);
}

/* The only row of what must be mended. */
static const MkPostLine *
the_problem (MkWindow *window)
{
  GListModel *problems = mk_correspondence_get_problems (post_of (window));
  g_autoptr (MkPostItem) item = NULL;

  refresh (window);
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 1);
  item = g_list_model_get_item (problems, 0);
  return mk_post_item_get_line (item);
}

static void
assert_no_problem (MkWindow *window)
{
  refresh (window);
  g_assert_cmpuint (g_list_model_get_n_items (mk_correspondence_get_problems (post_of (window))),
                    ==, 0);
}

static gboolean
is_gone (gpointer dialog)
{
  return *(gpointer *) dialog == NULL;
}

/* Presses the button of the question that says so. */
static void
answer (MkWindow   *window,
        const char *words)
{
  AdwDialog *dialog = mk_app_test_wait_for_dialog (window);
  GtkWidget *label = mk_app_test_find_text (GTK_WIDGET (dialog), words);

  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_nonnull (label);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  mk_app_test_wait (is_gone, &dialog);
}

/* Presses the button of the row. */
static void
press (MkWindow         *window,
       const MkPostLine *line)
{
  g_autoptr (GVariant) target =
      line->target != NULL ? g_variant_parse (NULL, line->target, NULL, NULL, NULL) : NULL;

  gtk_widget_activate_action_variant (GTK_WIDGET (window), line->action, target);
}

static void
assert_asked (MkWindow   *window,
              const char *heading,
              const char *part)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (mk_app_test_wait_for_dialog (window));

  g_assert_cmpstr (adw_alert_dialog_get_heading (dialog), ==, heading);
  if (strstr (adw_alert_dialog_get_body (dialog), part) == NULL)
    g_error ("“%s” is not in “%s”", part, adw_alert_dialog_get_body (dialog));
}

/* Asked, not answered, found again on the page, answered with a yes, and fetched. */
static void
assert_can_be_answered_later (MkWindow   *window,
                              const char *file,
                              const char *heading,
                              const char *part,
                              const char *yes)
{
  const MkPostLine *line;

  take_file (window, file);
  assert_asked (window, heading, part);
  answer (window, "Ikke nu");
  wait_and_close (window);
  line = the_problem (window);
  g_assert_cmpstr (line->button, ==, "Svar…");
  press (window, line);
  assert_asked (window, heading, part);
  answer (window, "Ikke nu");
  wait_and_close (window);

  press (window, the_problem (window));
  answer (window, yes);
  wait_and_close (window);
  assert_no_problem (window);
}

static gpointer
status_func (MkDatabase   *database,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  return mk_status_find (database, error);
}

static void
assert_next (MkWindow *window,
             guint     partner,
             gint64    next)
{
  g_autoptr (MkStatus) status = mk_app_test_on_store (window, status_func, NULL);
  const MkPartnerStatus *one = g_ptr_array_index (status->partners, partner);

  g_assert_cmpint (one->next_in, ==, next);
}

static void
test_known_package_changes_nothing (MkWindow *window)
{
  g_autoptr (MkAuthority) authority = mk_authority_new (window);
  g_autofree char *path = g_build_filename (authority->folder, "start.json", NULL);
  g_autoptr (MkFetching) fetching = mk_fetching_new (workplace_of (window));
  const MkVerdict *known, *unreadable;

  mk_fetching_add_files (fetching, (const char *[]) { path, "/nowhere/at/all", NULL });
  mk_fetching_start (fetching);
  mk_app_test_wait (is_done, fetching);
  g_assert_null (mk_fetching_get_error (fetching));
  g_assert_cmpuint (mk_fetching_get_verdicts (fetching)->len, ==, 2);
  known = g_ptr_array_index (mk_fetching_get_verdicts (fetching), 0);
  unreadable = g_ptr_array_index (mk_fetching_get_verdicts (fetching), 1);
  g_assert_cmpint (known->status, ==, MK_VERDICT_KNOWN);
  g_assert_cmpint (unreadable->status, ==, MK_VERDICT_REFUSED);
}

static void
test_unknown_sender (MkWindow *window)
{
  g_autoptr (MkAuthority) stranger = mk_authority_new_unknown ();
  g_autofree char *path = mk_authority_write (stranger, 0, "");

  assert_can_be_answered_later (window, path, "Kender du afsenderen?",
                                "Jobcenter Eksempelby\nMyndighed\nCVR 99999918", "Ja, hent");
  assert_next (window, 2, 2);
}

static void
test_removal (MkWindow *window)
{
  g_autoptr (MkAuthority) authority = mk_authority_new (window);
  g_autofree char *contacts = mk_authority_contacts (6, 1, FALSE);
  g_autofree char *removals = mk_authority_contacts (6, 2, TRUE);
  g_autofree char *two = mk_authority_write (authority, 6, contacts);
  g_autofree char *three = mk_authority_write (authority, 6, removals);

  take_file (window, two);
  wait_and_close (window);
  assert_can_be_answered_later (window, three, "Skal så meget slettes?", "6 af 9 kontakter",
                                "Ja, slet");
  assert_next (window, 0, 9);
}

static void
test_strange_epoch (MkWindow *window)
{
  g_autoptr (MkAuthority) authority = mk_authority_new (window);
  g_autofree char *path = NULL;

  mk_authority_begin_anew (authority);
  path = mk_authority_write (authority, 0, "");
  assert_can_be_answered_later (window, path, "Begyndt forfra?",
                                "Jobcenter Eksempelby er begyndt forfra", "Ja, hent");
  assert_next (window, 0, 2);
}

static void
test_no_can_be_for_good (MkWindow *window)
{
  g_autoptr (MkAuthority) stranger = mk_authority_new_unknown ();
  g_autofree char *path = mk_authority_write (stranger, 0, "");
  GtkWidget *page;

  take_file (window, path);
  answer (window, "Ikke nu");
  wait_and_close (window);
  press (window, the_problem (window));
  answer (window, "Læg til side");
  wait_and_close (window);
  assert_no_problem (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-exchange", NULL);
  mk_app_test_settle ();
  page = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_EXCHANGE_PAGE);
  g_assert_nonnull (
      mk_app_test_find_text (page, "Pakke 1 fra Jobcenter Eksempelby blev ikke hentet"));
  g_assert_nonnull (mk_app_test_find_text (page, "Afvist"));
}

static void
test_question_can_be_left (MkWindow *window)
{
  g_autoptr (MkAuthority) stranger = mk_authority_new_unknown ();
  g_autofree char *path = mk_authority_write (stranger, 0, "");

  take_file (window, path);
  g_assert_true (ADW_IS_ALERT_DIALOG (mk_app_test_wait_for_dialog (window)));
  /* The window is closed with the question open, and finalized all the same. */
}

static void
test_outcome_is_told (MkWindow *window)
{
  g_autoptr (MkAuthority) authority = mk_authority_new (window);
  g_autofree char *start = g_build_filename (authority->folder, "start.json", NULL);
  g_autofree char *unknown = mk_authority_write (
      authority, 1,
      "{\"type\":\"nytSlags\",\"id\":\"bbbbbbbb-0000-4000-8000-000000000001\",\"revision\":1,"
      "\"handling\":\"gem\",\"aendret\":\"2026-12-03T09:00:00+01:00\",\"data\":{}}");
  AdwDialog *dialog;
  GtkWidget *first;

  take_files (window, (const char *[]) { start, unknown, "/nowhere/at/all", NULL });
  dialog = mk_app_test_wait_for_dialog (window);
  g_assert_true (MK_IS_FETCH_DIALOG (dialog));
  g_assert_nonnull (mk_app_test_find_text (
      GTK_WIDGET (dialog), "1 pakke er hentet. 1 pakke er hentet før. 1 pakke er afvist."));
  first = mk_app_test_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (first)), ==, "all");
  adw_expander_row_set_expanded (
      ADW_EXPANDER_ROW (mk_app_test_find (GTK_WIDGET (dialog), ADW_TYPE_EXPANDER_ROW)), TRUE);
  mk_app_test_settle ();
  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (dialog), "Ukendt, gemt"));
  adw_dialog_force_close (dialog);
}

/* Long work */

static MkFetching *
fetching_of (MkWindow          *window,
             const char *const *files)
{
  MkFetching *fetching = mk_fetching_new (workplace_of (window));

  mk_fetching_add_files (fetching, files);
  return fetching;
}

static void
cancel_at_second_cb (MkFetching *fetching)
{
  if (mk_fetching_get_n_begun (fetching) == 2)
    mk_fetching_cancel (fetching);
}

/* The package in hand comes to its end; the rest is not touched, and is told of. */
static void
test_cancel (MkWindow *window)
{
  g_autoptr (MkAuthority) authority = mk_authority_new (window);
  g_autofree char *two = mk_authority_write (authority, 0, "");
  g_autofree char *three = mk_authority_write (authority, 0, "");
  g_autofree char *four = mk_authority_write (authority, 0, "");
  g_autoptr (MkFetching) fetching =
      fetching_of (window, (const char *[]) { two, three, four, NULL });
  g_autofree char *end = NULL;

  g_signal_connect (fetching, "progress", G_CALLBACK (cancel_at_second_cb), NULL);
  mk_fetching_start (fetching);
  mk_app_test_wait (is_done, fetching);
  g_assert_cmpuint (mk_fetching_get_verdicts (fetching)->len, ==, 2);
  assert_next (window, 0, 9);
  end = mk_fetching_end_words (fetching);
  g_assert_cmpstr (end, ==, "Stoppet. 1 fil blev ikke hentet. Hent den igen senere.");
}

static void
cancel_when_releasing_cb (MkFetching *fetching)
{
  if (mk_fetching_get_is_releasing (fetching))
    mk_fetching_cancel (fetching);
}

/* What waits and could not be fetched to the end stands on the page, and is fetched from there. */
static void
test_cancel_releasing (MkWindow *window)
{
  g_autoptr (MkAuthority) authority = mk_authority_new (window);
  g_autofree char *two = mk_authority_write (authority, 0, "");
  g_autofree char *three = mk_authority_write (authority, 0, "");
  g_autofree char *four = mk_authority_write (authority, 0, "");
  g_autoptr (MkFetching) fetching =
      fetching_of (window, (const char *[]) { four, three, two, NULL });
  const MkPostLine *line;

  g_signal_connect (fetching, "progress", G_CALLBACK (cancel_when_releasing_cb), NULL);
  mk_fetching_start (fetching);
  mk_app_test_wait (is_done, fetching);
  assert_next (window, 0, 9);
  line = the_problem (window);
  g_assert_cmpstr (line->button, ==, "Fortsæt");
  press (window, line);
  wait_and_close (window);
  assert_next (window, 0, 10);
  assert_no_problem (window);
}

/* Other work goes between the packages. */
static void
test_window_is_usable (MkWindow *window)
{
  g_autoptr (MkAuthority) authority = mk_authority_new (window);
  g_autoptr (GPtrArray) files = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  g_autoptr (MkFetching) fetching = mk_fetching_new (workplace_of (window));

  for (guint i = 0; i < 50; i++)
    g_ptr_array_add (files, mk_authority_write (authority, 0, ""));
  mk_fetching_add_files (fetching, (const char *const *) files->pdata);
  mk_fetching_start (fetching);
  assert_next (window, 0, (gint64) mk_fetching_get_n_begun (fetching) + 7);
  g_assert_false (mk_fetching_get_is_done (fetching));
  mk_app_test_wait (is_done, fetching);
  assert_next (window, 0, 57);
}

static gboolean
has_work (gpointer works)
{
  return g_list_model_get_n_items (works) > 0;
}

static gboolean
has_no_work (gpointer works)
{
  return !has_work (works);
}

static void
set_true_cb (gboolean *flag)
{
  *flag = TRUE;
}

static void
test_work_is_shown (MkWindow *window)
{
  GListStore *works = mk_workplace_get_works (workplace_of (window));
  g_autoptr (MkWork) work = mk_work_begin (works, "Henter…", TRUE);
  GtkWidget *row;
  gboolean is_cancelled = FALSE;

  g_signal_connect_swapped (work, "cancelled", G_CALLBACK (set_true_cb), &is_cancelled);
  mk_app_test_wait (has_work, works);
  mk_work_tell (work, "Henter 12 af 340…", 0.03);
  mk_app_test_settle ();
  row = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_WORK_ROW);
  g_assert_nonnull (mk_app_test_find_text (row, "Henter 12 af 340…"));
  g_signal_emit_by_name (mk_app_test_find (row, GTK_TYPE_BUTTON), "clicked");
  g_assert_true (is_cancelled);
  mk_work_end (work);
  mk_app_test_wait (has_no_work, works);
  mk_app_test_settle ();
  g_assert_null (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_WORK_ROW));
}

/* From outside the window */

static void
test_dropped_files (MkWindow *window)
{
  g_autoptr (MkAuthority) authority = mk_authority_new (window);
  g_autofree char *two = mk_authority_write (authority, 0, "");
  g_autofree char *three = mk_authority_write (authority, 0, "");

  mk_app_test_drop (window, (const char *const[]) { two, three, NULL });
  wait_and_close (window);
  assert_next (window, 0, 9);
}

static void
opened_cb (GApplication *application)
{
  MkWindow *window = MK_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));

  mk_app_test_wait_for_shell (window);
  g_assert_true (MK_IS_FETCH_DIALOG (mk_app_test_wait_for_dialog (window)));
  assert_next (window, 0, 7);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* As a file manager does it: the file is the argument. */
static void
test_opened_file (void)
{
  g_autofree char *first =
      g_build_filename (g_get_tmp_dir (), "makker-3b83fa44-d9398bd6-000001.json", NULL);
  MkApplication *application = mk_application_new ();

  g_assert_true (mk_clock_set (MK_APP_TEST_NOW, NULL));
  g_assert_true (mk_demo_write_package (first, NULL));
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_signal_connect_after (application, "open", G_CALLBACK (opened_cb), NULL);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 5,
                                      (char *[]) { (char *) "makker", (char *) "--demo",
                                                   (char *) "--now", (char *) MK_APP_TEST_NOW,
                                                   first, NULL }),
                   ==, 0);
  g_assert_finalize_object (application);
}

/* A yes to a package without a seal is another one than a yes to an unknown sender. */
static void
test_missing_seal_is_asked_about (MkWindow *window G_GNUC_UNUSED)
{
  g_autoptr (MkVerdict) verdict = mk_verdict_new ("en fil");
  g_autofree char *unknown = NULL;
  g_autofree char *meaning = NULL;

  mk_verdict_refuse (verdict, MK_CODE_SENDER, NULL, "Den er ikke forseglet.");
  verdict->asks = TRUE;
  unknown = g_strdup (mk_verdict_question (verdict));
  verdict->lacks_seal = TRUE;
  g_assert_cmpstr (mk_verdict_question (verdict), !=, unknown);
  meaning = mk_verdict_meaning (verdict);
  g_assert_nonnull (strstr (meaning, "Den er ikke forseglet."));
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/fetching/known-package-changes-nothing", test_known_package_changes_nothing);
  mk_app_test_add ("/fetching/unknown-sender-can-be-answered-later", test_unknown_sender);
  mk_app_test_add ("/fetching/removal-can-be-answered-later", test_removal);
  mk_app_test_add ("/fetching/strange-epoch-can-be-answered-later", test_strange_epoch);
  mk_app_test_add ("/fetching/no-can-be-for-good", test_no_can_be_for_good);
  mk_app_test_add ("/fetching/question-can-be-left", test_question_can_be_left);
  mk_app_test_add ("/fetching/outcome-is-told", test_outcome_is_told);
  mk_app_test_add ("/fetching/cancel-leaves-the-rest", test_cancel);
  mk_app_test_add ("/fetching/cancelled-release-can-go-on", test_cancel_releasing);
  mk_app_test_add ("/fetching/window-is-usable-meanwhile", test_window_is_usable);
  mk_app_test_add ("/fetching/long-work-is-shown-and-can-be-ended", test_work_is_shown);
  mk_app_test_add ("/fetching/dropped-files-are-fetched", test_dropped_files);
  g_test_add_func ("/fetching/file-manager-opens-a-package", test_opened_file);
  mk_app_test_add ("/fetching/missing-seal-is-asked-about", test_missing_seal_is_asked_about);
  return g_test_run ();
}
