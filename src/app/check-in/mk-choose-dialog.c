/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-choose-dialog.h"

#include "config.h"
#include "workplace/mk-placement-item.h"

/**
 * MkChooseDialog:
 *
 * Asks whom a new check-in is about.
 */
struct _MkChooseDialog
{
  AdwDialog parent_instance;

  GtkListBox *rows;

  GListModel *placements;
};

G_DEFINE_FINAL_TYPE (MkChooseDialog, mk_choose_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_activated_cb (MkChooseDialog *self,
                  GtkListBoxRow  *row)
{
  g_autoptr (MkPlacementItem) placement =
      g_list_model_get_item (self->placements, (guint) gtk_list_box_row_get_index (row));

  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, placement);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  const char *name = mk_placement_item_get_name (item);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *avatar = adw_avatar_new (32, name, TRUE);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), mk_placement_item_get_job (item));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), avatar);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
mk_choose_dialog_dispose (GObject *object)
{
  MkChooseDialog *self = MK_CHOOSE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_CHOOSE_DIALOG);
  g_clear_object (&self->placements);

  G_OBJECT_CLASS (mk_choose_dialog_parent_class)->dispose (object);
}

static void
mk_choose_dialog_class_init (MkChooseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_choose_dialog_dispose;

  /**
   * MkChooseDialog::chosen:
   * @self: the dialog, closed
   * @placement: whom it is about
   *
   * A person chose.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, MK_TYPE_PLACEMENT_ITEM);

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-choose-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MkChooseDialog, rows);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
mk_choose_dialog_init (MkChooseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_choose_dialog_new:
 * @placements: a list of [class@PlacementItem]
 *
 * Returns: (transfer floating): a new dialog
 */
MkChooseDialog *
mk_choose_dialog_new (GListModel *placements)
{
  MkChooseDialog *self = g_object_new (MK_TYPE_CHOOSE_DIALOG, NULL);

  self->placements = g_object_ref (placements);
  gtk_list_box_bind_model (self->rows, placements, create_row_cb, NULL, NULL);
  return self;
}
