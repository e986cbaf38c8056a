/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-migrations.h"

#include "mk-connection.h"
#include "mk-database-private.h"
#include "mk-store-names.h"
#include "mk-store-resources.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SCRIPTS "/dk/makker/Makker/sql/"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
load_script (const char *name,
             gsize       number)
{
  g_autofree char *path = g_strconcat (SCRIPTS, name, NULL);
  g_autofree char *prefix = g_strdup_printf ("%03d-", (int) number);
  g_autoptr (GBytes) script = g_resource_lookup_data (mk_store_resources_get_resource (), path,
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (script == NULL || !g_str_has_prefix (name, prefix))
    g_error ("Migration %s stands where %s… should", name, prefix);
  return g_strndup (g_bytes_get_data (script, NULL), g_bytes_get_size (script));
}

/**
 * mk_migrations_load:
 *
 * Reads the numbered scripts of the resources. A number that is missing or there twice is an
 * error of the programmer and ends the program.
 *
 * Returns: (transfer full) (array zero-terminated=1): the scripts; the first makes version 1
 */
char **
mk_migrations_load (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = g_resource_enumerate_children (mk_store_resources_get_resource (), SCRIPTS,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autoptr (GStrvBuilder) scripts = g_strv_builder_new ();
  gsize n_names;

  if (names == NULL)
    g_error ("The program holds no migrations: %s", error->message);
  n_names = g_strv_length (names);
  qsort (names, n_names, sizeof *names, compare_names);
  for (gsize i = 0; i < n_names; i++)
    g_strv_builder_take (scripts, load_script (names[i], i + 1));
  return g_strv_builder_end (scripts);
}

/* A row of it would be a reference to nothing. */
static gboolean
check_references (MkDatabase *database,
                  GError    **error)
{
  gint64 broken;

  if (!mk_connection_get_int (database->handle, "SELECT count(*) FROM pragma_foreign_key_check",
                              &broken, error))
    return FALSE;
  if (broken > 0)
    g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_DAMAGED,
                 g_dngettext (GETTEXT_PACKAGE, "%d entry refers to something that is not there.",
                              "%d entries refer to something that is not there.", (gulong) broken),
                 (int) broken);
  return broken == 0;
}

static gboolean
run_script (MkDatabase *database,
            const char *script,
            int         version,
            GError    **error)
{
  g_autofree char *number = g_strdup_printf ("PRAGMA user_version = %d", version);
  gboolean success;

  if (!mk_database_begin (database, error))
    return FALSE;
  success = mk_database_execute (database, script, error);
  if (success && sqlite3_get_autocommit (database->handle))
    g_error ("Migration %d ends its own transaction", version);
  success = success && check_references (database, error) &&
            mk_database_execute (database, number, error);
  return mk_database_end (database, success, error);
}

/* A migration may build a table anew, and dropping the old one must not delete what refers to it:
 * references are checked at the end instead. SQLite ignores the switch inside a transaction. */
static gboolean
run_unreferenced (MkDatabase *database,
                  const char *script,
                  int         version,
                  GError    **error)
{
  gint64 is_on = 0;
  gboolean success = mk_database_execute (database, "PRAGMA foreign_keys = OFF", error) &&
                     run_script (database, script, version, error);

  if (!mk_database_execute (database, "PRAGMA foreign_keys = ON", success ? error : NULL) ||
      !mk_connection_get_int (database->handle, "PRAGMA foreign_keys", &is_on,
                              success ? error : NULL))
    return FALSE;
  g_assert (is_on);
  if (!success)
    g_prefix_error (error,
                    _ ("The store could not be brought to version %d and stays as it was. Go on "
                       "with the Makker you had, and report this: "),
                    version);
  return success;
}

static gboolean
back_up (MkDatabase *database,
         int         version,
         GError    **error)
{
  g_autofree char *name = g_strdup_printf (MK_STORE_BEFORE_FILE, version);
  g_autofree char *path = g_build_filename (database->directory, name, NULL);

  if (mk_database_copy (database, path, error))
    return TRUE;
  g_prefix_error (error, _ ("The store is of an older version and was not brought up to date, "
                            "because no safety copy could be made: "));
  return FALSE;
}

/**
 * mk_migrations_run:
 * @database: an open database
 * @scripts: (array zero-terminated=1): the migrations, the first of which makes version 1
 * @error: return location
 *
 * Brings @database to the newest version, each step in a transaction of its own. A store that is
 * in use is copied first, beside itself and under its own key, as `makker.db.before-N`, N being the
 * newest version; the copy is opened and read whole before anything is changed.
 *
 * Returns: whether it is of the newest version; on failure it is of the last version that
 *   succeeded, whole
 */
gboolean
mk_migrations_run (MkDatabase        *database,
                   const char *const *scripts,
                   GError           **error)
{
  int newest = (int) g_strv_length ((char **) scripts);
  gint64 version;

  if (!mk_connection_get_int (database->handle, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version > 0 && version < newest && !back_up (database, newest, error))
    return FALSE;
  for (int next = (int) version + 1; next <= newest; next++)
    if (!run_unreferenced (database, scripts[next - 1], next, error))
      return FALSE;
  return TRUE;
}
