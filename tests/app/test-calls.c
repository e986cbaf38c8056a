/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo.h"
#include "hotline/mk-call-dialog.h"
#include "mk-app-test.h"
#include "mk-hotline-test.h"
#include "mk-log.h"
#include "mk-own-records.h"

/* Calls that are noted. */

/* Who takes the telephone for Mia at eleven on a Thursday. */
static const MkHotlineLine *
first_line (MkWindow *window)
{
  g_autoptr (GPtrArray) turns = mk_hotline_list (mk_hotline_test_hotline (window), MK_DEMO_MIA);

  return ((const MkHotlineTurn *) g_ptr_array_index (turns, 0))->line;
}

/* As from the dialog with Mia's numbers. */
static AdwDialog *
open_form (MkWindow   *window,
           const char *key)
{
  GtkWidget *view = mk_hotline_test_show (window);

  g_assert_true (gtk_widget_activate_action (view, "hotline.note", "s", key));
  return mk_app_test_wait_for_dialog (window);
}

static void
choose (AdwDialog  *dialog,
        const char *name)
{
  GtkWidget *button =
      GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (dialog), MK_TYPE_CALL_DIALOG, name));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
}

/* The first is nobody in particular. */
static void
choose_placement (MkWindow   *window,
                  AdwDialog  *dialog,
                  const char *id)
{
  GListModel *placements = mk_workplace_get_placements (mk_hotline_test_workplace (window));
  GObject *row =
      gtk_widget_get_template_child (GTK_WIDGET (dialog), MK_TYPE_CALL_DIALOG, "placement");
  guint position = 0;

  for (guint i = 0; i < g_list_model_get_n_items (placements); i++)
    {
      g_autoptr (MkPlacementItem) item = g_list_model_get_item (placements, i);

      if (g_strcmp0 (mk_placement_item_get_id (item), id) == 0)
        position = i + 1;
    }
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), position);
}

static void
type_note (AdwDialog  *dialog,
           const char *text)
{
  GObject *buffer =
      gtk_widget_get_template_child (GTK_WIDGET (dialog), MK_TYPE_CALL_DIALOG, "buffer");

  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (buffer), text, -1);
}

static gpointer
log_func (MkDatabase   *database,
          gpointer      kind,
          GCancellable *cancellable,
          GError      **error)
{
  MkLogFilter filter = { MK_DEMO_MIA, kind, NULL };
  g_autoptr (GArray) rows = mk_log_rows (database, &filter, error);

  g_assert_nonnull (rows);
  return GUINT_TO_POINTER (rows->len + 1);
}

static guint
log_length (MkWindow   *window,
            const char *kind)
{
  return GPOINTER_TO_UINT (mk_app_test_on_store (window, log_func, (gpointer) kind)) - 1;
}

/* Calls */

static gboolean
is_noted (gpointer window)
{
  GPtrArray *calls = mk_hotline_test_read (window, &mk_call_type);
  guint n_calls = calls->len;

  mk_hotline_test_free (calls, &mk_call_type);
  return n_calls > 0;
}

static void
test_call_is_noted (MkWindow *window)
{
  const MkHotlineLine *line = first_line (window);
  g_autofree char *name = g_strdup (line->name);
  guint before = log_length (window, MK_LOG_HELP);
  AdwDialog *dialog = open_form (window, line->key);
  GPtrArray *calls;
  const MkCallData *call;

  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  g_assert_false (is_noted (window));
  choose_placement (window, dialog, MK_DEMO_MIA);
  choose (dialog, "message");
  type_note (dialog, "De ringer efter frokost.");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  mk_app_test_wait_for_no_dialog (window);

  calls = mk_hotline_test_read (window, &mk_call_type);
  g_assert_cmpuint (calls->len, ==, 1);
  call = g_ptr_array_index (calls, 0);
  g_assert_cmpstr (call->contact_name, ==, name);
  g_assert_cmpstr (call->outcome, ==, MK_CALL_MESSAGE);
  g_assert_cmpstr (call->note, ==, "De ringer efter frokost.");
  g_assert_cmpstr (call->placement_id, ==, MK_DEMO_MIA);
  g_assert_true (g_str_has_prefix (call->moment, "2026-12-03T11:05"));
  mk_hotline_test_free (calls, &mk_call_type);
  g_assert_cmpuint (log_length (window, MK_LOG_HELP), ==, before + 1);
}

/* The one who takes the telephone after the one who did not. */
static void
test_next_in_line (MkWindow *window)
{
  const MkHotlineLine *first = first_line (window);
  const MkHotlineLine *second =
      mk_hotline_find_next (mk_hotline_test_hotline (window), NULL, first->key);
  g_autofree char *expected = g_strdup (second->key);
  AdwDialog *dialog = open_form (window, first->key);
  GtkWidget *next =
      GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (dialog), MK_TYPE_CALL_DIALOG, "next"));

  choose (dialog, "talked");
  g_assert_false (gtk_widget_get_visible (next));
  choose_placement (window, dialog, NULL);
  choose (dialog, "no_answer");
  g_assert_true (gtk_widget_get_visible (next));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "call.save-next", NULL);
  mk_app_test_wait (is_noted, window);
  dialog = mk_app_test_wait_for_dialog (window);
  g_assert_true (MK_IS_CALL_DIALOG (dialog));
  g_assert_cmpstr (mk_call_dialog_get_draft (MK_CALL_DIALOG (dialog))->line_key, ==, expected);
  adw_dialog_close (dialog);
}

