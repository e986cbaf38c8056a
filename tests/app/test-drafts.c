/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-check-in-dialog.h"
#include "check-in/mk-draft-text.h"
#include "demo/mk-demo.h"
#include "mk-app-test.h"
#include "mk-clock.h"
#include "mk-drafts.h"
#include "mk-store-files.h"
#include "punchcard/mk-ask-draft.h"
#include "start/mk-unlock-page.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

/* What is typed and not saved is there again, whatever happens. */

#define PASSPHRASE "en lille opdigtet kode"
#define SENTENCE "Hun sagde selv til, da scanneren"
#define TYPES_INTO "--types-into="
#define ASKS_INTO "--asks-into="

static const char *program;

static GtkTextBuffer *
note_of (AdwDialog *dialog)
{
  GtkWidget *note = mk_app_test_find (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (note));
}

static AdwDialog *
type_sentence (MkWindow *window)
{
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.check-in", "(ss)", MK_DEMO_MIA,
                              MK_ATTENDANCE_MET);
  dialog = mk_app_test_wait_for_dialog (window);
  gtk_text_buffer_set_text (note_of (dialog), SENTENCE, -1);
  return dialog;
}

/* In the store */

static void
take_draft (const char *key,
            const char *data,
            const char *saved,
            gpointer    user_data)
{
  MkCheckInDraft **draft = user_data;

  g_assert_null (*draft);
  g_assert_cmpstr (key, ==, MK_DEMO_MIA);
  *draft = mk_draft_from_text (data);
  g_assert_nonnull (*draft);
}

static gpointer
read_draft (MkDatabase   *database,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr (MkCheckInDraft) draft = NULL;

  mk_draft_list (database, take_draft, &draft, error);
  return draft != NULL ? draft->data->note != NULL ? g_strdup (draft->data->note) : g_strdup ("")
                       : g_strdup ("none");
}

static MkCheckInDraft *
draft_in (const char *directory)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database = mk_store_files_open (directory, PASSPHRASE, &error);
  MkCheckInDraft *draft = NULL;

  g_assert_no_error (error);
  g_assert_true (mk_draft_list (database, take_draft, &draft, &error));
  g_assert_no_error (error);
  return draft;
}

/* The program that is killed */

static AdwDialog *
type_request (MkWindow *window)
{
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.ask-help", "s", MK_DEMO_MIA);
  dialog = mk_app_test_wait_for_dialog (window);
  gtk_text_buffer_set_text (note_of (dialog), SENTENCE, -1);
  return dialog;
}

/* @user_data: how it types. */
G_NORETURN static void
unlock_and_type (MkWindow *window,
                 gpointer  user_data)
{
  AdwDialog *(**type) (MkWindow *) = user_data;
  GtkWidget *page = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_UNLOCK_PAGE);
  GObject *passphrase = gtk_widget_get_template_child (page, MK_TYPE_UNLOCK_PAGE, "passphrase");

  gtk_editable_set_text (GTK_EDITABLE (passphrase), PASSPHRASE);
  g_signal_emit_by_name (page, "unlock");
  mk_app_test_wait_for_shell (window);
  (*type) (window);
  puts ("typed");
  fflush (stdout);
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}

static int
be_killed (const char *directory,
           AdwDialog *(*type) (MkWindow *))
{
  g_autofree char *option = g_strconcat ("--data-dir=", directory, NULL);
  const char *arguments[] = { "makker", option, "--now=" MK_APP_TEST_NOW, NULL };

  mk_app_test_run (arguments, unlock_and_type, &type);
  return 1;
}

