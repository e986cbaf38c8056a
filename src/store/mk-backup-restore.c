/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A backup is made a whole store in a directory beside the one it is for, and then the two change
 * places in one step of the file system. Until that step the store that was there is untouched, and
 * after it the restored one is in its place, whatever is interrupted. The former one stays beside,
 * under a name with the date.
 */
#include "mk-backup-restore.h"

#include "mk-clock.h"
#include "mk-database-private.h"
#include "mk-durable.h"
#include "mk-store-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What the directory beside is called while the store in it is being made. */
#define BESIDE_SUFFIX ".genskabes"

/* What the former store's directory is called; the date follows. */
#define FORMER_SUFFIX "-foer-gendannelse-"

static gboolean
is_there (const char *directory,
          const char *name)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK);
}

/* Also a damaged one, or what is left of one. */
static gboolean
has_store (const char *directory)
{
  return is_there (directory, MK_STORE_DATABASE_FILE) ||
         (is_there (directory, MK_STORE_KEYS_FILE) &&
          !is_there (directory, MK_STORE_UNFINISHED_FILE));
}

/* Of a store whose making was interrupted, and so never used. */
static gboolean
is_piece (const char *name)
{
  return g_str_equal (name, MK_STORE_LOCK_FILE) || g_str_equal (name, MK_STORE_KEYS_FILE) ||
         g_str_equal (name, MK_STORE_KEYS_FILE ".tmp") ||
         g_str_has_prefix (name, MK_STORE_UNFINISHED_FILE);
}

/* Removes a directory that holds nothing but pieces, and no other. */
static gboolean
remove_pieces (const char *directory)
{
  g_autoptr (GDir) listing = has_store (directory) ? NULL : g_dir_open (directory, 0, NULL);
  const char *name;

  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    if (is_piece (name))
      {
        g_autofree char *path = g_build_filename (directory, name, NULL);

        mk_store_file_remove (path);
      }
  return g_rmdir (directory) == 0;
}

/* Somebody's other folder is not moved away. */
static gboolean
require_place (const char *directory,
               GError    **error)
{
  g_autoptr (GDir) listing = NULL;
  const char *name;

  if (g_mkdir_with_parents (directory, 0700) != 0)
    {
      mk_durable_set_error (error, directory, errno);
      return FALSE;
    }
  listing = has_store (directory) ? NULL : g_dir_open (directory, 0, NULL);
  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    if (!is_piece (name))
      {
        g_autofree char *shown = g_filename_display_name (name);

        g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_EXISTS,
                     _ ("The backup can’t be restored here: “%s” is in the way. It was left as it "
                        "is. Choose an empty folder, or the one of a store."),
                     shown);
        return FALSE;
      }
  return TRUE;
}

static char *
former_path (const char *directory)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *first = g_strconcat (directory, FORMER_SUFFIX, day, NULL);

  for (int i = 2; g_file_test (first, G_FILE_TEST_EXISTS); i++)
    {
      g_free (first);
      first = g_strdup_printf ("%s" FORMER_SUFFIX "%s-%d", directory, day, i);
    }
  return g_steal_pointer (&first);
}

/* Takes a directory out of the way: removes it where it is of no value, and else gives it a name that
 * says what it is. @kept: its name, NULL when it is gone. */
static gboolean
put_aside (const char *beside,
           const char *directory,
           char      **kept,
           GError    **error)
{
  g_autofree char *former = NULL;

  *kept = NULL;
  if (!g_file_test (beside, G_FILE_TEST_EXISTS) || remove_pieces (beside))
    return TRUE;
  former = former_path (directory);
  if (!mk_durable_rename (beside, former, error))
    return FALSE;
  *kept = g_steal_pointer (&former);
  return TRUE;
}

/* What a restoring that was interrupted left beside: pieces, or a whole store. */
static gboolean
make_room (const char *beside,
           const char *directory,
           GError    **error)
{
  g_autofree char *kept = NULL;

  if (!put_aside (beside, directory, &kept, error))
    return FALSE;
  if (g_mkdir (beside, 0700) == 0)
    return TRUE;
  mk_durable_set_error (error, beside, errno);
  return FALSE;
}

/* FALSE only when they have not: after it, a directory that does not reach the disk at once is no
 * reason to touch either. */
