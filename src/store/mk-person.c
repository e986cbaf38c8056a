/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-person.h"

#include "mk-clock.h"
#include "mk-drafts.h"
#include "mk-json.h"
#include "mk-own-records.h"
#include "mk-partners.h"
#include "mk-records.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* All that is kept about one person, for that person to see: what is private and what was deleted too,
 * and how it stood before somebody mended it. */

typedef struct
{
  gint64    key; /* row of the record: in the order in which they came */
  JsonNode *entry;
} Kept;

typedef struct
{
  GArray          *kept; /* element-type Kept */
  const GPtrArray *partners; /* element-type MkPartner */
  gboolean         is_deleted;
} Collecting;

static void
kept_clear (gpointer data)
{
  json_node_unref (((Kept *) data)->entry);
}

static void
set_object (JsonObject *object,
            const char *name,
            const char *text)
{
  json_object_set_member (object, name, mk_json_from_text (text));
}

/* What the other installation that wrote it is called, or NULL. */
static const char *
source_of (const Collecting *collecting,
           const char       *writer)
{
  for (guint i = 0; i < collecting->partners->len; i++)
    {
      const MkPartner *partner = g_ptr_array_index (collecting->partners, i);

      if (g_str_equal (partner->id, writer))
        return partner->name;
    }
  return NULL;
}

static void
take_listed (const MkListed *listed,
             gpointer        user_data)
{
  Collecting *collecting = user_data;
  JsonObject *entry = json_object_new ();
  g_autofree char *data = mk_record_whole (listed->data, listed->own ? listed->private_data : NULL);
  const char *source = source_of (collecting, listed->writer);
  Kept kept = { listed->key, json_node_new (JSON_NODE_OBJECT) };

  json_object_set_string_member (entry, "type", listed->type);
  json_object_set_string_member (entry, "id", listed->id);
  json_object_set_int_member (entry, "revision", listed->revision);
  json_object_set_string_member (entry, "ophav", listed->writer);
  if (source != NULL)
    json_object_set_string_member (entry, "fra", source);
  json_object_set_string_member (entry, "aendret", listed->changed);
  json_object_set_string_member (entry, "tilstand", listed->state);
  json_object_set_boolean_member (entry, "slettet", collecting->is_deleted);
  set_object (entry, "data", data);
  json_node_take_object (kept.entry, entry);
  g_array_append_val (collecting->kept, kept);
}

static gboolean
collect (MkDatabase      *database,
         const char      *placement,
         gboolean         is_deleted,
         const GPtrArray *partners,
         GArray          *kept,
         GError         **error)
{
  MkListing listing = { .placement = placement, .deleted = is_deleted, .limit = -1 };
  Collecting collecting = { kept, partners, is_deleted };

  return mk_record_list (database, &listing, take_listed, &collecting, error);
}

/* What stood there before, if anything did. */
static gboolean
add_earlier (MkDatabase *database,
             const Kept *kept,
             GError    **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "revisions-earlier", kept->key);
  g_autoptr (JsonArray) earlier = json_array_new ();
  g_autoptr (GError) local = NULL;

  while (mk_statement_step (statement, &local))
    {
      JsonObject *one = json_object_new ();
      g_autofree char *data =
          mk_record_whole (mk_statement_text (statement, 2), mk_statement_text (statement, 3));

      json_object_set_int_member (one, "revision", mk_statement_int64 (statement, 0));
      json_object_set_string_member (one, "aendret", mk_statement_text (statement, 1));
      set_object (one, "data", data);
      json_array_add_object_element (earlier, one);
    }
  if (json_array_get_length (earlier) > 0)
    json_object_set_array_member (json_node_get_object (kept->entry), "tidligere",
                                  g_steal_pointer (&earlier));
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 first = ((const Kept *) a)->key;
  gint64 second = ((const Kept *) b)->key;

  return first < second ? -1 : first > second;
}

/* Living and deleted records, the first that came first. */
static JsonArray *
read_records (MkDatabase *database,
              const char *placement,
              GError    **error)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_autoptr (JsonArray) records = json_array_new ();
  g_autoptr (GPtrArray) partners = mk_partner_list (database, error);

  g_array_set_clear_func (kept, kept_clear);
  if (partners == NULL || !collect (database, placement, FALSE, partners, kept, error) ||
      !collect (database, placement, TRUE, partners, kept, error))
    return NULL;
  g_array_sort (kept, compare);
  for (guint i = 0; i < kept->len; i++)
    {
      const Kept *one = &g_array_index (kept, Kept, i);

      if (!add_earlier (database, one, error))
        return NULL;
      json_array_add_element (records, json_node_ref (one->entry));
    }
  return g_steal_pointer (&records);
}

/* Drafts */

typedef struct
{
  const char *placement;
  JsonArray  *drafts;
} Drafting;

static void
take_draft (const char *key,
            const char *data,
            const char *saved,
            gpointer    user_data)
{
  Drafting *drafting = user_data;
  JsonObject *draft;

  if (strstr (data, drafting->placement) == NULL)
    return;
  draft = json_object_new ();
  json_object_set_string_member (draft, "gemt", saved);
  set_object (draft, "data", data);
  json_array_add_object_element (drafting->drafts, draft);
}

static gboolean
is_placement (MkDatabase *database,
              const char *placement,
              GError    **error)
{
  gboolean is_of;

  if (!mk_record_is_of (database, placement, "forloeb", &is_of, error))
    return FALSE;
  if (!is_of)
    g_set_error_literal (error, MK_RECORD_ERROR, MK_RECORD_ERROR_UNKNOWN,
                         _ ("No placement with that id is known here. Nothing was written."));
  return is_of;
}

/**
 * mk_person_read:
 * @database: a store
 * @placement: UUID of somebody's placement
 * @error: return location
 *
 * Reads all that is kept about one person: `forloebId`, `udskrevet` (now), `poster`, the records of the
 * placement as `list` of makkerctl gives them, with their `type`, whom they came `fra` where another
 * installation wrote them, whether they are `slettet` and, where they were mended, how they stood
 * `tidligere`; and `kladder`, what was typed about it and not saved. The first that came stands first.
 *
 * Returns: (transfer full): a JSON object; %NULL with %MK_RECORD_ERROR_UNKNOWN where there is no such
 *   placement, living or deleted
 */
JsonNode *
mk_person_read (MkDatabase *database,
                const char *placement,
                GError    **error)
{
  g_autoptr (JsonObject) person = json_object_new ();
  g_autoptr (JsonArray) drafts = json_array_new ();
  g_autofree char *now = mk_clock_text ();
  Drafting drafting = { placement, drafts };
  JsonArray *records;
  JsonNode *root;

  g_return_val_if_fail (placement != NULL, NULL);

  if (!is_placement (database, placement, error))
    return NULL;
  records = read_records (database, placement, error);
  if (records == NULL)
    return NULL;
  json_object_set_string_member (person, "forloebId", placement);
  json_object_set_string_member (person, "udskrevet", now);
  json_object_set_array_member (person, "poster", records);
  if (!mk_draft_list (database, take_draft, &drafting, error))
    return NULL;
  json_object_set_array_member (person, "kladder", g_steal_pointer (&drafts));
  root = json_node_new (JSON_NODE_OBJECT);
  json_node_set_object (root, person);
  return root;
}
