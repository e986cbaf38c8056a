/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mk-send-flow.h"

#include "exchange/mk-exchange-folder.h"
#include "mk-export.h"
#include "mk-folder.h"
#include "mk-partners.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* From choosing a folder to telling what was written there. */

/* A sending, and what it is shown over. */
typedef struct
{
  GtkWidget   *parent;
  MkWorkplace *workplace;
  char        *folder; /* NULL until it is chosen */
  char        *recipient; /* UUID of the one partner it is for, or NULL for all */
  gint64       from;
  MkWork      *work; /* NULL until it is under way */
} Sending;

static Sending *
sending_new (GtkWidget   *parent,
             MkWorkplace *workplace,
             const char  *folder,
             const char  *recipient,
             gint64       from)
{
  Sending *sending = g_new0 (Sending, 1);

  sending->parent = g_object_ref (parent);
  sending->workplace = g_object_ref (workplace);
  sending->folder = g_strdup (folder);
  sending->recipient = g_strdup (recipient);
  sending->from = from;
  return sending;
}

static Sending *
sending_copy (const Sending *sending)
{
  return sending_new (sending->parent, sending->workplace, sending->folder, sending->recipient,
                      sending->from);
}

static void
sending_free (Sending *sending)
{
  g_object_unref (sending->parent);
  g_object_unref (sending->workplace);
  g_free (sending->folder);
  g_free (sending->recipient);
  g_clear_object (&sending->work);
  g_free (sending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sending, sending_free)

/* On the store's thread */

/* What the store's thread is given. */
typedef struct
{
  char  *folder;
  char  *recipient;
  gint64 from;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->folder);
  g_free (work->recipient);
  g_free (work);
}

static char *
count_for (const MkPartner *partner,
           GPtrArray       *exported)
{
  guint count = 0;

  for (guint i = 0; i < exported->len; i++)
    {
      const MkExported *one = g_ptr_array_index (exported, i);

      count += g_str_equal (one->recipient, partner->id);
    }
  if (count == 0)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u package to %2$s",
                                       "%1$u packages to %2$s", count),
                          count, partner->name);
}

/* A folder that is not there is found out before anything is packed. */
static gpointer
export_func (MkDatabase   *database,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  const Work *work = data;
  g_autoptr (GPtrArray) exported = NULL;
  g_autoptr (GPtrArray) partners = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (!mk_folder_prepare (work->folder, error))
    return NULL;
  exported = mk_export (database, work->folder, work->recipient, work->from, error);
  partners = exported != NULL ? mk_partner_list (database, error) : NULL;
  if (partners == NULL)
    return NULL;
  for (guint i = 0; i < partners->len; i++)
    {
      char *words = count_for (g_ptr_array_index (partners, i), exported);

      if (words != NULL)
        g_strv_builder_take (builder, words);
    }
  return g_strv_builder_end (builder);
}

/* Telling */

static void
answered_cb (AdwAlertDialog *dialog,
             const char     *response,
             Sending        *sending)
{
  if (g_str_equal (response, "other"))
    mk_send_flow_choose (sending->parent, sending->workplace, sending->recipient, sending->from);
  else if (g_str_equal (response, "again"))
    mk_send_flow_to (sending->parent, sending->workplace, sending->folder, sending->recipient,
                     sending->from);
}

static void
free_sending (gpointer  data,
              GClosure *closure)
{
  sending_free (data);
}

/* What is wrong with the folder, and what can be done about it. */
static const char *
trouble_words (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    return _ ("The folder is no longer there. Put the drive in again, or choose another folder.");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return _ ("The folder is full. Make room in it, or choose another folder.");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return _ ("Makker may not write in the folder. Choose another folder.");
  return error->message;
}

static void
tell_error (Sending      *sending,
            const GError *error)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("It was not sent"), NULL));

  /* Translators: what is wrong with the folder. */
  adw_alert_dialog_format_body (dialog,
                                _ ("%s\n\nNothing is lost. What is packed and not written stands "
                                   "under “Ready to send”."),
                                trouble_words (error));
  adw_alert_dialog_add_responses (dialog, "close", _ ("_Close"), "again", _ ("_Try again"), "other",
                                  _ ("Choose _another folder…"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "other", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (dialog, "close");
  adw_alert_dialog_set_prefer_wide_layout (dialog, FALSE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), sending_copy (sending),
                         free_sending, G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), sending->parent);
}

static void
tell_sent (Sending           *sending,
           const char *const *packages)
{
  g_autofree char *list = g_strjoinv ("\n", (char **) packages);
  gboolean has_any = packages[0] != NULL;
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (
      has_any ? C_ ("state", "Sent") : _ ("There is nothing to send."), NULL));

  if (has_any)
    adw_alert_dialog_format_body (dialog, "%s\n\n%s", list,
                                  _ ("The file is not locked. Do not send it by ordinary mail. Use "
                                     "Digital Post or secure mail."));
  adw_alert_dialog_add_response (dialog, "close", _ ("_Close"));
  adw_alert_dialog_set_close_response (dialog, "close");
  adw_dialog_present (ADW_DIALOG (dialog), sending->parent);
}

static void
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Sending) sending = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) packages = mk_store_run_finish (MK_STORE (object), result, &error);

  mk_work_end (sending->work);
  mk_workplace_refresh (sending->workplace);
  /* The window may be closed by now. */
  if (gtk_widget_get_root (sending->parent) == NULL)
    return;
  if (packages != NULL)
    tell_sent (sending, (const char *const *) packages);
  else
    tell_error (sending, error);
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
  Work *work = g_new0 (Work, 1);
  Sending *sending = sending_new (parent, workplace, folder, recipient, from);

  work->folder = g_strdup (folder);
  work->recipient = g_strdup (recipient);
  work->from = from;
  sending->work =
      mk_work_begin (mk_workplace_get_works (workplace), _ ("Packs and writes packages…"), FALSE);
  mk_store_run_async (mk_workplace_get_store (workplace), export_func, work, work_free,
                      (GDestroyNotify) g_strfreev, MK_STORE_LONG_WRITE, NULL, exported_cb, sending);
}

/* Choosing */

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Sending) sending = user_data;
  g_autoptr (GFile) folder =
      gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (object), result, NULL);
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;

  if (path == NULL)
    return;
  mk_exchange_folder_remember (folder);
  mk_send_flow_to (sending->parent, sending->workplace, path, sending->recipient, sending->from);
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
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GFile) folder = mk_exchange_folder_last ();

  gtk_file_dialog_set_title (dialog, _ ("Send to a folder"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Send here"));
  if (folder != NULL)
    gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, chosen_cb,
                                 sending_new (parent, workplace, NULL, recipient, from));
}
