/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "placement/mk-timeline.h"

#include "placement/mk-rows-change.h"
#include "placement/mk-timeline-items.h"

#include <gtk/gtk.h>

/**
 * MkTimeline:
 *
 * The log of a placement as a list of [class@TimelineItem] by weeks, the newest first. It holds sixteen bytes for each entry, and the items that somebody looks at. Main thread.
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

  MkTimelineItems *items; /* that somebody holds */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MkTimeline, mk_timeline, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

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

static void
failed_cb (const char *problem,
           gpointer    user_data)
{
  set_problem (user_data, problem);
}

/* Items */

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

static gboolean
begins_week (MkTimeline *self,
             guint       position)
{
  return position == 0 || row_at (self, position - 1)->week != row_at (self, position)->week;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  MkTimeline *self = MK_TIMELINE (model);
  MkTimelineItem *item;

  if (position >= self->rows->len)
    return NULL;
  mk_timeline_items_read_ahead (self->items, self->rows, position);
  item = mk_timeline_items_get (self->items, row_at (self, position));
  mk_timeline_item_set_begins_week (item, begins_week (self, position));
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* Reading the rows */

/* What stood before a row, and whether that was of the same week, may be another now. */
static void
tell_next (MkTimeline *self,
           guint       position)
{
  MkTimelineItem *item;

  if (position >= self->rows->len)
    return;
  item = mk_timeline_items_find (self->items, row_at (self, position));
  if (item != NULL)
    mk_timeline_item_set_begins_week (item, begins_week (self, position));
}

static void
change_cb (guint    position,
           guint    removed,
           GArray  *added,
           gpointer user_data)
{
  MkTimeline *self = user_data;

  mk_timeline_items_forget_ahead (self->items);
  g_array_remove_range (self->rows, position, removed);
  g_array_insert_vals (self->rows, position, added->data, added->len);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added->len);
  tell_next (self, position + added->len);
}

static void
take_rows (MkTimeline *self,
           GArray     *rows)
{
  gboolean is_exact = !self->is_other;

  self->is_read = TRUE;
  self->is_other = FALSE;
  mk_rows_change (self->rows, rows, is_exact, change_cb, self);
  mk_timeline_items_read_again (self->items);
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

  stop (&self->reading);
  g_clear_pointer (&self->items, mk_timeline_items_free);
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
  self->items = mk_timeline_items_new (store, placement, failed_cb, self);
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

  return mk_timeline_items_get_n_held (self->items);
}