/* What was written and not saved stands there again, and another call knows nothing of it. */
static void
test_draft_is_kept (MkWindow *window)
{
  const MkHotlineLine *first = first_line (window);
  const MkHotlineLine *second =
      mk_hotline_find_next (mk_hotline_test_hotline (window), NULL, first->key);
  AdwDialog *dialog = open_form (window, first->key);

  choose (dialog, "talked");
  type_note (dialog, "Halvt skrevet");
  adw_dialog_close (dialog);
  mk_app_test_wait_for_no_dialog (window);
  dialog = open_form (window, second->key);
  g_assert_null (mk_call_dialog_get_draft (MK_CALL_DIALOG (dialog))->data->note);
  adw_dialog_close (dialog);
  mk_app_test_wait_for_no_dialog (window);
  dialog = open_form (window, first->key);
  g_assert_cmpstr (mk_call_dialog_get_draft (MK_CALL_DIALOG (dialog))->data->note, ==,
                   "Halvt skrevet");
  adw_dialog_close (dialog);
  mk_app_test_wait_for_no_dialog (window);
}

static gpointer
save_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr (MkSaved) saved = mk_own_record_save (database, &mk_call_type, NULL, data, error);

  return saved != NULL ? g_strdup (saved->id) : NULL;
}

static char *
save_call (MkWindow   *window,
           const char *date)
{
  MkCallData call = { .contact_name = (char *) "Vagten",
                      .moment = (char *) "2026-12-02T09:00:00+01:00",
                      .author = (char *) "Per",
                      .placement_id = (char *) MK_DEMO_MIA,
                      .outcome = (char *) MK_CALL_NO_ANSWER,
                      .follow_up_date = (char *) date,
                      .followed_up = MK_ABSENT };
  char *id = mk_app_test_on_store (window, save_func, &call);

  mk_workplace_refresh (mk_hotline_test_workplace (window));
  mk_app_test_wait_for_counting (window);
  return id;
}

static gboolean
is_asked (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-today", NULL);
  mk_app_test_settle ();
  return mk_app_test_find_text (GTK_WIDGET (window), "Følg op på opkaldet til Vagten") != NULL;
}

static gboolean
is_not_asked (gpointer window)
{
  return !is_asked (window);
}

static void
test_follow_up_appears_and_is_done (MkWindow *window)
{
  g_autofree char *later = save_call (window, "2026-12-04");
  g_autofree char *id = NULL;
  GPtrArray *calls;
  guint n_done = 0;

  g_assert_false (is_asked (window));
  id = save_call (window, "2026-12-03");
  g_assert_true (is_asked (window));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.follow-up-call", "s", id));
  mk_app_test_wait (is_not_asked, window);
  calls = mk_hotline_test_read (window, &mk_call_type);
  for (guint i = 0; i < calls->len; i++)
    n_done += ((const MkCallData *) g_ptr_array_index (calls, i))->followed_up == TRUE;
  g_assert_cmpuint (n_done, ==, 1);
  mk_hotline_test_free (calls, &mk_call_type);
}

static gboolean
is_gone (gpointer window)
{
  return !is_noted (window);
}

static void
test_call_is_deleted_and_brought_back (MkWindow *window)
{
  g_autofree char *id = save_call (window, NULL);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.delete-call", "s", id);
  mk_app_test_wait (is_gone, window);
  mk_hotline_test_undo (window);
  mk_app_test_wait (is_noted, window);
}

static void
test_call_is_corrected (MkWindow *window)
{
  g_autofree char *id = save_call (window, NULL);
  AdwDialog *dialog;
  GPtrArray *calls;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-call", "s", id);
  dialog = mk_app_test_wait_for_dialog (window);
  choose (dialog, "talked");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  mk_app_test_wait_for_no_dialog (window);
  calls = mk_hotline_test_read (window, &mk_call_type);
  g_assert_cmpuint (calls->len, ==, 1);
  g_assert_cmpstr (((const MkCallData *) g_ptr_array_index (calls, 0))->outcome, ==,
                   MK_CALL_TALKED);
  mk_hotline_test_free (calls, &mk_call_type);
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/calls/noted-with-outcome-and-in-the-log", test_call_is_noted);
  mk_app_test_add ("/calls/nobody-answered-offers-the-next", test_next_in_line);
  mk_app_test_add ("/calls/draft-is-kept", test_draft_is_kept);
  mk_app_test_add ("/calls/follow-up-appears-and-is-done", test_follow_up_appears_and_is_done);
  mk_app_test_add ("/calls/deleted-and-brought-back", test_call_is_deleted_and_brought_back);
  mk_app_test_add ("/calls/corrected", test_call_is_corrected);
  return g_test_run ();
}
