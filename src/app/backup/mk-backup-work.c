/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backup/mk-backup-work.h"

#include "mk-backup-file.h"
#include "mk-backup-folder.h"
#include "mk-clock.h"

#include <errno.h>
#include <glib/gstdio.h>

/* The work on the backups of a store, a step at a time; whoever calls chooses the thread. */

/**
 * mk_backup_work_new:
 * @folder: (type filename): where backups go
 * @is_default: whether that folder is ours to make
 * @installation: UUID of whose backups they are
 *
 * Returns: (transfer full): work on those of today
 */
MkBackupWork *
mk_backup_work_new (const char *folder,
                    gboolean    is_default,
                    const char *installation)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *path = NULL;
  MkBackupWork *self = g_new0 (MkBackupWork, 1);

  self->folder = g_strdup (folder);
  self->is_default = is_default;
  self->installation = g_strdup (installation);
  self->day = g_date_time_format (now, "%Y-%m-%d");
  path = mk_backup_folder_path (self->folder, self->installation, self->day);
  self->backup = mk_backup_new (path);
  return self;
}

/**
 * mk_backup_work_free:
 * @data: an MkBackupWork
 */
void
mk_backup_work_free (gpointer data)
{
  MkBackupWork *self = data;

  g_free (self->folder);
  g_free (self->installation);
  g_free (self->day);
  mk_backup_free (self->backup);
  g_free (self);
}

/* The default folder is ours to make; one that a person chose may be away. */
static void
prepare_folder (const MkBackupWork *self)
{
  if (self->is_default && g_mkdir_with_parents (self->folder, 0700) != 0)
    g_debug ("The folder for backups could not be made: %s", g_strerror (errno));
}

/**
 * mk_backup_work_look:
 * @self: work
 * @error: return location
 *
 * Looks which backups there are, without opening more of them than it must.
 *
 * Returns: (transfer full): what is there; %NULL when the folder can't be read
 */
MkBackupFound *
mk_backup_work_look (const MkBackupWork *self,
                     GError            **error)
{
  g_auto (GStrv) days = NULL;
  MkBackupFound *found;

  prepare_folder (self);
  days = mk_backup_folder_list (self->folder, self->installation, error);
  if (days == NULL)
    return NULL;
  found = g_new0 (MkBackupFound, 1);
  for (guint i = 0; days[i] != NULL && found->last == NULL; i++)
    {
      g_autofree char *path = mk_backup_folder_path (self->folder, self->installation, days[i]);
      g_autoptr (MkBackupFile) file = mk_backup_file_read (path, NULL);

      if (file != NULL)
        found->last = g_strdup (file->made);
      found->has_today = found->has_today || (file != NULL && g_str_equal (days[i], self->day));
    }
  return found;
}

/**
 * mk_backup_work_step:
 * @self: work that is not done
 * @database: (nullable): the store, on its thread, where mk_backup_needs_store() says so
 * @cancellable: (nullable): given up when it is cancelled
 * @error: return location
 *
 * Does the next step of today's backup, and thins the folder out after the last.
 *
 * Returns: %FALSE on error, when it is given up; the last good one stays
 */
gboolean
mk_backup_work_step (MkBackupWork *self,
                     MkDatabase   *database,
                     GCancellable *cancellable,
                     GError      **error)
{
  if (database != NULL)
    prepare_folder (self);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      mk_backup_give_up (self->backup, database);
      return FALSE;
    }
  if (!mk_backup_step (self->backup, database, error))
    return FALSE;
  /* That there are too many is no fault of the new one. */
  if (mk_backup_is_done (self->backup))
    mk_backup_folder_tidy (self->folder, self->installation, self->day, NULL);
  return TRUE;
}

/**
 * mk_backup_found_free:
 * @data: an MkBackupFound
 */
void
mk_backup_found_free (gpointer data)
{
  MkBackupFound *self = data;

  g_free (self->last);
  g_free (self);
}
