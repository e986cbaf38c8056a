/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-plain-authority.h"

#include "mk-random.h"

#include <string.h>

static void
plain_free (gpointer data)
{
  MkPlain *plain = data;

  g_free (plain->type);
  g_free (plain->writer);
  g_free (plain->data);
  g_free (plain);
}

static MkPlain *
plain_copy (const MkPlain *plain)
{
  MkPlain *copy = g_new (MkPlain, 1);

  *copy = *plain;
  copy->type = g_strdup (plain->type);
  copy->writer = g_strdup (plain->writer);
  copy->data = g_strdup (plain->data);
  return copy;
}

static GHashTable *
records_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, plain_free);
}

static GHashTable *
records_copy (GHashTable *records)
{
  GHashTable *copy = records_new ();
  GHashTableIter iter;
  gpointer id, plain;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, &id, &plain))
    g_hash_table_insert (copy, g_strdup (id), plain_copy (plain));
  return copy;
}

MkPlainAuthority *
mk_plain_authority_new (const char *id)
{
  MkPlainAuthority *self = g_new0 (MkPlainAuthority, 1);

  self->id = g_strdup (id);
  self->own = records_new ();
  self->theirs = records_new ();
  self->kept = records_new ();
  self->epoch = mk_random_uuid ();
  self->replaced = g_ptr_array_new_with_free_func (g_free);
  self->sent = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->due = g_ptr_array_new_with_free_func (g_free);
  self->gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->waiting =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  return self;
}

void
mk_plain_authority_free (MkPlainAuthority *self)
{
  g_free (self->id);
  g_hash_table_unref (self->own);
  g_hash_table_unref (self->theirs);
  g_hash_table_unref (self->kept);
  g_free (self->epoch);
  g_ptr_array_unref (self->replaced);
  g_ptr_array_unref (self->sent);
  g_ptr_array_unref (self->due);
  g_free (self->present);
  g_free (self->newest_sha256);
  g_hash_table_unref (self->gone);
  g_hash_table_unref (self->taken);
  g_hash_table_unref (self->waiting);
  g_free (self);
}

/* Writing */

/* A new record, or the next revision of one; without data its tombstone. */
void
mk_plain_authority_write (MkPlainAuthority *self,
                          const char       *type,
                          const char       *id,
                          const char       *data)
{
  MkPlain *plain = g_hash_table_lookup (self->own, id);

  if (plain == NULL)
    {
      plain = g_new0 (MkPlain, 1);
      plain->type = g_strdup (type);
      plain->writer = g_strdup (self->id);
      g_hash_table_insert (self->own, g_strdup (id), plain);
    }
  plain->revision++;
  plain->deleted = data == NULL;
  plain->dirty = TRUE;
  if (data != NULL)
    g_set_str (&plain->data, data);
}

static void
append_entry (GString    *entries,
              guint      *count,
              const char *type,
              const char *id,
              gint64      revision,
              const char *data)
{
  g_string_append_printf (entries,
                          "%s{\"type\":\"%s\",\"id\":\"%s\",\"revision\":%" G_GINT64_FORMAT
                          ",\"handling\":\"%s\",\"aendret\":\"2026-11-16T09:00:00Z\"",
                          (*count)++ > 0 ? "," : "", type, id, revision,
                          data != NULL ? "gem" : "slet");
  if (data != NULL)
    g_string_append_printf (entries, ",\"data\":%s", data);
  g_string_append_c (entries, '}');
}

static void
append_records (MkPlainAuthority *self,
                GString          *entries,
                guint            *count)
{
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, self->own);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      MkPlain *plain = value;

      if (plain->dirty)
        append_entry (entries, count, plain->type, id, plain->revision,
                      plain->deleted ? NULL : plain->data);
      plain->dirty = FALSE;
    }
  for (guint i = 0; i < self->due->len; i++)
    {
      g_autofree char *receipt = mk_random_uuid ();

      append_entry (entries, count, "kvittering", receipt, 1, g_ptr_array_index (self->due, i));
    }
  g_ptr_array_set_size (self->due, 0);
}

static char *
replaced_text (MkPlainAuthority *self)
{
  GString *text = g_string_new (NULL);

  if (self->sent->len > 0 || self->replaced->len == 0)
    return g_string_free_and_steal (text);
  for (guint i = 0; i < self->replaced->len; i++)
    g_string_append_printf (text, "%s\"%s\"", i > 0 ? "," : "\"afloeser\":[",
                            (char *) g_ptr_array_index (self->replaced, i));
  g_string_append (text, "],");
  return g_string_free_and_steal (text);
}

