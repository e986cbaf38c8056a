/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo.h"
#include "hotline/mk-call-dialog.h"
#include "hotline/mk-hotline-view.h"
#include "hotline/mk-own-contact-dialog.h"
#include "mk-app-test.h"
#include "mk-authority.h"
#include "mk-clock.h"
#include "mk-log.h"
#include "mk-own-records.h"
#include "mk-record-reading.h"
#include "records/mk-contact-note.h"
#include "today/mk-today-page.h"

/* What a workplace itself writes about whom to call: calls, own numbers, and notes beside others'. */

static MkWorkplace *
workplace_of (MkWindow *window)
{
  return mk_shell_get_workplace (mk_window_get_shell (window));
}

static MkHotline *
hotline_of (MkWindow *window)
{
  return mk_workplace_get_hotline (workplace_of (window));
}

/* Who takes the telephone for Mia at eleven on a Thursday. */
static const MkHotlineLine *
first_line (MkWindow *window)
{
  g_autoptr (GPtrArray) turns = mk_hotline_list (hotline_of (window), MK_DEMO_MIA);

  return ((const MkHotlineTurn *) g_ptr_array_index (turns, 0))->line;
}

static GtkWidget *
show_page (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-hotline", NULL);
  mk_app_test_settle ();
  return mk_app_test_find (GTK_WIDGET (window), MK_TYPE_HOTLINE_VIEW);
}

