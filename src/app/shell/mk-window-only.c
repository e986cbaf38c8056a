/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/mk-window-private.h"

/* One placement that is shown alone, so that nobody beside the screen sees the others. */

/* What leads to others than the one placement that is shown alone. */
static const char *const other_actions[] = {
  "win.show-today",       "win.fetch",         "win.show-exchange",   "win.answer-package",
  "win.fetch-waiting",    "win.preferences",   "win.show-backup",     "win.restore-backup",
  "win.show-punch-cards", "win.show-training", "win.show-situations", "win.show-lesson",
  "win.show-passage",     "win.show-material", "win.show-hotline",    "win.save-vcard",
  "win.show-meetings",    "win.write-meeting",
};

static void
enable_other_actions (MkWindow *self)
{
  gboolean is_only = mk_workplace_get_is_only (mk_window_get_workplace (self));

  for (guint i = 0; i < G_N_ELEMENTS (other_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), other_actions[i], !is_only);
}

static void
show_only (MkWindow        *self,
           MkPlacementItem *placement)
{
  /* What is being written stays in sight until it is saved or left. */
  if (placement == NULL ||
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return;
  mk_shell_show_only (self->shell, placement);
  enable_other_actions (self);
}

static void
show_only_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);

  show_only (self, mk_window_find_placement (self, parameter));
}

/* Files that were opened meanwhile say who they are about. */
static void
show_all_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);
  g_auto (GStrv) files = g_steal_pointer (&self->to_fetch);

  mk_shell_show_all (self->shell);
  enable_other_actions (self);
  if (files != NULL)
    mk_window_fetch (self, (const char *const *) files);
}

static void
toggle_only_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);

  if (mk_workplace_get_is_only (mk_window_get_workplace (self)))
    show_all_cb (widget, action, parameter);
  else
    show_only (self, mk_shell_get_placement (self->shell));
}

/**
 * mk_window_install_only_actions:
 * @widget_class: of the window
 *
 * Installs what shows one placement alone, and all again.
 */
void
mk_window_install_only_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-only", "s", show_only_cb);
  gtk_widget_class_install_action (widget_class, "win.show-all", NULL, show_all_cb);
  gtk_widget_class_install_action (widget_class, "win.toggle-only", NULL, toggle_only_cb);
}
