/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be told of a database's file without opening it as a database. */
#include "mk-store-file.h"

#include "mk-durable.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* SQLCipher's page. A store never has less than one. */
#define PAGE_SIZE 4096

/* How every unencrypted SQLite file begins, its closing zero included. */
#define PLAIN_HEADER "SQLite format 3"

/**
 * mk_store_file_refuse_foreign:
 * @path: the file, of which only the base name is told
 * @error: return location
 *
 * Says that a file is no Makker store.
 *
 * Returns: %FALSE, with %MK_STORE_ERROR_FOREIGN
 */
gboolean
mk_store_file_refuse_foreign (const char *path,
                              GError    **error)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_FOREIGN,
               _ ("“%s” is not a Makker store. It was left as it is. Choose another folder, or "
                  "move the file away."),
               name);
  return FALSE;
}

static gboolean
refuse_short (const char *path,
              GError    **error)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_DAMAGED,
               _ ("“%s” is empty or cut short. It was left as it is. Restore a backup."), name);
  return FALSE;
}

static gboolean
refuse_missing (const char *path,
                GError    **error)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_MISSING,
               _ ("There is no store here: “%s” is missing. Nothing was made. Choose the right "
                  "folder, or make a new store."),
               name);
  return FALSE;
}

/* The number of bytes read, or -1 with errno. */
static ssize_t
read_beginning (const char *path,
                char       *buffer,
                gsize       size)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  ssize_t length = fd < 0 ? -1 : pread (fd, buffer, size, 0);
  int cause = errno;

  if (fd >= 0)
    close (fd);
  errno = cause;
  return length;
}

/**
 * mk_store_file_require:
 * @path: what should be a store's database
 * @error: return location
 *
 * Judges what shows without opening the file, which must wait until the lock is held: closing it
 * again would release the lock that SQLite has on it elsewhere in this process.
 *
 * Returns: %FALSE with %MK_STORE_ERROR_MISSING when there is no such file,
 *   %MK_STORE_ERROR_FOREIGN when it is no file, %MK_STORE_ERROR_DAMAGED when it is too short for a
 *   store
 */
gboolean
mk_store_file_require (const char *path,
                       GError    **error)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    {
      if (errno == ENOENT || errno == ENOTDIR)
        return refuse_missing (path, error);
      mk_durable_set_error (error, path, errno);
      return FALSE;
    }
  if (!S_ISREG (status.st_mode))
    return mk_store_file_refuse_foreign (path, error);
  return status.st_size >= PAGE_SIZE || refuse_short (path, error);
}

/**
 * mk_store_file_judge:
 * @path: what should be a store's database, whose lock the caller holds
 * @error: return location
 *
 * Judges what shows without a key. Reads only.
 *
 * Returns: %FALSE as mk_store_file_require(), with %MK_STORE_ERROR_FOREIGN also when it is an
 *   unencrypted database, or with what kept it from being read
 */
gboolean
mk_store_file_judge (const char *path,
                     GError    **error)
{
  char beginning[sizeof PLAIN_HEADER] = "";

  if (!mk_store_file_require (path, error))
    return FALSE;
  if (read_beginning (path, beginning, sizeof beginning) < 0)
    {
      mk_durable_set_error (error, path, errno);
      return FALSE;
    }
  return memcmp (beginning, PLAIN_HEADER, sizeof beginning) != 0 ||
         mk_store_file_refuse_foreign (path, error);
}

/**
 * mk_store_file_reserve:
 * @path: a file that shall be made
 * @error: return location
 *
 * Makes @path, empty and readable by its owner only; what SQLite puts beside it inherits that.
 *
 * Returns: %FALSE when it is there already or could not be made
 */
gboolean
mk_store_file_reserve (const char *path,
                       GError    **error)
{
  int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd < 0)
    {
      mk_durable_set_error (error, path, errno);
      return FALSE;
    }
  close (fd);
  return TRUE;
}

/**
 * mk_store_file_remove:
 * @path: a file that is of no value any more
 *
 * Removes it, if it is there.
 */
void
mk_store_file_remove (const char *path)
{
  if (g_unlink (path) != 0 && errno != ENOENT)
    g_debug ("A leftover file stays: %s", g_strerror (errno));
}
