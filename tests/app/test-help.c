/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo.h"
#include "mk-app-test.h"
#include "mk-authority.h"
#include "mk-clock.h"
#include "mk-help.h"
#include "print/mk-week-print.h"
#include "print/mk-week-sheet.h"
#include "punchcard/mk-ask-dialog.h"
#include "punchcard/mk-ask-state.h"
#include "punchcard/mk-ask-work.h"
#include "punchcard/mk-help-offer.h"
#include "punchcard/mk-movement.h"
#include "punchcard/mk-punch-card-page.h"
#include "punchcard/mk-statement-dialog.h"
#include "punchcard/mk-statement-sheet.h"
#include "widgets/mk-date-row.h"
#include "workplace/mk-workplace-work.h"

#include <string.h>

/* Help is asked for from the form to the store, and back on the page. */

#define TEXT "Vi vil gerne tale om morgenerne."

static MkWorkplace *
workplace_of (MkWindow *window)
{
  return mk_shell_get_workplace (mk_window_get_shell (window));
}

static MkHelp *
help_of (MkWindow *window)
{
  return mk_workplace_get_help (workplace_of (window));
}

/* Of the invented workplace's cards, the one that is for all. */
static const MkHelpRecord *
common_card (MkWindow *window)
{
  const GPtrArray *cards = help_of (window)->cards;

  for (guint i = 0; i < cards->len; i++)
    {
      const MkHelpRecord *card = g_ptr_array_index (cards, i);

      if (((const MkPunchCardData *) card->record.data)->placement_id == NULL)
        return card;
    }
  g_assert_not_reached ();
}

static gint64
left_on_common_card (MkWindow *window)
{
  return mk_help_find_balance (help_of (window), common_card (window)->record.id)->left;
}

static AdwDialog *
open_form (MkWindow   *window,
           const char *placement)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.ask-help", "s", placement);
  return mk_app_test_wait_for_dialog (window);
}

static GtkTextBuffer *
buffer_of (AdwDialog *dialog)
{
  return gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (mk_app_test_find (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW)));
}

static char *
text_of (AdwDialog *dialog)
{
  GtkTextBuffer *buffer = buffer_of (dialog);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* How many requests there are, waited for. */
typedef struct
{
  MkWindow *window;
  guint     n_requests;
} Expected;

static gboolean
has_requests (gpointer data)
{
  const Expected *expected = data;

  return help_of (expected->window)->requests->len == expected->n_requests;
}

static const MkHelpRecord *
ask (MkWindow   *window,
     const char *text)
{
  Expected expected = { window, help_of (window)->requests->len + 1 };
  AdwDialog *dialog = open_form (window, MK_DEMO_MIA);

  gtk_text_buffer_set_text (buffer_of (dialog), text, -1);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  mk_app_test_wait_for_no_dialog (window);
  mk_app_test_wait (has_requests, &expected);
  return g_ptr_array_index (help_of (window)->requests, expected.n_requests - 1);
}

static void
test_request_is_saved_and_reserves (MkWindow *window)
{
  gint64 left = left_on_common_card (window);
  const MkHelpRecord *request = ask (window, TEXT);
  const MkSupportRequestData *data = request->record.data;

  g_assert_cmpstr (data->description, ==, TEXT);
  g_assert_cmpstr (data->placement_id, ==, MK_DEMO_MIA);
  g_assert_cmpstr (data->status, ==, MK_REQUEST_SENT);
  g_assert_cmpstr (request->state, ==, "gemt");
  g_assert_cmpint (left_on_common_card (window), ==, left - 1);
}

static void
test_empty_form_cannot_be_sent (MkWindow *window)
{
  guint n_requests = help_of (window)->requests->len;
  AdwDialog *dialog = open_form (window, "");

  gtk_text_buffer_set_text (buffer_of (dialog), "  \n", -1);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  mk_app_test_settle ();
  g_assert_true (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) ==
                 dialog);
  g_assert_cmpuint (help_of (window)->requests->len, ==, n_requests);
  adw_dialog_force_close (dialog);
}

