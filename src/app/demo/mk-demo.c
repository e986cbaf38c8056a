/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo.h"

#include "check-in/mk-check-in-saving.h"
#include "config.h"
#include "demo/mk-demo-days.h"
#include "mk-clock.h"
#include "mk-installation.h"
#include "mk-random.h"
#include "mk-take.h"

#include <glib/gstdio.h>

/* An invented workplace, to look around in. It is made the way a real one is: a start package from
 * an authority is taken, and check-ins are saved. Plain functions on the database. */

#define PACKAGE MK_APP_PATH "/demo/start-package.json"
#define PACKAGE_FILE "makker-3b83fa44-d9398bd6-000001.json"

static gboolean
put_date (const GMatchInfo *info,
          GString          *result,
          gpointer          user_data)
{
  g_autofree char *days = g_match_info_fetch (info, 1);
  g_autoptr (GDateTime) moment =
      g_date_time_add_days (user_data, (int) g_ascii_strtoll (days, NULL, 10));
  g_autofree char *date = g_date_time_format (moment, "%Y-%m-%d");

  g_string_append (result, date);
  return FALSE;
}

/**
 * mk_demo_write_package:
 * @path: where to
 * @error: return location
 *
 * Writes the invented start package, its dates counted from today.
 *
 * Returns: whether it was written
 */
gboolean
mk_demo_write_package (const char *path,
                       GError    **error)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autoptr (GRegex) places =
      g_regex_new ("\\{\\{([+-]\\d+)\\}\\}", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GBytes) template =
      g_resources_lookup_data (PACKAGE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *text = NULL;
  gsize length;
  const char *bytes = template != NULL ? g_bytes_get_data (template, &length) : NULL;

  if (bytes == NULL)
    return FALSE;
  text = g_regex_replace_eval (places, bytes, (gssize) length, 0, G_REGEX_MATCH_DEFAULT, put_date,
                               now, error);
  return text != NULL &&
         g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, error);
}

static gboolean
take_package (MkDatabase *database,
              GError    **error)
{
  g_autofree char *path = g_build_filename (mk_database_directory (database), PACKAGE_FILE, NULL);
  const char *files[] = { path, NULL };
  g_autoptr (GPtrArray) verdicts = NULL;

  if (!mk_demo_write_package (path, error))
    return FALSE;
  verdicts = mk_take_files (database, files, MK_TAKE_ACCEPT, error);
  g_unlink (path);
  return verdicts != NULL;
}

static gboolean
introduce_self (MkDatabase *database,
                GError    **error)
{
  g_autofree char *id = mk_random_uuid ();
  MkInstallation self = { .id = id,
                          .role = MK_ROLE_LEADER,
                          .name = (char *) "Per",
                          .company = (char *) "Eksempelbutikken ApS",
                          .cvr_number = (char *) "99999926" };

  return mk_installation_insert (database, &self, error);
}

/**
 * mk_demo_fill:
 * @database: a new store
 * @error: return location
 *
 * Makes an invented workplace in it, its days counted from the program's clock.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_demo_fill (MkDatabase *database,
              GError    **error)
{
  return introduce_self (database, error) && take_package (database, error) &&
         mk_demo_days_save (database, error);
}

static MkDatabase *
open_func (gpointer data,
           GError **error)
{
  guint8 key[MK_KEY_SIZE];
  g_autoptr (MkDatabase) database = NULL;

  /* Nobody opens it again, so the key is kept nowhere. */
  mk_random_bytes (key, sizeof key);
  database = mk_database_create (data, key, error);
  explicit_bzero (key, sizeof key);
  if (database == NULL || !mk_demo_fill (database, error))
    return NULL;
  return g_steal_pointer (&database);
}

/**
 * mk_demo_store_new:
 * @directory: a folder for this store alone
 *
 * Returns: (transfer full): a store with an invented workplace, being made
 */
MkStore *
mk_demo_store_new (const char *directory)
{
  return mk_store_new (open_func, g_strdup (directory), g_free);
}

/**
 * mk_demo_directory:
 * @error: return location
 *
 * Returns: (transfer full) (type filename): a new folder that mk_demo_remove() removes
 */
char *
mk_demo_directory (GError **error)
{
  return g_dir_make_tmp ("makker-demo-XXXXXX", error);
}

/**
 * mk_demo_remove:
 * @directory: a folder of mk_demo_directory(), its store closed
 *
 * Removes the folder with the files in it.
 */
void
mk_demo_remove (const char *directory)
{
  g_autoptr (GDir) listing = g_dir_open (directory, 0, NULL);
  const char *name;

  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);

      g_unlink (path);
    }
  g_rmdir (directory);
}
