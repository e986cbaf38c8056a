/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hotline/mk-call-flow.h"
#include "hotline/mk-contact-flow.h"
#include "shell/mk-window-private.h"

/* The window's actions on calls that were noted, and on numbers. */

typedef void (*CallFunc) (AdwToastOverlay *overlay,
                          MkWorkplace     *workplace,
                          const char      *id);

static void
on_call (GtkWidget *widget,
         GVariant  *parameter,
         CallFunc   func)
{
  MkWindow *self = MK_WINDOW (widget);

  func (mk_shell_get_overlay (self->shell), mk_window_get_workplace (self),
        g_variant_get_string (parameter, NULL));
}

static void
note_call_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);
  const char *key, *placement;

  g_variant_get (parameter, "(&s&s)", &key, &placement);
  mk_call_flow_note (mk_shell_get_overlay (self->shell), mk_window_get_workplace (self), key,
                     *placement != '\0' ? placement : NULL);
}

static void
open_call_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  on_call (widget, parameter, mk_call_flow_open);
}

static void
delete_call_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  on_call (widget, parameter, mk_call_flow_delete);
}

static void
follow_up_call_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  on_call (widget, parameter, mk_call_flow_follow_up);
}

static void
add_number_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);
  const char *placement = g_variant_get_string (parameter, NULL);

  mk_contact_flow_add (mk_shell_get_overlay (self->shell), mk_window_get_workplace (self),
                       *placement != '\0' ? placement : NULL);
}

typedef void (*NumberFunc) (AdwToastOverlay     *overlay,
                            MkWorkplace         *workplace,
                            const MkHotlineLine *line);

static void
on_number (GtkWidget *widget,
           GVariant  *parameter,
           NumberFunc func)
{
  MkWindow *self = MK_WINDOW (widget);
  MkWorkplace *workplace = mk_window_get_workplace (self);
  const MkHotlineLine *line = mk_hotline_find (mk_workplace_get_hotline (workplace),
                                               g_variant_get_string (parameter, NULL));

  if (line != NULL)
    func (mk_shell_get_overlay (self->shell), workplace, line);
}

static void
edit_number_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  on_number (widget, parameter, mk_contact_flow_edit);
}

static void
confirm_number_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  on_number (widget, parameter, mk_contact_flow_confirm);
}

/**
 * mk_window_install_call_actions:
 * @widget_class: of the window
 *
 * Installs what is done with calls and numbers.
 */
void
mk_window_install_call_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.note-call", "(ss)", note_call_cb);
  gtk_widget_class_install_action (widget_class, "win.open-call", "s", open_call_cb);
  gtk_widget_class_install_action (widget_class, "win.delete-call", "s", delete_call_cb);
  gtk_widget_class_install_action (widget_class, "win.follow-up-call", "s", follow_up_call_cb);
  gtk_widget_class_install_action (widget_class, "win.add-number", "s", add_number_cb);
  gtk_widget_class_install_action (widget_class, "win.edit-number", "s", edit_number_cb);
  gtk_widget_class_install_action (widget_class, "win.confirm-number", "s", confirm_number_cb);
}
