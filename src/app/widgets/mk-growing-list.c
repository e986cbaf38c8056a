/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-growing-list.h"

static gboolean
grow_cb (GtkWidget     *widget G_GNUC_UNUSED,
         GdkFrameClock *clock G_GNUC_UNUSED,
         gpointer       user_data)
{
  GtkSliceListModel *self = user_data;
  guint size = gtk_slice_list_model_get_size (self);
  guint n_items = g_list_model_get_n_items (gtk_slice_list_model_get_model (self));
  gboolean has_more = size < n_items;
  /* The first frame is waited for. */
  guint step = size > 0 ? MK_GROWING_LIST_WINDOW : 1;

  /* What comes later is one by one, and shown at once. */
  gtk_slice_list_model_set_size (self, has_more ? size + step : G_MAXUINT);
  return has_more ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/**
 * mk_growing_list_new:
 * @model: all items
 * @n_first: how many are there at once, such as %MK_GROWING_LIST_WINDOW; none where something else is
 *   looked at first
 * @shown_by: what makes a widget for each of them
 *
 * A list that makes a page appear at once however long it is: it has a few items at first, and with
 * each frame that @shown_by draws some more, until it has them all.
 *
 * Returns: (transfer full): the list
 */
GListModel *
mk_growing_list_new (GListModel *model,
                     guint       n_first,
                     GtkWidget  *shown_by)
{
  GtkSliceListModel *self = gtk_slice_list_model_new (g_object_ref (model), 0, n_first);

  gtk_widget_add_tick_callback (shown_by, grow_cb, g_object_ref (self), g_object_unref);
  return G_LIST_MODEL (self);
}
