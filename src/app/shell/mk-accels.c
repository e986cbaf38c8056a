/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/mk-accels.h"

#include <glib/gi18n-lib.h>

/* The one table of keyboard shortcuts: what is installed, and what the dialog of shortcuts tells. */
static const MkAccel accels[] = {
  { "win.new-check-in", "<Control>n", N_ ("New check-in") },
  { NULL, "<Control>Return", N_ ("Save the check-in") },
  { NULL, "Delete", N_ ("Delete the check-in that is marked") },
  { "win.show-today", "<Alt>1", N_ ("Go to today") },
  { "win.show-exchange", "<Alt>2", N_ ("Go to send and fetch") },
  { "win.show-situations", "<Alt>3", N_ ("Go to what do I do when …") },
  { "win.show-training", "<Alt>4", N_ ("Go to the training") },
  { "win.hotline('')", "<Control>t", N_ ("Show whom to call") },
  { "win.search", "<Control>f", N_ ("Search everything") },
  { "win.toggle-only", "<Shift><Control>v", N_ ("Show only the placement that is shown, or all") },
  { "win.fetch", "<Control>o", N_ ("Fetch package") },
  { "win.lock", "<Control>l", N_ ("Lock") },
  { NULL, "<Control>plus", N_ ("Larger text or page") },
  { NULL, "<Control>minus", N_ ("Smaller text or page") },
  { NULL, "<Control>0", N_ ("Text or page in its usual size") },
  { NULL, "<Control>g", N_ ("Go to a page by its number") },
  { NULL, "space", N_ ("Play or pause the film") },
  { NULL, "Left", N_ ("Go a little back in the film") },
  { NULL, "Right", N_ ("Go a little forward in the film") },
  { NULL, "Up", N_ ("Make the film louder") },
  { NULL, "Down", N_ ("Make the film quieter") },
  { NULL, "m", N_ ("Turn the sound of the film off or on") },
  { NULL, "c", N_ ("Show the captions of the film, or hide them") },
  { NULL, "F11", N_ ("Show the film over the whole screen, or leave that") },
  { NULL, "Escape", N_ ("Go back, close the dialog or leave the full screen") },
  { NULL, "F10", N_ ("Main menu") },
  { "win.help", "F1", N_ ("Help") },
  { "win.preferences", "<Control>comma", N_ ("Preferences") },
  { "win.shortcuts", "<Control>question", N_ ("Keyboard shortcuts") },
  { "window.close", "<Control>w", N_ ("Close the window") },
  { "app.quit", "<Control>q", N_ ("Quit") },
};

/**
 * mk_accels_get:
 * @n_accels: (out): how many there are
 *
 * Returns: (transfer none): the shortcuts, in the order in which they are told
 */
const MkAccel *
mk_accels_get (guint *n_accels)
{
  g_return_val_if_fail (n_accels != NULL, NULL);

  *n_accels = G_N_ELEMENTS (accels);
  return accels;
}

/**
 * mk_accels_apply:
 * @application: the application
 *
 * Installs the shortcuts.
 */
void
mk_accels_apply (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    {
      g_auto (GStrv) keys = g_strsplit (accels[i].accels, " ", -1);

      if (accels[i].action != NULL)
        gtk_application_set_accels_for_action (application, accels[i].action,
                                               (const char *const *) keys);
    }
}