/* As from the dialog with Mia's numbers. */
static AdwDialog *
open_form (MkWindow   *window,
           const char *key)
{
  GtkWidget *view = show_page (window);

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
  GListModel *placements = mk_workplace_get_placements (workplace_of (window));
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

/* What stands in the store */

static void
add_content (const MkListed *listed,
             gpointer        user_data)
{
  gpointer content =
      mk_record_content_read (mk_record_type_find (listed->type), listed->data, NULL);

  g_assert_nonnull (content);
  g_assert_true (listed->stays);
  g_ptr_array_add (user_data, content);
}

static gpointer
contents_func (MkDatabase   *database,
               gpointer      type,
               GCancellable *cancellable,
               GError      **error)
{
  MkListing listing = { .type = ((const MkRecordType *) type)->name, .limit = -1 };
  GPtrArray *contents = g_ptr_array_new ();

  g_assert_true (mk_record_list (database, &listing, add_content, contents, error));
  return contents;
}

static GPtrArray *
contents (MkWindow           *window,
          const MkRecordType *type)
{
  return mk_app_test_on_store (window, contents_func, (gpointer) type);
}

static void
free_contents (GPtrArray          *list,
               const MkRecordType *type)
{
  for (guint i = 0; i < list->len; i++)
    mk_shape_free (type->shape, g_ptr_array_index (list, i));
  g_ptr_array_unref (list);
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
  GPtrArray *calls = contents (window, &mk_call_type);
  guint n_calls = calls->len;

  free_contents (calls, &mk_call_type);
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

  calls = contents (window, &mk_call_type);
  g_assert_cmpuint (calls->len, ==, 1);
  call = g_ptr_array_index (calls, 0);
  g_assert_cmpstr (call->contact_name, ==, name);
  g_assert_cmpstr (call->outcome, ==, MK_CALL_MESSAGE);
  g_assert_cmpstr (call->note, ==, "De ringer efter frokost.");
  g_assert_cmpstr (call->placement_id, ==, MK_DEMO_MIA);
  g_assert_true (g_str_has_prefix (call->moment, "2026-12-03T11:05"));
  free_contents (calls, &mk_call_type);
  g_assert_cmpuint (log_length (window, MK_LOG_HELP), ==, before + 1);
}

/* The one who takes the telephone after the one who did not. */
static void
test_next_in_line (MkWindow *window)
{
  const MkHotlineLine *first = first_line (window);
  const MkHotlineLine *second = mk_hotline_find_next (hotline_of (window), NULL, first->key);
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
  const MkHotlineLine *second = mk_hotline_find_next (hotline_of (window), NULL, first->key);
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

  mk_workplace_refresh (workplace_of (window));
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
  calls = contents (window, &mk_call_type);
  for (guint i = 0; i < calls->len; i++)
    n_done += ((const MkCallData *) g_ptr_array_index (calls, i))->followed_up == TRUE;
  g_assert_cmpuint (n_done, ==, 1);
  free_contents (calls, &mk_call_type);
}

static gboolean
is_gone (gpointer window)
{
  return !is_noted (window);
}

static gboolean
offers_undo (gpointer window)
{
  return mk_app_test_find_text (window, "Fortryd") != NULL;
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
test_call_is_deleted_and_brought_back (MkWindow *window)
{
  g_autofree char *id = save_call (window, NULL);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.delete-call", "s", id);
  mk_app_test_wait (is_gone, window);
  press_undo (window);
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
  calls = contents (window, &mk_call_type);
  g_assert_cmpuint (calls->len, ==, 1);
  g_assert_cmpstr (((const MkCallData *) g_ptr_array_index (calls, 0))->outcome, ==,
                   MK_CALL_TALKED);
  free_contents (calls, &mk_call_type);
}

/* Own numbers */

static void
set_field (AdwDialog  *dialog,
           const char *name,
           const char *text)
{
  GObject *field =
      gtk_widget_get_template_child (GTK_WIDGET (dialog), MK_TYPE_OWN_CONTACT_DIALOG, name);

  gtk_editable_set_text (GTK_EDITABLE (field), text);
}

static const MkHotlineLine *
find_own (MkWindow *window)
{
  g_autoptr (GPtrArray) turns = mk_hotline_list (hotline_of (window), NULL);

  for (guint i = 0; i < turns->len; i++)
    {
      const MkHotlineLine *line = ((const MkHotlineTurn *) g_ptr_array_index (turns, i))->line;

      if (line->kind == MK_HOTLINE_OWN)
        return line;
    }
  return NULL;
}

static gboolean
has_own (gpointer window)
{
  return find_own (window) != NULL;
}

static gboolean
has_no_own (gpointer window)
{
  return find_own (window) == NULL;
}

static void
add_own (MkWindow *window)
{
  GtkWidget *view = show_page (window);
  AdwDialog *dialog;

  gtk_widget_activate_action (view, "hotline.add", NULL);
  dialog = mk_app_test_wait_for_dialog (window);
  set_field (dialog, "name", "Vagten på lageret");
  set_field (dialog, "telephone", "lokal 47");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  mk_app_test_wait_for_no_dialog (window);
  mk_app_test_wait (has_own, window);
}

static gboolean
shows_own (gpointer window)
{
  return mk_app_test_find_text (window, "Vagten på lageret\nlokal 47") != NULL;
}

static void
test_own_number_is_added (MkWindow *window)
{
  const MkHotlineLine *line;

  add_own (window);
  line = find_own (window);
  g_assert_cmpstr (line->telephone, ==, "lokal 47");
  g_assert_cmpstr (line->confirmed_date, ==, "2026-12-03");
  g_assert_null (line->placement_id);
  g_assert_cmpint (line->priority, ==, 10);
  mk_app_test_wait (shows_own, window);
}

static gboolean
has_hours (gpointer window)
{
  const MkHotlineLine *line = find_own (window);

  return line != NULL && line->own->opening_hours->len == 5;
}

static void
test_own_number_is_changed (MkWindow *window)
{
  g_autofree char *key = NULL;
  AdwDialog *dialog;
  const MkOpeningHours *span;

  add_own (window);
  key = g_strdup (find_own (window)->key);
  gtk_widget_activate_action (show_page (window), "hotline.edit", "s", key);
  dialog = mk_app_test_wait_for_dialog (window);
  adw_switch_row_set_active (ADW_SWITCH_ROW (gtk_widget_get_template_child (
                                 GTK_WIDGET (dialog), MK_TYPE_OWN_CONTACT_DIALOG, "limited")),
                             TRUE);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  mk_app_test_wait_for_no_dialog (window);
  mk_app_test_wait (has_hours, window);
  span = g_ptr_array_index (find_own (window)->own->opening_hours, 0);
  g_assert_cmpstr (span->from, ==, "08:00");
  g_assert_cmpstr (span->to, ==, "16:00");
}

static void
test_own_number_is_deleted_and_brought_back (MkWindow *window)
{
  g_autofree char *key = NULL;

  add_own (window);
  key = g_strdup (find_own (window)->key);
  gtk_widget_activate_action (show_page (window), "hotline.delete", "s", key);
  mk_app_test_wait (has_no_own, window);
  press_undo (window);
  mk_app_test_wait (has_own, window);
}

/* What stands beside an authority's number */

static const MkHotlineLine *
find_contact (MkWindow *window)
{
  g_autoptr (GPtrArray) turns = mk_hotline_list (hotline_of (window), NULL);

  for (guint i = 0; i < turns->len; i++)
    {
      const MkHotlineLine *line = ((const MkHotlineTurn *) g_ptr_array_index (turns, i))->line;

      if (line->kind == MK_HOTLINE_CONTACT)
        return line;
    }
  g_assert_not_reached ();
}

static gboolean
is_confirmed (gpointer window)
{
  return g_strcmp0 (find_contact (window)->confirmed_date, "2027-02-01") == 0;
}

/* One tap, and what the authority wrote is as it was. */
static void
test_number_is_confirmed (MkWindow *window)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2027-02-01T11:00:00+01:00", NULL);
  GPtrArray *notes;
  const MkContactNoteData *note;

  g_assert_true (mk_clock_set ("2027-02-01T11:00:00+01:00", NULL));
  g_assert_true (mk_hotline_line_is_old (find_contact (window), now));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.confirm-number", "s",
                              find_contact (window)->key);
  mk_app_test_wait (is_confirmed, window);
  g_assert_false (mk_hotline_line_is_old (find_contact (window), now));
  notes = contents (window, &mk_contact_note_type);
  g_assert_cmpuint (notes->len, ==, 1);
  note = g_ptr_array_index (notes, 0);
  g_assert_cmpstr (note->confirmed_telephone, ==, find_contact (window)->telephone);
  free_contents (notes, &mk_contact_note_type);
}

