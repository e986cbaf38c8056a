/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workplace/mk-workplace-work.h"

#include "check-in/mk-check-in-saving.h"
#include "mk-drafts.h"
#include "workplace/mk-record-saving.h"

/* The work on check-ins that pages ask a workplace for: done on the store's thread, by plain functions
 * on the database. */

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

/**
 * mk_workplace_change_async:
 * @self: a workplace
 * @func: changes the store on its thread, and returns an MkSaved
 * @data: (transfer full): for @func
 * @destroy: frees @data
 * @callback: called when it is durable, or has failed
 * @user_data: for @callback
 *
 * Changes one record, and reads again what the window shows; ended by mk_workplace_change_finish().
 */
void
mk_workplace_change_async (MkWorkplace        *self,
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

/* What mk_workplace_keep_async() saves. */
typedef struct
{
  const MkRecordType *type;
  char               *id;
  gpointer            content;
  char               *draft; /* what its draft is kept under, or NULL */
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  mk_shape_free (kept->type->shape, kept->content);
  g_free (kept->id);
  g_free (kept->draft);
  g_free (kept);
}

static gpointer
keep_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  const Kept *kept = data;
  g_autoptr (MkSaved) saved = NULL;
  gboolean is_done;

  if (!mk_database_begin (database, error))
    return NULL;
  saved = mk_record_save_judged (database, kept->type, kept->id, kept->content, error);
  is_done =
      saved != NULL && (kept->draft == NULL || mk_draft_remove (database, kept->draft, error));
  return mk_database_end (database, is_done, error) ? g_steal_pointer (&saved) : NULL;
}

/**
 * mk_workplace_keep_async:
 * @self: a workplace
 * @type: a type of record
 * @id: (nullable): UUID of the record that is changed; %NULL for a new one
 * @content: a struct of the type's shape; copied
 * @draft: (nullable): what its draft is kept under, which is forgotten in the same step
 * @callback: called when it is durable, or has failed
 * @user_data: for @callback
 *
 * Saves a record.
 */
void
mk_workplace_keep_async (MkWorkplace        *self,
                         const MkRecordType *type,
                         const char         *id,
                         gconstpointer       content,
                         const char         *draft,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  Kept *kept;

  g_return_if_fail (MK_IS_WORKPLACE (self));

  kept = g_new0 (Kept, 1);
  kept->type = type;
  kept->id = g_strdup (id);
  kept->content = mk_shape_copy (type->shape, content);
  kept->draft = g_strdup (draft);
  mk_workplace_change_async (self, keep_func, kept, kept_free, callback, user_data);
}

/* What mk_workplace_arrange_async() saves. */
typedef struct
{
  MkAttendancePlanData *plan;
  MkSchemeData         *scheme;
} Arranged;

static void
arranged_free (gpointer data)
{
  Arranged *arranged = data;

  mk_shape_free (mk_attendance_plan_type.shape, arranged->plan);
  mk_shape_free (mk_scheme_type.shape, arranged->scheme);
  g_free (arranged);
}

/* Both or none. */
static gpointer
arrange_func (MkDatabase   *database,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  const Arranged *arranged = data;
  g_autoptr (MkSaved) plan = NULL;
  g_autoptr (MkSaved) scheme = NULL;
  gboolean is_done;

  if (!mk_database_begin (database, error))
    return NULL;
  plan = mk_record_save_judged (database, &mk_attendance_plan_type, NULL, arranged->plan, error);
  if (plan != NULL && arranged->scheme != NULL)
    scheme = mk_record_save_judged (database, &mk_scheme_type, NULL, arranged->scheme, error);
  is_done = plan != NULL && (scheme != NULL || arranged->scheme == NULL);
  return mk_database_end (database, is_done, error) ? g_steal_pointer (&plan) : NULL;
}

/**
 * mk_workplace_arrange_async:
 * @self: a workplace
 * @plan: (transfer full): when a candidate comes
 * @scheme: (transfer full) (nullable): under which scheme; %NULL to leave that as it is
 * @callback: called when both are durable, or none is
 * @user_data: for @callback
 *
 * Saves what is arranged about a placement.
 */
