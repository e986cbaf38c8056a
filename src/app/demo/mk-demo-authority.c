/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo-authority.h"

#include "config.h"
#include "mk-clock.h"
#include "mk-json.h"
#include "mk-take.h"

#include <glib/gstdio.h>

/* The authorities of the invented workplace write real packages, which are taken as any other. */

static const MkDemoAuthority authorities[] = {
  { .id = "3b83fa44-ff0b-42ed-b49a-3ea9d9eb022d",
    .epoch = "d9398bd6-fa5e-491b-bc20-33bc8e5ae6a6",
    .name = "Jobcenter Eksempelby",
    .cvr_number = "99999918",
    .package_ids = "497646dc-ea37-48ea-8248-60657692d3" },
  { .id = "6e04c1b8-57d2-4f93-a8be-90c3d1f7e265",
    .epoch = "17b5e8d0-c4a6-4d39-9f20-b8e3a7c5f614",
    .name = "Jobcenter Prøvestad",
    .cvr_number = NULL,
    .package_ids = "b85d07f3-2c9e-4a16-8d74-f1e0c9a362" },
};

/**
 * mk_demo_authority_init:
 * @self: (out caller-allocates): an authority
 * @is_first: whether it is the one that started the workplace, or the other one
 *
 * Makes an authority that has written nothing yet.
 */
void
mk_demo_authority_init (MkDemoAuthority *self,
                        gboolean         is_first)
{
  *self = authorities[is_first ? 0 : 1];
}

/**
 * mk_demo_authority_clear:
 * @self: an authority
 */
void
mk_demo_authority_clear (MkDemoAuthority *self)
{
  g_clear_pointer (&self->previous, g_free);
}

/* What the places in a template stand for. */
typedef struct
{
  GDateTime  *today;
  GHashTable *words;
} Places;

/* A number with a sign is a day counted from today, anything else a word of the story. */
static gboolean
fill_place (const GMatchInfo *info,
            GString          *result,
            gpointer          user_data)
{
  const Places *places = user_data;
  g_autofree char *name = g_match_info_fetch (info, 1);
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *date = NULL;

  if (*name != '+' && *name != '-')
    {
      g_string_append (result, g_hash_table_lookup (places->words, name));
      return FALSE;
    }
  moment = g_date_time_add_days (places->today, (int) g_ascii_strtoll (name, NULL, 10));
  date = g_date_time_format (moment, "%Y-%m-%d");
  g_string_append (result, date);
  return FALSE;
}

static char *
fill_template (const char *name,
               Places     *places,
               GError    **error)
{
  g_autofree char *path = g_strdup_printf (MK_APP_PATH "/demo/%s.json", name);
  g_autoptr (GBytes) template = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (GRegex) regex =
      g_regex_new ("\\{\\{([^}]+)\\}\\}", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  gsize length;
  const char *bytes = template != NULL ? g_bytes_get_data (template, &length) : NULL;

  if (bytes == NULL)
    return NULL;
  return g_regex_replace_eval (regex, bytes, (gssize) length, 0, G_REGEX_MATCH_DEFAULT, fill_place,
                               places, error);
}

static char *
part_text (const MkDemoAuthority *self)
{
  g_autofree char *cvr = self->cvr_number != NULL
                             ? g_strdup_printf (", \"cvrNummer\": \"%s\"", self->cvr_number)
                             : g_strdup ("");

  return g_strdup_printf ("{ \"id\": \"%s\", \"rolle\": \"myndighed\", \"navn\": \"%s\"%s }",
                          self->id, self->name, cvr);
}

/* Its own clock does not matter to the taking, but it is shown. */
static char *
package_text (const MkDemoAuthority *self,
              const char            *entries)
{
  g_autoptr (JsonNode) list = json_from_string (entries, NULL);
  g_autofree char *sender = part_text (self);
  g_autofree char *now = mk_clock_text ();
  g_autofree char *previous =
      self->previous != NULL ? g_strdup_printf ("\"%s\"", self->previous) : g_strdup ("null");

  return g_strdup_printf (
      "{\n  \"format\": \"makker-udveksling\",\n  \"version\": 1,\n"
      "  \"pakkeId\": \"%s%02" G_GINT64_FORMAT "\",\n  \"afsender\": %s,\n"
      "  \"modtager\": { \"rolle\": \"leder\", \"navn\": \"Eksempelbutikken ApS\", "
      "\"cvrNummer\": \"99999926\" },\n  \"epoke\": \"%s\",\n"
      "  \"loebenummer\": %" G_GINT64_FORMAT ",\n  \"forrigeSha256\": %s,\n"
      "  \"oprettet\": \"%s\",\n  \"antal\": %u,\n  \"poster\": %s}\n",
      self->package_ids, self->number, sender, self->epoch, self->number, previous, now,
      json_array_get_length (json_node_get_array (list)), entries);
}

/**
 * mk_demo_authority_write:
 * @self: an authority
 * @name: which of the packages in `resources/demo`
 * @today: the day from which the dates in it are counted
 * @words: (element-type utf8 utf8): what else stands in it
 * @error: return location
 *
 * Writes the authority's next package.
 *
 * Returns: (transfer full): the package; %NULL on error
 */
char *
mk_demo_authority_write (MkDemoAuthority *self,
                         const char      *name,
                         GDateTime       *today,
                         GHashTable      *words,
                         GError         **error)
{
  Places places = { today, words };
  g_autofree char *entries = fill_template (name, &places, error);
  char *package;

  if (entries == NULL)
    return NULL;
  self->number++;
  package = package_text (self, entries);
  g_free (self->previous);
  self->previous = g_compute_checksum_for_string (G_CHECKSUM_SHA256, package, -1);
  return package;
}

static gboolean
take (MkDatabase *database,
      const char *path,
      GError    **error)
{
  const char *files[] = { path, NULL };
  g_autoptr (GPtrArray) verdicts = mk_take_files (database, files, MK_TAKE_ACCEPT, error);
  const MkVerdict *verdict;

  if (verdicts == NULL)
    return FALSE;
  verdict = g_ptr_array_index (verdicts, 0);
  if (verdict->status == MK_VERDICT_TAKEN)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "The invented package is not taken: %s",
               verdict->reason);
  return FALSE;
}

/**
 * mk_demo_authority_send:
 * @self: an authority
 * @database: the store of the workplace
 * @package: what mk_demo_authority_write() made
 * @error: return location
 *
 * Takes the package as if a person had fetched it and said yes to its sender.
 *
 * Returns: whether all of it was taken
 */
gboolean
mk_demo_authority_send (MkDemoAuthority *self,
                        MkDatabase      *database,
                        const char      *package,
                        GError         **error)
{
  g_autofree char *name = g_strdup_printf ("makker-%.8s-%.8s-%06" G_GINT64_FORMAT ".json", self->id,
                                           self->epoch, self->number);
  g_autofree char *path = g_build_filename (mk_database_directory (database), name, NULL);
  gboolean is_taken;

  if (!g_file_set_contents_full (path, package, -1, G_FILE_SET_CONTENTS_NONE, 0600, error))
    return FALSE;
  is_taken = take (database, path, error);
  g_unlink (path);
  return is_taken;
}
