/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workplace/mk-workplace.h"

#include <glib/gi18n-lib.h>

/**
 * MkWorkplace:
 *
 * What the window's pages have of an open store: who this installation is, its living placements,
 * and the work they ask for. Main thread; the store's thread does the work. It is empty until it
 * was first refreshed, and refreshes itself after each change.
 */
struct _MkWorkplace
{
  GObject parent_instance;

  MkStore          *store;
  gboolean          is_invented;
  MkInstallation   *self;
  GPtrArray        *leaders;
  GListStore       *placements;
  MkCorrespondence *post;
  GListStore       *works;
  GHashTable       *drafts; /* id of a placement or check-in to MkCheckInDraft */
};

G_DEFINE_FINAL_TYPE (MkWorkplace, mk_workplace, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Refreshing */

static GPtrArray *
items_for (MkWorkplace              *self,
           const MkWorkplaceReading *reading)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < reading->placements->len; i++)
    {
      const MkPlacementReading *placement = g_ptr_array_index (reading->placements, i);
      MkPlacementItem *item =
          mk_workplace_find_placement (self, mk_record_get_id (MK_RECORD (placement->placement)));

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

  mk_installation_free (self->self);
  self->self = g_steal_pointer (&reading->self);
  g_clear_pointer (&self->leaders, g_ptr_array_unref);
  self->leaders = g_steal_pointer (&reading->leaders);
  if (!shows_same (shown, items))
    g_list_store_splice (self->placements, 0, g_list_model_get_n_items (shown), items->pdata,
                         items->len);
  mk_correspondence_update (self->post, g_steal_pointer (&reading->post));
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
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MkWorkplaceReading) reading = mk_store_run_finish (MK_STORE (object), result, &error);

  if (reading == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  take_over (g_task_get_source_object (task), reading);
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

static void
mk_workplace_finalize (GObject *object)
{
  MkWorkplace *self = MK_WORKPLACE (object);

  g_clear_object (&self->store);
  g_clear_object (&self->placements);
  g_clear_object (&self->post);
  g_clear_object (&self->works);
  mk_installation_free (self->self);
  g_clear_pointer (&self->leaders, g_ptr_array_unref);
  g_hash_table_unref (self->drafts);

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
  self->post = mk_correspondence_new ();
  self->works = g_list_store_new (MK_TYPE_WORK);
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) mk_check_in_draft_free);
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
  self->is_invented = is_invented;
  return self;
}

/**
 * mk_workplace_close:
 * @self: a workplace
 *
 * Closes the store when all that was asked for is done.
 */
void
mk_workplace_close (MkWorkplace *self)
{
  g_return_if_fail (MK_IS_WORKPLACE (self));

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
 * Returns: (transfer none): a list of [class@PlacementItem], the living ones
 */
GListModel *
mk_workplace_get_placements (MkWorkplace *self)
{
  g_return_val_if_fail (MK_IS_WORKPLACE (self), NULL);

  return G_LIST_MODEL (self->placements);
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
 * mk_workplace_find_placement:
 * @self: a workplace
 * @id: UUID
 *
 * Returns: (transfer none) (nullable): the living placement with that id
 */
MkPlacementItem *
mk_workplace_find_placement (MkWorkplace *self,
                             const char  *id)
{
  GListModel *placements;

  g_return_val_if_fail (MK_IS_WORKPLACE (self), NULL);

  placements = G_LIST_MODEL (self->placements);
  for (guint i = 0; i < g_list_model_get_n_items (placements); i++)
    {
      g_autoptr (MkPlacementItem) item = g_list_model_get_item (placements, i);

      if (g_str_equal (mk_placement_item_get_id (item), id))
        return item;
    }
  return NULL;
}

/**
 * mk_workplace_dup_readers:
 * @self: a workplace that was refreshed
 * @author: who writes
 *
 * Returns: (transfer full): who of the workplace reads what @author sends, beside the author
 */
GStrv
mk_workplace_dup_readers (MkWorkplace *self,
                          const char  *author)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (MK_IS_WORKPLACE (self), NULL);

  if (self->self->role == MK_ROLE_LEADER && !g_str_equal (self->self->name, author))
    g_strv_builder_take (builder, g_strdup_printf (_ ("%s (leader)"), self->self->name));
  for (guint i = 0; i < self->leaders->len; i++)
    g_strv_builder_take (builder, g_strdup_printf (_ ("%s (leader)"),
                                                   (char *) g_ptr_array_index (self->leaders, i)));
  return g_strv_builder_end (builder);
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

/* Drafts */

static const char *
draft_key (const MkCheckInDraft *draft)
{
  return draft->id != NULL ? draft->id : draft->data->placement_id;
}

/**
 * mk_workplace_keep_draft:
 * @self: a workplace
 * @draft: what stands in a form that is closed; copied
 *
 * Keeps what was written and not saved until the form is opened again.
 */
void
mk_workplace_keep_draft (MkWorkplace          *self,
                         const MkCheckInDraft *draft)
{
  g_return_if_fail (MK_IS_WORKPLACE (self));

  g_hash_table_replace (self->drafts, g_strdup (draft_key (draft)), mk_check_in_draft_copy (draft));
}

/**
 * mk_workplace_get_draft:
 * @self: a workplace
 * @id: UUID of a placement, for a new check-in, or of a check-in
 *
 * Returns: (transfer none) (nullable): the draft that is kept
 */
const MkCheckInDraft *
mk_workplace_get_draft (MkWorkplace *self,
                        const char  *id)
{
  g_return_val_if_fail (MK_IS_WORKPLACE (self), NULL);

  return g_hash_table_lookup (self->drafts, id);
}

/**
 * mk_workplace_drop_draft:
 * @self: a workplace
 * @draft: a draft that was saved, or emptied
 *
 * Forgets the draft that was kept for the same check-in.
 */
void
mk_workplace_drop_draft (MkWorkplace          *self,
                         const MkCheckInDraft *draft)
{
  g_return_if_fail (MK_IS_WORKPLACE (self));

  g_hash_table_remove (self->drafts, draft_key (draft));
}

/**
 * mk_workplace_adopt_drafts:
 * @self: a workplace of a store that was opened again
 * @other: (not nullable): the workplace that it had before
 *
 * Takes over the drafts that were kept.
 */
void
mk_workplace_adopt_drafts (MkWorkplace *self,
                           MkWorkplace *other)
{
  g_return_if_fail (MK_IS_WORKPLACE (self));
  g_return_if_fail (MK_IS_WORKPLACE (other));

  g_clear_pointer (&self->drafts, g_hash_table_unref);
  self->drafts = g_hash_table_ref (other->drafts);
}
