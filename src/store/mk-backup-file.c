/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a backup looks like: one file, which holds the encrypted database from its first byte on, so
 * that it is opened in place, and behind it
 *
 *     the moment it was made, an RFC 3339 date-time, and a line feed
 *     the store's makker.keys as it was
 *     a tail of 32 bytes: the size of the database and the size of the two lines above, each as 8
 *     bytes, most significant first, and the mark.
 *
 * Nothing of it can be read without one of the store's keys, but the moment and the kinds of keys.
 */
#include "mk-backup-file.h"

#include "mk-durable.h"
#include "mk-format.h"
#include "mk-store-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* 16 bytes, without a closing zero. */
#define MARK "Makker backup 1\n"
#define MARK_SIZE (sizeof MARK - 1)

/* The moment and the key slots, of which `makker.keys` has at most 64 kB. */
#define TEXT_SIZE_MAX (65536 + 64)

#define CHUNK_SIZE (256 * 1024)

typedef struct
{
  guint64 database_size;
  guint64 text_size;
  char    mark[MARK_SIZE];
} Tail;

G_STATIC_ASSERT (sizeof (Tail) == 32);

static gboolean
refuse_foreign (const char *path,
                GError    **error)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_FOREIGN,
               _ ("“%s” is not a backup from Makker, or it is cut short. It was left as it is. "
                  "Choose another file."),
               name);
  return FALSE;
}

static gboolean
refuse (const char *path,
        int         cause,
        GError    **error)
{
  g_autofree char *name = g_path_get_basename (path);

  if (cause != ENOENT && cause != ENOTDIR)
    {
      mk_durable_set_error (error, path, cause);
      return FALSE;
    }
  g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_MISSING,
               _ ("“%s” is not there. Nothing was changed. Is the disk connected?"), name);
  return FALSE;
}

/* 0, or an errno value; EIO when the file ends too early. */
static int
read_at (int    fd,
         char  *buffer,
         gsize  length,
         gint64 at)
{
  while (length > 0)
    {
      ssize_t got = pread (fd, buffer, length, at);

      if (got == 0)
        return EIO;
      if (got < 0 && errno != EINTR)
        return errno;
      if (got > 0)
        {
          buffer += got;
          length -= (gsize) got;
          at += got;
        }
    }
  return 0;
}

/* Sealing */

static int
put_tail (int         fd,
          const char *made,
          GBytes     *keys)
{
  gsize keys_size;
  const char *keys_data = g_bytes_get_data (keys, &keys_size);
  gint64 size = lseek (fd, 0, SEEK_END);
  Tail tail = { GUINT64_TO_BE ((guint64) size),
                GUINT64_TO_BE ((guint64) (strlen (made) + 1 + keys_size)), "" };
  int cause = size < 0 ? errno : 0;

  memcpy (tail.mark, MARK, MARK_SIZE);
  if (cause == 0)
    cause = mk_durable_put (fd, made, strlen (made));
  if (cause == 0)
    cause = mk_durable_put (fd, "\n", 1);
  if (cause == 0)
    cause = mk_durable_put (fd, keys_data, keys_size);
  if (cause == 0)
    cause = mk_durable_put (fd, (const char *) &tail, sizeof tail);
  if (cause == 0 && fsync (fd) != 0)
    cause = errno;
  return cause;
}

/**
 * mk_backup_file_seal:
 * @path: a whole copy of a database, and nothing else yet
 * @made: RFC 3339 date-time
 * @keys: the bytes of its store's `makker.keys`
 * @error: return location
 *
 * Makes a backup of the copy by writing behind it what else belongs to one.
 *
 * Returns: whether all of it is on the disk
 */
gboolean
mk_backup_file_seal (const char *path,
                     const char *made,
                     GBytes     *keys,
                     GError    **error)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0);
  int cause = fd < 0 ? errno : put_tail (fd, made, keys);

  if (fd >= 0 && close (fd) != 0 && cause == 0)
    cause = errno;
  if (cause != 0)
    mk_durable_set_error (error, path, cause);
  return cause == 0;
}

/* Reading */

/* 0, or an errno value; EBADMSG when it is no backup. */
static int
read_tail (int   fd,
           Tail *tail)
{
  struct stat status;
  int cause;

  if (fstat (fd, &status) != 0)
    return errno;
  if (!S_ISREG (status.st_mode) || status.st_size < (gint64) sizeof *tail)
    return EBADMSG;
  cause = read_at (fd, (char *) tail, sizeof *tail, status.st_size - (gint64) sizeof *tail);
  tail->database_size = GUINT64_FROM_BE (tail->database_size);
  tail->text_size = GUINT64_FROM_BE (tail->text_size);
  if (cause != 0)
    return cause;
  return memcmp (tail->mark, MARK, MARK_SIZE) == 0 && tail->text_size <= TEXT_SIZE_MAX &&
                 tail->database_size == (guint64) status.st_size - sizeof *tail - tail->text_size
             ? 0
             : EBADMSG;
}

