/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workplace/mk-workplace-private.h"

G_DEFINE_FINAL_TYPE (MkWorkplace, mk_workplace, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Refreshing */

static MkPlacementItem *
find_in (GListModel *placements,
         const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (placements); i++)
    {
      g_autoptr (MkPlacementItem) item = g_list_model_get_item (placements, i);

      if (g_str_equal (mk_placement_item_get_id (item), id))
        return item;
    }
  return NULL;
}

static GPtrArray *
items_for (MkWorkplace              *self,
           const MkWorkplaceReading *reading)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < reading->placements->len; i++)
    {
      const MkPlacementReading *placement = g_ptr_array_index (reading->placements, i);
      MkPlacementItem *item = find_in (G_LIST_MODEL (self->placements),
                                       mk_record_get_id (MK_RECORD (placement->placement)));

      if (item != NULL)
        mk_placement_item_update (item, placement);
      g_ptr_array_add (items,
                       item != NULL ? g_object_ref (item) : mk_placement_item_new (placement));
    }
  return items;
}

static gboolean
shows_same (GListModel *shown,
            GPtrArray  *items)
{
  if (g_list_model_get_n_items (shown) != items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (shown, i);

      if (item != g_ptr_array_index (items, i))
        return FALSE;
    }
  return TRUE;
}

