/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backup/mk-backups.h"

#include "backup/mk-backup-words.h"
#include "backup/mk-backup-work.h"
#include "mk-clock.h"
#include "shell/mk-settings.h"

#include <glib/gi18n-lib.h>

/**
 * MkBackups:
 *
 * The backups of an open store: one a day while the window is open, and one when a person asks. How
 * it stands can be asked at any time; `changed` tells of it. Main thread; the work is done a step at
 * a time, on the store's thread after what the window waits for, or beside it. Of an invented
 * workplace no backup is made.
 */
struct _MkBackups
{
  GObject parent_instance;

  MkWorkplace  *workplace;
  GSettings    *settings;
  char         *default_folder;
  GCancellable *cancellable; /* of the backup that is being made */
  MkBackupWork *work; /* on it, or NULL */
  guint         timer;

  gboolean is_busy;
  gboolean is_stopped;
  gboolean is_elsewhere; /* the folder is another than that of the one being made */
  double   fraction;
  char    *last; /* when the newest good one was made, or NULL */
  char    *trouble; /* why the last attempt failed, or NULL */
};

G_DEFINE_FINAL_TYPE (MkBackups, mk_backups, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* So that the start is not held up; in seconds. */
#define FIRST_LOOK 30

/* A day may begin, or a disk come back, at any time. */
#define NEXT_LOOK 3600

static MkBackupWork *
work_new (MkBackups *self)
{
  g_autofree char *folder = mk_backups_dup_folder (self);

  return mk_backup_work_new (folder, mk_backups_get_is_default (self),
                             mk_workplace_get_self (self->workplace)->id);
}

/* What became of a piece of work, told by the main thread only. */
static void
settle (MkBackups    *self,
        const GError *error)
{
  g_set_str (&self->trouble, error != NULL ? error->message : NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Neither is the backup's fault: the window is being closed, or a person did not want it. */
static gboolean
is_ended (const GError *error)
{
  return g_error_matches (error, MK_STORE_ERROR, MK_STORE_ERROR_CLOSED) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Looking */

static gpointer
look_func (MkDatabase   *database,
           gpointer      work,
           GCancellable *cancellable,
           GError      **error)
{
  return mk_backup_work_look (work, error);
}

static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MkBackups) self = MK_BACKUPS (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MkBackupFound) found = mk_store_run_finish (MK_STORE (object), result, &error);

  if (self->is_stopped || is_ended (error))
    return;
  if (found == NULL)
    {
      settle (self, error);
      return;
    }
  g_set_str (&self->last, found->last);
  if (found->has_today)
    settle (self, NULL);
  else
    mk_backups_make (self);
}

/* Making */

static void take_step (MkBackups *self);

static gpointer
step_func (MkDatabase   *database,
           gpointer      work,
           GCancellable *cancellable,
           GError      **error)
{
  return mk_backup_work_step (work, database, cancellable, error) ? work : NULL;
}

static void
check_func (GTask        *task,
            gpointer      source,
            gpointer      work,
            GCancellable *cancellable)
{
  GError *error = NULL;

  if (mk_backup_work_step (work, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
end_making (MkBackups    *self,
            const GError *error)
{
  self->is_busy = FALSE;
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->work, mk_backup_work_free);
  settle (self, error);
  if (self->is_elsewhere)
    mk_backups_look (self);
}

static void
go_on (MkBackups    *self,
       const GError *error)
{
  self->fraction = mk_backup_get_fraction (self->work->backup);
  if (error == NULL && !mk_backup_is_done (self->work->backup))
    {
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
      take_step (self);
      return;
    }
  if (error == NULL)
    {
      g_free (self->last);
      self->last = mk_clock_text ();
    }
  end_making (self, is_ended (error) ? NULL : error);
}

static void
stepped_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MkBackups) self = MK_BACKUPS (user_data);
  g_autoptr (GError) error = NULL;

  mk_store_run_finish (MK_STORE (object), result, &error);
  go_on (self, error);
}

static void
checked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  go_on (MK_BACKUPS (object), error);
}

/* The work is handed over from step to step, and who has it keeps the backups alive. Checking the
 * copy takes the longest, and leaves the store to others. */
static void
take_step (MkBackups *self)
{
  g_autoptr (GTask) task = NULL;

  if (mk_backup_needs_store (self->work->backup))
    {
      mk_store_run_async (mk_workplace_get_store (self->workplace), step_func, self->work, NULL,
                          NULL, MK_STORE_LONG_WRITE, self->cancellable, stepped_cb,
                          g_object_ref (self));
      return;
    }
  task = g_task_new (self, self->cancellable, checked_cb, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self->work, NULL);
  g_task_run_in_thread (task, check_func);
}

static gboolean
timer_cb (gpointer user_data)
{
  MkBackups *self = MK_BACKUPS (user_data);

  self->timer = g_timeout_add_seconds (NEXT_LOOK, timer_cb, self);
  mk_backups_look (self);
  return G_SOURCE_REMOVE;
}

static void
mk_backups_finalize (GObject *object)
{
  MkBackups *self = MK_BACKUPS (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->workplace);
  g_clear_object (&self->settings);
  g_clear_object (&self->cancellable);
  g_free (self->default_folder);
  g_free (self->last);
  g_free (self->trouble);

  G_OBJECT_CLASS (mk_backups_parent_class)->finalize (object);
}

static void
mk_backups_class_init (MkBackupsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mk_backups_finalize;

  /**
   * MkBackups::changed:
   *
   * How it stands is another than before.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mk_backups_init (MkBackups *self)
{
  self->settings = mk_settings_new ();
}

/**
 * mk_backups_new:
 * @workplace: whose store is backed up, refreshed once
 * @directory: (type filename): where the store is
 *
 * Returns: (transfer full): backups that nobody has looked for yet
 */
MkBackups *
mk_backups_new (MkWorkplace *workplace,
                const char  *directory)
{
  MkBackups *self = g_object_new (MK_TYPE_BACKUPS, NULL);

  self->workplace = g_object_ref (workplace);
  self->default_folder = g_strconcat (directory, "-sikkerhedskopier", NULL);
  return self;
}

/**
 * mk_backups_start:
 * @self: backups
 *
 * Begins to make a backup a day: it is looked after the start, and every hour.
 */
void
mk_backups_start (MkBackups *self)
{
  g_return_if_fail (MK_IS_BACKUPS (self));

  if (self->timer == 0 && !mk_workplace_get_is_invented (self->workplace))
    self->timer = g_timeout_add_seconds (FIRST_LOOK, timer_cb, self);
}

/**
 * mk_backups_stop:
 * @self: backups
 *
 * Begins nothing more, and gives up what is being made.
 */
void
mk_backups_stop (MkBackups *self)
{
  g_return_if_fail (MK_IS_BACKUPS (self));

  self->is_stopped = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  mk_backups_cancel (self);
}

/**
 * mk_backups_look:
 * @self: backups
 *
 * Looks into the folder, and makes a backup where there is none of today. Does nothing while one is
 * being made.
 */
void
mk_backups_look (MkBackups *self)
{
  g_return_if_fail (MK_IS_BACKUPS (self));

  if (self->is_busy || self->is_stopped || mk_workplace_get_is_invented (self->workplace))
    return;
  mk_store_run_async (mk_workplace_get_store (self->workplace), look_func, work_new (self),
                      mk_backup_work_free, mk_backup_found_free, MK_STORE_LONG_READ, NULL,
                      looked_cb, g_object_ref (self));
}

/**
 * mk_backups_make:
 * @self: backups
 *
 * Makes a backup now, in the place of the one of today if there is one. Does nothing while one is
 * being made.
 */
void
mk_backups_make (MkBackups *self)
{
  g_return_if_fail (MK_IS_BACKUPS (self));

  if (self->is_busy || self->is_stopped || mk_workplace_get_is_invented (self->workplace))
    return;
  self->is_busy = TRUE;
  self->is_elsewhere = FALSE;
  self->fraction = 0;
  self->cancellable = g_cancellable_new ();
  self->work = work_new (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  take_step (self);
}

/**
 * mk_backups_cancel:
 * @self: backups
 *
 * Gives up the backup that is being made, if one is. The last good one stays.
 */
void
mk_backups_cancel (MkBackups *self)
{
  g_return_if_fail (MK_IS_BACKUPS (self));

  g_cancellable_cancel (self->cancellable);
}

/**
 * mk_backups_get_is_busy:
 * @self: backups
 *
 * Returns: whether one is being made
 */
gboolean
mk_backups_get_is_busy (MkBackups *self)
{
  g_return_val_if_fail (MK_IS_BACKUPS (self), FALSE);

  return self->is_busy;
}

/**
 * mk_backups_get_fraction:
 * @self: backups
 *
 * Returns: how much of the one that is being made is done, from 0 to 1
 */
double
mk_backups_get_fraction (MkBackups *self)
{
  g_return_val_if_fail (MK_IS_BACKUPS (self), 0);

  return self->fraction;
}

/**
 * mk_backups_get_last:
 * @self: backups
 *
 * Returns: (transfer none) (nullable): when the newest one was made, RFC 3339; %NULL when there is
 *   none, or nobody has looked yet
 */
const char *
mk_backups_get_last (MkBackups *self)
{
  g_return_val_if_fail (MK_IS_BACKUPS (self), NULL);

  return self->last;
}

/**
 * mk_backups_get_trouble:
 * @self: backups
 *
 * Returns: (transfer none) (nullable): why the last attempt failed, in whole sentences; %NULL when it
 *   did not
 */
const char *
mk_backups_get_trouble (MkBackups *self)
{
  g_return_val_if_fail (MK_IS_BACKUPS (self), NULL);

  return self->trouble;
}

/**
 * mk_backups_dup_folder:
 * @self: backups
 *
 * Returns: (transfer full) (type filename): where they go
 */
char *
mk_backups_dup_folder (MkBackups *self)
{
  g_autofree char *chosen = NULL;

  g_return_val_if_fail (MK_IS_BACKUPS (self), NULL);

  if (self->settings != NULL)
    chosen = g_settings_get_string (self->settings, "backup-folder");
  return chosen != NULL && *chosen != '\0' ? g_steal_pointer (&chosen)
                                           : g_strdup (self->default_folder);
}

/**
 * mk_backups_get_is_default:
 * @self: backups
 *
 * Returns: whether nobody chose a folder, and they go beside the store
 */
gboolean
mk_backups_get_is_default (MkBackups *self)
{
  g_autofree char *folder = mk_backups_dup_folder (self);

  return g_strcmp0 (folder, self->default_folder) == 0;
}

/**
 * mk_backups_set_folder:
 * @self: backups
 * @folder: (nullable) (type filename): where they go from now on; %NULL for beside the store
 *
 * Chooses the folder, and looks into it. Those in the former one stay there; one that is being made
 * there is given up first.
 */
void
mk_backups_set_folder (MkBackups  *self,
                       const char *folder)
{
  g_return_if_fail (MK_IS_BACKUPS (self));

  if (self->settings != NULL)
    g_settings_set_string (self->settings, "backup-folder", folder != NULL ? folder : "");
  g_clear_pointer (&self->last, g_free);
  self->is_elsewhere = self->is_busy;
  mk_backups_cancel (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  mk_backups_look (self);
}

static char *
last_words (const char *last)
{
  g_autofree char *moment = mk_backup_moment_words (last);

  /* Translators: a moment such as "today at 14:30". */
  return g_strdup_printf (_ ("The last good one is from %s."), moment);
}

/**
 * mk_backups_dup_words:
 * @self: backups
 *
 * Returns: (transfer full): how it stands, in whole sentences
 */
char *
mk_backups_dup_words (MkBackups *self)
{
  g_autofree char *last = NULL;

  g_return_val_if_fail (MK_IS_BACKUPS (self), NULL);

  if (mk_workplace_get_is_invented (self->workplace))
    return g_strdup (_ ("Everything here is invented, so no backup is made."));
  if (self->is_busy)
    return g_strdup (_ ("A backup is being made. You can go on working."));
  last = self->last != NULL ? last_words (self->last) : g_strdup (_ ("There is no backup yet."));
  if (self->trouble != NULL)
    return g_strdup_printf ("%s %s", self->trouble, last);
  return g_steal_pointer (&last);
}