static void
test_unsent_text_is_there_again (MkWindow *window)
{
  AdwDialog *dialog = open_form (window, MK_DEMO_MIA);
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;

  gtk_text_buffer_set_text (buffer_of (dialog), TEXT, -1);
  adw_dialog_force_close (dialog);
  mk_app_test_wait_for_no_dialog (window);
  dialog = open_form (window, MK_DEMO_MIA);
  text = text_of (dialog);
  g_assert_cmpstr (text, ==, TEXT);
  adw_dialog_force_close (dialog);
  mk_app_test_wait_for_no_dialog (window);
  /* About another placement there is nothing. */
  dialog = open_form (window, MK_DEMO_JONAS);
  other = text_of (dialog);
  g_assert_cmpstr (other, ==, "");
  adw_dialog_force_close (dialog);
}

static gboolean
is_held (gpointer window)
{
  const GPtrArray *requests = help_of (window)->requests;
  const MkHelpRecord *request = g_ptr_array_index (requests, requests->len - 1);

  return g_str_equal (request->state, "tilbageholdt");
}

static void
test_cpr_shaped_text_is_held_back (MkWindow *window)
{
  const MkHelpRecord *request = ask (window, "Det er 010101-0000.");

  g_assert_true (is_held (window));
  g_assert_nonnull (request->reason);
  g_assert_cmpint (mk_help_stage_of (help_of (window), request), ==, MK_HELP_HELD);
}

static void
test_withdrawn_before_it_was_seen_is_gone (MkWindow *window)
{
  Expected expected = { window, help_of (window)->requests->len };
  const MkHelpRecord *request = ask (window, TEXT);
  g_autofree char *id = g_strdup (request->record.id);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.withdraw-help", "s", id);
  mk_app_test_wait (has_requests, &expected);
}

/* The last request of the invented workplace is packed. */
static gboolean
is_withdrawn (gpointer window)
{
  const GPtrArray *requests = help_of (window)->requests;
  const MkHelpRecord *request = g_ptr_array_index (requests, requests->len - 1);

  return mk_help_stage_of (help_of (window), request) == MK_HELP_WITHDRAWN;
}

static void
test_withdrawn_after_it_was_packed_is_told (MkWindow *window)
{
  const GPtrArray *requests = help_of (window)->requests;
  const MkHelpRecord *request = g_ptr_array_index (requests, requests->len - 1);
  g_autofree char *id = g_strdup (request->record.id);

  g_assert_nonnull (request->sent);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.withdraw-help", "s", id);
  mk_app_test_wait (is_withdrawn, window);
  request = mk_help_find_request (help_of (window), id);
  g_assert_cmpstr (request->state, ==, "gemt");
  g_assert_true (g_str_has_prefix (request->changed, "2026-12-03"));
  g_assert_cmpstr (request->made, <, request->changed);
}

static gboolean
is_waited_for (gpointer window)
{
  return !is_withdrawn (window);
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSaved) saved = mk_workplace_change_finish (MK_WORKPLACE (object), result, &error);

  g_assert_no_error (error);
}

/* What the other end may have read stays as it was: a later revision says that it counts again. */
static void
test_withdrawal_can_be_undone_after_it_was_packed (MkWindow *window)
{
  const GPtrArray *requests = help_of (window)->requests;
  const MkHelpRecord *request = g_ptr_array_index (requests, requests->len - 1);
  g_autofree char *id = g_strdup (request->record.id);
  MkHelpStage before = mk_help_stage_of (help_of (window), request);
  gint64 revision = request->revision;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.withdraw-help", "s", id);
  mk_app_test_wait (is_withdrawn, window);
  mk_workplace_undo_async (workplace_of (window), &mk_support_request_type, id, undone_cb, NULL);
  mk_app_test_wait (is_waited_for, window);
  request = mk_help_find_request (help_of (window), id);
  g_assert_cmpint (mk_help_stage_of (help_of (window), request), ==, before);
  g_assert_cmpint (request->revision, >=, revision);
}

