/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-check-in-row.h"

#include "check-in/mk-check-in-words.h"
#include "config.h"
#include "mk-isolate.h"
#include "widgets/mk-state-chip.h"

/**
 * MkCheckInRow:
 *
 * A check-in in a list, as a sentence with how far it has come. It opens and deletes by the
 * window's actions.
 *
 * # Accessibility
 *
 * The row reads as one sentence, its state included.
 */
struct _MkCheckInRow
{
  GtkListBoxRow parent_instance;

  GtkLabel    *sentence;
  GtkLabel    *text;
  GtkLabel    *reason;
  MkStateChip *chip;
  GtkWidget   *delete_button;

  MkCheckInItem *item;
};

G_DEFINE_FINAL_TYPE (MkCheckInRow, mk_check_in_row, GTK_TYPE_LIST_BOX_ROW)

static void
delete_cb (MkCheckInRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.delete-check-in", "s",
                              mk_check_in_item_get_id (self->item));
}

static gboolean
delete_key_cb (GtkWidget *widget,
               GVariant  *arguments,
               gpointer   user_data)
{
  MkCheckInRow *self = MK_CHECK_IN_ROW (widget);

  if (mk_check_in_item_is_own (self->item))
    delete_cb (self);
  return GDK_EVENT_STOP;
}

static void
show_optional (GtkLabel   *label,
               const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
mk_check_in_row_dispose (GObject *object)
{
  MkCheckInRow *self = MK_CHECK_IN_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_CHECK_IN_ROW);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (mk_check_in_row_parent_class)->dispose (object);
}

static void
mk_check_in_row_class_init (MkCheckInRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_check_in_row_dispose;

  g_type_ensure (MK_TYPE_STATE_CHIP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_key_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-check-in-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MkCheckInRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, MkCheckInRow, text);
  gtk_widget_class_bind_template_child (widget_class, MkCheckInRow, reason);
  gtk_widget_class_bind_template_child (widget_class, MkCheckInRow, chip);
  gtk_widget_class_bind_template_child (widget_class, MkCheckInRow, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
mk_check_in_row_init (MkCheckInRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* All that it shows. */
static void
name_for_readers (MkCheckInRow *self)
{
  GtkLabel *const labels[] = { self->sentence, self->text, self->reason };
  const char *parts[G_N_ELEMENTS (labels) + 2] = { NULL };
  guint n_parts = 0;
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (gtk_widget_get_visible (GTK_WIDGET (labels[i])))
      parts[n_parts++] = gtk_label_get_label (labels[i]);
  parts[n_parts] = mk_progress_words (mk_check_in_item_get_progress (self->item));
  name = mk_isolate_join (". ", parts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * mk_check_in_row_new:
 * @item: what it shows
 * @names_day: whether the day is said first
 *
 * Returns: (transfer floating): a new row
 */
MkCheckInRow *
mk_check_in_row_new (MkCheckInItem *item,
                     gboolean       names_day)
{
  MkCheckInRow *self = g_object_new (MK_TYPE_CHECK_IN_ROW, NULL);
  g_autofree char *sentence = mk_check_in_sentence (item, names_day);
  MkProgress progress = mk_check_in_item_get_progress (item);

  self->item = g_object_ref (item);
  gtk_label_set_label (self->sentence, sentence);
  show_optional (self->text, mk_check_in_text (item));
  show_optional (self->reason, mk_check_in_item_get_reason (item));
  mk_state_chip_set_progress (self->chip, progress);
  gtk_widget_set_visible (self->delete_button, mk_check_in_item_is_own (item));
  name_for_readers (self);
  return self;
}

/**
 * mk_check_in_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
MkCheckInItem *
mk_check_in_row_get_item (MkCheckInRow *self)
{
  g_return_val_if_fail (MK_IS_CHECK_IN_ROW (self), NULL);

  return self->item;
}

/**
 * mk_check_in_row_open:
 * @self: a row
 *
 * Opens the check-in, to be read and changed.
 */
void
mk_check_in_row_open (MkCheckInRow *self)
{
  g_return_if_fail (MK_IS_CHECK_IN_ROW (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-check-in", "s",
                              mk_check_in_item_get_id (self->item));
}
