/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workplace/mk-workplace-work.h"

#include "check-in/mk-check-in-saving.h"

/* The work on check-ins that pages ask a workplace for: done on the store's thread, by plain functions
 * on the database. */

static gpointer
save_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  return mk_check_in_save (database, data, error);
}

static gpointer
delete_func (MkDatabase   *database,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  return mk_own_record_delete (database, &mk_check_in_type, data, error);
}

static gpointer
undo_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  return mk_own_record_undo (database, &mk_check_in_type, data, error);
}

static gpointer
find_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  return mk_check_in_find (database, data, error);
}

static void
changed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;
  MkSaved *saved = mk_store_run_finish (MK_STORE (object), result, &error);

  if (saved == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  mk_workplace_refresh (g_task_get_source_object (task));
  g_task_return_pointer (task, saved, (GDestroyNotify) mk_saved_free);
}

static void
change (MkWorkplace        *self,
        MkStoreFunc         func,
        gpointer            data,
        GDestroyNotify      destroy,
        GAsyncReadyCallback callback,
        gpointer            user_data)
{
  mk_store_run_async (mk_workplace_get_store (self), func, data, destroy,
                      (GDestroyNotify) mk_saved_free, MK_STORE_WRITE, NULL, changed_cb,
                      g_task_new (self, NULL, callback, user_data));
}

/**
 * mk_workplace_save_async:
 * @self: a workplace
 * @draft: a check-in whose attendance is chosen; copied
 * @callback: called when it is durable, or has failed
 * @user_data: for @callback
 *
 * Saves a check-in.
 */
void
mk_workplace_save_async (MkWorkplace          *self,
                         const MkCheckInDraft *draft,
                         GAsyncReadyCallback   callback,
                         gpointer              user_data)
{
  g_return_if_fail (MK_IS_WORKPLACE (self));

  change (self, save_func, mk_check_in_draft_copy (draft), (GDestroyNotify) mk_check_in_draft_free,
          callback, user_data);
}

/**
 * mk_workplace_delete_async:
 * @self: a workplace
 * @id: UUID of a check-in
 * @callback: called when it is durable, or has failed
 * @user_data: for @callback
 *
 * Deletes a check-in, which can be undone.
 */
void
mk_workplace_delete_async (MkWorkplace        *self,
                           const char         *id,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_return_if_fail (MK_IS_WORKPLACE (self));

  change (self, delete_func, g_strdup (id), g_free, callback, user_data);
}

/**
 * mk_workplace_undo_async:
 * @self: a workplace
 * @id: UUID of a check-in
 * @callback: called when it is durable, or has failed
 * @user_data: for @callback
 *
 * Takes the last change of a check-in back.
 */
void
mk_workplace_undo_async (MkWorkplace        *self,
                         const char         *id,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_return_if_fail (MK_IS_WORKPLACE (self));

  change (self, undo_func, g_strdup (id), g_free, callback, user_data);
}

/**
 * mk_workplace_change_finish:
 * @self: a workplace
 * @result: what the callback was given
 * @error: return location
 *
 * Ends saving, deleting and undoing.
 *
 * Returns: (transfer full): what was saved; %NULL with @error set when nothing was
 */
MkSaved *
mk_workplace_change_finish (MkWorkplace  *self,
                            GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Hands the outcome of a reading on as it is. */
static void
pass_on (GTask         *task,
         MkStore       *store,
         GAsyncResult  *result,
         GDestroyNotify destroy)
{
  g_autoptr (GError) error = NULL;
  gpointer outcome = mk_store_run_finish (store, result, &error);

  if (outcome != NULL)
    g_task_return_pointer (task, outcome, destroy);
  else
    g_task_return_error (task, g_steal_pointer (&error));
  g_object_unref (task);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  pass_on (user_data, MK_STORE (object), result, g_object_unref);
}

/**
 * mk_workplace_find_async:
 * @self: a workplace
 * @id: UUID of a check-in
 * @callback: called when it is found, or not
 * @user_data: for @callback
 *
 * Reads the newest revision of a check-in.
 */
void
mk_workplace_find_async (MkWorkplace        *self,
                         const char         *id,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_return_if_fail (MK_IS_WORKPLACE (self));

  mk_store_run_async (mk_workplace_get_store (self), find_func, g_strdup (id), g_free,
                      g_object_unref, MK_STORE_READ, NULL, found_cb,
                      g_task_new (self, NULL, callback, user_data));
}

/**
 * mk_workplace_find_finish:
 * @self: a workplace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): the check-in; %NULL with @error set
 */
MkCheckInItem *
mk_workplace_find_finish (MkWorkplace  *self,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
