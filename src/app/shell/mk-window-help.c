/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "punchcard/mk-ask-flow.h"
#include "punchcard/mk-statement-dialog.h"
#include "shell/mk-window-private.h"
#include "widgets/mk-dialog.h"

/* The window's actions by which help is asked for. */

typedef void (*RequestFunc) (AdwToastOverlay *overlay,
                             MkWorkplace     *workplace,
                             const char      *id);

static void
show_punch_cards_cb (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  mk_shell_show_punch_cards (MK_WINDOW (widget)->shell);
}

/* For whom is chosen in the form; a placement that has ended is nobody. */
static void
ask_help_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);
  MkPlacementItem *placement = mk_window_find_placement (self, parameter);

  mk_ask_flow_ask (mk_shell_get_overlay (self->shell), mk_window_get_workplace (self),
                   placement != NULL ? mk_placement_item_get_id (placement) : NULL, NULL);
}

static void
on_request (GtkWidget  *widget,
            GVariant   *parameter,
            RequestFunc func)
{
  MkWindow *self = MK_WINDOW (widget);

  func (mk_shell_get_overlay (self->shell), mk_window_get_workplace (self),
        g_variant_get_string (parameter, NULL));
}

static void
correct_help_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  on_request (widget, parameter, mk_ask_flow_correct);
}

static void
copy_help_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  on_request (widget, parameter, mk_ask_flow_copy);
}

static void
withdraw_help_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  on_request (widget, parameter, mk_ask_flow_withdraw);
}

static void
print_card_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);
  MkWorkplace *workplace = mk_window_get_workplace (self);
  MkHelp *help = mk_workplace_get_help (workplace);
  const MkHelpRecord *card = mk_help_find_card (help, g_variant_get_string (parameter, NULL));
  const MkPunchCardData *data = card != NULL ? card->record.data : NULL;
  MkPlacementItem *placement = NULL;
  g_autoptr (MkHelpItem) item = NULL;

  if (card == NULL)
    return;
  if (data->placement_id != NULL)
    placement = mk_workplace_find_placement (workplace, data->placement_id);
  item = mk_help_item_new (help, card,
                           placement != NULL ? mk_placement_item_get_name (placement) : NULL);
  mk_dialog_present (
      ADW_DIALOG (mk_statement_dialog_new (item, mk_workplace_get_self (workplace)->company)),
      widget);
}

/**
 * mk_window_install_help_actions:
 * @widget_class: of the window
 *
 * Installs what asks for help.
 */
void
mk_window_install_help_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-punch-cards", NULL, show_punch_cards_cb);
  gtk_widget_class_install_action (widget_class, "win.ask-help", "s", ask_help_cb);
  gtk_widget_class_install_action (widget_class, "win.correct-help", "s", correct_help_cb);
  gtk_widget_class_install_action (widget_class, "win.copy-help", "s", copy_help_cb);
  gtk_widget_class_install_action (widget_class, "win.withdraw-help", "s", withdraw_help_cb);
  gtk_widget_class_install_action (widget_class, "win.print-card", "s", print_card_cb);
}
