/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo.h"

#include "demo/mk-demo-authority.h"
#include "demo/mk-demo-log.h"
#include "demo/mk-demo-people.h"
#include "demo/mk-demo-story.h"
#include "mk-clock.h"
#include "mk-installation.h"
#include "mk-random.h"

#include <glib/gstdio.h>

/* An invented workplace, to look around in. It is made the way a real one is: packages of the
 * authorities are taken, records are saved, and packages are sealed. Plain functions on the
 * database. */

#define FIRST_PACKAGE_DAY -122
#define FIRST_PACKAGE_TIME "09:30"

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
  g_auto (MkDemoAuthority) authority = { 0 };
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autoptr (GDateTime) moment = mk_demo_moment (now, FIRST_PACKAGE_DAY, FIRST_PACKAGE_TIME);
  g_autofree char *package = NULL;

  mk_demo_authority_init (&authority, TRUE);
  mk_clock_pretend (moment);
  package = mk_demo_authority_write (&authority, "start", now, NULL, error);
  mk_clock_pretend (NULL);
  return package != NULL &&
         g_file_set_contents_full (path, package, -1, G_FILE_SET_CONTENTS_NONE, 0600, error);
}

static gboolean
introduce_self (MkDatabase *database,
                GError    **error)
{
  g_autofree char *id = mk_random_uuid ();
  MkInstallation self = { .id = id,
                          .role = MK_ROLE_LEADER,
                          .name = (char *) MK_DEMO_PER,
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
  return introduce_self (database, error) && mk_demo_story_tell (database, error);
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
