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
 * happen, so that they are never more than two taps away.
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

static void
mk_situations_button_class_init (MkSituationsButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->root = mk_situations_button_root;
  widget_class->unroot = mk_situations_button_unroot;
}

static void
mk_situations_button_init (MkSituationsButton *self)
{
  const char *name = _ ("What do I do when …");

  gtk_button_set_icon_name (GTK_BUTTON (self), "dialog-question-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (self), SMALLEST_WIDTH, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.show-situations");
}
