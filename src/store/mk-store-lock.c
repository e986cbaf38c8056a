/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-store-lock.h"

#include "mk-durable.h"
#include "mk-store-error.h"
#include "mk-store-names.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define POLL_INTERVAL 50 /* milliseconds */

struct _MkStoreLock
{
  int fd;
};

/* A lock of the open file, not of the process, which could take its own a second time. */
static gboolean
try_lock (int fd)
{
  struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  int got;

  do
    got = fcntl (fd, F_OFD_SETLK, &whole);
  while (got < 0 && errno == EINTR);
  return got == 0;
}

/* 0, or the errno that says why not. */
static int
wait_for_lock (int   fd,
               guint wait)
{
  gint64 until = g_get_monotonic_time () + (gint64) wait * 1000;

  while (!try_lock (fd))
    {
      if (errno != EAGAIN && errno != EACCES)
        return errno;
      if (g_get_monotonic_time () >= until)
        return EAGAIN;
      g_usleep (POLL_INTERVAL * 1000);
    }
  return 0;
}

/* Restoring a backup puts another directory in the place of this one, with a lock of its own. */
static gboolean
is_in_place (const char *path,
             int         fd)
{
  struct stat there, locked;

  return stat (path, &there) == 0 && fstat (fd, &locked) == 0 && there.st_dev == locked.st_dev &&
         there.st_ino == locked.st_ino;
}

/* 0, or the errno that says why not; @fd is the file, if it could be opened. */
static int
open_and_lock (const char *path,
               guint       wait,
               int        *fd)
{
  int cause;

  *fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  cause = *fd < 0 ? errno : wait_for_lock (*fd, wait);
  if (cause != 0 || is_in_place (path, *fd))
    return cause;
  close (*fd);
  return open_and_lock (path, wait, fd);
}

/* The file is written by whoever has the lock and may hold anything: only words of the expected
 * form are repeated. */
static void
set_busy (GError **error,
          int      fd)
{
  char text[128] = "";
  char name[64] = "";
  int process = 0;
  ssize_t length = pread (fd, text, sizeof text - 1, 0);

  if (length > 0 && sscanf (text, "%63[A-Za-z0-9._-] %d", name, &process) == 2 && process > 0)
    g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_BUSY,
                 _ ("The store is open in %s (process %d). Nothing was changed. Close it there "
                    "and try again."),
                 name, process);
  else
    g_set_error_literal (error, MK_STORE_ERROR, MK_STORE_ERROR_BUSY,
                         _ ("The store is open in another program. Nothing was changed. Close it "
                            "there and try again."));
}

/* Only for people to read, so it may fail. */
static void
write_holder (int fd)
{
  const char *program = g_get_prgname () != NULL ? g_get_prgname () : "makker";
  g_autofree char *name = g_path_get_basename (program);
  g_autofree char *text = g_strdup_printf ("%s %d\n", name, (int) getpid ());

  if (ftruncate (fd, 0) != 0 || pwrite (fd, text, strlen (text), 0) < 0)
    g_debug ("The lock file does not name its holder: %s", g_strerror (errno));
}

/**
 * mk_store_lock_take:
 * @directory: the store's directory, which must be there
 * @wait: how long to wait for another holder, in milliseconds
 * @error: return location
 *
 * Takes the lock on `makker.lock` and writes this program and process into it. The file stays
 * when the lock is released: removing it would let two programs lock two files of one name.
 *
 * Returns: (transfer full): the lock, or %NULL with %MK_STORE_ERROR_BUSY naming who has it, or
 *   with what kept the file from being opened
 */
MkStoreLock *
mk_store_lock_take (const char *directory,
                    guint       wait,
                    GError    **error)
{
  g_autofree char *path = g_build_filename (directory, MK_STORE_LOCK_FILE, NULL);
  int fd;
  int cause = open_and_lock (path, wait, &fd);
  MkStoreLock *self;

  if (cause != 0)
    {
      if (cause == EAGAIN)
        set_busy (error, fd);
      else
        mk_durable_set_error (error, MK_STORE_LOCK_FILE, cause);
      if (fd >= 0)
        close (fd);
      return NULL;
    }
  write_holder (fd);
  self = g_new (MkStoreLock, 1);
  self->fd = fd;
  return self;
}

/**
 * mk_store_lock_release:
 * @self: (transfer full) (nullable): the lock
 *
 * Gives the lock back.
 */
void
mk_store_lock_release (MkStoreLock *self)
{
  if (self == NULL)
    return;
  if (ftruncate (self->fd, 0) != 0)
    g_debug ("The lock file still names its last holder: %s", g_strerror (errno));
  close (self->fd);
  g_free (self);
}