static MkBackupFile *
split_text (const char *text,
            gsize       size)
{
  const char *end = memchr (text, '\n', size);
  g_autofree char *made = end != NULL ? g_strndup (text, (gsize) (end - text)) : NULL;
  MkBackupFile *self;

  if (made == NULL || mk_format_judge_date_time (made) != MK_FORMAT_GOOD)
    return NULL;
  self = g_new0 (MkBackupFile, 1);
  self->made = g_steal_pointer (&made);
  self->keys = g_bytes_new (end + 1, size - (gsize) (end + 1 - text));
  return self;
}

static int
read_all (int            fd,
          MkBackupFile **file)
{
  Tail tail;
  g_autofree char *text = NULL;
  int cause = read_tail (fd, &tail);

  if (cause != 0)
    return cause;
  text = g_malloc (tail.text_size + 1);
  cause = read_at (fd, text, tail.text_size, (gint64) tail.database_size);
  if (cause != 0)
    return cause;
  *file = split_text (text, tail.text_size);
  if (*file == NULL)
    return EBADMSG;
  (*file)->database_size = (gint64) tail.database_size;
  return 0;
}

/**
 * mk_backup_file_read:
 * @path: what should be a backup
 * @error: return location
 *
 * Reads what can be told without a key. Nothing is verified but the form.
 *
 * Returns: (transfer full): it; %NULL with %MK_STORE_ERROR_MISSING, %MK_STORE_ERROR_FOREIGN, also when
 *   it is cut short, or what kept it from being read
 */
MkBackupFile *
mk_backup_file_read (const char *path,
                     GError    **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  MkBackupFile *file = NULL;
  int cause = fd < 0 ? errno : read_all (fd, &file);

  if (fd >= 0)
    close (fd);
  if (cause == EBADMSG)
    refuse_foreign (path, error);
  else if (cause != 0)
    refuse (path, cause, error);
  return file;
}

/* Unpacking */

static int
copy_bytes (int    from,
            int    to,
            gint64 size)
{
  g_autofree char *chunk = g_malloc (CHUNK_SIZE);

  for (gint64 at = 0; at < size; at += CHUNK_SIZE)
    {
      gsize length = (gsize) MIN (CHUNK_SIZE, size - at);
      int cause = read_at (from, chunk, length, at);

      if (cause == 0)
        cause = mk_durable_put (to, chunk, length);
      if (cause != 0)
        return cause;
    }
  return fsync (to) == 0 ? 0 : errno;
}

static gboolean
unpack_database (const char *path,
                 gint64      size,
                 const char *target,
                 GError    **error)
{
  int from = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  int to = g_open (target, O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0);
  int cause = from < 0 || to < 0 ? errno : copy_bytes (from, to, size);

  if (from >= 0)
    close (from);
  if (to >= 0 && close (to) != 0 && cause == 0)
    cause = errno;
  if (cause != 0)
    mk_durable_set_error (error, target, cause);
  return cause == 0;
}

/**
 * mk_backup_file_unpack:
 * @path: a backup
 * @file: what was read of it
 * @directory: an empty directory
 * @error: return location
 *
 * Writes a backup's files into a directory, the database under the name of an unfinished one.
 *
 * Returns: whether they are on the disk
 */
gboolean
mk_backup_file_unpack (const char         *path,
                       const MkBackupFile *file,
                       const char         *directory,
                       GError            **error)
{
  g_autofree char *database = g_build_filename (directory, MK_STORE_UNFINISHED_FILE, NULL);
  g_autofree char *keys = g_build_filename (directory, MK_STORE_KEYS_FILE, NULL);
  gsize size;
  const char *data = g_bytes_get_data (file->keys, &size);

  return mk_store_file_reserve (database, error) &&
         unpack_database (path, file->database_size, database, error) &&
         mk_durable_write (keys, data, size, error);
}

/**
 * mk_backup_file_free:
 * @self: (transfer full) (nullable): what was read
 */
void
mk_backup_file_free (MkBackupFile *self)
{
  if (self == NULL)
    return;
  g_free (self->made);
  g_bytes_unref (self->keys);
  g_free (self);
}
