/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Writing files so that they are whole after a power loss: the content is on the disk before the
 * name points to it, and the name is on the disk before anybody is told.
 */
#include "mk-durable.h"

#include "mk-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/**
 * mk_durable_set_error:
 * @error: return location
 * @path: the file, of which only the base name is told
 * @cause: an errno value
 *
 * Puts a failure of the file system into words.
 */
void
mk_durable_set_error (GError    **error,
                      const char *path,
                      int         cause)
{
  g_autofree char *name = g_path_get_basename (path);

  if (cause == ENOSPC || cause == EDQUOT)
    g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_FULL,
                 _ ("The disk is full: “%s” could not be written. Nothing was changed. Make some "
                    "room and try again."),
                 name);
  else if (cause == EACCES || cause == EPERM || cause == EROFS)
    g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_READ_ONLY,
                 _ ("“%s” can’t be opened or written (%s). Nothing was changed. Check that you "
                    "may write in its folder."),
                 name, g_strerror (cause));
  else
    g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_FAILED,
                 _ ("“%s” could not be read or written (%s). Nothing was changed."), name,
                 g_strerror (cause));
}

static gboolean
sync_path (const char *path,
           int         flags,
           GError    **error)
{
  int fd = g_open (path, flags | O_CLOEXEC, 0);
  int cause = 0;

  if (fd < 0 || fsync (fd) != 0)
    cause = errno;
  if (fd >= 0)
    close (fd);
  if (cause != 0)
    mk_durable_set_error (error, path, cause);
  return cause == 0;
}

/**
 * mk_durable_sync_directory:
 * @directory: a directory
 * @error: return location
 *
 * Brings the names in @directory to the disk.
 *
 * Returns: whether they are there
 */
gboolean
mk_durable_sync_directory (const char *directory,
                           GError    **error)
{
  return sync_path (directory, O_RDONLY | O_DIRECTORY, error);
}

/**
 * mk_durable_sync_file:
 * @path: a file
 * @error: return location
 *
 * Brings the content of @path to the disk.
 *
 * Returns: whether it is there
 */
gboolean
mk_durable_sync_file (const char *path,
                      GError    **error)
{
  return sync_path (path, O_RDONLY, error);
}

/**
 * mk_durable_rename:
 * @from: a file whose content is on the disk
 * @to: its new name in the same directory; a file of that name is replaced
 * @error: return location
 *
 * Renames, and returns when the new name is on the disk.
 *
 * Returns: whether it is there
 */
gboolean
mk_durable_rename (const char *from,
                   const char *to,
                   GError    **error)
{
  g_autofree char *directory = g_path_get_dirname (to);

  if (g_rename (from, to) != 0)
    {
      mk_durable_set_error (error, to, errno);
      return FALSE;
    }
  return mk_durable_sync_directory (directory, error);
}

/**
 * mk_durable_put:
 * @fd: a file that is open for writing
 * @contents: (array length=length): what is to be written next
 * @length: the number of bytes
 *
 * Writes all of it, and leaves bringing it to the disk to the caller.
 *
 * Returns: 0, or the errno value that says why not
 */
int
mk_durable_put (int         fd,
                const char *contents,
                gsize       length)
{
  while (length > 0)
    {
      ssize_t written = write (fd, contents, length);

      if (written < 0 && errno != EINTR)
        return errno;
      if (written > 0)
        {
          contents += written;
          length -= (gsize) written;
        }
    }
  return 0;
}

static int
write_all (int         fd,
           const char *contents,
           gsize       length)
{
  int cause = mk_durable_put (fd, contents, length);

  if (cause == 0 && fsync (fd) != 0)
    cause = errno;
  return cause;
}

/**
 * mk_durable_write:
 * @path: the file
 * @contents: (array length=length): what shall be in it
 * @length: the number of bytes
 * @error: return location
 *
 * Writes a file only its owner can read, beside its place and then into it: at any moment @path
 * is the old file or the new one, whole.
 *
 * Returns: whether the new one is on the disk
 */
gboolean
mk_durable_write (const char *path,
                  const char *contents,
                  gsize       length,
                  GError    **error)
{
  g_autofree char *temporary = g_strconcat (path, ".tmp", NULL);
  int fd = g_open (temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
  int cause = fd < 0 ? errno : write_all (fd, contents, length);

  if (fd >= 0 && close (fd) != 0 && cause == 0)
    cause = errno;
  if (cause != 0)
    mk_durable_set_error (error, path, cause);
  if (cause != 0 || !mk_durable_rename (temporary, path, error))
    {
      g_unlink (temporary);
      return FALSE;
    }
  return TRUE;
}
