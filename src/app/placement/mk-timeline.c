/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "placement/mk-timeline.h"

#include "placement/mk-rows-change.h"

#include <gtk/gtk.h>

/* So many entries are read at a time; a tall window shows fewer. */
#define PAGE 64

/**
 * MkTimeline:
 *
 * The log of a placement as a list of [class@TimelineItem] in sections by weeks, the newest first.
 * It holds sixteen bytes for each entry and the items that somebody looks at; these are read in
 * pages on the store's thread, those asked for last first. Main thread.
 */
struct _MkTimeline
{
  GObject parent_instance;

  MkStore *store;
  char    *placement;
  char    *kind;
  char    *text; /* what is searched for, or NULL */

  GArray       *rows; /* MkLogRow */
  GCancellable *reading; /* of the rows */
  gboolean      is_read;
  gboolean      is_other; /* the filter is another than that of the rows */
  char         *problem;

  GHashTable   *items; /* key of a record to the MkTimelineItem that somebody holds */
  GArray       *wanted; /* MkLogRow of items that are to be read */
  guint         fill_source;
  GCancellable *filling;
};

static void list_model_init    (GListModelInterface *iface);
static void section_model_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MkTimeline, mk_timeline, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL,
                                                          section_model_init))

enum
{
  SIGNAL_STATE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const MkLogRow *
row_at (MkTimeline *self,
        guint       position)
{
  return &g_array_index (self->rows, MkLogRow, position);
}

static void
set_problem (MkTimeline *self,
             const char *problem)
{
  g_set_str (&self->problem, problem);
  g_signal_emit (self, signals[SIGNAL_STATE_CHANGED], 0);
}

/* Filling */

typedef struct
{
  char   *placement;
  GArray *rows; /* MkLogRow */
} Page;

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
take_wanted (MkTimeline *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (MkLogRow));

  while (rows->len < PAGE && self->wanted->len > 0)
    {
      MkLogRow row = g_array_index (self->wanted, MkLogRow, self->wanted->len - 1);

      g_array_set_size (self->wanted, self->wanted->len - 1);
      if (g_hash_table_contains (self->items, &row.key))
        g_array_append_val (rows, row);
    }
  return rows;
}

static void fill_next (MkTimeline *self);

