/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A folder of backups, one for each day, of which the old ones are thinned out. It may hold other
 * files, and the backups of other installations: those are not looked at. */
#include "mk-backup-folder.h"

#include "mk-backup-file.h"
#include "mk-durable.h"
#include "mk-format.h"
#include "mk-store-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define PREFIX "makker-sikkerhedskopi-"

/* So much of the installation's id stands in a name, as in the names of packages. */
#define ID_LENGTH 8

#define DAY_LENGTH 10

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

static GDate
date_of (const char *day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_ascii_strtoull (day + 8, NULL, 10),
                  (GDateMonth) g_ascii_strtoull (day + 5, NULL, 10),
                  (GDateYear) g_ascii_strtoull (day, NULL, 10));
  return date;
}

/* Days of one period have one number; which one does not matter. */
static guint
day_number (const char *day)
{
  GDate date = date_of (day);

  return g_date_get_julian (&date);
}

/* The first day of GLib's count is a Monday. */
static guint
week_number (const char *day)
{
  return (day_number (day) - 1) / 7;
}

static guint
month_number (const char *day)
{
  GDate date = date_of (day);

  return g_date_get_year (&date) * 12U + (guint) g_date_get_month (&date);
}

/* Keeps the newest of each of the newest periods. @days: the newest first. */
static void
keep (const char *const *days,
      guint (*number_of) (const char *day),
      guint              n_periods,
      GHashTable        *kept)
{
  guint last = 0;

  for (guint i = 0; days[i] != NULL && n_periods > 0; i++)
    {
      guint number = number_of (days[i]);

      if (number == last)
        continue;
      last = number;
      n_periods--;
      g_hash_table_add (kept, (gpointer) days[i]);
    }
}

/**
 * mk_backup_days_to_drop:
 * @days: (array zero-terminated=1): the days of the backups that are there, YYYY-MM-DD, in any order
 * @today: the present day
 *
 * Chooses what is not kept: neither the newest of the newest seven days, four weeks and six months
 * that have a backup. What counts is how many there are and not how old they are, so that neither a
 * long pause nor a clock that runs ahead throws the old ones out. Those of a day that has not come
 * are from a clock that ran ahead: they stay, and do not count, until it comes.
 *
 * Returns: (transfer full): the days whose backup is not kept
 */
GStrv
mk_backup_days_to_drop (const char *const *days,
                        const char        *today)
{
  g_autoptr (GPtrArray) past = g_ptr_array_new ();
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) dropped = g_strv_builder_new ();

  for (guint i = 0; days[i] != NULL; i++)
    if (strcmp (days[i], today) <= 0)
      g_ptr_array_add (past, (gpointer) days[i]);
  g_ptr_array_sort (past, compare_newest_first);
  g_ptr_array_add (past, NULL);
  keep ((const char *const *) past->pdata, day_number, MK_BACKUP_DAYS, kept);
  keep ((const char *const *) past->pdata, week_number, MK_BACKUP_WEEKS, kept);
  keep ((const char *const *) past->pdata, month_number, MK_BACKUP_MONTHS, kept);
  for (guint i = 0; i + 1 < past->len; i++)
    if (!g_hash_table_contains (kept, past->pdata[i]))
      g_strv_builder_add (dropped, past->pdata[i]);
  return g_strv_builder_end (dropped);
}

/**
 * mk_backup_folder_path:
 * @folder: a folder
 * @installation: UUID of the installation
 * @day: YYYY-MM-DD
 *
 * Returns: (transfer full) (type filename): what the backup of that day is called
 */
char *
mk_backup_folder_path (const char *folder,
                       const char *installation,
                       const char *day)
{
  g_autofree char *name =
      g_strdup_printf (PREFIX "%.*s-%s" MK_BACKUP_SUFFIX, ID_LENGTH, installation, day);

  return g_build_filename (folder, name, NULL);
}

/* The day in the name of a backup of the installation, or NULL. @suffix: what follows the day. */
static char *
day_in (const char *name,
        const char *installation,
        const char *suffix)
{
  g_autofree char *prefix = g_strdup_printf (PREFIX "%.*s-", ID_LENGTH, installation);
  g_autofree char *day = NULL;

  if (!g_str_has_prefix (name, prefix) || strlen (name) < strlen (prefix) + DAY_LENGTH ||
      !g_str_equal (name + strlen (prefix) + DAY_LENGTH, suffix))
    return NULL;
  day = g_strndup (name + strlen (prefix), DAY_LENGTH);
  return mk_format_judge_date (day) == MK_FORMAT_GOOD ? g_steal_pointer (&day) : NULL;
}

static GDir *
open_folder (const char *folder,
             GError    **error)
{
  GDir *listing = g_dir_open (folder, 0, NULL);

  if (listing != NULL)
    return listing;
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    mk_durable_set_error (error, folder, EACCES);
  else
    g_set_error_literal (error, MK_STORE_ERROR, MK_STORE_ERROR_MISSING,
                         _ ("The folder for backups is not there. Nothing was lost. Connect the "
                            "disk, or choose another folder."));
  return NULL;
}

/**
 * mk_backup_folder_list:
 * @folder: a folder
 * @installation: UUID of the installation
 * @error: return location
 *
 * Lists the backups of one installation by their names; whether they are good is another question.
 *
 * Returns: (transfer full): their days, the newest first; %NULL with %MK_STORE_ERROR_MISSING when the
 *   folder is not there
 */
GStrv
mk_backup_folder_list (const char *folder,
                       const char *installation,
                       GError    **error)
{
  g_autoptr (GDir) listing = open_folder (folder, error);
  g_autoptr (GPtrArray) days = g_ptr_array_new ();
  const char *name;

  if (listing == NULL)
    return NULL;
  while ((name = g_dir_read_name (listing)) != NULL)
    {
      char *day = day_in (name, installation, MK_BACKUP_SUFFIX);

      if (day != NULL)
        g_ptr_array_add (days, day);
    }
  g_ptr_array_sort (days, compare_newest_first);
  g_ptr_array_add (days, NULL);
  return (GStrv) g_ptr_array_steal (days, NULL);
}

/* Pieces of backups that were interrupted on another day. */
static void
remove_unfinished (const char *folder,
                   const char *installation)
{
  g_autoptr (GDir) listing = g_dir_open (folder, 0, NULL);
  const char *name;

  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *day = day_in (name, installation, MK_BACKUP_SUFFIX ".tmp");
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (day != NULL)
        mk_store_file_remove (path);
    }
}

/**
 * mk_backup_folder_tidy:
 * @folder: a folder in which a good backup was just made
 * @installation: UUID of the installation
 * @today: the present day, YYYY-MM-DD
 * @error: return location
 *
 * Removes the backups that mk_backup_days_to_drop() chooses, and unfinished ones. Nothing else in the
 * folder is touched.
 *
 * Returns: whether it could be done
 */
gboolean
mk_backup_folder_tidy (const char *folder,
                       const char *installation,
                       const char *today,
                       GError    **error)
{
  g_auto (GStrv) days = mk_backup_folder_list (folder, installation, error);
  g_auto (GStrv) dropped = NULL;

  if (days == NULL)
    return FALSE;
  dropped = mk_backup_days_to_drop ((const char *const *) days, today);
  for (guint i = 0; dropped[i] != NULL; i++)
    {
      g_autofree char *path = mk_backup_folder_path (folder, installation, dropped[i]);

      if (g_remove (path) == 0 || errno == ENOENT)
        continue;
      mk_durable_set_error (error, path, errno);
      return FALSE;
    }
  remove_unfinished (folder, installation);
  return TRUE;
}
