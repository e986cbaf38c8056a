/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mk-send-flow.h"

#include "exchange/mk-exchange-folder.h"
#include "exchange/mk-sending-words.h"
#include "widgets/mk-dialog.h"
#include "widgets/mk-portal.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* From choosing a folder to telling what was written there. */

/* Telling */

static void
answered_cb (AdwAlertDialog *dialog,
             const char     *response,
             GtkWidget      *parent)
{
  MkSending *sending = g_object_get_data (G_OBJECT (dialog), "makker-sending");
  MkWorkplace *workplace = mk_sending_get_workplace (sending);

  if (g_str_equal (response, "other"))
    mk_send_flow_choose (parent, workplace, mk_sending_get_recipient (sending),
                         mk_sending_get_from (sending));
  else if (g_str_equal (response, "again"))
    mk_send_flow_to (parent, workplace, mk_sending_get_folder (sending),
                     mk_sending_get_recipient (sending), mk_sending_get_from (sending));
}

static void
tell (MkSending  *sending,
      GtkWidget  *parent,
      const char *heading,
      const char *body)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));

  adw_alert_dialog_add_response (dialog, "close", _ ("_Close"));
  if (mk_sending_get_error (sending) != NULL)
    {
      adw_alert_dialog_add_responses (dialog, "again", _ ("_Try again"), "other",
                                      _ ("Choose _another folder…"), NULL);
      adw_alert_dialog_set_response_appearance (dialog, "other", ADW_RESPONSE_SUGGESTED);
    }
  adw_alert_dialog_set_close_response (dialog, "close");
  adw_alert_dialog_set_prefer_wide_layout (dialog, FALSE);
  g_object_set_data_full (G_OBJECT (dialog), "makker-sending", g_object_ref (sending),
                          g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), parent, G_CONNECT_DEFAULT);
  mk_dialog_present (ADW_DIALOG (dialog), parent);
}

static void
progress_cb (MkSending *sending,
             MkWork    *work)
{
  guint n_files = mk_sending_get_n_files (sending);
  guint n_written = mk_sending_get_n_written (sending);
  g_autofree char *words = mk_sending_words (sending);

  mk_work_tell (work, words, n_files > 0 ? n_written / (double) n_files : -1);
}

static void
done_cb (MkSending *sending,
         GtkWidget *parent)
{
  g_autofree char *body = mk_sending_end_words (sending);

  tell (sending, parent, mk_sending_heading (sending), body);
}

/* The row that shows how far it is, for as long as the sending goes on. */
static void
show_work (MkSending   *sending,
           MkWorkplace *workplace)
{
  g_autofree char *words = mk_sending_words (sending);
  g_autoptr (MkWork) work = mk_work_begin (mk_workplace_get_works (workplace), words, TRUE);

  g_signal_connect_object (sending, "progress", G_CALLBACK (progress_cb), work, G_CONNECT_DEFAULT);
  g_signal_connect_object (sending, "done", G_CALLBACK (mk_work_end), work, G_CONNECT_SWAPPED);
  g_signal_connect_object (work, "cancelled", G_CALLBACK (mk_sending_cancel), sending,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (sending), "makker-work", g_steal_pointer (&work),
                          g_object_unref);
}

/**
 * mk_send_flow_to:
 * @parent: over what the dialogs stand
 * @workplace: whose packages
 * @folder: path
 * @recipient: (nullable): UUID of the one partner to send to; %NULL for all
 * @from: the number to send again from; 0 for all that is not received
 *
 * Packs and writes to a folder what is to be sent, and tells what became of it.
 */
void
mk_send_flow_to (GtkWidget   *parent,
                 MkWorkplace *workplace,
                 const char  *folder,
                 const char  *recipient,
                 gint64       from)
{
  g_autoptr (MkSending) sending = mk_sending_new (workplace, folder, recipient, from);

  show_work (sending, workplace);
  g_signal_connect_object (sending, "done", G_CALLBACK (done_cb), parent, G_CONNECT_DEFAULT);
  mk_sending_start (sending);
}

/* Choosing */

/* Where a folder is chosen for. */
typedef struct
{
  GtkWidget   *parent;
  MkWorkplace *workplace;
  char        *recipient;
  gint64       from;
} Choosing;

static void
choosing_free (Choosing *choosing)
{
  g_object_unref (choosing->parent);
  g_object_unref (choosing->workplace);
  g_free (choosing->recipient);
  g_free (choosing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choosing, choosing_free)

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Choosing) choosing = user_data;
  g_autoptr (GFile) folder =
      gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (object), result, NULL);
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;

  if (path == NULL)
    return;
  mk_exchange_folder_remember (folder);
  mk_send_flow_to (choosing->parent, choosing->workplace, path, choosing->recipient,
                   choosing->from);
}

/**
 * mk_send_flow_choose:
 * @parent: a widget of the window
 * @workplace: whose packages
 * @recipient: (nullable): UUID of the one partner to send to; %NULL for all
 * @from: the number to send again from; 0 for all that is not received
 *
 * Lets a person choose a folder, the last one offered first, and sends to it.
 */
void
mk_send_flow_choose (GtkWidget   *parent,
                     MkWorkplace *workplace,
                     const char  *recipient,
                     gint64       from)
{
  g_autoptr (GtkFileDialog) dialog = mk_portal_file_dialog_new (parent, _ ("Send to a folder"));
  g_autoptr (GFile) folder = mk_exchange_folder_last ();
  Choosing *choosing;

  if (dialog == NULL)
    return;
  choosing = g_new0 (Choosing, 1);
  choosing->parent = g_object_ref (parent);
  choosing->workplace = g_object_ref (workplace);
  choosing->recipient = g_strdup (recipient);
  choosing->from = from;
  gtk_file_dialog_set_accept_label (dialog, _ ("_Send here"));
  if (folder != NULL)
    gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, chosen_cb,
                                 choosing);
}
