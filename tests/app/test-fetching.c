/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo.h"
#include "exchange/mk-fetch-dialog.h"
#include "exchange/mk-fetch-flow.h"
#include "exchange/mk-fetching.h"
#include "exchange/mk-verdict-words.h"
#include "mk-app-test.h"

#include <glib/gstdio.h>

/* Opening packages, without the file chooser. */

static gboolean
is_done (gpointer fetching)
{
  return mk_fetching_get_is_done (fetching);
}

static gboolean
asks (gpointer fetching)
{
  return mk_fetching_get_question (fetching) != NULL;
}

static MkWorkplace *
workplace_of (MkWindow *window)
{
  return mk_shell_get_workplace (mk_window_get_shell (window));
}

/* The start package of the invented workplace, from an authority whose id begins so. */
static char *
package_from (const char *begins)
{
  g_autofree char *name = g_strconcat ("makker-", begins, "-d9398bd6-000001.json", NULL);
  char *path = g_build_filename (g_get_tmp_dir (), name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *other = NULL;

  g_assert_true (mk_demo_write_package (path, NULL));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  parts = g_strsplit (text, "3b83fa44", -1);
  other = g_strjoinv (begins, parts);
  g_assert_true (g_file_set_contents (path, other, -1, NULL));
  return path;
}

static void
test_known_package_changes_nothing (MkWindow *window)
{
  g_autofree char *path = package_from ("3b83fa44");
  g_autoptr (MkFetching) fetching =
      mk_fetching_new (workplace_of (window), (const char *[]) { path, "/nowhere/at/all", NULL });
  const MkVerdict *known, *unreadable;

  mk_fetching_start (fetching);
  mk_app_test_wait (is_done, fetching);
  g_assert_null (mk_fetching_get_error (fetching));
  g_assert_cmpuint (mk_fetching_get_verdicts (fetching)->len, ==, 2);
  known = g_ptr_array_index (mk_fetching_get_verdicts (fetching), 0);
  unreadable = g_ptr_array_index (mk_fetching_get_verdicts (fetching), 1);
  g_assert_cmpint (known->status, ==, MK_VERDICT_KNOWN);
  g_assert_cmpint (unreadable->status, ==, MK_VERDICT_REFUSED);
  g_unlink (path);
}

static void
test_unknown_sender_is_asked_about (MkWindow *window)
{
  g_autofree char *path = package_from ("4c83fa44");
  g_autoptr (MkFetching) fetching =
      mk_fetching_new (workplace_of (window), (const char *[]) { path, NULL });
  g_autoptr (MkFetching) again =
      mk_fetching_new (workplace_of (window), (const char *[]) { path, NULL });
  const MkVerdict *verdict;

  mk_fetching_start (fetching);
  mk_app_test_wait (asks, fetching);
  g_assert_cmpstr (mk_fetching_get_question (fetching)->sender->name, ==, "Jobcenter Eksempelby");
  mk_fetching_answer (fetching, FALSE);
  g_assert_true (mk_fetching_get_is_done (fetching));
  verdict = g_ptr_array_index (mk_fetching_get_verdicts (fetching), 0);
  g_assert_cmpint (verdict->status, ==, MK_VERDICT_REFUSED);

  mk_fetching_start (again);
  mk_app_test_wait (asks, again);
  mk_fetching_answer (again, TRUE);
  mk_app_test_wait (is_done, again);
  g_assert_cmpuint (mk_fetching_get_verdicts (again)->len, ==, 1);
  verdict = g_ptr_array_index (mk_fetching_get_verdicts (again), 0);
  g_assert_cmpint (verdict->status, !=, MK_VERDICT_REFUSED);
  g_unlink (path);
}

static void
test_outcome_is_told (MkWindow *window)
{
  g_autofree char *path = package_from ("3b83fa44");
  AdwDialog *dialog;

  mk_fetch_flow_take (GTK_WIDGET (mk_window_get_shell (window)), workplace_of (window),
                      (const char *[]) { path, NULL });
  dialog = mk_app_test_wait_for_dialog (window);
  g_assert_true (MK_IS_FETCH_DIALOG (dialog));
  g_assert_cmpuint (mk_app_test_count (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW), ==, 1);
  adw_dialog_force_close (dialog);
  g_unlink (path);
}

static void
test_question_can_be_left (MkWindow *window)
{
  g_autofree char *path = package_from ("4c83fa44");

  mk_fetch_flow_take (GTK_WIDGET (mk_window_get_shell (window)), workplace_of (window),
                      (const char *[]) { path, NULL });
  g_assert_true (ADW_IS_ALERT_DIALOG (mk_app_test_wait_for_dialog (window)));
  /* The window is closed with the question open, and finalized all the same. */
  g_unlink (path);
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
  mk_app_test_add ("/fetching/unknown-sender-is-asked-about", test_unknown_sender_is_asked_about);
  mk_app_test_add ("/fetching/outcome-is-told", test_outcome_is_told);
  mk_app_test_add ("/fetching/question-can-be-left", test_question_can_be_left);
  mk_app_test_add ("/fetching/missing-seal-is-asked-about", test_missing_seal_is_asked_about);
  return g_test_run ();
}
