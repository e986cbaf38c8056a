/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-portal.h"

#include "widgets/mk-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <limits.h>
#include <sys/xattr.h>

/* In a sandbox the desktop does what a program may not do itself. A desktop that lacks one of these
 * portals says nothing: a dialog for files would be as if the person had closed it. Whether they are
 * there is found out once, when the program starts, and outside of a sandbox none is needed. Main
 * thread. */

#define NAME "org.freedesktop.portal.Desktop"
#define PATH "/org/freedesktop/portal/desktop"

static const char *const interfaces[MK_PORTAL_N] = {
  [MK_PORTAL_FILES] = "org.freedesktop.portal.FileChooser",
  [MK_PORTAL_PRINTING] = "org.freedesktop.portal.Print",
  [MK_PORTAL_MESSAGES] = "org.freedesktop.portal.Notification",
};

static const char *const headings[MK_PORTAL_N] = {
  [MK_PORTAL_FILES] = N_ ("No files can be chosen here"),
  [MK_PORTAL_PRINTING] = N_ ("Nothing can be printed from here"),
};

static gboolean is_missing[MK_PORTAL_N];
static gboolean can_call;

static void
version_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GVariant) version =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, NULL);

  is_missing[GPOINTER_TO_UINT (user_data)] = version == NULL;
}

static void
supported_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, NULL);

  can_call = FALSE;
  if (answer != NULL)
    g_variant_get (answer, "(b)", &can_call);
}

/**
 * mk_portal_look:
 * @session: a session bus
 *
 * Finds out which portals there are, for a program in a sandbox. Until the desktop has answered, all
 * are taken to be there.
 */
void
mk_portal_look (GDBusConnection *session)
{
  g_return_if_fail (G_IS_DBUS_CONNECTION (session));

  for (guint i = 0; i < MK_PORTAL_N; i++)
    g_dbus_connection_call (session, NAME, PATH, "org.freedesktop.DBus.Properties", "Get",
                            g_variant_new ("(ss)", interfaces[i], "version"),
                            G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, version_cb,
                            GUINT_TO_POINTER (i));
  g_dbus_connection_call (session, NAME, PATH, "org.freedesktop.portal.OpenURI", "SchemeSupported",
                          g_variant_new ("(sa{sv})", "tel", NULL), G_VARIANT_TYPE ("(b)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, supported_cb, NULL);
}

/**
 * mk_portal_is_missing:
 * @portal: a portal
 *
 * Returns: whether it is needed here, and not there
 */
gboolean
mk_portal_is_missing (MkPortal portal)
{
  g_return_val_if_fail (portal < MK_PORTAL_N, FALSE);

  return is_missing[portal];
}

/**
 * mk_portal_can_call:
 *
 * Returns: whether the desktop has a program for telephone numbers, which can't be seen in a sandbox
 */
gboolean
mk_portal_can_call (void)
{
  return can_call;
}

/**
 * mk_portal_explain_missing:
 * @portal: %MK_PORTAL_FILES or %MK_PORTAL_PRINTING
 * @parent: where something was asked for that needs it
 *
 * Tells, where the portal is missing, what can't be done for the lack of it, and what helps.
 *
 * Returns: whether it is missing, so that there is nothing more to do
 */
gboolean
mk_portal_explain_missing (MkPortal   portal,
                           GtkWidget *parent)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (portal < MK_PORTAL_N && headings[portal] != NULL, FALSE);

  if (!is_missing[portal])
    return FALSE;
  text = g_strdup_printf (
      /* Translators: %s is a technical name. */
      _ ("Makker runs apart from other programs and asks the desktop for this, which lacks the part "
         "that does it. Ask whoever looks after this computer to install xdg-desktop-portal with "
         "%s. Nothing is lost meanwhile."),
      interfaces[portal]);
  mk_dialog_tell (parent, _ (headings[portal]), text);
  return TRUE;
}

/**
 * mk_portal_file_dialog_new:
 * @parent: where files are asked for
 * @title: of the dialog
 *
 * Makes what lets a person choose files or a folder. Where that can't be, it is told.
 *
 * Returns: (transfer full) (nullable): a dialog, or %NULL where none can be shown
 */
GtkFileDialog *
mk_portal_file_dialog_new (GtkWidget  *parent,
                           const char *title)
{
  GtkFileDialog *dialog;

  if (mk_portal_explain_missing (MK_PORTAL_FILES, parent))
    return NULL;
  dialog = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (dialog, title);
  return dialog;
}

/**
 * mk_portal_dup_place:
 * @file: a file or folder that a person chose
 *
 * In a sandbox what was chosen lies in a folder that is made up, and a mark at it says where that is.
 *
 * Returns: (transfer full): where it is, as the person knows it
 */
char *
mk_portal_dup_place (GFile *file)
{
  const char *path = g_file_peek_path (file);
  char place[PATH_MAX + 1] = { 0 };

  if (path != NULL && getxattr (path, "user.document-portal.host-path", place, PATH_MAX) > 0)
    return g_filename_display_name (place);
  return g_file_get_parse_name (file);
}
