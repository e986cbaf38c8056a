/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo.h"
#include "form/mk-form-dialog.h"
#include "mk-store-run.h"

/* What holds for every form in which a record is written: words are not lost. */

#define WORDS "Ring til vagten"

/* How to come to a form, and what it lacks to be saved but its words. */
typedef struct
{
  const char *name;
  const char *action;
  const char *target; /* or NULL for whom to call */
  const char *lacks; /* a child of it, or NULL */
} Form;

static const Form forms[] = {
  { "call", "win.note-call", NULL, "talked" },
  { "meeting", "win.write-meeting", "''", NULL },
  { "own-number", "win.add-number", "''", "telephone" },
  { "check-in", "win.check-in", "('" MK_DEMO_MIA "', 'moedt')", NULL },
  { "request", "win.ask-help", "'" MK_DEMO_MIA "'", NULL },
};

static GVariant *
whom_to_call (MkWindow *window)
{
  MkHotline *hotline =
      mk_workplace_get_hotline (mk_shell_get_workplace (mk_window_get_shell (window)));
  g_autoptr (GPtrArray) turns = mk_hotline_list (hotline, MK_DEMO_MIA);
  const MkHotlineTurn *first = g_ptr_array_index (turns, 0);

  return g_variant_new ("(ss)", first->line->key, MK_DEMO_MIA);
}

static MkFormDialog *
shown_form (MkWindow *window)
{
  return MK_FORM_DIALOG (mk_app_test_wait_for_dialog (window));
}

static MkFormDialog *
open_form (MkWindow   *window,
           const Form *form)
{
  g_autoptr (GVariant) target = g_variant_ref_sink (
      form->target != NULL ? g_variant_new_parsed (form->target) : whom_to_call (window));

  g_test_message ("%s", form->name);
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (window), form->action, target));
  return shown_form (window);
}

static GtkTextBuffer *
buffer_of (MkFormDialog *dialog)
{
  GtkWidget *view = mk_app_test_find (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW);

  return view != NULL ? gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)) : NULL;
}

static GtkEditable *
line_of (MkFormDialog *dialog)
{
  return GTK_EDITABLE (mk_app_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW));
}

static void
write_words (MkFormDialog *dialog,
             const char   *words)
{
  if (buffer_of (dialog) != NULL)
    gtk_text_buffer_set_text (buffer_of (dialog), words, -1);
  else
    gtk_editable_set_text (line_of (dialog), words);
}

static char *
read_words (MkFormDialog *dialog)
{
  GtkTextIter start, end;

  if (buffer_of (dialog) == NULL)
    return g_strdup (gtk_editable_get_text (line_of (dialog)));
  gtk_text_buffer_get_bounds (buffer_of (dialog), &start, &end);
  return gtk_text_buffer_get_text (buffer_of (dialog), &start, &end, FALSE);
}

static void
assert_has_words (MkFormDialog *dialog,
                  const char   *expected)
{
  g_autofree char *words = read_words (dialog);

  g_assert_cmpstr (words, ==, expected);
}

static void
complete (MkFormDialog *dialog,
          const Form   *form)
{
  GObject *child =
      form->lacks != NULL
          ? gtk_widget_get_template_child (GTK_WIDGET (dialog), G_OBJECT_TYPE (dialog), form->lacks)
          : NULL;

  if (GTK_IS_CHECK_BUTTON (child))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (child), TRUE);
  else if (child != NULL)
    gtk_editable_set_text (GTK_EDITABLE (child), "12 34 56 78");
}

static void
close_form (MkWindow     *window,
            MkFormDialog *dialog)
{
  adw_dialog_close (ADW_DIALOG (dialog));
  mk_app_test_wait_for_no_dialog (window);
}

static gboolean
says_kept (gpointer dialog)
{
  return mk_app_test_find_text (dialog, "Gemt som kladde kl.\u00a011.05") != NULL;
}

static void
test_words_are_kept (MkWindow *window)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      MkFormDialog *dialog = open_form (window, &forms[i]);

      g_assert_false (says_kept (dialog));
      write_words (dialog, WORDS);
      mk_app_test_wait (says_kept, dialog);
      close_form (window, dialog);
      dialog = open_form (window, &forms[i]);
      assert_has_words (dialog, WORDS);
      g_assert_true (says_kept (dialog));
      close_form (window, dialog);
    }
}

/* What was written and taken back is nothing to come back to. */
static void
test_nothing_is_kept_of_nothing (MkWindow *window)
{
  MkDraftKeeper *drafts =
      mk_workplace_get_drafts (mk_shell_get_workplace (mk_window_get_shell (window)));

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      MkFormDialog *dialog = open_form (window, &forms[i]);
      g_autofree char *key = g_strdup (mk_form_dialog_get_subject (dialog)->key);

      write_words (dialog, WORDS);
      write_words (dialog, "");
      close_form (window, dialog);
      g_assert_null (mk_draft_keeper_get (drafts, key));
    }
}

static gboolean
offers_undo (gpointer window)
{
  return mk_app_test_find_text (window, "Fortryd") != NULL;
}

static gboolean
offers_no_undo (gpointer window)
{
  return !offers_undo (window);
}

/* One toast waits for the other. */
static void
dismiss_toasts (MkWindow *window)
{
  adw_toast_overlay_dismiss_all (mk_shell_get_overlay (mk_window_get_shell (window)));
  mk_app_test_wait (offers_no_undo, window);
}

static void
press_undo (MkWindow *window)
{
  GtkWidget *label;

  mk_app_test_wait (offers_undo, window);
  label = mk_app_test_find_text (GTK_WIDGET (window), "Fortryd");
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
}

static void
test_comes_back_when_undone (MkWindow *window)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      MkFormDialog *dialog = open_form (window, &forms[i]);

      dismiss_toasts (window);
      write_words (dialog, WORDS);
      complete (dialog, &forms[i]);
      gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
      mk_app_test_wait_for_no_dialog (window);
      press_undo (window);
      dialog = shown_form (window);
      assert_has_words (dialog, WORDS);
      g_assert_null (mk_form_dialog_get_subject (dialog)->id);
      close_form (window, dialog);
    }
}

static void
enter (MkWindow *window)
{
  mk_store_run_unlock (window, MK_STORE_RUN_PASSPHRASE);
  mk_app_test_wait_for_shell (window);
}

/* The last two are locked out of in app-lock. */
static void
lock_out_of_each (MkWindow *window,
                  gpointer  user_data)
{
  enter (window);
  for (guint i = 0; i < G_N_ELEMENTS (forms) - 2; i++)
    {
      write_words (open_form (window, &forms[i]), WORDS);
      mk_window_lock (window);
      g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
      enter (window);
      assert_has_words (shown_form (window), WORDS);
      close_form (window, shown_form (window));
    }
}

static void
test_comes_back_after_the_lock (MkStoreRun   *run,
                                gconstpointer data)
{
  mk_store_run_make (run);
  mk_store_run (run, lock_out_of_each);
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/forms/words-are-kept", test_words_are_kept);
  mk_app_test_add ("/forms/nothing-is-kept-of-nothing", test_nothing_is_kept_of_nothing);
  mk_app_test_add ("/forms/comes-back-when-undone", test_comes_back_when_undone);
  g_test_add ("/forms/comes-back-after-the-lock", MkStoreRun, NULL, mk_store_run_set_up,
              test_comes_back_after_the_lock, mk_store_run_tear_down);
  return g_test_run ();
}
