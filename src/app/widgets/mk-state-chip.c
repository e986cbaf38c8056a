/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-state-chip.h"

#include "check-in/mk-check-in-words.h"
#include "config.h"

/**
 * MkStateChip:
 *
 * How far something has come, as a word with an icon; the colour only helps.
 */
struct _MkStateChip
{
  GtkBox parent_instance;

  GtkImage *icon;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (MkStateChip, mk_state_chip, GTK_TYPE_BOX)

/* The class of each MkProgress in the style sheet. */
static const char *const classes[] = {
  "saved", "sent", "received", "not-sent", "fetched", "refused",
};

static void
mk_state_chip_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_STATE_CHIP);

  G_OBJECT_CLASS (mk_state_chip_parent_class)->dispose (object);
}

static void
mk_state_chip_class_init (MkStateChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_state_chip_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-state-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, MkStateChip, icon);
  gtk_widget_class_bind_template_child (widget_class, MkStateChip, label);
}

static void
mk_state_chip_init (MkStateChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_state_chip_set_progress:
 * @self: a chip
 * @progress: how far it has come
 */
void
mk_state_chip_set_progress (MkStateChip *self,
                            MkProgress   progress)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (MK_IS_STATE_CHIP (self));

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (widget, classes[i]);
  gtk_widget_add_css_class (widget, classes[progress]);
  gtk_image_set_from_icon_name (self->icon, mk_progress_icon_name (progress));
  gtk_label_set_label (self->label, mk_progress_words (progress));
}
