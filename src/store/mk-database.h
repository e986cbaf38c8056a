/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mk-statement.h"
#include "mk-store-error.h"

G_BEGIN_DECLS

/* The bytes of the key that encrypts the database. */
#define MK_KEY_SIZE 32

/**
 * MkDatabase:
 *
 * The open database of a store: one encrypted connection, the lock that keeps others out, and
 * the prepared statements. Synchronous, and bound to the thread that opened it: every function
 * here asserts that. The window reaches it through [class@Store].
 */
typedef struct _MkDatabase MkDatabase;

/**
 * MkDatabaseFill:
 * @database: a new store's database, whose file has no name yet
 * @data: what the caller gave along
 * @error: return location
 *
 * Writes what a new store must hold from its first moment.
 *
 * Returns: %FALSE on error, when the store is not made
 */
typedef gboolean (*MkDatabaseFill) (MkDatabase   *database,
                                    gconstpointer data,
                                    GError      **error);

MkDatabase *mk_database_create    (const char  *directory,
                                   const guint8 key[MK_KEY_SIZE],
                                   GError     **error);
MkDatabase *mk_database_open      (const char  *directory,
                                   const guint8 key[MK_KEY_SIZE],
                                   GError     **error);
void        mk_database_close     (MkDatabase *self);
const char *mk_database_directory (MkDatabase *self);

/**
 * mk_database_query:
 * @self: the database
 * @name: (type utf8): the statement's file in `resources/queries/`, without `.sql`
 * @...: one value for each parameter ?1, ?2, … of the statement, at most twelve, each text, an
 *   integer, a boolean, a double, a `GBytes *` or NULL; pointers may be NULL
 *
 * Takes a statement from the cache, prepared the first time, with its values bound. Text and
 * bytes are copied, so they need not outlive the call. A statement that is in use, as in a
 * recursion, is prepared once more. A name without a file, SQL that does not prepare and a wrong
 * number of values are errors of the programmer and end the program.
 *
 *     g_autoptr (MkStatement) statement = mk_database_query (database, "record-get", type, id);
 *     while (mk_statement_step (statement, &local_error))
 *       take (mk_statement_text (statement, 0));
 *
 *     return mk_statement_run (mk_database_query (database, "draft-delete", id), error);
 *
 * Returns: (transfer none): the statement, ready for its first step
 */
#define mk_database_query(self, name, ...)                                \
  mk_database_query_values ((self), (name), MK_BIND_COUNT_ (__VA_ARGS__), \
                            (const MkParameter[]) { { 0 }, MK_BIND_ (__VA_ARGS__) } + 1)

MkStatement *mk_database_query_values (MkDatabase        *self,
                                       const char        *name,
                                       gsize              n_values,
                                       const MkParameter *values);

gboolean mk_database_begin          (MkDatabase *self,
                                     GError    **error);
gboolean mk_database_commit         (MkDatabase *self,
                                     GError    **error);
void     mk_database_rollback       (MkDatabase *self);
gboolean mk_database_end            (MkDatabase *self,
                                     gboolean    success,
                                     GError    **error);
gboolean mk_database_in_transaction (MkDatabase *self);

gint64 mk_database_changes    (MkDatabase *self);
gint64 mk_database_last_rowid (MkDatabase *self);

void     mk_database_set_cancellable (MkDatabase   *self,
                                      GCancellable *cancellable);
gboolean mk_database_copy            (MkDatabase *self,
                                      const char *path,
                                      GError    **error);
char    *mk_database_dump            (MkDatabase *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkDatabase, mk_database_close)

/* How mk_database_query() counts and wraps what it is given. */
#define MK_BIND_PICK_(_0, _1, _2, _3, _4, _5, _6, _7, _8, _9, _10, _11, _12, picked, ...) picked
#define MK_BIND_COUNT_(...) \
  MK_BIND_PICK_ (_, ##__VA_ARGS__, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)
#define MK_BIND_(...)                                                                             \
  MK_BIND_PICK_ (_, ##__VA_ARGS__, MK_BIND_12_, MK_BIND_11_, MK_BIND_10_, MK_BIND_9_, MK_BIND_8_, \
                 MK_BIND_7_, MK_BIND_6_, MK_BIND_5_, MK_BIND_4_, MK_BIND_3_, MK_BIND_2_,          \
                 MK_BIND_1_, MK_BIND_0_) (__VA_ARGS__)
#define MK_BIND_0_(...)
#define MK_BIND_1_(x) MK_PARAMETER (x)
#define MK_BIND_2_(x, ...) MK_PARAMETER (x), MK_BIND_1_ (__VA_ARGS__)
#define MK_BIND_3_(x, ...) MK_PARAMETER (x), MK_BIND_2_ (__VA_ARGS__)
#define MK_BIND_4_(x, ...) MK_PARAMETER (x), MK_BIND_3_ (__VA_ARGS__)
#define MK_BIND_5_(x, ...) MK_PARAMETER (x), MK_BIND_4_ (__VA_ARGS__)
#define MK_BIND_6_(x, ...) MK_PARAMETER (x), MK_BIND_5_ (__VA_ARGS__)
#define MK_BIND_7_(x, ...) MK_PARAMETER (x), MK_BIND_6_ (__VA_ARGS__)
#define MK_BIND_8_(x, ...) MK_PARAMETER (x), MK_BIND_7_ (__VA_ARGS__)
#define MK_BIND_9_(x, ...) MK_PARAMETER (x), MK_BIND_8_ (__VA_ARGS__)
#define MK_BIND_10_(x, ...) MK_PARAMETER (x), MK_BIND_9_ (__VA_ARGS__)
#define MK_BIND_11_(x, ...) MK_PARAMETER (x), MK_BIND_10_ (__VA_ARGS__)
#define MK_BIND_12_(x, ...) MK_PARAMETER (x), MK_BIND_11_ (__VA_ARGS__)

G_END_DECLS
