/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-help-scenes.h"

#include "demo/mk-demo.h"
#include "mk-app-test.h"
#include "mk-clock.h"
#include "mk-records.h"
#include "mk-scene-steps.h"
#include "punchcard/mk-help-offer.h"
#include "punchcard/mk-punch-card-page.h"

/* Punch cards, what is asked for on them, and the offer of help after a check-in. */

void
mk_scene_punch_cards (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-punch-cards", NULL);
  mk_app_test_settle ();
}

static GtkWidget *
find_page (MkWindow *window)
{
  return mk_app_test_find (GTK_WIDGET (mk_window_get_shell (window)), MK_TYPE_PUNCH_CARD_PAGE);
}

/* The newest request and the ledger are open. */
void
mk_scene_punch_cards_path (MkWindow *window)
{
  GtkWidget *row;

  mk_scene_punch_cards (window);
  row = mk_app_test_find (find_page (window), ADW_TYPE_EXPANDER_ROW);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  row = mk_app_test_find (find_page (window), GTK_TYPE_EXPANDER);
  gtk_expander_set_expanded (GTK_EXPANDER (row), TRUE);
  mk_app_test_settle ();
}

static void
remove_one (MkDatabase         *database,
            const MkHelpRecord *record)
{
  g_autoptr (MkVersion) version = mk_record_find (database, record->record.id, NULL);

  version->revision++;
  version->deleted = TRUE;
  g_clear_pointer (&version->data, g_free);
  g_assert_true (mk_record_put (database, version, NULL));
}

static gpointer
remove_all (MkDatabase   *database,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr (MkHelp) help = mk_help_read (database, error);

  for (guint i = 0; i < help->cards->len; i++)
    remove_one (database, g_ptr_array_index (help->cards, i));
  for (guint i = 0; i < help->requests->len; i++)
    remove_one (database, g_ptr_array_index (help->requests, i));
  return GINT_TO_POINTER (TRUE);
}

static void
refresh (MkWindow *window)
{
  mk_workplace_refresh (mk_shell_get_workplace (mk_window_get_shell (window)));
  for (int i = 0; i < 5; i++)
    mk_app_test_settle ();
}

void
mk_scene_punch_cards_none (MkWindow *window)
{
  mk_app_test_on_store (window, remove_all, NULL);
  refresh (window);
  mk_scene_punch_cards (window);
}

static void
write_text (MkWindow   *window,
            const char *text)
{
  GtkWidget *view = mk_app_test_find (mk_scene_dialog (window), GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

void
mk_scene_ask (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.ask-help", "s", MK_DEMO_MIA);
  mk_app_test_wait_for_dialog (window);
  write_text (window, "Vi vil gerne tale om, hvordan morgenerne kan lykkes.");
}

void
mk_scene_ask_urgent (MkWindow *window)
{
  mk_scene_ask (window);
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (mk_app_test_find (mk_scene_dialog (window), ADW_TYPE_COMBO_ROW)), 0);
  write_text (window, "Ring til 010101-0000 om det.");
}

/* The same a long time later. */
void
mk_scene_ask_expired (MkWindow *window)
{
  mk_clock_set ("2028-12-05T09:00:00+01:00", NULL);
  mk_scene_ask (window);
}

/* Left before it was sent, it stands on the page. */
void
mk_scene_ask_draft (MkWindow *window)
{
  mk_scene_ask (window);
  mk_scene_close_dialog (window);
  mk_scene_punch_cards (window);
}

void
mk_scene_statement (MkWindow *window)
{
  const MkHelp *help =
      mk_workplace_get_help (mk_shell_get_workplace (mk_window_get_shell (window)));
  const MkHelpRecord *card = g_ptr_array_index (help->cards, 0);

  mk_scene_punch_cards (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.print-card", "s", card->record.id);
  mk_app_test_wait_for_dialog (window);
}

void
mk_scene_statement_days (MkWindow *window)
{
  GtkWidget *dialog;

  mk_scene_statement (window);
  dialog = GTK_WIDGET (mk_app_test_wait_for_dialog (window));
  adw_combo_row_set_selected (ADW_COMBO_ROW (mk_app_test_find (dialog, ADW_TYPE_COMBO_ROW)), 3);
  mk_app_test_settle ();
}

void
mk_scene_offer (MkWindow *window)
{
  MkShell *shell = mk_window_get_shell (window);
  g_autofree char *now = mk_clock_text ();
  g_autoptr (MkCheckInDraft) draft = mk_check_in_draft_new (MK_DEMO_MIA, "Per", now, NULL);

  g_set_str (&draft->data->note, "Mia var ked af det efter pausen, og vi gik en tur sammen.");
  mk_help_offer_present (mk_shell_get_overlay (shell), mk_shell_get_workplace (shell), draft);
  mk_app_test_wait_for_dialog (window);
}
