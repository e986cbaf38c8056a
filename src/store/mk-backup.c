/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-backup.h"

#include "mk-backup-check.h"
#include "mk-clock.h"
#include "mk-database-private.h"
#include "mk-durable.h"
#include "mk-key-file.h"
#include "mk-store-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* A step copies a megabyte, which others wait a few milliseconds for. */
#define STEP_PAGES 256

/* The part of the work that copying is; the rest is reading all of it again. */
#define COPYING 0.6

typedef enum
{
  PHASE_BEGIN,
  PHASE_COPY,
  PHASE_SEAL,
  PHASE_CHECK,
  PHASE_NAME,
  PHASE_DONE
} Phase;

struct _MkBackup
{
  char *path;
  char *temporary;

  guint8       key[MK_KEY_SIZE]; /* from sealing on */
  Phase        phase;
  double       copied;
  MkBackupRows rows; /* of the store at the moment of the copy */
  GStrv        tables;
  guint        next_table;
};

/* A file of another kind is never replaced. */
static gboolean
require_ours (const char *path,
              GError    **error)
{
  g_autoptr (MkBackupFile) file = NULL;
  g_autofree char *name = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) || g_str_has_suffix (path, MK_BACKUP_SUFFIX))
    return TRUE;
  file = mk_backup_file_read (path, NULL);
  if (file != NULL)
    return TRUE;
  name = g_path_get_basename (path);
  g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_EXISTS,
               _ ("“%s” is there already, and it is not a backup. It was left as it is. Choose "
                  "another name."),
               name);
  return FALSE;
}

static gboolean
begin (MkBackup   *self,
       MkDatabase *database,
       GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_set_error_literal (error, MK_STORE_ERROR, MK_STORE_ERROR_MISSING,
                           _ ("The folder for backups is not there. Nothing was lost. Connect the "
                              "disk, or choose another folder."));
      return FALSE;
    }
  if (!require_ours (self->path, error))
    return FALSE;
  /* One that was given up, whoever asked for it, makes room for this one. */
  mk_database_copy_end (database);
  mk_store_file_remove (self->temporary);
  if (!mk_store_file_reserve (self->temporary, error) ||
      !mk_database_copy_begin (database, self->temporary, error))
    return FALSE;
  self->phase = PHASE_COPY;
  return TRUE;
}

static gboolean
copy (MkBackup   *self,
      MkDatabase *database,
      GError    **error)
{
  gboolean is_whole = FALSE;

  if (!mk_database_copy_step (database, STEP_PAGES, &is_whole, error))
    return FALSE;
  self->copied = mk_database_copy_fraction (database);
  if (!is_whole)
    return TRUE;
  /* Before anybody else writes. */
  mk_database_copy_end (database);
  self->phase = PHASE_SEAL;
  return mk_backup_check_rows (database, &self->rows, error);
}

static gboolean
seal (MkBackup   *self,
      MkDatabase *database,
      GError    **error)
{
  g_autofree char *now = mk_clock_text ();
  g_autoptr (GBytes) keys = mk_key_file_read_bytes (database->directory, error);
  g_autoptr (MkDatabase) made = NULL;

  if (keys == NULL || !mk_backup_file_seal (self->temporary, now, keys, error))
    return FALSE;
  made = mk_database_open_reading (self->temporary, database->key, error);
  if (made == NULL)
    return FALSE;
  memcpy (self->key, database->key, sizeof self->key);
  self->tables = mk_backup_check_tables (made, error);
  self->phase = PHASE_CHECK;
  return self->tables != NULL;
}

/* Opened anew for each table, since the next step may be taken on another thread. */
static gboolean
check (MkBackup *self,
       GError  **error)
{
  g_autoptr (MkDatabase) made = mk_database_open_reading (self->temporary, self->key, error);

  if (made == NULL || !mk_backup_check_table (made, self->tables[self->next_table], error))
    return FALSE;
  self->next_table++;
  if (self->tables[self->next_table] == NULL)
    self->phase = PHASE_NAME;
  return TRUE;
}

static gboolean
is_same (const MkBackupRows *one,
         const MkBackupRows *other)
{
  return one->records == other->records && one->revisions == other->revisions &&
         one->packages == other->packages;
}

static gboolean
judge_whole (MkBackup *self,
             GError  **error)
{
  g_autoptr (MkDatabase) made = mk_database_open_reading (self->temporary, self->key, error);
  MkBackupRows rows;

  if (made == NULL || !mk_backup_check_references (made, error) ||
      !mk_backup_check_rows (made, &rows, error))
    return FALSE;
  if (is_same (&rows, &self->rows))
    return TRUE;
  g_set_error_literal (error, MK_STORE_ERROR, MK_STORE_ERROR_DAMAGED,
                       _ ("The backup does not hold all that the store does. The last good one was "
                          "kept. Try again."));
  return FALSE;
}