static void
take_over (MkWorkplace        *self,
           MkWorkplaceReading *reading)
{
  g_autoptr (GPtrArray) items = items_for (self, reading);
  GListModel *shown = G_LIST_MODEL (self->placements);

  /* Afterwards the keeper knows more than the store. */
  if (self->self == NULL)
    mk_draft_keeper_fill (self->drafts, g_steal_pointer (&reading->drafts));
  mk_installation_free (self->self);
  self->self = g_steal_pointer (&reading->self);
  g_clear_pointer (&self->leaders, g_ptr_array_unref);
  self->leaders = g_steal_pointer (&reading->leaders);
  g_clear_pointer (&self->colleagues, g_ptr_array_unref);
  self->colleagues = g_steal_pointer (&reading->colleagues);
  if (!shows_same (shown, items))
    g_list_store_splice (self->placements, 0, g_list_model_get_n_items (shown), items->pdata,
                         items->len);
  mk_correspondence_update (self->post, g_steal_pointer (&reading->post));
  mk_help_unref (self->help);
  self->help = g_steal_pointer (&reading->help);
  mk_hotline_update (self->hotline, g_steal_pointer (&reading->hotline));
  mk_day_reading_free (self->day);
  self->day = g_steal_pointer (&reading->day);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What is shown stays as it is, but whoever reads it shall know that it may be old. */
static void
tell_trouble (MkWorkplace  *self,
              const GError *error)
{
  if (g_set_str (&self->trouble, error != NULL ? error->message : NULL) && error != NULL)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gpointer
read_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  return mk_workplace_reading_new (database, error);
}

static void
counting_failed_cb (MkWorkplace  *self,
                    const GError *error)
{
  tell_trouble (self, error);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  MkWorkplace *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (MkWorkplaceReading) reading = mk_store_run_finish (MK_STORE (object), result, &error);

  tell_trouble (self, error);
  if (reading == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  take_over (self, reading);
  mk_counting_begin (self->counting);
  g_task_return_boolean (task, TRUE);
}

static void
refreshed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  /* What is shown stays as it is; the next change tries again. */
  if (!mk_workplace_refresh_finish (MK_WORKPLACE (object), result, &error))
    g_debug ("Could not read the store again: %s", error->message);
}

static gboolean
may_be_seen (gpointer item,
             gpointer user_data)
{
  const MkWorkplace *self = user_data;

  return self->only == NULL || g_str_equal (mk_placement_item_get_id (item), self->only);
}

static void
mk_workplace_finalize (GObject *object)
{
  MkWorkplace *self = MK_WORKPLACE (object);

  g_clear_object (&self->counting);
  g_clear_object (&self->store);
  g_clear_object (&self->seen);
  g_clear_object (&self->placements);
  g_free (self->only);
  g_clear_object (&self->post);
  g_clear_object (&self->hotline);
  g_clear_object (&self->works);
  g_clear_pointer (&self->help, mk_help_unref);
  g_clear_pointer (&self->day, mk_day_reading_free);
  g_free (self->trouble);
  mk_installation_free (self->self);
  g_clear_pointer (&self->leaders, g_ptr_array_unref);
  g_clear_pointer (&self->colleagues, g_ptr_array_unref);
  g_free (self->author);
  g_clear_object (&self->drafts);
  g_hash_table_unref (self->asked);

  G_OBJECT_CLASS (mk_workplace_parent_class)->finalize (object);
}

static void
mk_workplace_class_init (MkWorkplaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mk_workplace_finalize;

  /**
   * MkWorkplace::changed:
   *
   * Something in the store may be another than before; pages read again what they show.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mk_workplace_init (MkWorkplace *self)
{
  self->placements = g_list_store_new (MK_TYPE_PLACEMENT_ITEM);
  self->seen =
      gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->placements)),
                                 GTK_FILTER (gtk_custom_filter_new (may_be_seen, self, NULL)));
  self->post = mk_correspondence_new ();
  self->hotline = mk_hotline_new ();
  self->works = g_list_store_new (MK_TYPE_WORK);
  self->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * mk_workplace_new:
 * @store: a store, opening or open
 * @is_invented: whether what is in it is invented
 *
 * Returns: (transfer full): a workplace that knows nothing yet
 */
MkWorkplace *
mk_workplace_new (MkStore *store,
                  gboolean is_invented)
{
  MkWorkplace *self = g_object_new (MK_TYPE_WORKPLACE, NULL);

  self->store = g_object_ref (store);
  self->drafts = mk_draft_keeper_new (store);
  self->counting = mk_counting_new (store, self->post);
  g_signal_connect_object (self->counting, "failed", G_CALLBACK (counting_failed_cb), self,
                           G_CONNECT_SWAPPED);
  self->is_invented = is_invented;
  return self;
}

/**
 * mk_workplace_close:
 * @self: a workplace
 *
 * Closes the store when all that was asked for is done, and what is typed is kept.
 */
void
mk_workplace_close (MkWorkplace *self)
{
  g_return_if_fail (MK_IS_WORKPLACE (self));

  mk_counting_stop (self->counting);
  mk_draft_keeper_flush (self->drafts);
  mk_store_close (self->store);
}

/**
 * mk_workplace_get_store:
 * @self: a workplace
 *
 * Returns: (transfer none): its store
 */
MkStore *
mk_workplace_get_store (MkWorkplace *self)
{
  g_return_val_if_fail (MK_IS_WORKPLACE (self), NULL);

  return self->store;
}

/**
 * mk_workplace_get_is_invented:
 * @self: a workplace
 *
 * Returns: whether everything in it is invented
 */
gboolean
mk_workplace_get_is_invented (MkWorkplace *self)
{
  g_return_val_if_fail (MK_IS_WORKPLACE (self), FALSE);

  return self->is_invented;
}

/**
 * mk_workplace_get_self:
 * @self: a workplace
 *
 * Returns: (transfer none) (nullable): who this installation is; %NULL before the first refresh
 */
const MkInstallation *
mk_workplace_get_self (MkWorkplace *self)
{
  g_return_val_if_fail (MK_IS_WORKPLACE (self), NULL);

  return self->self;
}

/**
 * mk_workplace_get_placements:
 * @self: a workplace
 *
 * Returns: (transfer none): a list of [class@PlacementItem], the living ones that may be seen
 */
GListModel *
mk_workplace_get_placements (MkWorkplace *self)
{
  g_return_val_if_fail (MK_IS_WORKPLACE (self), NULL);

  return G_LIST_MODEL (self->seen);
}

/**
 * mk_workplace_set_only:
 * @self: a workplace
 * @only: (nullable): the one placement that may be seen; %NULL for all
 *
 * While the candidate stands beside the screen, nothing says that there are others: the list of
 * placements holds this one alone, and none of the others can be found.
 */
void
mk_workplace_set_only (MkWorkplace     *self,
                       MkPlacementItem *only)
{
  g_return_if_fail (MK_IS_WORKPLACE (self));

  if (!g_set_str (&self->only, only != NULL ? mk_placement_item_get_id (only) : NULL))
    return;
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->seen), GTK_FILTER_CHANGE_DIFFERENT);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * mk_workplace_get_is_only:
 * @self: a workplace
 *
 * Returns: whether only one placement may be seen
 */
gboolean
mk_workplace_get_is_only (MkWorkplace *self)
{
  g_return_val_if_fail (MK_IS_WORKPLACE (self), FALSE);

  return self->only != NULL;
}

/**
 * mk_workplace_get_hotline:
 * @self: a workplace
 *
 * Returns: (transfer none): everybody who can be called
 */
MkHotline *
mk_workplace_get_hotline (MkWorkplace *self)
{
  g_return_val_if_fail (MK_IS_WORKPLACE (self), NULL);

  return self->hotline;
}

/**
 * mk_workplace_get_post:
 * @self: a workplace
 *
 * Returns: (transfer none): how the correspondence with its partners stands
 */
MkCorrespondence *
mk_workplace_get_post (MkWorkplace *self)
{
  g_return_val_if_fail (MK_IS_WORKPLACE (self), NULL);

  return self->post;
}

/**
 * mk_workplace_get_works:
 * @self: a workplace
 *
 * Returns: (transfer none) (element-type MkWork): the long work that goes on now
 */
GListStore *
mk_workplace_get_works (MkWorkplace *self)
{
  g_return_val_if_fail (MK_IS_WORKPLACE (self), NULL);

  return self->works;
}

/**
 * mk_workplace_get_day:
 * @self: a workplace
 *
 * Returns: (transfer none) (nullable): what the page of this day shows beside its cards; %NULL
 *   before the first refresh
 */
const MkDayReading *
mk_workplace_get_day (MkWorkplace *self)
{
  g_return_val_if_fail (MK_IS_WORKPLACE (self), NULL);

  return self->day;
}

/**
 * mk_workplace_get_help:
 * @self: a workplace
 *
 * Returns: (transfer none) (nullable): punch cards, requests and answers; %NULL before the first
 *   refresh
 */
MkHelp *
mk_workplace_get_help (MkWorkplace *self)
{
  g_return_val_if_fail (MK_IS_WORKPLACE (self), NULL);

  return self->help;
}

/**
 * mk_workplace_get_trouble:
 * @self: a workplace
 *
 * Returns: (transfer none) (nullable): why the store could not be read the last time
 */
const char *
mk_workplace_get_trouble (MkWorkplace *self)
{
  g_return_val_if_fail (MK_IS_WORKPLACE (self), NULL);

  return self->trouble;
}

/**
 * mk_workplace_find_placement:
 * @self: a workplace
 * @id: UUID
 *
 * Returns: (transfer none) (nullable): the living placement with that id, if it may be seen
 */
MkPlacementItem *
mk_workplace_find_placement (MkWorkplace *self,
                             const char  *id)
{
  g_return_val_if_fail (MK_IS_WORKPLACE (self), NULL);

  return find_in (G_LIST_MODEL (self->seen), id);
}

/**
 * mk_workplace_refresh_async:
 * @self: a workplace
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads again what the window shows.
 */
void
mk_workplace_refresh_async (MkWorkplace        *self,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (MK_IS_WORKPLACE (self));

  task = g_task_new (self, NULL, callback, user_data);
  mk_store_run_async (self->store, read_func, NULL, NULL,
                      (GDestroyNotify) mk_workplace_reading_free, MK_STORE_READ, NULL, read_cb,
                      task);
}

/**
 * mk_workplace_refresh_finish:
 * @self: a workplace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: %FALSE with the store's error, when everything stays as it was
 */
gboolean
mk_workplace_refresh_finish (MkWorkplace  *self,
                             GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * mk_workplace_refresh:
 * @self: a workplace
 *
 * Reads again what the window shows, when nobody waits for it.
 */
void
mk_workplace_refresh (MkWorkplace *self)
{
  g_return_if_fail (MK_IS_WORKPLACE (self));

  mk_workplace_refresh_async (self, refreshed_cb, NULL);
}

/**
 * mk_workplace_ask_once:
 * @self: a workplace
 * @id: UUID of a placement
 *
 * Says whether something may be asked about a placement by itself, and remembers it for as long as
 * the window is open.
 *
 * Returns: %TRUE the first time
 */
gboolean
mk_workplace_ask_once (MkWorkplace *self,
                       const char  *id)
{
  g_return_val_if_fail (MK_IS_WORKPLACE (self), FALSE);

  return g_hash_table_add (self->asked, g_strdup (id));
}

/**
 * mk_workplace_get_drafts:
 * @self: a workplace
 *
 * Returns: (transfer none): what keeps what was written and not saved
 */
MkDraftKeeper *
mk_workplace_get_drafts (MkWorkplace *self)
{
  g_return_val_if_fail (MK_IS_WORKPLACE (self), NULL);

  return self->drafts;
}

/**
 * mk_workplace_flush_drafts:
 * @self: a workplace
 *
 * Gives the store everything that is typed and not written yet, as before a lock. The store is done
 * with it before anything that is asked of it later.
 */
void
mk_workplace_flush_drafts (MkWorkplace *self)
{
  g_return_if_fail (MK_IS_WORKPLACE (self));

  mk_draft_keeper_flush (self->drafts);
}