/* Seals what is to be sent, if there is anything. */
gboolean
mk_plain_authority_seal (MkPlainAuthority *self)
{
  g_autoptr (GString) entries = g_string_new (NULL);
  g_autofree char *id = mk_random_uuid ();
  g_autofree char *replaced = replaced_text (self);
  g_autofree char *previous = NULL;
  guint count = 0;
  char *text;

  append_records (self, entries, &count);
  if (count == 0)
    return FALSE;
  if (self->sent->len > 0)
    previous = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256,
                                             g_ptr_array_index (self->sent, self->sent->len - 1));
  text = g_strdup_printf (
      "{\"format\":\"makker-udveksling\",\"version\":1,\"pakkeId\":\"%s\","
      "\"afsender\":{\"id\":\"%s\",\"rolle\":\"myndighed\",\"navn\":\"Jobcenter Eksempelby\"},"
      "\"modtager\":{\"rolle\":\"leder\",\"navn\":\"Eksempelbutikken ApS\"},"
      "\"epoke\":\"%s\",%s\"loebenummer\":%u,\"forrigeSha256\":%s%s%s,"
      "\"oprettet\":\"2026-11-16T09:05:00Z\",\"antal\":%u,\"poster\":[%s]}",
      id, self->id, self->epoch, replaced, self->sent->len + 1, previous != NULL ? "\"" : "",
      previous != NULL ? previous : "null", previous != NULL ? "\"" : "", count, entries->str);
  g_ptr_array_add (self->sent, g_bytes_new_take (text, strlen (text)));
  return TRUE;
}

/* Begins a new epoch, which carries every record again. */
void
mk_plain_authority_restart (MkPlainAuthority *self)
{
  GHashTableIter iter;
  gpointer value;

  g_ptr_array_add (self->replaced, g_steal_pointer (&self->epoch));
  self->epoch = mk_random_uuid ();
  g_ptr_array_set_size (self->sent, 0);
  g_hash_table_iter_init (&iter, self->own);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    ((MkPlain *) value)->dirty = TRUE;
}

void
mk_plain_authority_keep (MkPlainAuthority *self)
{
  g_hash_table_unref (self->kept);
  self->kept = records_copy (self->own);
}

/* Its records are again what they were, and a new epoch says so. */
void
mk_plain_authority_restore (MkPlainAuthority *self)
{
  g_hash_table_unref (self->own);
  self->own = records_copy (self->kept);
  mk_plain_authority_restart (self);
}

/* Taking */

static void
take_entry (MkPlainAuthority *self,
            const char       *sender,
            JsonObject       *entry)
{
  const char *type = json_object_get_string_member (entry, "type");
  const char *id = json_object_get_string_member (entry, "id");
  const char *writer = json_object_get_string_member_with_default (entry, "ophav", sender);
  gint64 revision = json_object_get_int_member (entry, "revision");
  MkPlain *plain = g_hash_table_lookup (self->theirs, id);
  JsonObject *data = NULL;

  if (g_str_equal (type, "kvittering"))
    return;
  if (plain == NULL)
    {
      plain = g_new0 (MkPlain, 1);
      plain->type = g_strdup (type);
      plain->writer = g_strdup (writer);
      g_hash_table_insert (self->theirs, g_strdup (id), plain);
    }
  g_assert_cmpstr (plain->type, ==, type);
  g_assert_cmpstr (plain->writer, ==, writer);
  if (plain->rank == self->rank && plain->revision >= revision)
    return;
  plain->rank = self->rank;
  plain->revision = revision;
  plain->deleted = !json_object_has_member (entry, "data");
  if (plain->deleted)
    return;
  data = json_object_get_object_member (entry, "data");
  g_free (plain->data);
  plain->data = json_to_string (json_object_get_member (entry, "data"), FALSE);
  g_assert_nonnull (data);
}

static gboolean
has_more_than_receipts (JsonArray *entries)
{
  for (guint i = 0; i < json_array_get_length (entries); i++)
    if (!g_str_equal (json_object_get_string_member (json_array_get_object_element (entries, i),
                                                     "type"),
                      "kvittering"))
      return TRUE;
  return FALSE;
}

