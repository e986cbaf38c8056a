/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-dialog.h"

#include "shell/mk-accels.h"
#include "widgets/mk-wrap.h"

#include <glib/gi18n-lib.h>

/* Every dialog of the program comes this way, so that none keeps somebody who is called away from
 * locking, from calling, or from reading how it is done. */

static const char *const actions[] = { "win.lock", "win.hotline", "win.help", "app.quit", NULL };

static void
add_shortcut (GtkShortcutController *controller,
              const MkAccel         *accel)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  GtkShortcut *shortcut;

  if (accel->action == NULL ||
      !g_action_parse_detailed_name (accel->action, &name, &target, NULL) ||
      !g_strv_contains (actions, name))
    return;
  shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (accel->accels),
                               gtk_named_action_new (name));
  gtk_shortcut_set_arguments (shortcut, target);
  gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

/* An open dialog keeps the accelerators of the window from the keys, so that it has its own. */
static GtkEventController *
new_controller (void)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  guint n_accels;
  const MkAccel *accels = mk_accels_get (&n_accels);

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < n_accels; i++)
    add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), &accels[i]);
  return controller;
}

/**
 * mk_dialog_present:
 * @dialog: (transfer none): a dialog that was not presented yet
 * @parent: over what it stands
 *
 * Shows a dialog of this program. The shortcuts that lock, that show whom to call, that help and
 * that quit work in it too. Main thread.
 */
void
mk_dialog_present (AdwDialog *dialog,
                   GtkWidget *parent)
{
  g_return_if_fail (ADW_IS_DIALOG (dialog));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  gtk_widget_add_controller (GTK_WIDGET (dialog), new_controller ());
  adw_dialog_present (dialog, parent);
  /* What is in a dialog becomes a part of it then. */
  mk_wrap_titles (GTK_WIDGET (dialog));
}

/**
 * mk_dialog_has_room:
 * @parent: over what a dialog would stand
 *
 * Returns: whether it is in a window that shows no dialog yet; two of them at a time are one too many
 */
gboolean
mk_dialog_has_room (GtkWidget *parent)
{
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), FALSE);

  root = gtk_widget_get_root (parent);
  return ADW_IS_APPLICATION_WINDOW (root) &&
         adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root)) == NULL;
}

/**
 * mk_dialog_tell:
 * @parent: where something was asked for
 * @heading: in a few words, what became of it
 * @text: (nullable): why, or what to do now, in whole sentences
 *
 * Tells what must be read whole, however narrow the window and however large the text, and stands
 * until somebody closes it. Where the page was left meanwhile, or the window locked, nothing is told.
 */
void
mk_dialog_tell (GtkWidget  *parent,
                const char *heading,
                const char *text)
{
  AdwDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (heading != NULL);

  if (gtk_widget_get_root (parent) == NULL)
    return;
  dialog = adw_alert_dialog_new (heading, text);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  mk_dialog_present (dialog, parent);
}
