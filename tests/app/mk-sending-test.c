/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-sending-test.h"

#include "demo/mk-demo.h"
#include "exchange/mk-exchange-page.h"
#include "exchange/mk-send-flow.h"
#include "mk-authority.h"

#include <glib/gstdio.h>
#include <string.h>

/* What tests of the correspondence do to its page, on the invented workplace. */

MkWorkplace *
mk_sending_test_workplace (MkWindow *window)
{
  return mk_shell_get_workplace (mk_window_get_shell (window));
}

MkCorrespondence *
mk_sending_test_post (MkWindow *window)
{
  return mk_workplace_get_post (mk_sending_test_workplace (window));
}

static gboolean
is_refreshed (gpointer done)
{
  return *(gboolean *) done;
}

static void
refreshed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_assert_true (mk_workplace_refresh_finish (MK_WORKPLACE (object), result, NULL));
  *(gboolean *) user_data = TRUE;
}

void
mk_sending_test_refresh (MkWindow *window)
{
  gboolean done = FALSE;

  mk_workplace_refresh_async (mk_sending_test_workplace (window), refreshed_cb, &done);
  mk_app_test_wait (is_refreshed, &done);
  mk_app_test_wait_for_counting (window);
}

GtkWidget *
mk_sending_test_show_page (MkWindow *window)
{
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-exchange", NULL);
  mk_app_test_settle ();
  page = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_EXCHANGE_PAGE);
  g_assert_nonnull (page);
  return page;
}

void
mk_sending_test_empty_folder (const char *folder)
{
  mk_demo_remove (folder);
}

const MkPostLine *
mk_sending_test_line (GListModel *list,
                      guint       position)
{
  g_autoptr (MkPostItem) item = g_list_model_get_item (list, position);

  g_assert_nonnull (item);
  return mk_post_item_get_line (item);
}

void
mk_sending_test_assert_heading (MkWindow   *window,
                                const char *heading,
                                const char *part)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (mk_app_test_wait_for_dialog (window));

  g_assert_cmpstr (adw_alert_dialog_get_heading (dialog), ==, heading);
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (dialog), part));
}

void
mk_sending_test_close_dialog (MkWindow *window)
{
  adw_dialog_force_close (mk_app_test_wait_for_dialog (window));
  mk_app_test_wait_for_no_dialog (window);
  mk_sending_test_refresh (window);
}

/* Sends everything to a new folder; returns the path of the one file. */
char *
mk_sending_test_send_to_new_folder (MkWindow *window)
{
  g_autofree char *folder = g_dir_make_tmp ("makker-sent-XXXXXX", NULL);
  g_autoptr (GDir) listing = NULL;

  mk_send_flow_to (mk_sending_test_show_page (window), mk_sending_test_workplace (window), folder,
                   MK_AUTHORITY_KNOWN, 0);
  mk_sending_test_close_dialog (window);
  listing = g_dir_open (folder, 0, NULL);
  return g_build_filename (folder, g_dir_read_name (listing), NULL);
}

void
mk_sending_test_press (MkWindow   *window,
                       const char *words)
{
  AdwDialog *dialog = mk_app_test_wait_for_dialog (window);
  GtkWidget *label = mk_app_test_find_text (GTK_WIDGET (dialog), words);

  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
}
