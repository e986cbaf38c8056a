/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-folder.h"

#include "mk-digest.h"
#include "mk-envelope.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Packages as files in a folder that may vanish, fill up, or be read-only at any step. A file is
 * written under another name, made durable, and only then given its own: it is whole or not there. */

static void
set_error_from_errno (GError    **error,
                      int         problem,
                      const char *sentence)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (problem), "%s (%s)", sentence,
               g_strerror (problem));
}

/**
 * mk_folder_read_file:
 * @path: a file
 * @most: bytes of interest
 * @error: return location
 *
 * Returns: (transfer full): what the file holds, of a larger one its first @most + 1 bytes; %NULL
 *   with %G_IO_ERROR when it can't be read or is no ordinary file
 */
GBytes *
mk_folder_read_file (const char *path,
                     gsize       most,
                     GError    **error)
{
  g_autofd int file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[65536];
  struct stat info;
  ssize_t n = 1;

  if (file >= 0 && fstat (file, &info) == 0 && !S_ISREG (info.st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                           _ ("This is not an ordinary file."));
      return NULL;
    }
  while (file >= 0 && n > 0 && bytes->len <= most)
    {
      n = read (file, buffer, MIN (sizeof buffer, most + 1 - bytes->len));
      if (n < 0 && errno == EINTR)
        n = 1;
      else if (n > 0)
        g_byte_array_append (bytes, buffer, (guint) n);
    }
  if (file < 0 || n < 0)
    {
      set_error_from_errno (error, errno, _ ("The file cannot be read."));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * mk_folder_prepare:
 * @folder: path
 * @error: return location
 *
 * Makes the folder if only its last part is missing. A folder above it that is missing may be a
 * drive that is not there, and is not made.
 *
 * Returns: whether the folder is there
 */
gboolean
mk_folder_prepare (const char *folder,
                   GError    **error)
{
  struct stat info;

  if (stat (folder, &info) == 0 && S_ISDIR (info.st_mode))
    return TRUE;
  if (mkdir (folder, 0700) == 0)
    return TRUE;
  set_error_from_errno (
      error, errno,
      _ ("The folder is not there and cannot be made. Nothing was sent; it is kept "
         "and can be sent again."));
  return FALSE;
}

/* @there: (out): what the file of that path holds; NULL where there is none. */
static gboolean
read_if_there (const char *path,
               GBytes    **there,
               GError    **error)
{
  g_autoptr (GError) local = NULL;

  *there = mk_folder_read_file (path, MK_ENVELOPE_MOST_BYTES, &local);
  if (local == NULL || g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
refuse_other_bytes (const char *name,
                    GError    **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               _ ("The folder already holds a file “%s” with other contents. It was left as it is, "
                  "and nothing was sent. Move that file, or choose another folder."),
               name);
  return FALSE;
}

/**
 * mk_folder_may_write:
 * @folder: path of a folder
 * @name: of the file
 * @sha256: of what it shall hold
 * @error: return location
 *
 * Returns: whether mk_folder_write() would leave every file that is there as it is
 */
gboolean
mk_folder_may_write (const char *folder,
                     const char *name,
                     const char *sha256,
                     GError    **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) there = NULL;
  g_autofree char *sum = NULL;

  if (!read_if_there (path, &there, error))
    return FALSE;
  sum = there != NULL ? mk_sha256 (there) : NULL;
  return sum == NULL || g_str_equal (sum, sha256) || refuse_other_bytes (name, error);
}

static gboolean
write_all (int     file,
           GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      ssize_t n = write (file, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      data += n;
      length -= (gsize) n;
    }
  return fsync (file) == 0;
}

static gboolean
sync_folder (const char *folder)
{
  g_autofd int handle = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  /* Some network folders can't be synced as folders; the file itself was. */
  return handle >= 0 && (fsync (handle) == 0 || errno == EINVAL || errno == ENOTSUP);
}

/* Gives the written file its name unless another file has it. */
static gboolean
place (const char *temporary,
       const char *path)
{
  if (renameat2 (AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    return TRUE;
  /* File systems without that flag: there was no file of the name a moment ago. */
  return errno == EINVAL && g_rename (temporary, path) == 0;
}

static gboolean
write_new (const char *folder,
           const char *name,
           GBytes     *bytes,
           GError    **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *temporary = g_strdup_printf ("%s/.%s.XXXXXX", folder, name);
  g_autofd int file = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0600);
  int problem;

  if (file >= 0 && write_all (file, bytes) && place (temporary, path) && sync_folder (folder))
    return TRUE;
  problem = errno;
  if (file >= 0)
    unlink (temporary);
  set_error_from_errno (
      error, problem,
      _ ("The file could not be written. Nothing is lost: the package is kept and "
         "can be sent again."));
  return FALSE;
}

/**
 * mk_folder_write:
 * @folder: path of a folder
 * @name: of the file
 * @bytes: what it shall hold
 * @error: return location
 *
 * Writes a file whole or not at all, durable when this returns. One that holds the same bytes is
 * left as it is; one with other bytes is never touched.
 *
 * Returns: whether the file is there with these bytes
 */
gboolean
mk_folder_write (const char *folder,
                 const char *name,
                 GBytes     *bytes,
                 GError    **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) there = NULL;

  if (!read_if_there (path, &there, error))
    return FALSE;
  if (there == NULL)
    return write_new (folder, name, bytes, error);
  return g_bytes_equal (there, bytes) || refuse_other_bytes (name, error);
}
