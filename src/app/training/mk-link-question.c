/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-link-question.h"

#include "widgets/mk-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Where a link of a text leads: to another lesson at once, out of the program only when asked. */

#define LESSON "lesson:"

/* Whoever reads on can type the address elsewhere. */
static void
launched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  GtkUriLauncher *launcher = GTK_URI_LAUNCHER (object);
  g_autofree char *address = NULL;

  if (gtk_uri_launcher_launch_finish (launcher, result, NULL))
    return;
  /* Translators: %s is the address of a page. */
  address = g_strdup_printf (_ ("Its address is %s."), gtk_uri_launcher_get_uri (launcher));
  mk_dialog_tell (widget, _ ("The page could not be opened from here"), address);
}

static void
launch (AdwAlertDialog *dialog,
        const char     *response,
        GtkWidget      *widget)
{
  const char *uri = g_object_get_data (G_OBJECT (dialog), "uri");
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL,
                           launched_cb, g_object_ref (widget));
}

static void
ask (GtkWidget  *widget,
     const char *uri)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Open the page in your browser?"), NULL);

  adw_alert_dialog_format_body (
      ADW_ALERT_DIALOG (dialog),
      /* Translators: %s is the address of a page. */
      _ ("The link leads out of Makker, to %s. Nothing from here is sent along."), uri);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "open",
                                  _ ("_Open the page"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "uri", g_strdup (uri), g_free);
  g_signal_connect_object (dialog, "response::open", G_CALLBACK (launch), widget,
                           G_CONNECT_DEFAULT);
  mk_dialog_present (dialog, widget);
}

/**
 * mk_link_question_follow:
 * @widget: where the link is
 * @uri: where it leads
 *
 * Goes to a lesson, or asks whether a page of the web is to be opened. What is neither leads nowhere.
 */
void
mk_link_question_follow (GtkWidget  *widget,
                         const char *uri)
{
  if (g_str_has_prefix (uri, LESSON))
    gtk_widget_activate_action (widget, "win.show-lesson", "s", uri + strlen (LESSON));
  else if (g_str_has_prefix (uri, "https://") || g_str_has_prefix (uri, "http://"))
    ask (widget, uri);
}
