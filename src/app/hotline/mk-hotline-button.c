/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hotline/mk-hotline-button.h"

#include "widgets/mk-narrow.h"

#include <glib/gi18n-lib.h>

/* Hit without aiming, also where the icon stands alone. */
#define SMALLEST_WIDTH 44

/**
 * MkHotlineButton:
 *
 * Stands in the header of every page and shows whom to call. It says so in words where there is room
 * for them, which a dialog has not.
 */
struct _MkHotlineButton
{
  GtkButton parent_instance;

  GtkWidget *words;
  GBinding  *narrow; /* to the window's being narrow, or NULL */
};

G_DEFINE_FINAL_TYPE (MkHotlineButton, mk_hotline_button, GTK_TYPE_BUTTON)

static void
mk_hotline_button_root (GtkWidget *widget)
{
  MkHotlineButton *self = MK_HOTLINE_BUTTON (widget);

  GTK_WIDGET_CLASS (mk_hotline_button_parent_class)->root (widget);
  self->narrow = mk_narrow_bind (widget, self->words, FALSE);
  if (self->narrow == NULL)
    gtk_widget_set_visible (self->words, FALSE);
}

static void
mk_hotline_button_unroot (GtkWidget *widget)
{
  MkHotlineButton *self = MK_HOTLINE_BUTTON (widget);

  g_clear_pointer (&self->narrow, g_binding_unbind);
  GTK_WIDGET_CLASS (mk_hotline_button_parent_class)->unroot (widget);
}

static void
mk_hotline_button_class_init (MkHotlineButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->root = mk_hotline_button_root;
  widget_class->unroot = mk_hotline_button_unroot;
}

static void
mk_hotline_button_init (MkHotlineButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("call-start-symbolic");
  const char *name = _ ("Emergency telephone");

  gtk_widget_set_size_request (GTK_WIDGET (self), SMALLEST_WIDTH, -1);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  self->words = gtk_label_new (name);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Whom to call"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.hotline");
}