/* What was left before it was sent stands on the page, and leads back. */
static void
test_draft_stands_on_the_page (MkWindow *window)
{
  AdwDialog *dialog = open_form (window, MK_DEMO_MIA);

  gtk_text_buffer_set_text (buffer_of (dialog), TEXT, -1);
  adw_dialog_force_close (dialog);
  mk_app_test_wait_for_no_dialog (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-punch-cards", NULL);
  mk_app_test_settle ();
  g_assert_nonnull (mk_app_test_find_text (
      mk_app_test_find (GTK_WIDGET (window), MK_TYPE_PUNCH_CARD_PAGE), TEXT));
}

static void
test_page_shows_cards_and_requests (MkWindow *window)
{
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-punch-cards", NULL);
  mk_app_test_settle ();
  page = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_PUNCH_CARD_PAGE);
  g_assert_nonnull (page);
  g_assert_cmpuint (mk_app_test_count (page, g_type_from_name ("MkPunchCardRow")), ==,
                    help_of (window)->cards->len);
  g_assert_cmpuint (mk_app_test_count (page, ADW_TYPE_EXPANDER_ROW), ==,
                    help_of (window)->requests->len);
}

static void
test_movements_end_at_the_balance (MkWindow *window)
{
  const MkHelp *help = help_of (window);

  for (guint i = 0; i < help->cards->len; i++)
    {
      const MkBalance *balance = g_ptr_array_index (help->balances, i);
      g_autoptr (GPtrArray) movements =
          mk_movements_new (help, g_ptr_array_index (help->cards, i), "2026-12-03");
      g_autoptr (GPtrArray) later =
          mk_movements_new (help, g_ptr_array_index (help->cards, i), "2099-01-01");
      const MkMovement *last = g_ptr_array_index (movements, movements->len - 1);
      const MkMovement *over = g_ptr_array_index (later, later->len - 1);

      g_assert_cmpint (last->left, ==, balance->left);
      g_assert_cmpint (over->left, ==, MIN (balance->left, 0));
    }
}

/* A period that has ended says what was left then, whatever came later. */
static void
test_statement_of_a_past_period (MkWindow *window)
{
  MkHelp *help = help_of (window);
  const MkHelpRecord *card = common_card (window);
  g_autoptr (MkHelpItem) item = mk_help_item_new (help, card, NULL);
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autoptr (GPtrArray) movements = mk_movements_new (help, card, "2026-12-03");
  const MkMovement *first = g_ptr_array_index (movements, 0);
  g_autoptr (GPtrArray) sheet =
      mk_statement_sheet_new (item, "Eksempelbutikken ApS", first->day, first->day, now);
  const MkSheetParagraph *total = g_ptr_array_index (sheet, sheet->len - 2);
  g_autofree char *words =
      g_strdup_printf ("Ved periodens slutning: %d tilbage", (int) first->left);

  g_assert_cmpint (total->style, ==, MK_SHEET_TOTAL);
  g_assert_cmpstr (total->text, ==, words);
  for (guint i = 0; i < sheet->len; i++)
    g_assert_null (strstr (((const MkSheetParagraph *) g_ptr_array_index (sheet, i))->text,
                           "hjælpen er givet"));
}

static GtkWidget *
part_of (AdwDialog  *dialog,
         const char *name)
{
  return GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (dialog), MK_TYPE_STATEMENT_DIALOG, name));
}

static void
test_statement_asks_for_days (MkWindow *window)
{
  AdwDialog *dialog;
  GtkWidget *print, *from, *to;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.print-card", "s",
                              common_card (window)->record.id);
  dialog = mk_app_test_wait_for_dialog (window);
  print = part_of (dialog, "print");
  from = part_of (dialog, "from");
  to = part_of (dialog, "to");
  g_assert_false (gtk_widget_get_visible (from));
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (mk_app_test_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW)), 3);
  g_assert_true (gtk_widget_get_visible (from));
  g_assert_cmpstr (mk_date_row_get_day (MK_DATE_ROW (to)), ==, "2026-12-03");
  g_assert_true (gtk_widget_get_sensitive (print));
  mk_date_row_set_day (MK_DATE_ROW (from), "2026-12-04");
  g_signal_emit_by_name (from, "edited");
  g_assert_false (gtk_widget_get_sensitive (print));
  g_assert_nonnull (
      mk_app_test_find_text (GTK_WIDGET (dialog), "Den sidste dag ligger før den første."));
  mk_date_row_set_day (MK_DATE_ROW (from), "2026-12-03");
  g_signal_emit_by_name (from, "edited");
  g_assert_true (gtk_widget_get_sensitive (print));
}