static void
take_entries (MkTimeline *self,
              GPtrArray  *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      MkLogEntry *entry = g_ptr_array_index (entries, i);
      MkTimelineItem *item = g_hash_table_lookup (self->items, &entry->key);

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
  MkTimeline *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = mk_store_run_finish (MK_STORE (object), result, &error);

  /* The list may be gone then. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->filling);
  if (entries == NULL)
    {
      set_problem (self, error->message);
      return;
    }
  take_entries (self, entries);
  fill_next (self);
}

static void
fill_next (MkTimeline *self)
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
  MkTimeline *self = user_data;

  self->fill_source = 0;
  fill_next (self);
  return G_SOURCE_REMOVE;
}

/* A list asks for many items in a row; they make one page. */
static void
want (MkTimeline     *self,
      const MkLogRow *row)
{
  g_array_append_val (self->wanted, *row);
  if (self->fill_source == 0)
    self->fill_source = g_idle_add_full (G_PRIORITY_DEFAULT, fill_cb, self, NULL);
}

static void
want_again (MkTimeline *self)
{
  GHashTableIter iter;
  gpointer item;

  g_array_set_size (self->wanted, 0);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    want (self, mk_timeline_item_get_row (item));
}

/* Items */

static void
item_gone_cb (gpointer user_data,
              GObject *item)
{
  MkTimeline *self = user_data;

  g_hash_table_remove (self->items, &mk_timeline_item_get_row (MK_TIMELINE_ITEM (item))->key);
}

static MkTimelineItem *
hold_item (MkTimeline     *self,
           const MkLogRow *row)
{
  MkTimelineItem *item = mk_timeline_item_new (row);

  g_object_weak_ref (G_OBJECT (item), item_gone_cb, self);
  g_hash_table_insert (self->items, (gpointer) &mk_timeline_item_get_row (item)->key, item);
  want (self, row);
  return item;
}

static GType
get_item_type (GListModel *model)
{
  return MK_TYPE_TIMELINE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return MK_TIMELINE (model)->rows->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  MkTimeline *self = MK_TIMELINE (model);
  const MkLogRow *row;
  MkTimelineItem *item;

  if (position >= self->rows->len)
    return NULL;
  row = row_at (self, position);
  item = g_hash_table_lookup (self->items, &row->key);
  if (item == NULL)
    return hold_item (self, row);
  mk_timeline_item_set_week (item, row->week);
  return g_object_ref (item);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* Sections */

/* The first place in [@from, @to) whose week is @week or earlier: weeks only fall. */
static guint
find_week (MkTimeline *self,
           guint       from,
           guint       to,
           gint32      week)
{
  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (row_at (self, middle)->week > week)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

static void
get_section (GtkSectionModel *model,
             guint            position,
             guint           *out_start,
             guint           *out_end)
{
  MkTimeline *self = MK_TIMELINE (model);
  gint32 week;

  if (position >= self->rows->len)
    {
      *out_start = self->rows->len;
      *out_end = G_MAXUINT;
      return;
    }
  week = row_at (self, position)->week;
  *out_start = find_week (self, 0, position, week);
  *out_end = find_week (self, position, self->rows->len, week - 1);
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

/* Reading the rows */

/* A view keeps the heading of a week whose first entry went, and shows what that one said, unless it
 * is told that the section is another. */
static void
tell_section (MkTimeline *self,
              guint       position)
{
  guint start, end;

  if (position >= self->rows->len)
    return;
  get_section (GTK_SECTION_MODEL (self), position, &start, &end);
  if (start == position)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), start, end - start);
}

static void
change_cb (guint    position,
           guint    removed,
           GArray  *added,
           gpointer user_data)
{
  MkTimeline *self = user_data;

  g_array_remove_range (self->rows, position, removed);
  g_array_insert_vals (self->rows, position, added->data, added->len);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added->len);
  if (removed > 0)
    tell_section (self, position + added->len);
}

static void
take_rows (MkTimeline *self,
           GArray     *rows)
{
  gboolean is_exact = !self->is_other;

  self->is_read = TRUE;
  self->is_other = FALSE;
  mk_rows_change (self->rows, rows, is_exact, change_cb, self);
  want_again (self);
  set_problem (self, NULL);
}

static gpointer
read_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  char **asked = data;
  MkLogFilter filter = { asked[0], asked[1], asked[2] };

  return mk_log_rows (database, &filter, error);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  MkTimeline *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = mk_store_run_finish (MK_STORE (object), result, &error);

  /* A newer reading is on its way, or the list is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->reading);
  if (rows != NULL)
    take_rows (self, rows);
  else
    set_problem (self, error->message);
}

static void
stop (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

/* MkTimeline */

static void
mk_timeline_dispose (GObject *object)
{
  MkTimeline *self = MK_TIMELINE (object);
  GHashTableIter iter;
  gpointer item;

  stop (&self->reading);
  stop (&self->filling);
  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      g_object_weak_unref (item, item_gone_cb, self);
      g_hash_table_iter_remove (&iter);
    }
  g_clear_object (&self->store);

  G_OBJECT_CLASS (mk_timeline_parent_class)->dispose (object);
}

static void
mk_timeline_finalize (GObject *object)
{
  MkTimeline *self = MK_TIMELINE (object);

  g_free (self->placement);
  g_free (self->kind);
  g_free (self->text);
  g_free (self->problem);
  g_array_unref (self->rows);
  g_array_unref (self->wanted);
  g_hash_table_unref (self->items);

  G_OBJECT_CLASS (mk_timeline_parent_class)->finalize (object);
}

static void
mk_timeline_class_init (MkTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mk_timeline_dispose;
  object_class->finalize = mk_timeline_finalize;

  /**
   * MkTimeline::state-changed:
   *
   * It was read, or could not be.
   */
  signals[SIGNAL_STATE_CHANGED] =
      g_signal_new ("state-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
}

static void
mk_timeline_init (MkTimeline *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (MkLogRow));
  self->wanted = g_array_new (FALSE, FALSE, sizeof (MkLogRow));
  self->items = g_hash_table_new (g_int64_hash, g_int64_equal);
}

