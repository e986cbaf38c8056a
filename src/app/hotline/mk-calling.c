/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hotline/mk-calling.h"

#include "mk-telephone.h"
#include "widgets/mk-dialog.h"
#include "widgets/mk-portal.h"

#include <glib/gi18n-lib.h>

/* Calls through whatever on this machine can. */

/**
 * mk_calling_is_possible:
 *
 * Returns: whether something on this machine makes telephone calls
 */
gboolean
mk_calling_is_possible (void)
{
  g_autoptr (GAppInfo) handler = g_app_info_get_default_for_uri_scheme ("tel");

  return handler != NULL || mk_portal_can_call ();
}

static void
launched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GtkWidget) parent = user_data;

  /* What it says is about programs; the number is there to be called by hand. */
  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (object), result, NULL))
    mk_dialog_tell (parent, _ ("The call could not be made from here"),
                    _ ("Call the number by hand, on a telephone."));
}

/**
 * mk_calling_call:
 * @parent: where it was asked for; what goes wrong is told over it
 * @telephone: a number as it is written
 *
 * Calls a number, if it can be dialled.
 */
void
mk_calling_call (GtkWidget  *parent,
                 const char *telephone)
{
  g_autofree char *uri = mk_telephone_uri (telephone);
  g_autoptr (GtkUriLauncher) launcher = NULL;

  if (uri == NULL)
    return;
  launcher = gtk_uri_launcher_new (uri);
  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, launched_cb,
                           g_object_ref (parent));
}
