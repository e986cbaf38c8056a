/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* For the store's own modules and their tests. */

#include "mk-database.h"
#include "mk-store-lock.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * MkDatabaseOptions:
 * @scripts: (nullable) (array zero-terminated=1): the migrations, the first of which makes schema
 *   version 1; %NULL for those in the resources
 * @lock: (nullable) (transfer full): the directory's lock when it is held already
 * @wait: how long to wait for the lock otherwise, in milliseconds
 * @fill: (nullable): writes what a new database must hold before it gets its name
 * @fill_data: for @fill
 */
typedef struct
{
  const char *const *scripts;
  MkStoreLock   *lock;
  guint          wait;
  MkDatabaseFill fill;
  gconstpointer  fill_data;
} MkDatabaseOptions;

struct _MkDatabase
{
  GThread        *owner;
  sqlite3        *handle;
  MkStoreLock    *lock;
  char           *directory;
  GHashTable     *statements; /* name to its newest MkStatement */
  sqlite3_backup *copy; /* of mk_database_copy_begin (), or NULL */
  sqlite3        *copy_target;
  GCancellable   *cancellable;
  int             depth; /* of mk_database_begin () */
  gboolean        is_interruptible; /* the statement that runs now */
  guint8          key[MK_KEY_SIZE];
};

MkDatabase *mk_database_create_full   (const char              *directory,
                                       const guint8             key[MK_KEY_SIZE],
                                       const MkDatabaseOptions *options,
                                       GError                 **error);
MkDatabase *mk_database_open_full     (const char              *directory,
                                       const guint8             key[MK_KEY_SIZE],
                                       const MkDatabaseOptions *options,
                                       GError                 **error);
MkDatabase *mk_database_open_reading  (const char  *path,
                                       const guint8 key[MK_KEY_SIZE],
                                       GError     **error);
gboolean    mk_database_adopt         (const char              *directory,
                                       const guint8             key[MK_KEY_SIZE],
                                       const MkDatabaseOptions *options,
                                       GError                 **error);
gboolean    mk_database_execute       (MkDatabase *self,
                                       const char *script,
                                       GError    **error);
gboolean    mk_database_is_at_rest    (MkDatabase *self);
gboolean    mk_database_copy_begin    (MkDatabase *self,
                                       const char *path,
                                       GError    **error);
gboolean    mk_database_copy_step     (MkDatabase *self,
                                       int         pages,
                                       gboolean   *is_whole,
                                       GError    **error);
double      mk_database_copy_fraction (MkDatabase *self);
void        mk_database_copy_end      (MkDatabase *self);
void        mk_statement_free_chain   (MkStatement *first);

G_END_DECLS
