/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hotline/mk-hotline-item.h"

/**
 * MkHotlineItem:
 *
 * Somebody to call, in a list. Never changes.
 */
struct _MkHotlineItem
{
  GObject parent_instance;

  GPtrArray *turns;
  guint      position;
};

G_DEFINE_FINAL_TYPE (MkHotlineItem, mk_hotline_item, G_TYPE_OBJECT)

static void
mk_hotline_item_finalize (GObject *object)
{
  g_ptr_array_unref (MK_HOTLINE_ITEM (object)->turns);

  G_OBJECT_CLASS (mk_hotline_item_parent_class)->finalize (object);
}

static void
mk_hotline_item_class_init (MkHotlineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mk_hotline_item_finalize;
}

static void
mk_hotline_item_init (MkHotlineItem *self)
{
}

/**
 * mk_hotline_item_new:
 * @turns: (element-type MkHotlineTurn): whom to call, in order
 * @position: which of them
 *
 * Returns: (transfer full): that one
 */
MkHotlineItem *
mk_hotline_item_new (GPtrArray *turns,
                     guint      position)
{
  MkHotlineItem *self = g_object_new (MK_TYPE_HOTLINE_ITEM, NULL);

  self->turns = g_ptr_array_ref (turns);
  self->position = position;
  return self;
}

/**
 * mk_hotline_item_get_turn:
 * @self: an item
 *
 * Returns: (transfer none): who it is
 */
const MkHotlineTurn *
mk_hotline_item_get_turn (MkHotlineItem *self)
{
  g_return_val_if_fail (MK_IS_HOTLINE_ITEM (self), NULL);

  return g_ptr_array_index (self->turns, self->position);
}
