/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/mk-unshown.h"

/* What has to be gone from the screen at once. */

/* Windows that stand over ours, such as one that asks for a printer. */
static void
destroy_windows_over (GtkWindow *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (GTK_IS_WINDOW (l->data) && gtk_window_get_transient_for (l->data) == window)
      gtk_window_destroy (l->data);
}

/**
 * mk_unshown_close_dialogs:
 * @window: a window
 *
 * Closes all that stands over its content, without the animation during which it would still be
 * read. Each dialog is told, and keeps what was written in it.
 */
void
mk_unshown_close_dialogs (AdwApplicationWindow *window)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (window));
  gboolean animates;
  AdwDialog *dialog;

  g_return_if_fail (ADW_IS_APPLICATION_WINDOW (window));

  g_object_get (settings, "gtk-enable-animations", &animates, NULL);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  while ((dialog = adw_application_window_get_visible_dialog (window)) != NULL)
    adw_dialog_force_close (dialog);
  g_object_set (settings, "gtk-enable-animations", animates, NULL);
  destroy_windows_over (GTK_WINDOW (window));
}

static void
clear_clipboard (GdkClipboard *clipboard)
{
  if (gdk_clipboard_is_local (clipboard))
    gdk_clipboard_set_content (clipboard, NULL);
}

/**
 * mk_unshown_clear_clipboards:
 * @widget: a widget of the program
 *
 * Empties the clipboards of what came from this program, and leaves what others put there.
 */
void
mk_unshown_clear_clipboards (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  clear_clipboard (gtk_widget_get_clipboard (widget));
  clear_clipboard (gtk_widget_get_primary_clipboard (widget));
}
