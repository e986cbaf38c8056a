/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "arrangement/mk-arrangement-flow.h"
#include "check-in/mk-check-in-flow.h"
#include "check-in/mk-choose-dialog.h"
#include "shell/mk-window-private.h"
#include "week/mk-week-flow.h"
#include "widgets/mk-dialog.h"

/* The window's actions by which something is written about a placement. */

static void
write_check_in (MkWindow        *self,
                MkPlacementItem *placement,
                const char      *attendance)
{
  mk_check_in_flow_write (mk_shell_get_overlay (self->shell), mk_window_get_workplace (self),
                          placement, attendance);
}

static void
check_in_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);
  const char *id, *attendance;
  MkPlacementItem *placement;

  g_variant_get (parameter, "(&s&s)", &id, &attendance);
  placement = mk_workplace_find_placement (mk_window_get_workplace (self), id);
  if (placement != NULL)
    write_check_in (self, placement, attendance);
}

static void
chosen_cb (MkWindow        *self,
           MkPlacementItem *placement)
{
  write_check_in (self, placement, "");
}

static void
choose_placement (MkWindow *self)
{
  GListModel *placements = mk_workplace_get_placements (mk_window_get_workplace (self));
  MkChooseDialog *dialog = mk_choose_dialog_new (placements);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  mk_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* About whom, where there is no doubt; otherwise it is asked. */
static void
new_check_in_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);
  GListModel *placements = mk_workplace_get_placements (mk_window_get_workplace (self));
  guint n_placements = g_list_model_get_n_items (placements);
  g_autoptr (MkPlacementItem) first = g_list_model_get_item (placements, 0);
  MkPlacementItem *shown = mk_shell_get_placement (self->shell);

  if (n_placements == 0 ||
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return;
  if (shown != NULL || n_placements == 1)
    write_check_in (self, shown != NULL ? shown : first, "");
  else
    choose_placement (self);
}

static void
open_check_in_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);

  mk_check_in_flow_open (mk_shell_get_overlay (self->shell), mk_window_get_workplace (self),
                         g_variant_get_string (parameter, NULL));
}

static void
delete_check_in_cb (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);

  mk_check_in_flow_delete (mk_shell_get_overlay (self->shell), mk_window_get_workplace (self),
                           g_variant_get_string (parameter, NULL));
}

static void
arrange_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);
  MkPlacementItem *placement = mk_window_find_placement (self, parameter);

  if (placement != NULL)
    mk_arrangement_flow_arrange (widget, mk_window_get_workplace (self), placement);
}

static void
name_here_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);
  MkPlacementItem *placement = mk_window_find_placement (self, parameter);

  if (placement != NULL)
    mk_arrangement_flow_name (mk_shell_get_overlay (self->shell), mk_window_get_workplace (self),
                              placement);
}

static void
week_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);
  MkPlacementItem *placement = mk_window_find_placement (self, parameter);

  if (placement != NULL)
    mk_week_flow_write (mk_shell_get_overlay (self->shell), mk_window_get_workplace (self),
                        placement);
}

/**
 * mk_window_install_check_in_actions:
 * @widget_class: of the window
 *
 * Installs what writes about a placement.
 */
void
mk_window_install_check_in_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new-check-in", NULL, new_check_in_cb);
  gtk_widget_class_install_action (widget_class, "win.check-in", "(ss)", check_in_cb);
  gtk_widget_class_install_action (widget_class, "win.open-check-in", "s", open_check_in_cb);
  gtk_widget_class_install_action (widget_class, "win.delete-check-in", "s", delete_check_in_cb);
  gtk_widget_class_install_action (widget_class, "win.arrange", "s", arrange_cb);
  gtk_widget_class_install_action (widget_class, "win.name-here", "s", name_here_cb);
  gtk_widget_class_install_action (widget_class, "win.write-week", "s", week_cb);
}
