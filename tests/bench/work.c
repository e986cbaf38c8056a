/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One piece of work at a time, for bench.py to measure as a process of its own. The store's key is
 * known and needs no deriving, so that Argon2id is in no figure. */

#include "mk-bench-key.h"
#include "mk-digest.h"
#include "mk-export.h"
#include "mk-filling.h"
#include "mk-fold.h"
#include "mk-folder.h"
#include "mk-gate.h"
#include "mk-generate.h"
#include "mk-key-slots.h"
#include "mk-own-records.h"
#include "mk-package-writer.h"
#include "mk-random.h"
#include "mk-search-text.h"
#include "mk-search.h"
#include "mk-take.h"
#include "records/mk-check-in.h"

#include <locale.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

static const guint8 key[MK_KEY_SIZE] = { 0x4d };

typedef int (*Work) (char **arguments);

static MkDatabase *
open_store (const char *directory)
{
  g_autoptr (GError) error = NULL;
  MkDatabase *database = mk_database_open (directory, key, &error);

  if (database == NULL)
    g_error ("%s", error->message);
  return database;
}

static void
require (gboolean      done,
         const GError *error)
{
  if (!done)
    g_error ("%s", error != NULL ? error->message : "It failed.");
}

/* fill DIRECTORY CHECK-INS PLACEMENTS: a store of invented volume, the same but for its own id. */
static int
fill (char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database = NULL;
  g_autoptr (MkKeySlots) slots = mk_key_slots_new ();
  g_autofree char *id = mk_random_uuid ();
  MkInstallation self = { .id = id, .role = MK_ROLE_LEADER, .name = (char *) "Leder Prøve" };
  MkVolume volume = { g_ascii_strtoll (arguments[1], NULL, 10),
                      g_ascii_strtoll (arguments[2], NULL, 10), 1 };

  g_mkdir_with_parents (arguments[0], 0700);
  database = mk_database_create (arguments[0], key, &error);
  require (database != NULL && mk_installation_insert (database, &self, &error) &&
               mk_generate (database, &volume, &error),
           error);
  require (mk_key_slots_set_keyring (slots, key, MK_BENCH_KEYRING_ID, MK_BENCH_KEYRING_SECRET,
                                     &error) &&
               mk_key_slots_save (slots, arguments[0], &error),
           error);
  return EXIT_SUCCESS;
}

