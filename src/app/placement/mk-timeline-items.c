/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "placement/mk-timeline-items.h"

/* So many entries are read at a time; a tall window shows fewer. */
#define PAGE 32

/* So many pages are kept: those at both ends of what a view shows, and the next ones. */
#define MOST_PAGES 4

struct _MkTimelineItems
{
  MkStore *store;
  char    *placement;

  GHashTable   *held; /* key of a record to the MkTimelineItem that somebody holds */
  GArray       *wanted; /* MkLogRow of items that are to be read */
  GQueue        ahead; /* KeptPage, the last that was asked for first */
  guint         fill_source;
  GCancellable *filling;

  MkTimelineItemsFailed failed_cb;
  gpointer              failed_data;
};

typedef struct
{
  char   *placement;
  GArray *rows; /* MkLogRow */
} Page;

/* Items that are read before somebody asks for them. */
typedef struct
{
  guint      number;
  GPtrArray *items;
} KeptPage;

static void
kept_page_free (gpointer data)
{
  KeptPage *page = data;

  g_ptr_array_unref (page->items);
  g_free (page);
}

static void
page_free (gpointer data)
{
  Page *page = data;

  g_free (page->placement);
  g_array_unref (page->rows);
  g_free (page);
}

static gpointer
fill_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  const Page *page = data;

  return mk_log_entries_read (database, page->placement, &g_array_index (page->rows, MkLogRow, 0),
                              page->rows->len, error);
}

/* The last that was asked for, and is still looked at. */
static GArray *
take_wanted (MkTimelineItems *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (MkLogRow));

  while (rows->len < PAGE && self->wanted->len > 0)
    {
      MkLogRow row = g_array_index (self->wanted, MkLogRow, self->wanted->len - 1);

      g_array_set_size (self->wanted, self->wanted->len - 1);
      if (g_hash_table_contains (self->held, &row.key))
        g_array_append_val (rows, row);
    }
  return rows;
}

static void fill_next (MkTimelineItems *self);

static void
take_entries (MkTimelineItems *self,
              GPtrArray       *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      MkLogEntry *entry = g_ptr_array_index (entries, i);
      MkTimelineItem *item = g_hash_table_lookup (self->held, &entry->key);

      if (item == NULL)
        continue;
      g_ptr_array_index (entries, i) = NULL;
      mk_timeline_item_fill (item, entry);
    }
}

static void
filled_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  MkTimelineItems *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = mk_store_run_finish (MK_STORE (object), result, &error);

  /* @self is gone then. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->filling);
  if (entries == NULL)
    {
      self->failed_cb (error->message, self->failed_data);
      return;
    }
  take_entries (self, entries);
  fill_next (self);
}

static void
fill_next (MkTimelineItems *self)
{
  GArray *rows;
  Page *page;

  if (self->filling != NULL)
    return;
  rows = take_wanted (self);
  if (rows->len == 0)
    {
      g_array_unref (rows);
      return;
    }
  page = g_new0 (Page, 1);
  page->placement = g_strdup (self->placement);
  page->rows = rows;
  self->filling = g_cancellable_new ();
  mk_store_run_async (self->store, fill_func, page, page_free, (GDestroyNotify) g_ptr_array_unref,
                      MK_STORE_READ, self->filling, filled_cb, self);
}

static gboolean
fill_cb (gpointer user_data)
{
  MkTimelineItems *self = user_data;

  self->fill_source = 0;
  fill_next (self);
  return G_SOURCE_REMOVE;
}

/* A list asks for many items in a row; they make one page. */
static void
want (MkTimelineItems *self,
      const MkLogRow  *row)
{
  g_array_append_val (self->wanted, *row);
  if (self->fill_source == 0)
    self->fill_source = g_idle_add_full (G_PRIORITY_DEFAULT, fill_cb, self, NULL);
}

static void
item_gone_cb (gpointer user_data,
              GObject *item)
{
  MkTimelineItems *self = user_data;

  g_hash_table_remove (self->held, &mk_timeline_item_get_row (MK_TIMELINE_ITEM (item))->key);
}

static MkTimelineItem *
hold_item (MkTimelineItems *self,
           const MkLogRow  *row)
{
  MkTimelineItem *item = mk_timeline_item_new (row);

  g_object_weak_ref (G_OBJECT (item), item_gone_cb, self);
  g_hash_table_insert (self->held, (gpointer) &mk_timeline_item_get_row (item)->key, item);
  want (self, row);
  return item;
}

static void
forget_items (MkTimelineItems *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->held);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      g_object_weak_unref (item, item_gone_cb, self);
      g_hash_table_iter_remove (&iter);
    }
}

/**
 * mk_timeline_items_new:
 * @store: where the log is
 * @placement: UUID of a placement
 * @failed_cb: told when items could not be read
 * @failed_data: for @failed_cb
 *
 * Returns: (transfer full): no items yet
 */
