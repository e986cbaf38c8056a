/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mk-post-item.h"

/**
 * MkPostItem:
 *
 * A package, an entry that stays, or a problem, as a row tells it. Never changes.
 */
struct _MkPostItem
{
  GObject parent_instance;

  MkPostLine line;
};

G_DEFINE_FINAL_TYPE (MkPostItem, mk_post_item, G_TYPE_OBJECT)

static void
mk_post_item_finalize (GObject *object)
{
  MkPostLine *line = &MK_POST_ITEM (object)->line;

  g_free (line->icon);
  g_free (line->title);
  g_free (line->detail);
  g_free (line->state);
  g_free (line->state_class);
  g_free (line->button);
  g_free (line->action);
  g_free (line->target);

  G_OBJECT_CLASS (mk_post_item_parent_class)->finalize (object);
}

static void
mk_post_item_class_init (MkPostItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mk_post_item_finalize;
}

static void
mk_post_item_init (MkPostItem *self)
{
}

/**
 * mk_post_item_new:
 * @line: what it says; copied
 *
 * Returns: (transfer full): a new item
 */
MkPostItem *
mk_post_item_new (const MkPostLine *line)
{
  MkPostItem *self = g_object_new (MK_TYPE_POST_ITEM, NULL);

  self->line.icon = g_strdup (line->icon);
  self->line.title = g_strdup (line->title);
  self->line.detail = g_strdup (line->detail);
  self->line.state = g_strdup (line->state);
  self->line.state_class = g_strdup (line->state_class);
  self->line.button = g_strdup (line->button);
  self->line.action = g_strdup (line->action);
  self->line.target = g_strdup (line->target);
  return self;
}

/**
 * mk_post_item_get_line:
 * @self: an item
 *
 * Returns: (transfer none): what it says
 */
const MkPostLine *
mk_post_item_get_line (MkPostItem *self)
{
  g_return_val_if_fail (MK_IS_POST_ITEM (self), NULL);

  return &self->line;
}

/**
 * mk_post_item_equal:
 * @self: an item
 * @other: another
 *
 * Returns: whether both say the same
 */
gboolean
mk_post_item_equal (MkPostItem *self,
                    MkPostItem *other)
{
  const MkPostLine *left = &self->line, *right = &other->line;

  return g_strcmp0 (left->icon, right->icon) == 0 && g_strcmp0 (left->title, right->title) == 0 &&
         g_strcmp0 (left->detail, right->detail) == 0 &&
         g_strcmp0 (left->state, right->state) == 0 &&
         g_strcmp0 (left->button, right->button) == 0 &&
         g_strcmp0 (left->action, right->action) == 0 &&
         g_strcmp0 (left->target, right->target) == 0;
}