static void
owe (MkPlainAuthority *self,
     JsonObject       *package,
     const char       *sha256,
     const char       *rest)
{
  g_ptr_array_add (self->due, g_strdup_printf ("{\"pakkeId\":\"%s\",\"sha256\":\"%s\",%s}",
                                               json_object_get_string_member (package, "pakkeId"),
                                               sha256, rest));
}

static gboolean
names_present (MkPlainAuthority *self,
               JsonObject       *package)
{
  JsonArray *list = json_object_has_member (package, "afloeser")
                        ? json_object_get_array_member (package, "afloeser")
                        : NULL;
  gboolean names = self->present == NULL;

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    names |= g_strcmp0 (self->present, json_array_get_string_element (list, i)) == 0;
  return names;
}

static void
refuse_epoch (MkPlainAuthority *self,
              JsonObject       *package,
              const char       *sha256)
{
  g_autofree char *rest =
      g_strdup_printf ("\"status\":\"afvist\",\"kode\":\"epoke\",\"grund\":\"Forkert epoke.\","
                       "\"epoke\":\"%s\"",
                       self->present);

  self->refused_epoch = TRUE;
  owe (self, package, sha256, rest);
}

static void
begin_epoch (MkPlainAuthority *self,
             JsonObject       *package)
{
  JsonArray *list = json_object_has_member (package, "afloeser")
                        ? json_object_get_array_member (package, "afloeser")
                        : NULL;

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    g_hash_table_add (self->gone, g_strdup (json_array_get_string_element (list, i)));
  if (self->present != NULL)
    g_hash_table_add (self->gone, g_steal_pointer (&self->present));
  self->present = g_strdup (json_object_get_string_member (package, "epoke"));
  self->rank++;
  self->newest = 0;
  g_clear_pointer (&self->newest_sha256, g_free);
}

/* Judges one package; FALSE when it has to wait. */
static gboolean
settle (MkPlainAuthority *self,
        JsonObject       *package,
        const char       *sha256)
{
  const char *epoch = json_object_get_string_member (package, "epoke");
  gint64 number = json_object_get_int_member (package, "loebenummer");
  JsonArray *entries = json_object_get_array_member (package, "poster");
  const char *sender =
      json_object_get_string_member (json_object_get_object_member (package, "afsender"), "id");
  gboolean is_present = g_strcmp0 (epoch, self->present) == 0;

  if (g_hash_table_contains (self->gone, epoch) ||
      (!is_present && number == 1 && !names_present (self, package)))
    {
      refuse_epoch (self, package, sha256);
      return TRUE;
    }
  if (number != (is_present ? self->newest + 1 : 1))
    {
      /* A number stands for one file, and that one is known. */
      g_assert_true (!is_present || number > self->newest);
      return FALSE;
    }
  if (!is_present)
    begin_epoch (self, package);
  g_assert_cmpstr (self->newest_sha256, ==,
                   json_object_get_null_member (package, "forrigeSha256")
                       ? NULL
                       : json_object_get_string_member (package, "forrigeSha256"));
  self->newest = number;
  g_set_str (&self->newest_sha256, sha256);
  g_hash_table_add (self->taken, g_strdup (sha256));
  for (guint i = 0; i < json_array_get_length (entries); i++)
    take_entry (self, sender, json_array_get_object_element (entries, i));
  if (has_more_than_receipts (entries))
    owe (self, package, sha256, "\"status\":\"modtaget\"");
  return TRUE;
}

static gboolean
settle_bytes (MkPlainAuthority *self,
              GBytes           *bytes,
              const char       *sha256)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (JsonNode) root = json_from_string (text, NULL);

  /* What can't be read is kept aside, and nothing else happens. */
  return root == NULL || g_hash_table_contains (self->taken, sha256) ||
         settle (self, json_node_get_object (root), sha256);
}

static gboolean
release_one (MkPlainAuthority *self)
{
  g_autoptr (GList) waiting = g_hash_table_get_keys (self->waiting);

  for (GList *link = waiting; link != NULL; link = link->next)
    if (settle_bytes (self, g_hash_table_lookup (self->waiting, link->data), link->data))
      {
        g_hash_table_remove (self->waiting, link->data);
        return TRUE;
      }
  return FALSE;
}

void
mk_plain_authority_take (MkPlainAuthority *self,
                         GBytes           *bytes)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  if (!settle_bytes (self, bytes, sha256))
    g_hash_table_insert (self->waiting, g_strdup (sha256), g_bytes_ref (bytes));
  while (release_one (self))
    ;
}