void
mk_workplace_arrange_async (MkWorkplace          *self,
                            MkAttendancePlanData *plan,
                            MkSchemeData         *scheme,
                            GAsyncReadyCallback   callback,
                            gpointer              user_data)
{
  Arranged *arranged;

  g_return_if_fail (MK_IS_WORKPLACE (self));

  arranged = g_new0 (Arranged, 1);
  arranged->plan = plan;
  arranged->scheme = scheme;
  mk_workplace_change_async (self, arrange_func, arranged, arranged_free, callback, user_data);
}

/* What is deleted, or taken back. */
typedef struct
{
  const MkRecordType *type;
  char               *id;
} Named;

static Named *
named_new (const MkRecordType *type,
           const char         *id)
{
  Named *named = g_new0 (Named, 1);

  named->type = type;
  named->id = g_strdup (id);
  return named;
}

static void
named_free (gpointer data)
{
  Named *named = data;

  g_free (named->id);
  g_free (named);
}

static gpointer
delete_func (MkDatabase   *database,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  const Named *named = data;

  return mk_own_record_delete (database, named->type, named->id, error);
}

static gpointer
undo_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  const Named *named = data;

  return mk_own_record_undo (database, named->type, named->id, error);
}

/**
 * mk_workplace_delete_async:
 * @self: a workplace
 * @type: the record's type
 * @id: UUID of a record that was written here
 * @callback: called when it is durable, or has failed
 * @user_data: for @callback
 *
 * Deletes a record, which can be undone.
 */
void
mk_workplace_delete_async (MkWorkplace        *self,
                           const MkRecordType *type,
                           const char         *id,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_return_if_fail (MK_IS_WORKPLACE (self));

  mk_workplace_change_async (self, delete_func, named_new (type, id), named_free, callback,
                             user_data);
}

/**
 * mk_workplace_undo_async:
 * @self: a workplace
 * @type: the record's type
 * @id: UUID of a record that was written here
 * @callback: called when it is durable, or has failed
 * @user_data: for @callback
 *
 * Takes the last change of a record back.
 */