static void
test_statement_holds_the_period (MkWindow *window)
{
  MkHelp *help = help_of (window);
  g_autoptr (MkHelpItem) item = mk_help_item_new (help, common_card (window), NULL);
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autoptr (GPtrArray) all =
      mk_statement_sheet_new (item, "Eksempelbutikken ApS", NULL, NULL, now);
  g_autoptr (GPtrArray) part =
      mk_statement_sheet_new (item, "Eksempelbutikken ApS", "2026-11-01", NULL, now);
  const MkSheetParagraph *total = g_ptr_array_index (part, part->len - 2);
  g_autofree char *folder = g_dir_make_tmp ("makker-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "statement.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (part->len, <, all->len);
  g_assert_cmpint (total->style, ==, MK_SHEET_TOTAL);
  g_assert_cmpstr (total->text, ==, "7 af 10 klip tilbage, 2 brugt, 1 reserveret.");
  g_assert_true (mk_week_print_to_pdf (all, path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (remove (path), ==, 0);
  g_assert_cmpint (remove (folder), ==, 0);
}

/* The offer after a check-in */

static gboolean
is_due (MkWindow   *window,
        const char *attendance,
        gboolean    needs_help,
        const char *path,
        gint64      wellbeing)
{
  g_autoptr (MkCheckInDraft) draft =
      mk_check_in_draft_new (MK_DEMO_MIA, "Per", MK_APP_TEST_NOW, NULL);

  g_set_str (&draft->data->attendance, attendance);
  g_set_str (&draft->data->path, path);
  draft->data->needs_help = needs_help;
  draft->data->wellbeing = wellbeing;
  return mk_help_offer_is_due (workplace_of (window), draft);
}

static void
test_help_is_offered_where_it_was_said (MkWindow *window)
{
  g_assert_true (is_due (window, MK_ATTENDANCE_MET, TRUE, NULL, MK_ABSENT));
  g_assert_true (is_due (window, MK_ATTENDANCE_ABSENT, FALSE, NULL, MK_ABSENT));
  g_assert_true (is_due (window, MK_ATTENDANCE_TRIED, FALSE, NULL, MK_ABSENT));
  g_assert_true (is_due (window, MK_ATTENDANCE_MET, FALSE, MK_PATH_ON_THE_WAY_OUT, MK_ABSENT));
  g_assert_false (is_due (window, MK_ATTENDANCE_EXCUSED, FALSE, NULL, MK_ABSENT));
  /* Nothing is concluded from a score. */
  g_assert_false (is_due (window, MK_ATTENDANCE_MET, FALSE, NULL, 1));
}

static gboolean
was_remembered (gpointer window)
{
  return !is_due (window, MK_ATTENDANCE_MET, TRUE, NULL, MK_ABSENT);
}

static void
test_help_is_not_offered_twice_a_day (MkWindow *window)
{
  g_autoptr (MkCheckInDraft) draft =
      mk_check_in_draft_new (MK_DEMO_MIA, "Per", MK_APP_TEST_NOW, NULL);
  MkShell *shell = mk_window_get_shell (window);
  AdwDialog *dialog;

  mk_help_offer_present (mk_shell_get_overlay (shell), workplace_of (window), draft);
  dialog = mk_app_test_wait_for_dialog (window);
  g_signal_emit_by_name (dialog, "response", "not-now");
  adw_dialog_force_close (dialog);
  mk_app_test_wait (was_remembered, window);
  mk_clock_set ("2026-12-04T08:00:00+01:00", NULL);
  g_assert_true (is_due (window, MK_ATTENDANCE_MET, TRUE, NULL, MK_ABSENT));
}

/* Only what was ticked goes along. */
static void
test_only_ticked_text_is_taken_along (MkWindow *window)
{
  g_autoptr (MkCheckInDraft) draft =
      mk_check_in_draft_new (MK_DEMO_MIA, "Per", MK_APP_TEST_NOW, NULL);
  MkShell *shell = mk_window_get_shell (window);
  AdwDialog *dialog;
  g_autofree char *text = NULL;

  g_set_str (&draft->data->note, "Det må sendes.");
  g_set_str (&draft->data->difficult, "Det må ikke.");
  mk_help_offer_present (mk_shell_get_overlay (shell), workplace_of (window), draft);
  dialog = mk_app_test_wait_for_dialog (window);
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (mk_app_test_find (GTK_WIDGET (dialog), GTK_TYPE_CHECK_BUTTON)), TRUE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "ask");
  adw_dialog_force_close (dialog);
  for (int i = 0; i < 5; i++)
    mk_app_test_settle ();
  dialog = mk_app_test_wait_for_dialog (window);
  g_assert_true (MK_IS_ASK_DIALOG (dialog));
  text = text_of (dialog);
  g_assert_cmpstr (text, ==, "Det må sendes.");
  g_assert_cmpstr (mk_ask_dialog_get_draft (MK_ASK_DIALOG (dialog))->data->placement_id, ==,
                   MK_DEMO_MIA);
  adw_dialog_force_close (dialog);
}

/* What the form says */

static void
test_form_says_what_is_wrong_with_the_card (MkWindow *window)
{
  const MkHelp *help = help_of (window);
  const char *const nobody[] = { NULL };
  const MkHelpRecord *card = common_card (window);
  g_autoptr (MkAskDraft) draft = mk_ask_draft_new (MK_DEMO_MIA, TEXT);
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autoptr (GDateTime) late = g_date_time_add_years (now, 3);
  MkAskAround around = { .help = help, .name = "Mia", .readers = nobody, .now = now };
  MkAskAround later = { .help = help, .name = "Mia", .readers = nobody, .now = late };
  g_autoptr (MkAskState) fresh = NULL;
  g_autoptr (MkAskState) over = NULL;
  g_autoptr (MkAskState) urgent = NULL;

  mk_ask_draft_fit (draft, help, "2026-12-03");
  g_assert_cmpstr (draft->data->card_id, ==, card->record.id);
  fresh = mk_ask_state_new (draft, &around);
  over = mk_ask_state_new (draft, &later);
  g_assert_null (fresh->notice);
  g_assert_false (fresh->shows_hotline);
  g_assert_nonnull (over->notice);
  g_assert_true (over->can_send);
  g_set_str (&draft->data->urgency, MK_URGENCY_NOW);
  urgent = mk_ask_state_new (draft, &around);
  g_assert_true (urgent->shows_hotline);
}

int
main (int    argc,
      char **argv)
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/help/request-is-saved-and-reserves", test_request_is_saved_and_reserves);
  mk_app_test_add ("/help/empty-form-cannot-be-sent", test_empty_form_cannot_be_sent);
  mk_app_test_add ("/help/unsent-text-is-there-again", test_unsent_text_is_there_again);
  mk_app_test_add ("/help/cpr-shaped-text-is-held-back", test_cpr_shaped_text_is_held_back);
  mk_app_test_add ("/help/withdrawn-before-it-was-seen-is-gone",
                   test_withdrawn_before_it_was_seen_is_gone);
  mk_app_test_add ("/help/withdrawn-after-it-was-packed-is-told",
                   test_withdrawn_after_it_was_packed_is_told);
  mk_app_test_add ("/help/draft-stands-on-the-page", test_draft_stands_on_the_page);
  mk_app_test_add ("/help/page-shows-cards-and-requests", test_page_shows_cards_and_requests);
  mk_app_test_add ("/help/movements-end-at-the-balance", test_movements_end_at_the_balance);
  mk_app_test_add ("/help/withdrawal-can-be-undone-after-it-was-packed",
                   test_withdrawal_can_be_undone_after_it_was_packed);
  mk_app_test_add ("/help/statement-holds-the-period", test_statement_holds_the_period);
  mk_app_test_add ("/help/statement-of-a-past-period", test_statement_of_a_past_period);
  mk_app_test_add ("/help/statement-asks-for-days", test_statement_asks_for_days);
  mk_app_test_add ("/help/offered-where-it-was-said", test_help_is_offered_where_it_was_said);
  mk_app_test_add ("/help/not-offered-twice-a-day", test_help_is_not_offered_twice_a_day);
  mk_app_test_add ("/help/only-ticked-text-is-taken-along", test_only_ticked_text_is_taken_along);
  mk_app_test_add ("/help/form-says-what-is-wrong-with-the-card",
                   test_form_says_what_is_wrong_with_the_card);
  return g_test_run ();
}