MkTimelineItems *
mk_timeline_items_new (MkStore              *store,
                       const char           *placement,
                       MkTimelineItemsFailed failed_cb,
                       gpointer              failed_data)
{
  MkTimelineItems *self = g_new0 (MkTimelineItems, 1);

  self->store = g_object_ref (store);
  self->placement = g_strdup (placement);
  self->held = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (MkLogRow));
  self->failed_cb = failed_cb;
  self->failed_data = failed_data;
  return self;
}

/**
 * mk_timeline_items_get:
 * @self: the items
 * @row: a row of the log
 *
 * The item is filled as soon as it was read, if it was not before.
 *
 * Returns: (transfer full): the one item of that row
 */
MkTimelineItem *
mk_timeline_items_get (MkTimelineItems *self,
                       const MkLogRow  *row)
{
  MkTimelineItem *item = g_hash_table_lookup (self->held, &row->key);

  if (item == NULL)
    return hold_item (self, row);
  mk_timeline_item_set_week (item, row->week);
  return g_object_ref (item);
}

/**
 * mk_timeline_items_find:
 * @self: the items
 * @row: a row of the log
 *
 * Returns: (transfer none) (nullable): the item of that row, if somebody holds it
 */
MkTimelineItem *
mk_timeline_items_find (MkTimelineItems *self,
                        const MkLogRow  *row)
{
  return g_hash_table_lookup (self->held, &row->key);
}

/* Reading ahead */

static GList *
find_page (MkTimelineItems *self,
           guint            number)
{
  for (GList *link = self->ahead.head; link != NULL; link = link->next)
    if (((const KeptPage *) link->data)->number == number)
      return link;
  return NULL;
}

static KeptPage *
kept_page_new (MkTimelineItems *self,
               GArray          *rows,
               guint            number)
{
  KeptPage *page = g_new0 (KeptPage, 1);
  guint end = MIN (rows->len, (number + 1) * PAGE);

  page->number = number;
  page->items = g_ptr_array_new_full (PAGE, g_object_unref);
  for (guint i = number * PAGE; i < end; i++)
    g_ptr_array_add (page->items, mk_timeline_items_get (self, &g_array_index (rows, MkLogRow, i)));
  return page;
}

static void
keep_page (MkTimelineItems *self,
           GArray          *rows,
           guint            number)
{
  GList *link = find_page (self, number);

  if (link != NULL)
    {
      g_queue_unlink (&self->ahead, link);
      g_queue_push_head_link (&self->ahead, link);
      return;
    }
  g_queue_push_head (&self->ahead, kept_page_new (self, rows, number));
  if (self->ahead.length > MOST_PAGES)
    kept_page_free (g_queue_pop_tail (&self->ahead));
}

/**
 * mk_timeline_items_read_ahead:
 * @self: the items
 * @rows: (element-type MkLogRow): all rows of the log
 * @position: which of them somebody asked for
 *
 * Reads the rows around it, so that whoever goes on from there finds them read.
 */
void
mk_timeline_items_read_ahead (MkTimelineItems *self,
                              GArray          *rows,
                              guint            position)
{
  guint number = position / PAGE;

  if (self->ahead.length > 0 && ((const KeptPage *) self->ahead.head->data)->number == number)
    return;
  /* The last that is asked for is read first. */
  if (number > 0)
    keep_page (self, rows, number - 1);
  if ((number + 1) * PAGE < rows->len)
    keep_page (self, rows, number + 1);
  keep_page (self, rows, number);
}

/**
 * mk_timeline_items_forget_ahead:
 * @self: the items
 *
 * Lets go of what nobody else holds, since the rows are others than before.
 */
void
mk_timeline_items_forget_ahead (MkTimelineItems *self)
{
  g_queue_clear_full (&self->ahead, kept_page_free);
}

/**
 * mk_timeline_items_read_again:
 * @self: the items
 *
 * Reads all that somebody holds, since the store is another than before.
 */
void
mk_timeline_items_read_again (MkTimelineItems *self)
{
  GHashTableIter iter;
  gpointer item;

  g_array_set_size (self->wanted, 0);
  g_hash_table_iter_init (&iter, self->held);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    want (self, mk_timeline_item_get_row (item));
}

/**
 * mk_timeline_items_get_n_held:
 * @self: the items
 *
 * Returns: how many of them somebody holds
 */
guint
mk_timeline_items_get_n_held (MkTimelineItems *self)
{
  return g_hash_table_size (self->held);
}

/**
 * mk_timeline_items_free:
 * @self: the items
 *
 * Reads no more. Items that somebody holds live on, as they are.
 */
void
mk_timeline_items_free (MkTimelineItems *self)
{
  if (self->filling != NULL)
    g_cancellable_cancel (self->filling);
  g_clear_object (&self->filling);
  g_clear_handle_id (&self->fill_source, g_source_remove);
  mk_timeline_items_forget_ahead (self);
  forget_items (self);
  g_object_unref (self->store);
  g_free (self->placement);
  g_array_unref (self->wanted);
  g_hash_table_unref (self->held);
  g_free (self);
}