static gboolean
change_places (const char *beside,
               const char *directory,
               GError    **error)
{
  g_autofree char *parent = g_path_get_dirname (directory);

  if (!mk_durable_sync_directory (beside, error))
    return FALSE;
  if (renameat2 (AT_FDCWD, beside, AT_FDCWD, directory, RENAME_EXCHANGE) == 0)
    {
      if (!mk_durable_sync_directory (parent, NULL))
        g_debug ("The folder of the store was not brought to the disk");
      return TRUE;
    }
  if (errno != EINVAL && errno != ENOSYS && errno != EXDEV && errno != EBUSY)
    mk_durable_set_error (error, directory, errno);
  else
    g_set_error_literal (error, MK_STORE_ERROR, MK_STORE_ERROR_FAILED,
                         _ ("This disk can’t put one folder in the place of another. Nothing was "
                            "changed. Restore the backup into a folder on a local disk."));
  return FALSE;
}

/* The one store and the other, on their way to each other's place. */
typedef struct
{
  const char         *path;
  const MkBackupFile *file;
  const guint8       *key;
  MkDatabaseOptions   options;
} Source;

static gboolean
make_beside (const char   *beside,
             const Source *source,
             GError      **error)
{
  return mk_backup_file_unpack (source->path, source->file, beside, error) &&
         mk_database_adopt (beside, source->key, &source->options, error);
}

/* A store that was made of a backup and could not take its place. */
static void
discard (const char *beside)
{
  g_autofree char *database = g_build_filename (beside, MK_STORE_DATABASE_FILE, NULL);

  mk_store_file_remove (database);
  remove_pieces (beside);
}

static gboolean
restore_locked (const char   *directory,
                const Source *source,
                char        **kept,
                GError      **error)
{
  g_autofree char *beside = g_strconcat (directory, BESIDE_SUFFIX, NULL);

  if (!make_room (beside, directory, error))
    return FALSE;
  if (!make_beside (beside, source, error))
    {
      remove_pieces (beside);
      return FALSE;
    }
  if (!change_places (beside, directory, error))
    {
      discard (beside);
      return FALSE;
    }
  return put_aside (beside, directory, kept, error);
}

/* By its own name, not by a link to it, which would change places with the directory beside. */
static char *
find_place (const char *directory,
            GError    **error)
{
  char *real;

  if (!require_place (directory, error))
    return NULL;
  real = realpath (directory, NULL);
  if (real == NULL)
    mk_durable_set_error (error, directory, errno);
  return real;
}

static gboolean
restore_source (const char   *directory,
                const Source *source,
                char        **kept,
                GError      **error)
{
  g_autofree char *place = find_place (directory, error);
  g_autoptr (MkStoreLock) lock =
      place != NULL ? mk_store_lock_take (place, MK_STORE_LOCK_WAIT, error) : NULL;

  return lock != NULL && restore_locked (place, source, kept, error);
}

/**
 * mk_backup_restore:
 * @directory: the store's directory, which may be missing or empty
 * @path: a backup
 * @secret: (nullable): the passphrase or the recovery key from when it was made
 * @fill: (nullable): writes what the restored store must hold from its first moment, such as new
 *   epochs
 * @fill_data: for @fill
 * @error: return location
 *
 * Verifies a backup, and puts the store that it holds in place. The store that was there is kept
 * beside it, whole and under a name with the date; nothing is ever deleted. Nobody may have it open.
 * Whenever it is interrupted, @directory is the former store or the restored one.
 *
 * Returns: (transfer full): what was done; %NULL when nothing was changed, with the faults of
 *   mk_backup_verify(), %MK_STORE_ERROR_BUSY when the store is open, %MK_STORE_ERROR_EXISTS when
 *   something else is in the way, or what the disk says
 */
MkRestored *
mk_backup_restore (const char    *directory,
                   const char    *path,
                   const char    *secret,
                   MkDatabaseFill fill,
                   gconstpointer  fill_data,
                   GError       **error)
{
  g_autoptr (MkBackupFile) file = mk_backup_file_read (path, error);
  g_autoptr (MkRestored) restored = g_new0 (MkRestored, 1);
  guint8 key[MK_KEY_SIZE];
  Source source = { path, file, key, { .fill = fill, .fill_data = fill_data } };
  gboolean success;

  if (file == NULL || !mk_backup_find_key (file, secret, key, error))
    return NULL;
  restored->content = mk_backup_check (path, file, key, error);
  success =
      restored->content != NULL && restore_source (directory, &source, &restored->kept, error);
  explicit_bzero (key, sizeof key);
  return success ? g_steal_pointer (&restored) : NULL;
}

/**
 * mk_restored_free:
 * @self: (transfer full) (nullable): what was done
 */
void
mk_restored_free (MkRestored *self)
{
  if (self == NULL)
    return;
  mk_backup_content_free (self->content);
  g_free (self->kept);
  g_free (self);
}
