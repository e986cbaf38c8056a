/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-headed-list.h"

/**
 * MkHeadedList:
 *
 * A list with one object before it, so that what stands above the rows of a long list scrolls with
 * them. It holds nothing of the list.
 */
struct _MkHeadedList
{
  GObject parent_instance;

  GObject    *head;
  GListModel *model;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MkHeadedList, mk_headed_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (MK_HEADED_LIST (model)->model) + 1;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  MkHeadedList *self = MK_HEADED_LIST (model);

  if (position == 0)
    return g_object_ref (self->head);
  return g_list_model_get_item (self->model, position - 1);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
items_changed_cb (MkHeadedList *self,
                  guint         position,
                  guint         removed,
                  guint         added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position + 1, removed, added);
}

static void
mk_headed_list_dispose (GObject *object)
{
  MkHeadedList *self = MK_HEADED_LIST (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_clear_object (&self->head);

  G_OBJECT_CLASS (mk_headed_list_parent_class)->dispose (object);
}

static void
mk_headed_list_class_init (MkHeadedListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mk_headed_list_dispose;
}

static void
mk_headed_list_init (MkHeadedList *self)
{
}

/**
 * mk_headed_list_new:
 * @head: the object that comes first
 * @model: a list
 *
 * Returns: (transfer full): a new list
 */
MkHeadedList *
mk_headed_list_new (gpointer    head,
                    GListModel *model)
{
  MkHeadedList *self = g_object_new (MK_TYPE_HEADED_LIST, NULL);

  self->head = g_object_ref (head);
  self->model = g_object_ref (model);
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  return self;
}
