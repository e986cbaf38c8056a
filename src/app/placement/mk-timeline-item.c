/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "placement/mk-timeline-item.h"

/**
 * MkTimelineItem:
 *
 * An entry of a [class@Timeline] that somebody looks at. It is the same object as long as somebody
 * holds it, empty until it was read, and it tells when what it holds is another. Main thread.
 */
struct _MkTimelineItem
{
  GObject parent_instance;

  MkLogRow    row;
  gboolean    begins_week;
  MkLogEntry *entry;
  guint       height_in; /* what its height was found out for */
  int         height; /* of its words, or 0 */
};

G_DEFINE_FINAL_TYPE (MkTimelineItem, mk_timeline_item, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
mk_timeline_item_finalize (GObject *object)
{
  mk_log_entry_free (MK_TIMELINE_ITEM (object)->entry);

  G_OBJECT_CLASS (mk_timeline_item_parent_class)->finalize (object);
}

static void
mk_timeline_item_class_init (MkTimelineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mk_timeline_item_finalize;

  /**
   * MkTimelineItem::changed:
   *
   * It was filled, or holds something else than before.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mk_timeline_item_init (MkTimelineItem *self)
{
}

/**
 * mk_timeline_item_new:
 * @row: which entry
 *
 * Returns: (transfer full): a new item, empty
 */
MkTimelineItem *
mk_timeline_item_new (const MkLogRow *row)
{
  MkTimelineItem *self = g_object_new (MK_TYPE_TIMELINE_ITEM, NULL);

  self->row = *row;
  return self;
}

/**
 * mk_timeline_item_get_row:
 * @self: an item
 *
 * Returns: (transfer none): which entry it is, and in which week
 */
const MkLogRow *
mk_timeline_item_get_row (MkTimelineItem *self)
{
  g_return_val_if_fail (MK_IS_TIMELINE_ITEM (self), NULL);

  return &self->row;
}

/**
 * mk_timeline_item_set_week:
 * @self: an item
 * @week: the week its entry lies in now
 */
void
mk_timeline_item_set_week (MkTimelineItem *self,
                           gint32          week)
{
  g_return_if_fail (MK_IS_TIMELINE_ITEM (self));

  self->row.week = week;
}

/**
 * mk_timeline_item_get_begins_week:
 * @self: an item
 *
 * Returns: whether it is the first of its week in the list
 */
gboolean
mk_timeline_item_get_begins_week (MkTimelineItem *self)
{
  g_return_val_if_fail (MK_IS_TIMELINE_ITEM (self), FALSE);

  return self->begins_week;
}

/**
 * mk_timeline_item_set_begins_week:
 * @self: an item
 * @begins_week: whether it is the first of its week in the list now
 *
 * Tells so when it is another than before.
 */
void
mk_timeline_item_set_begins_week (MkTimelineItem *self,
                                  gboolean        begins_week)
{
  g_return_if_fail (MK_IS_TIMELINE_ITEM (self));

  if (self->begins_week == begins_week)
    return;
  self->begins_week = begins_week;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * mk_timeline_item_get_entry:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what stands in it; %NULL until it was read
 */
const MkLogEntry *
mk_timeline_item_get_entry (MkTimelineItem *self)
{
  g_return_val_if_fail (MK_IS_TIMELINE_ITEM (self), NULL);

  return self->entry;
}

/**
 * mk_timeline_item_fill:
 * @self: an item
 * @entry: (transfer full): what was read
 *
 * Takes over what was read, and tells so when it is another than before.
 */
void
mk_timeline_item_fill (MkTimelineItem *self,
                       MkLogEntry     *entry)
{
  g_return_if_fail (MK_IS_TIMELINE_ITEM (self));
  g_return_if_fail (entry != NULL);

  if (self->entry != NULL && mk_log_entry_equals (self->entry, entry))
    {
      mk_log_entry_free (entry);
      return;
    }
  mk_log_entry_free (self->entry);
  self->entry = entry;
  self->height = 0;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * mk_timeline_item_get_height:
 * @self: an item
 * @in: what the height follows from beside the entry, such as a width and a font, as one number
 *
 * Returns: the height that was set for the same; 0 where none was
 */
int
mk_timeline_item_get_height (MkTimelineItem *self,
                             guint           in)
{
  g_return_val_if_fail (MK_IS_TIMELINE_ITEM (self), 0);

  return self->height_in == in ? self->height : 0;
}

/**
 * mk_timeline_item_set_height:
 * @self: an item
 * @in: what the height follows from
 * @height: how high its words are in a row
 *
 * Remembers it until the item holds something else.
 */
void
mk_timeline_item_set_height (MkTimelineItem *self,
                             guint           in,
                             int             height)
{
  g_return_if_fail (MK_IS_TIMELINE_ITEM (self));

  self->height_in = in;
  self->height = height;
}
