/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-work-row.h"

#include "config.h"

/**
 * MkWorkRow:
 *
 * Long work as a row: what it does, how far it is, and a button to end it.
 */
struct _MkWorkRow
{
  GtkListBoxRow parent_instance;

  GtkWidget      *spinner;
  GtkLabel       *words;
  GtkProgressBar *bar;
  GtkWidget      *cancel;

  MkWork *work;
};

G_DEFINE_FINAL_TYPE (MkWorkRow, mk_work_row, GTK_TYPE_LIST_BOX_ROW)

static void
cancel_cb (MkWorkRow *self)
{
  mk_work_cancel (self->work);
}

static void
changed_cb (MkWorkRow *self)
{
  g_autofree char *words = NULL;
  double fraction;
  gboolean can_cancel;

  g_object_get (self->work, "words", &words, "fraction", &fraction, "can-cancel", &can_cancel,
                NULL);
  gtk_label_set_label (self->words, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (self->spinner, fraction < 0);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), fraction >= 0);
  gtk_progress_bar_set_fraction (self->bar, MAX (fraction, 0));
  gtk_widget_set_visible (self->cancel, can_cancel);
}

static void
mk_work_row_dispose (GObject *object)
{
  MkWorkRow *self = MK_WORK_ROW (object);

  if (self->work != NULL)
    g_signal_handlers_disconnect_by_data (self->work, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_WORK_ROW);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (mk_work_row_parent_class)->dispose (object);
}

static void
mk_work_row_class_init (MkWorkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_work_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-work-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MkWorkRow, spinner);
  gtk_widget_class_bind_template_child (widget_class, MkWorkRow, words);
  gtk_widget_class_bind_template_child (widget_class, MkWorkRow, bar);
  gtk_widget_class_bind_template_child (widget_class, MkWorkRow, cancel);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
mk_work_row_init (MkWorkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_work_row_new:
 * @work: what goes on
 *
 * Returns: (transfer floating): a row that follows it
 */
GtkWidget *
mk_work_row_new (MkWork *work)
{
  MkWorkRow *self = g_object_new (MK_TYPE_WORK_ROW, NULL);

  self->work = g_object_ref (work);
  g_signal_connect_swapped (work, "notify", G_CALLBACK (changed_cb), self);
  changed_cb (self);
  return GTK_WIDGET (self);
}
