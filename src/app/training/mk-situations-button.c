/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-situations-button.h"

#include "widgets/mk-narrow.h"

#include <glib/gi18n-lib.h>

/* Hit without aiming. */
#define SMALLEST_WIDTH 44

/**
 * MkSituationsButton:
 *
 * Stands in the header of every page while the sidebar is away, and leads to the cards for what may
 * happen, so that they are never more than two taps away. Where it does not, its tooltip says why.
 */
struct _MkSituationsButton
{
  GtkButton parent_instance;

  GBinding *narrow; /* to the window's being narrow, or NULL */
};

G_DEFINE_FINAL_TYPE (MkSituationsButton, mk_situations_button, GTK_TYPE_BUTTON)

static void
mk_situations_button_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mk_situations_button_parent_class)->root (widget);
  MK_SITUATIONS_BUTTON (widget)->narrow = mk_narrow_bind (widget, widget, TRUE);
}

static void
mk_situations_button_unroot (GtkWidget *widget)
{
  g_clear_pointer (&MK_SITUATIONS_BUTTON (widget)->narrow, g_binding_unbind);
  GTK_WIDGET_CLASS (mk_situations_button_parent_class)->unroot (widget);
}

/* One placement may be shown alone, and the cards lead away from it. */
static void
tell (MkSituationsButton *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const char *why = gtk_widget_get_sensitive (widget)
                        ? ""
                        : _ ("Only one placement is shown now. Show all to see the cards.");

  gtk_widget_set_tooltip_text (widget, *why != '\0' ? why : _ ("What do I do when …"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, why,
                                  -1);
}

static void
mk_situations_button_state_flags_changed (GtkWidget    *widget,
                                          GtkStateFlags before)
{
  if (((gtk_widget_get_state_flags (widget) ^ before) & GTK_STATE_FLAG_INSENSITIVE) != 0)
    tell (MK_SITUATIONS_BUTTON (widget));

  GTK_WIDGET_CLASS (mk_situations_button_parent_class)->state_flags_changed (widget, before);
}

static void
mk_situations_button_class_init (MkSituationsButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->root = mk_situations_button_root;
  widget_class->unroot = mk_situations_button_unroot;
  widget_class->state_flags_changed = mk_situations_button_state_flags_changed;
}

static void
mk_situations_button_init (MkSituationsButton *self)
{
  gtk_button_set_icon_name (GTK_BUTTON (self), "dialog-question-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (self), SMALLEST_WIDTH, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What do I do when …"), -1);
  tell (self);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.show-situations");
}