/* export DIRECTORY FOLDER */
static int
export_all (char **arguments)
{
  g_autoptr (MkDatabase) database = open_store (arguments[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = mk_export (database, arguments[1], NULL, 0, &error);

  require (files != NULL && files->len > 0, error);
  return EXIT_SUCCESS;
}

/* Packages from a buddy */

static sqlite3 *
create_rows (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "rows.db", NULL);
  sqlite3 *rows;

  if (sqlite3_open (path, &rows) != SQLITE_OK ||
      sqlite3_exec (rows,
                    "CREATE TABLE row (id TEXT, changed TEXT, placement TEXT, data TEXT, "
                    "folded TEXT, starts TEXT) STRICT; BEGIN",
                    NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (rows));
  return rows;
}

/* The same entries as rows, for what is measured beside the taking. */
static void
add_rows (sqlite3    *rows,
          const char *entries)
{
  g_autofree char *text = g_strdup_printf ("{\"poster\":[%s]}", entries);
  g_autoptr (JsonNode) root = mk_json_from_text (text);
  JsonArray *list = json_object_get_array_member (json_node_get_object (root), "poster");
  sqlite3_stmt *statement;

  sqlite3_prepare_v2 (rows, "INSERT INTO row VALUES (?, ?, ?, ?, ?, ?)", -1, &statement, NULL);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *entry = json_array_get_object_element (list, i);
      JsonObject *data = json_object_get_object_member (entry, "data");
      g_autofree char *data_text = mk_json_to_text (data);
      g_autofree char *found = mk_search_text ("checkin", data_text, NULL);
      g_autofree char *folded = mk_fold (found);
      g_autofree char *starts = mk_fold_starts (folded);
      const char *values[] = { json_object_get_string_member (entry, "id"),
                               json_object_get_string_member (entry, "aendret"),
                               json_object_get_string_member (data, "forloebId"),
                               data_text,
                               folded,
                               starts };

      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        sqlite3_bind_text (statement, (int) j + 1, values[j], -1, SQLITE_TRANSIENT);
      if (sqlite3_step (statement) != SQLITE_DONE)
        g_error ("%s", sqlite3_errmsg (rows));
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);
}

static char *
write_package (const char      *folder,
               const MkFilling *filling,
               const char      *sender_id,
               gint64           number,
               const char      *previous)
{
  g_autoptr (GError) error = NULL;
  MkPart sender = { (char *) sender_id, (char *) "buddy", (char *) "Per", NULL, NULL };
  MkPart recipient = { NULL, (char *) "leder", (char *) "Leder Prøve", NULL, NULL };
  g_autofree char *package_id = mk_random_uuid ();
  g_autofree char *name = g_strdup_printf ("%06" G_GINT64_FORMAT ".json", number);
  MkPackageHeader header = {
    .format = (char *) MK_PACKAGE_FORMAT,
    .version = MK_PACKAGE_VERSION,
    .package_id = package_id,
    .sender = &sender,
    .recipient = &recipient,
    .epoch = (char *) sender_id,
    .number = number,
    .previous_sha256 = (char *) previous,
    .created = (char *) "2026-12-01T12:00:00Z",
    .count = filling->carried->len,
  };
  g_autoptr (GBytes) bytes = mk_package_write (&header, filling->entries);

  require (mk_folder_write (folder, name, bytes, &error), error);
  return mk_sha256 (bytes);
}

/* packages DIRECTORY FOLDER: what the store would send, as packages of a buddy, and as rows. */
static int
packages (char **arguments)
{
  g_autoptr (MkDatabase) database = open_store (arguments[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) partners = mk_partner_list (database, &error);
  g_autoptr (MkFilling) filling = NULL;
  g_autofree char *sender = mk_random_uuid ();
  g_autofree char *previous = NULL;
  sqlite3 *rows;

  require (partners != NULL && partners->len == 1, error);
  g_mkdir_with_parents (arguments[1], 0700);
  rows = create_rows (arguments[1]);
  filling = mk_filling_new (database, g_ptr_array_index (partners, 0), NULL, NULL, &error);
  for (gint64 number = 1; mk_filling_next (filling, &error); number++)
    {
      char *sum = write_package (arguments[1], filling, sender, number, previous);

      g_free (previous);
      previous = sum;
      add_rows (rows, filling->entries->str);
    }
  require (error == NULL, error);
  if (sqlite3_exec (rows, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (rows));
  return sqlite3_close (rows);
}

static GStrv
package_files (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/* import DIRECTORY FOLDER */
static int
import_all (char **arguments)
{
  g_autoptr (MkDatabase) database = open_store (arguments[0]);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = package_files (arguments[1]);
  g_autoptr (GPtrArray) verdicts =
      mk_take_files (database, (const char *const *) files, MK_TAKE_ACCEPT, &error);

  require (verdicts != NULL, error);
  for (guint i = 0; i < verdicts->len; i++)
    {
      const MkVerdict *verdict = g_ptr_array_index (verdicts, i);

      require (verdict->status == MK_VERDICT_TAKEN, NULL);
    }
  return EXIT_SUCCESS;
}

/* Reading alone */

static void
read_entry (const char *name G_GNUC_UNUSED,
            MkJsonValue entry,
            gpointer    user_data)
{
  MkFaults *faults = user_data;
  MkEntryKey *entry_key =
      mk_shape_read (&mk_entry_key_shape, entry, MK_READ_PUBLIC, "/poster/0", faults);
  MkEntryRest *rest =
      mk_shape_read (&mk_entry_rest_shape, entry, MK_READ_PUBLIC, "/poster/0", faults);
  MkCheckInData *data = mk_shape_read (mk_check_in_type.shape, mk_json_member (entry, "data"),
                                       MK_READ_PUBLIC, "/poster/0/data", faults);

  mk_shape_free (&mk_entry_key_shape, entry_key);
  mk_shape_free (&mk_entry_rest_shape, rest);
  mk_shape_free (mk_check_in_type.shape, data);
}

/* gate FOLDER: each package through the gate, and each field of it judged. */
static int
gate (char **arguments)
{
  g_auto (GStrv) files = package_files (arguments[0]);

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = mk_folder_read_file (files[i], MK_PACKAGE_MOST_BYTES, NULL);
      g_autoptr (MkFaults) faults = mk_faults_new ();
      MkGate *opened = mk_gate_open (bytes, faults);

      require (opened != NULL, NULL);
      mk_json_foreach (mk_json_member (mk_gate_root (opened), "poster"), read_entry, faults);
      require (mk_faults_count (faults) == 0, NULL);
      mk_gate_free (opened);
    }
  return EXIT_SUCCESS;
}

/* json-glib FOLDER: the same files, parsed by json-glib and no more. */
static int
parse_json_glib (char **arguments)
{
  g_auto (GStrv) files = package_files (arguments[0]);

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new_immutable ();
      g_autoptr (GError) error = NULL;

      require (json_parser_load_from_mapped_file (parser, files[i], &error), error);
    }
  return EXIT_SUCCESS;
}

/* save DIRECTORY COUNT: check-ins, each durable before the next. */
static int
save (char **arguments)
{
  g_autoptr (MkDatabase) database = open_store (arguments[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (MkStatement) placement = mk_database_query (database, "record-list-type", FALSE, NULL,
                                                         (gint64) 1, (gint64) 0, "forloeb");
  g_autofree char *placement_id = NULL;
  MkCheckInData data = {
    .moment = (char *) "2026-12-01T12:00:00Z",
    .author = (char *) "Per",
    .attendance = (char *) MK_ATTENDANCE_MET,
    .paid_minutes = 180,
    .wellbeing = 4,
    .breaks_with_colleagues = MK_ABSENT,
    .note = (char *) "Vi aftalte, at næste opgave er at tælle op på lageret.",
  };

  require (mk_statement_step (placement, &error), error);
  placement_id = mk_statement_dup_text (placement, 0);
  mk_statement_reset (placement);
  data.placement_id = placement_id;
  for (gint64 i = g_ascii_strtoll (arguments[1], NULL, 10); i > 0; i--)
    {
      g_autoptr (MkSaved) saved =
          mk_own_record_save (database, &mk_check_in_type, NULL, &data, &error);

      require (saved != NULL, error);
    }
  return EXIT_SUCCESS;
}

static void
count_found (const MkFound *found G_GNUC_UNUSED,
             gpointer       user_data)
{
  ++*(guint *) user_data;
}

/* search DIRECTORY TEXT: the first page, again and again; prints the milliseconds of each. */
static int
search (char **arguments)
{
  g_autoptr (MkDatabase) database = open_store (arguments[0]);

  for (guint i = 0; i < 15; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 begun = g_get_monotonic_time ();
      guint n_found = 0;

      require (mk_search (database, arguments[1], 50, count_found, &n_found, &error), error);
      /* In microseconds, which are written alike in every language. */
      g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - begun);
    }
  return EXIT_SUCCESS;
}

static const struct
{
  const char *name;
  int n_arguments;
  Work work;
} works[] = {
  { "fill", 3, fill },         { "export", 2, export_all }, { "packages", 2, packages },
  { "import", 2, import_all }, { "gate", 1, gate },         { "json-glib", 1, parse_json_glib },
  { "save", 2, save },         { "search", 2, search },
};

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (works); i++)
    if (g_str_equal (argv[1], works[i].name) && argc - 2 == works[i].n_arguments)
      return works[i].work (argv + 2);
  g_printerr ("bench.py says how this is called.\n");
  return 2;
}