static gboolean
name (MkBackup *self,
      GError  **error)
{
  if (!judge_whole (self, error) || !mk_durable_rename (self->temporary, self->path, error))
    return FALSE;
  self->phase = PHASE_DONE;
  return TRUE;
}

static gboolean
take_step (MkBackup   *self,
           MkDatabase *database,
           GError    **error)
{
  switch (self->phase)
    {
    case PHASE_BEGIN:
      return begin (self, database, error);
    case PHASE_COPY:
      return copy (self, database, error);
    case PHASE_SEAL:
      return seal (self, database, error);
    case PHASE_CHECK:
      return check (self, error);
    case PHASE_NAME:
      return name (self, error);
    case PHASE_DONE:
    default:
      return TRUE;
    }
}

/**
 * mk_backup_new:
 * @path: (type filename): where the backup goes; one that is there is replaced when this one is good
 *
 * Returns: (transfer full): a backup that was not begun
 */
MkBackup *
mk_backup_new (const char *path)
{
  MkBackup *self = g_new0 (MkBackup, 1);

  self->path = g_strdup (path);
  self->temporary = g_strconcat (path, ".tmp", NULL);
  return self;
}

/**
 * mk_backup_step:
 * @self: a backup that is not done
 * @database: (nullable): the store, the same for every step, not in a transaction; %NULL where
 *   mk_backup_needs_store() says so
 * @error: return location
 *
 * Takes the next step: a megabyte is copied, or one table of the copy opened and read. The store may
 * be changed between the steps; the backup is of the moment the last page was copied. It gets its
 * name when it was opened with the store's key, read whole, and found to hold as much as the store.
 *
 * Returns: %FALSE when it failed, and what stood at the path before still does
 */
gboolean
mk_backup_step (MkBackup   *self,
                MkDatabase *database,
                GError    **error)
{
  if (take_step (self, database, error))
    return TRUE;
  mk_backup_give_up (self, database);
  return FALSE;
}

/**
 * mk_backup_needs_store:
 * @self: a backup
 *
 * The copy is checked without the store, which is the longer part of the work for a large one.
 *
 * Returns: whether the next step is to be taken on the store's thread; the others may be taken on any
 */
gboolean
mk_backup_needs_store (MkBackup *self)
{
  return self->phase < PHASE_CHECK;
}

/**
 * mk_backup_is_done:
 * @self: a backup
 *
 * Returns: whether it is verified and on the disk
 */
gboolean
mk_backup_is_done (MkBackup *self)
{
  return self->phase == PHASE_DONE;
}

/**
 * mk_backup_get_fraction:
 * @self: a backup
 *
 * Returns: how much of the work is done, from 0 to 1
 */
double
mk_backup_get_fraction (MkBackup *self)
{
  guint n_tables = self->tables != NULL ? g_strv_length (self->tables) : 0;

  if (n_tables == 0)
    return COPYING * self->copied;
  return COPYING + (1 - COPYING) * self->next_table / n_tables;
}

/**
 * mk_backup_give_up:
 * @self: a backup
 * @database: (nullable): the store; %NULL where mk_backup_needs_store() says so
 *
 * Takes away what was made of it, unless it is done.
 */
void
mk_backup_give_up (MkBackup   *self,
                   MkDatabase *database)
{
  if (self->phase == PHASE_DONE || self->phase == PHASE_BEGIN)
    return;
  if (mk_backup_needs_store (self))
    mk_database_copy_end (database);
  mk_store_file_remove (self->temporary);
  self->phase = PHASE_BEGIN;
}

/**
 * mk_backup_free:
 * @self: (transfer full) (nullable): a backup; where it was not done and not given up, its unfinished
 *   file stays until the next one
 */
void
mk_backup_free (MkBackup *self)
{
  if (self == NULL)
    return;
  explicit_bzero (self->key, sizeof self->key);
  g_free (self->path);
  g_free (self->temporary);
  g_strfreev (self->tables);
  g_free (self);
}

/**
 * mk_backup_make:
 * @database: the store, not in a transaction
 * @path: (type filename): where the backup goes
 * @error: return location
 *
 * Takes all steps of a backup.
 *
 * Returns: whether it is verified and on the disk; otherwise what stood there before still does
 */
gboolean
mk_backup_make (MkDatabase *database,
                const char *path,
                GError    **error)
{
  g_autoptr (MkBackup) self = mk_backup_new (path);

  while (!mk_backup_is_done (self))
    if (!mk_backup_step (self, database, error))
      return FALSE;
  return TRUE;
}