/**
 * mk_timeline_new:
 * @store: where the log is
 * @placement: UUID of a placement
 *
 * Makes a list and begins to read.
 *
 * Returns: (transfer full): a new list, empty until it was read
 */
MkTimeline *
mk_timeline_new (MkStore    *store,
                 const char *placement)
{
  MkTimeline *self = g_object_new (MK_TYPE_TIMELINE, NULL);

  self->store = g_object_ref (store);
  self->placement = g_strdup (placement);
  self->kind = g_strdup (MK_LOG_ALL);
  mk_timeline_refresh (self);
  return self;
}

/**
 * mk_timeline_set_filter:
 * @self: a list
 * @kind: one of the MK_LOG_… strings
 * @text: (nullable): what to search for in it
 *
 * Shows some of the log only. What is shown stays until the others were read.
 */
void
mk_timeline_set_filter (MkTimeline *self,
                        const char *kind,
                        const char *text)
{
  const char *wanted = text != NULL && *text != '\0' ? text : NULL;

  g_return_if_fail (MK_IS_TIMELINE (self));

  if (g_str_equal (self->kind, kind) && g_strcmp0 (self->text, wanted) == 0)
    return;
  g_set_str (&self->kind, kind);
  g_set_str (&self->text, wanted);
  self->is_other = TRUE;
  mk_timeline_refresh (self);
}

/**
 * mk_timeline_is_filtered:
 * @self: a list
 *
 * Returns: whether there may be more in the log than it shows
 */
gboolean
mk_timeline_is_filtered (MkTimeline *self)
{
  g_return_val_if_fail (MK_IS_TIMELINE (self), FALSE);

  return self->text != NULL || !g_str_equal (self->kind, MK_LOG_ALL);
}

/**
 * mk_timeline_refresh:
 * @self: a list
 *
 * Reads again, since the store is another than before.
 */
void
mk_timeline_refresh (MkTimeline *self)
{
  char **asked;

  g_return_if_fail (MK_IS_TIMELINE (self));

  stop (&self->reading);
  self->reading = g_cancellable_new ();
  asked = g_new0 (char *, 4);
  asked[0] = g_strdup (self->placement);
  asked[1] = g_strdup (self->kind);
  asked[2] = g_strdup (self->text);
  mk_store_run_async (self->store, read_func, asked, (GDestroyNotify) g_strfreev,
                      (GDestroyNotify) g_array_unref, MK_STORE_READ, self->reading, read_cb, self);
}

/**
 * mk_timeline_is_busy:
 * @self: a list
 *
 * Returns: whether it was never read yet
 */
gboolean
mk_timeline_is_busy (MkTimeline *self)
{
  g_return_val_if_fail (MK_IS_TIMELINE (self), FALSE);

  return !self->is_read && self->problem == NULL;
}

/**
 * mk_timeline_get_problem:
 * @self: a list
 *
 * Returns: (nullable): why it could not be read the last time, in words
 */
const char *
mk_timeline_get_problem (MkTimeline *self)
{
  g_return_val_if_fail (MK_IS_TIMELINE (self), NULL);

  return self->problem;
}

/**
 * mk_timeline_find:
 * @self: a list
 * @key: row of a record in the store
 *
 * Returns: where it stands; %GTK_INVALID_LIST_POSITION when it does not
 */
guint
mk_timeline_find (MkTimeline *self,
                  gint64      key)
{
  g_return_val_if_fail (MK_IS_TIMELINE (self), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i < self->rows->len; i++)
    if (row_at (self, i)->key == key)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/**
 * mk_timeline_get_n_held:
 * @self: a list
 *
 * Returns: how many of its items somebody holds, which is all that takes room beside the rows
 */
guint
mk_timeline_get_n_held (MkTimeline *self)
{
  g_return_val_if_fail (MK_IS_TIMELINE (self), 0);

  return g_hash_table_size (self->items);
}
