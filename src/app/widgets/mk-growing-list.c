/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-growing-list.h"

typedef struct
{
  GtkSliceListModel *list;
  gboolean           is_seen; /* its first items are */
} Growing;

static void
growing_free (gpointer data)
{
  Growing *growing = data;

  g_object_unref (growing->list);
  g_free (growing);
}

/* A tick comes before its frame is drawn, so that the first adds nothing. */
static gboolean
grow_cb (GtkWidget     *widget G_GNUC_UNUSED,
         GdkFrameClock *clock G_GNUC_UNUSED,
         gpointer       user_data)
{
  Growing *growing = user_data;
  guint size = gtk_slice_list_model_get_size (growing->list);
  guint n_items = g_list_model_get_n_items (gtk_slice_list_model_get_model (growing->list));
  gboolean has_more = size < n_items;

  if (!growing->is_seen)
    {
      growing->is_seen = TRUE;
      return G_SOURCE_CONTINUE;
    }
  /* What comes later is one by one, and shown at once. */
  gtk_slice_list_model_set_size (growing->list, has_more ? size + MK_GROWING_LIST_STEP : G_MAXUINT);
  return has_more ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/**
 * mk_growing_list_new:
 * @model: all items
 * @n_first: how many are there at once, as many as fill a window; none where something else is looked
 *   at first
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
  Growing *growing = g_new0 (Growing, 1);

  growing->list = g_object_ref (self);
  gtk_widget_add_tick_callback (shown_by, grow_cb, growing, growing_free);
  return G_LIST_MODEL (self);
}