void
mk_workplace_undo_async (MkWorkplace        *self,
                         const MkRecordType *type,
                         const char         *id,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_return_if_fail (MK_IS_WORKPLACE (self));

  mk_workplace_change_async (self, undo_func, named_new (type, id), named_free, callback,
                             user_data);
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

/* Several check-ins at once */

static gpointer
save_many_func (MkDatabase   *database,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  return mk_check_in_save_many (database, data, error);
}

static gpointer
undo_many_func (MkDatabase   *database,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  return mk_check_in_undo_many (database, data, error);
}

static void
changed_many_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;
  GStrv ids = mk_store_run_finish (MK_STORE (object), result, &error);

  if (ids == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  mk_workplace_refresh (g_task_get_source_object (task));
  g_task_return_pointer (task, ids, (GDestroyNotify) g_strfreev);
}

/**
 * mk_workplace_save_many_async:
 * @self: a workplace
 * @drafts: (transfer full) (element-type MkCheckInDraft): new check-ins, their attendance chosen
 * @callback: called when all are durable, or none is
 * @user_data: for @callback
 *
 * Saves several check-ins in one go.
 */
void
mk_workplace_save_many_async (MkWorkplace        *self,
                              GPtrArray          *drafts,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_return_if_fail (MK_IS_WORKPLACE (self));

  mk_store_run_async (mk_workplace_get_store (self), save_many_func, drafts,
                      (GDestroyNotify) g_ptr_array_unref, (GDestroyNotify) g_strfreev,
                      MK_STORE_WRITE, NULL, changed_many_cb,
                      g_task_new (self, NULL, callback, user_data));
}

/**
 * mk_workplace_undo_many_async:
 * @self: a workplace
 * @ids: (array zero-terminated=1): UUIDs of check-ins
 * @callback: called when all are taken back, or none is
 * @user_data: for @callback
 *
 * Takes the last change of several check-ins back in one go.
 */
void
mk_workplace_undo_many_async (MkWorkplace        *self,
                              const char *const  *ids,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_return_if_fail (MK_IS_WORKPLACE (self));

  mk_store_run_async (mk_workplace_get_store (self), undo_many_func, g_strdupv ((char **) ids),
                      (GDestroyNotify) g_strfreev, (GDestroyNotify) g_strfreev, MK_STORE_WRITE,
                      NULL, changed_many_cb, g_task_new (self, NULL, callback, user_data));
}

/**
 * mk_workplace_change_many_finish:
 * @self: a workplace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): UUIDs of what was saved or undone; %NULL with @error set when nothing was
 */
GStrv
mk_workplace_change_many_finish (MkWorkplace  *self,
                                 GAsyncResult *result,
                                 GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Reading */

/* How what is read is freed where nobody takes it. */
typedef struct
{
  GDestroyNotify destroy;
} Outcome;

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  const Outcome *outcome = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gpointer read = mk_store_run_finish (MK_STORE (object), result, &error);

  if (read != NULL)
    g_task_return_pointer (task, read, outcome->destroy);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * mk_workplace_read_async:
 * @self: a workplace
 * @func: reads from the store on its thread
 * @data: (transfer full): for @func
 * @destroy: frees @data
 * @destroy_read: frees what @func returns
 * @callback: called when it is read
 * @user_data: for @callback
 *
 * Reads something that the window does not hold; ended by mk_workplace_read_finish().
 */
void
mk_workplace_read_async (MkWorkplace        *self,
                         MkStoreFunc         func,
                         gpointer            data,
                         GDestroyNotify      destroy,
                         GDestroyNotify      destroy_read,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Outcome *outcome = g_new0 (Outcome, 1);

  outcome->destroy = destroy_read;
  g_task_set_task_data (task, outcome, g_free);
  mk_store_run_async (mk_workplace_get_store (self), func, data, destroy, destroy_read,
                      MK_STORE_READ, NULL, read_cb, task);
}

/**
 * mk_workplace_read_finish:
 * @self: a workplace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): what was read; %NULL with @error set
 */
gpointer
mk_workplace_read_finish (MkWorkplace  *self,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * mk_workplace_find_async:
 * @self: a workplace
 * @id: UUID of a check-in
 * @callback: called when it is found, or not
 * @user_data: for @callback
 *
 * Reads the newest revision of a check-in, an #MkCheckInItem; ended by mk_workplace_read_finish().
 */
void
mk_workplace_find_async (MkWorkplace        *self,
                         const char         *id,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_return_if_fail (MK_IS_WORKPLACE (self));

  mk_workplace_read_async (self, find_func, g_strdup (id), g_free, g_object_unref, callback,
                           user_data);
}

/* What a list asks for. */
typedef struct
{
  char  *placement_id;
  char  *from;
  char  *to;
  gint64 most;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_free (asked->placement_id);
  g_free (asked->from);
  g_free (asked->to);
  g_free (asked);
}

static gpointer
list_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  const Asked *asked = data;
  MkDays days = { .placement = asked->placement_id,
                  .from = asked->from,
                  .to = asked->to,
                  .limit = asked->most };

  return mk_check_ins_read (database, &days, error);
}

/**
 * mk_workplace_list_days_async:
 * @self: a workplace
 * @days: which check-ins; copied
 * @callback: called when they are read
 * @user_data: for @callback
 *
 * Reads the check-ins of some days, the last first, as a GPtrArray of #MkCheckInItem; ended by
 * mk_workplace_read_finish().
 */
void
mk_workplace_list_days_async (MkWorkplace        *self,
                              const MkDays       *days,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  Asked *asked;

  g_return_if_fail (MK_IS_WORKPLACE (self));

  asked = g_new0 (Asked, 1);
  asked->placement_id = g_strdup (days->placement);
  asked->from = g_strdup (days->from);
  asked->to = g_strdup (days->to);
  asked->most = days->limit;
  mk_workplace_read_async (self, list_func, asked, asked_free, (GDestroyNotify) g_ptr_array_unref,
                           callback, user_data);
}
