/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-sqlite-error.h"

#include "mk-store-error.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  int         sqlite;
  int         code;
  const char *message;
} Words;

/* By the primary result code. A failed statement is rolled back, so nothing was changed. */
static const Words words[] = {
  { SQLITE_FULL, MK_STORE_ERROR_FULL,
    N_ ("The disk is full. Nothing was changed. Make some room and try again.") },
  { SQLITE_IOERR, MK_STORE_ERROR_FAILED,
    N_ ("The disk could not be read or written. Nothing was changed. Try again; if it goes on, "
        "keep a copy of the store and have the disk looked at.") },
  { SQLITE_READONLY, MK_STORE_ERROR_READ_ONLY,
    N_ ("The store can’t be written to. Nothing was changed. Check that you may write in its "
        "folder.") },
  { SQLITE_CANTOPEN, MK_STORE_ERROR_READ_ONLY,
    N_ ("A file of the store can’t be opened. Nothing was changed. Check that you may write in "
        "its folder.") },
  { SQLITE_PERM, MK_STORE_ERROR_READ_ONLY,
    N_ ("A file of the store can’t be opened. Nothing was changed. Check that you may write in "
        "its folder.") },
  { SQLITE_CORRUPT, MK_STORE_ERROR_DAMAGED,
    N_ ("The store is damaged. Nothing was changed. Keep the file and restore a backup.") },
  { SQLITE_NOTADB, MK_STORE_ERROR_DAMAGED,
    N_ ("The store is damaged. Nothing was changed. Keep the file and restore a backup.") },
  { SQLITE_BUSY, MK_STORE_ERROR_BUSY,
    N_ ("Another program is using the store. Nothing was changed. Close it there and try again.") },
  { SQLITE_LOCKED, MK_STORE_ERROR_BUSY,
    N_ ("Another program is using the store. Nothing was changed. Close it there and try again.") },
  { SQLITE_NOMEM, MK_STORE_ERROR_FAILED,
    N_ ("There was not enough memory. Nothing was changed. Close other programs and try again.") },
};

static gboolean
disk_is_full (sqlite3 *handle,
              int      code)
{
  int cause = handle != NULL ? sqlite3_system_errno (handle) : 0;

  return (code & 0xff) == SQLITE_IOERR && (cause == ENOSPC || cause == EDQUOT);
}

/* Of a page that does not verify SQLCipher says this, once with the code for damage and then
 * without; an error in SQL has words of its own. */
static gboolean
page_is_damaged (sqlite3 *handle,
                 int      code)
{
  return code == SQLITE_ERROR && handle != NULL &&
         strcmp (sqlite3_errmsg (handle), sqlite3_errstr (SQLITE_ERROR)) == 0;
}

static int
judge (sqlite3 *handle,
       int      code)
{
  if (disk_is_full (handle, code))
    return SQLITE_FULL;
  return page_is_damaged (handle, code) ? SQLITE_CORRUPT : code & 0xff;
}

static const Words *
find_words (int primary)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].sqlite == primary)
      return &words[i];
  return NULL;
}

/**
 * mk_sqlite_error_set:
 * @error: return location, or %NULL
 * @handle: (nullable): the connection the failure came from, for what it says itself
 * @code: the result code, primary or extended
 *
 * Puts SQLite's result code into words and a %MK_STORE_ERROR or %G_IO_ERROR_CANCELLED. What
 * SQLite says itself is passed on only where no words stand ready; it names tables and columns,
 * never what is in them.
 */
void
mk_sqlite_error_set (GError **error,
                     sqlite3 *handle,
                     int      code)
{
  const char *detail = handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (code);
  const Words *found = find_words (judge (handle, code));

  if (found != NULL)
    g_set_error_literal (error, MK_STORE_ERROR, found->code, _ (found->message));
  else if ((code & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The reading was stopped."));
  else if ((code & 0xff) == SQLITE_CONSTRAINT)
    g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_CONSTRAINT,
                 _ ("The store refused the content (%s). Nothing was changed."), detail);
  else
    g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_FAILED,
                 _ ("The store could not do this (%s). Nothing was changed."), detail);
}
