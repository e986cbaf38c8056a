/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-text-size-button.h"

#include "config.h"

/**
 * MkTextSizeButton:
 *
 * Stands above a text that is read at length, and makes the text larger or
 * smaller by the actions of mk_text_size_install().
 */
struct _MkTextSizeButton
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (MkTextSizeButton, mk_text_size_button, ADW_TYPE_BIN)

static void
mk_text_size_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_TEXT_SIZE_BUTTON);

  G_OBJECT_CLASS (mk_text_size_button_parent_class)->dispose (object);
}

static void
mk_text_size_button_class_init (MkTextSizeButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_text_size_button_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               MK_APP_PATH "/ui/mk-text-size-button.ui");
}

static void
mk_text_size_button_init (MkTextSizeButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
