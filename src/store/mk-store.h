/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

#define MK_TYPE_STORE (mk_store_get_type ())

G_DECLARE_FINAL_TYPE (MkStore, mk_store, MK, STORE, GObject)

/**
 * MkStoreFunc:
 * @database: the database, for the time of the call
 * @data: what was given with the work
 * @cancellable: (nullable): what was given with the work; long work looks at it between its steps
 * @error: return location
 *
 * Work on the database, called on the store's thread. It leaves no transaction open and no
 * statement in the middle of its rows.
 *
 * Returns: (transfer full) (nullable): the result
 */
typedef gpointer (*MkStoreFunc) (MkDatabase   *database,
                                 gpointer      data,
                                 GCancellable *cancellable,
                                 GError      **error);

/**
 * MkStoreOpenFunc:
 * @data: what was given to mk_store_new()
 * @error: return location
 *
 * Opens the database, called on the store's thread before any work.
 *
 * Returns: (transfer full): the open database, or %NULL with @error set
 */
typedef MkDatabase *(*MkStoreOpenFunc) (gpointer data,
                                        GError **error);

/**
 * MkStorePriority:
 * @MK_STORE_READ: a reading somebody waits for; cancelled at any point
 * @MK_STORE_WRITE: a change, drafts included; never cancelled
 * @MK_STORE_LONG_READ: a reading nobody waits for; cancelled at any point
 * @MK_STORE_LONG_WRITE: one step of long work, such as a package; never cancelled, but its function
 *   may look at the cancellable before it begins
 *
 * What is done first, and whether it may be ended midway. Readings and changes are done in the
 * order they were asked for, so that a reading shows the change before it; the long ones wait for
 * both. Long work asks for its next step when the last is done, and lets the others go between.
 */
typedef enum
{
  MK_STORE_READ,
  MK_STORE_WRITE,
  MK_STORE_LONG_READ,
  MK_STORE_LONG_WRITE,
} MkStorePriority;

MkStore *mk_store_new                (MkStoreOpenFunc func,
                                      gpointer        data,
                                      GDestroyNotify  destroy);
MkStore *mk_store_open               (const char *directory,
                                      const char *passphrase);
MkStore *mk_store_open_with_recovery (const char *directory,
                                      const char *recovery_code);
MkStore *mk_store_open_with_keyring  (const char *directory,
                                      const char *secret);

void     mk_store_run_async  (MkStore            *self,
                              MkStoreFunc         func,
                              gpointer            data,
                              GDestroyNotify      destroy,
                              GDestroyNotify      result_destroy,
                              MkStorePriority     priority,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data);
gpointer mk_store_run_finish (MkStore      *self,
                              GAsyncResult *result,
                              GError      **error);

gboolean mk_store_is_closed    (MkStore *self);
void     mk_store_close        (MkStore *self);
void     mk_store_close_async  (MkStore            *self,
                                GAsyncReadyCallback callback,
                                gpointer            user_data);
void     mk_store_close_finish (MkStore      *self,
                                GAsyncResult *result);

G_END_DECLS