static gboolean
has_own_note (gpointer window)
{
  return g_strcmp0 (find_contact (window)->own_note, "Tryk 2 for virksomheder") == 0;
}

static void
test_note_beside_a_contact (MkWindow *window)
{
  g_autofree char *key = g_strdup (find_contact (window)->key);
  GtkWidget *view = show_page (window);
  AdwDialog *dialog;

  gtk_widget_activate_action (view, "hotline.write-note", "s", key);
  dialog = mk_app_test_wait_for_dialog (window);
  gtk_editable_set_text (GTK_EDITABLE (mk_app_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW)),
                         "Tryk 2 for virksomheder");
  g_signal_emit_by_name (dialog, "response", "save");
  adw_dialog_close (dialog);
  mk_app_test_wait (has_own_note, window);
}

/* What a package changed */

#define NEW_NUMBER "Akut-telefonen har fået nyt nummer: 70 10 10 97"

static const char new_number[] =
    "{\"type\":\"kontakt\",\"id\":\"1b033231-8974-4628-82f8-8430373d30c1\",\"revision\":2,"
    "\"handling\":\"gem\",\"aendret\":\"2026-12-03T09:00:00+01:00\",\"data\":{"
    "\"navn\":\"Akut-telefonen\",\"funktion\":\"Vagttelefon\","
    "\"organisation\":\"Jobcenter Eksempelby\",\"telefon\":\"70101097\",\"prioritet\":1,"
    "\"aabningstider\":[]}}";

static gboolean
tells_number (gpointer window)
{
  return mk_app_test_find_text (window, NEW_NUMBER) != NULL;
}

static gboolean
tells_no_number (gpointer window)
{
  return !tells_number (window);
}

static void
test_new_number_is_told_once (MkWindow *window)
{
  g_autoptr (MkAuthority) authority = mk_authority_new (window);
  g_autofree char *path = mk_authority_write (authority, 1, new_number);

  g_assert_false (tells_number (window));
  mk_window_fetch (window, (const char *[]) { path, NULL });
  adw_dialog_force_close (mk_app_test_wait_for_dialog (window));
  mk_app_test_wait (tells_number, window);
  g_assert_true (gtk_widget_activate_action (
      mk_app_test_find (GTK_WIDGET (window), MK_TYPE_TODAY_PAGE), "today.seen", NULL));
  mk_app_test_wait (tells_no_number, window);
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
  mk_app_test_add ("/own-numbers/added", test_own_number_is_added);
  mk_app_test_add ("/own-numbers/changed", test_own_number_is_changed);
  mk_app_test_add ("/own-numbers/deleted-and-brought-back",
                   test_own_number_is_deleted_and_brought_back);
  mk_app_test_add ("/own-numbers/confirmed-in-one-tap", test_number_is_confirmed);
  mk_app_test_add ("/own-numbers/note-beside-a-contact", test_note_beside_a_contact);
  mk_app_test_add ("/own-numbers/new-number-of-a-package-is-told-once",
                   test_new_number_is_told_once);
  return g_test_run ();
}
