/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The transactions of a MkDatabase; an inner one is a savepoint of the outer. */
#include "mk-database-private.h"
#include "mk-sqlite-error.h"

#include <glib/gi18n-lib.h>

static gboolean
is_lost (MkDatabase *self)
{
  return self->depth > 0 && sqlite3_get_autocommit (self->handle);
}

static gboolean
refuse_lost (GError **error)
{
  g_set_error_literal (error, MK_STORE_ERROR, MK_STORE_ERROR_FAILED,
                       _ ("The change was given up because a part of it failed. Nothing was "
                          "changed."));
  return FALSE;
}

/* A file that was moved or taken away under its program goes on to take what is written, and nobody
 * would find it again. */
static gboolean
is_in_its_place (MkDatabase *self,
                 GError    **error)
{
  int has_moved = 0;

  if (sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_HAS_MOVED, &has_moved) !=
          SQLITE_OK ||
      !has_moved)
    return TRUE;
  g_set_error_literal (error, MK_STORE_ERROR, MK_STORE_ERROR_MISSING,
                       _ ("The folder of the store is not there any more. Nothing was changed. "
                          "Bring it back, or connect its drive, and try again."));
  return FALSE;
}

/* Savepoints are found from the newest, so one name serves every depth. */
static gboolean
execute (MkDatabase *self,
         const char *outer,
         const char *inner,
         gboolean    is_outer,
         GError    **error)
{
  return mk_database_execute (self, is_outer ? outer : inner, error);
}

/**
 * mk_database_begin:
 * @self: the database
 * @error: return location
 *
 * Begins a transaction, which may write at once. Inside another one it begins a part that can be
 * rolled back by itself. Each must be ended by one of mk_database_commit(),
 * mk_database_rollback() and mk_database_end().
 *
 * Returns: %FALSE with @error set when it did not begin, with %MK_STORE_ERROR_MISSING where the
 *   store's folder was taken away; then there is nothing to end
 */
gboolean
mk_database_begin (MkDatabase *self,
                   GError    **error)
{
  g_assert (self->owner == g_thread_self ());

  if (is_lost (self))
    return refuse_lost (error);
  if (self->depth == 0 && !is_in_its_place (self, error))
    return FALSE;
  if (!execute (self, "BEGIN IMMEDIATE", "SAVEPOINT part", self->depth == 0, error))
    return FALSE;
  self->depth++;
  return TRUE;
}

/**
 * mk_database_commit:
 * @self: the database, in a transaction
 * @error: return location
 *
 * Ends the innermost transaction. When the outermost is committed, what was written is on the
 * disk: only now may anybody be told that it is saved. On failure it is rolled back.
 *
 * Returns: whether it was committed
 */
gboolean
mk_database_commit (MkDatabase *self,
                    GError    **error)
{
  g_assert (self->owner == g_thread_self ());
  g_assert (self->depth > 0);

  if (is_lost (self) ? refuse_lost (error)
                     : execute (self, "COMMIT", "RELEASE part", self->depth == 1, error))
    {
      self->depth--;
      return TRUE;
    }
  mk_database_rollback (self);
  return FALSE;
}

/**
 * mk_database_rollback:
 * @self: the database, in a transaction
 *
 * Ends the innermost transaction, and nothing of it stays.
 */
void
mk_database_rollback (MkDatabase *self)
{
  g_autoptr (GError) error = NULL;

  g_assert (self->owner == g_thread_self ());
  g_assert (self->depth > 0);

  /* SQLite rolls back by itself when the disk is full or fails. */
  if (!is_lost (self) &&
      !execute (self, "ROLLBACK", "ROLLBACK TO part; RELEASE part", self->depth == 1, &error))
    g_critical ("A transaction was not rolled back: %s", error->message);
  self->depth--;
}

/**
 * mk_database_end:
 * @self: the database, in a transaction
 * @success: whether all went well
 * @error: return location, already set when @success is %FALSE
 *
 * Commits on success, rolls back otherwise.
 *
 *     if (!mk_database_begin (database, error))
 *       return FALSE;
 *     return mk_database_end (database, save (…, error) && index (…, error), error);
 *
 * Returns: whether all went well and was committed
 */
gboolean
mk_database_end (MkDatabase *self,
                 gboolean    success,
                 GError    **error)
{
  if (success)
    return mk_database_commit (self, error);
  mk_database_rollback (self);
  return FALSE;
}

/**
 * mk_database_in_transaction:
 * @self: the database
 *
 * Returns: whether a transaction was begun and not ended
 */
gboolean
mk_database_in_transaction (MkDatabase *self)
{
  g_assert (self->owner == g_thread_self ());
  return self->depth > 0;
}