static char *
new_store (void)
{
  char *directory = g_dir_make_tmp ("makker-drafts-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  g_autoptr (MkDatabase) database = NULL;

  mk_clock_set (MK_APP_TEST_NOW, NULL);
  database = mk_store_files_create (directory, PASSPHRASE, &code, &error);
  g_assert_no_error (error);
  g_assert_true (mk_demo_fill (database, &error));
  g_assert_no_error (error);
  return directory;
}

static void
wait_for_typed (GSubprocess *child)
{
  g_autoptr (GDataInputStream) lines =
      g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  g_autofree char *line = NULL;

  do
    {
      g_free (line);
      line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
      g_assert_nonnull (line);
    }
  while (!g_str_equal (line, "typed"));
}

/* The second is what is promised, and not waited for to be safe. */
static void
kill_what_types (const char *how,
                 const char *directory)
{
  g_autofree char *option = g_strconcat (how, directory, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, option, NULL);

  g_assert_no_error (error);
  wait_for_typed (child);
  g_usleep (G_USEC_PER_SEC);
  g_subprocess_send_signal (child, SIGKILL);
  g_subprocess_wait (child, NULL, NULL);
}

static void
test_survives_being_killed (void)
{
  g_autofree char *directory = new_store ();
  g_autoptr (MkCheckInDraft) draft = NULL;

  kill_what_types (TYPES_INTO, directory);
  draft = draft_in (directory);
  g_assert_nonnull (draft);
  g_assert_cmpstr (draft->data->note, ==, SENTENCE);
  g_assert_cmpstr (draft->data->attendance, ==, MK_ATTENDANCE_MET);
  mk_demo_remove (directory);
}

static void
take_request (const char *key,
              const char *data,
              const char *saved,
              gpointer    user_data)
{
  MkAskDraft **draft = user_data;
  g_autofree char *expected = mk_ask_draft_key (NULL, MK_DEMO_MIA);

  g_assert_null (*draft);
  g_assert_cmpstr (key, ==, expected);
  *draft = mk_ask_draft_from_text (data);
}

static void
test_request_survives_being_killed (void)
{
  g_autofree char *directory = new_store ();
  g_autoptr (MkAskDraft) draft = NULL;
  g_autoptr (MkDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  kill_what_types (ASKS_INTO, directory);
  database = mk_store_files_open (directory, PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_true (mk_draft_list (database, take_request, &draft, &error));
  g_assert_no_error (error);
  g_assert_nonnull (draft);
  g_assert_cmpstr (draft->data->description, ==, SENTENCE);
  g_assert_cmpstr (draft->data->placement_id, ==, MK_DEMO_MIA);
  g_clear_pointer (&database, mk_database_close);
  mk_demo_remove (directory);
}

/* Without being killed */

static gboolean
says_kept (gpointer dialog)
{
  return mk_app_test_find_text (dialog, "Gemt som kladde kl.\u00a011.05") != NULL;
}

static void
test_says_so_once_it_is_kept (MkWindow *window)
{
  AdwDialog *dialog = type_sentence (window);
  g_autofree char *kept = NULL;

  g_assert_false (says_kept (dialog));
  mk_app_test_wait (says_kept, dialog);
  kept = mk_app_test_on_store (window, read_draft, NULL);
  g_assert_cmpstr (kept, ==, SENTENCE);
  adw_dialog_force_close (dialog);
}

static void
test_flush_writes_at_once (MkWindow *window)
{
  AdwDialog *dialog = type_sentence (window);
  g_autofree char *kept = NULL;

  mk_workplace_flush_drafts (mk_shell_get_workplace (mk_window_get_shell (window)));
  kept = mk_app_test_on_store (window, read_draft, NULL);
  g_assert_cmpstr (kept, ==, SENTENCE);
  adw_dialog_force_close (dialog);
}

static void
test_saved_one_is_gone (MkWindow *window)
{
  AdwDialog *dialog = type_sentence (window);
  g_autofree char *kept = NULL;

  mk_app_test_wait (says_kept, dialog);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  mk_app_test_wait_for_no_dialog (window);
  kept = mk_app_test_on_store (window, read_draft, NULL);
  g_assert_cmpstr (kept, ==, "none");
}

static void
test_emptied_one_is_gone (MkWindow *window)
{
  AdwDialog *dialog = type_sentence (window);
  g_autofree char *kept = NULL;

  mk_app_test_wait (says_kept, dialog);
  gtk_text_buffer_set_text (note_of (dialog), "", -1);
  g_assert_false (says_kept (dialog));
  kept = mk_app_test_on_store (window, read_draft, NULL);
  g_assert_cmpstr (kept, ==, "none");
  adw_dialog_force_close (dialog);
}

/* Everything in a draft comes back, also what no record may hold. */
static void
test_comes_back_whole (void)
{
  g_autofree char *long_note = g_strnfill (12000, 'x');
  g_autoptr (MkCheckInDraft) draft =
      mk_check_in_draft_new (MK_DEMO_MIA, "Per", MK_APP_TEST_NOW, NULL);
  g_autoptr (MkCheckInDraft) again = NULL;
  g_autofree char *text = NULL, *text_again = NULL;
  MkPulse half = { 4, MK_ABSENT, 1 };

  g_set_str (&draft->id, MK_DEMO_JONAS);
  g_set_str (&draft->kept_private, "bliver her");
  g_set_str (&draft->data->note, long_note);
  g_set_str (&draft->data->difficult, "“citat” \\ \n\u202e🙂");
  g_set_str (&draft->data->path, MK_PATH_PERIPHERAL);
  draft->data->pulse = g_memdup2 (&half, sizeof half);
  draft->data->breaks_with_colleagues = FALSE;
  draft->revision = 7;
  draft->minutes = 150;
  draft->paid_minutes = 60;
  draft->split = MK_SPLIT_BOTH;
  draft->hours_source = MK_HOURS_AS_PLANNED;
  draft->scheme = g_intern_string (MK_SCHEME_HYBRID);
  draft->sends_path = TRUE;
  text = mk_draft_to_text (draft);
  again = mk_draft_from_text (text);
  g_assert_nonnull (again);
  text_again = mk_draft_to_text (again);
  g_assert_cmpstr (text_again, ==, text);
  g_assert_cmpstr (again->data->note, ==, long_note);
  g_assert_cmpint (again->data->pulse->competence, ==, MK_ABSENT);
  g_assert_cmpint (again->data->breaks_with_colleagues, ==, FALSE);
  g_assert_cmpint (again->revision, ==, 7);
  g_assert_null (mk_draft_from_text ("{}"));
  g_assert_null (mk_draft_from_text ("{\"data\":{}}"));
}

static int
type_into (char      **argv,
           const char *how,
           AdwDialog *(*type) (MkWindow *))
{
  g_autofree char *directory = g_strdup (argv[1] + strlen (how));
  int argc = 1;

  mk_app_test_init (&argc, &argv);
  return be_killed (directory, type);
}

int
main (int   argc,
      char *argv[])
{
  program = argv[0];
  if (argc == 2 && g_str_has_prefix (argv[1], TYPES_INTO))
    return type_into (argv, TYPES_INTO, type_sentence);
  if (argc == 2 && g_str_has_prefix (argv[1], ASKS_INTO))
    return type_into (argv, ASKS_INTO, type_request);
  mk_app_test_init (&argc, &argv);
  g_test_add_func ("/drafts/comes-back-whole", test_comes_back_whole);
  g_test_add_func ("/drafts/survives-being-killed", test_survives_being_killed);
  g_test_add_func ("/drafts/request-survives-being-killed", test_request_survives_being_killed);
  mk_app_test_add ("/drafts/says-so-once-it-is-kept", test_says_so_once_it_is_kept);
  mk_app_test_add ("/drafts/flush-writes-at-once", test_flush_writes_at_once);
  mk_app_test_add ("/drafts/saved-one-is-gone", test_saved_one_is_gone);
  mk_app_test_add ("/drafts/emptied-one-is-gone", test_emptied_one_is_gone);
  return g_test_run ();
}
