/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-authority.h"

#include "demo/mk-demo.h"
#include "mk-packages-in.h"
#include "mk-partners.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define EPOCH "d9398bd6-fa5e-491b-bc20-33bc8e5ae6a6"
#define OTHER_EPOCH "e9398bd6-fa5e-491b-bc20-33bc8e5ae6a6"

static char *
read_file (const char *path)
{
  char *text;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static MkAuthority *
authority_new (const char *id)
{
  MkAuthority *self = g_new0 (MkAuthority, 1);

  self->folder = g_dir_make_tmp ("makker-authority-XXXXXX", NULL);
  self->id = id;
  self->epoch = EPOCH;
  return self;
}

static gpointer
catch_up_func (MkDatabase   *database,
               gpointer      data,
               GCancellable *cancellable,
               GError      **error)
{
  MkAuthority *self = data;
  g_autoptr (MkPartner) partner = mk_partner_find (database, self->id, error);
  g_auto (MkEpoch) epoch = { 0 };

  g_assert_nonnull (partner);
  g_assert_true (
      mk_epoch_find (database, partner->key, MK_DIRECTION_IN, self->epoch, &epoch, error));
  g_assert_true (mk_package_in_newest (database, epoch.key, &self->number, &self->previous, error));
  return self;
}

/* One whose packages the invented workplace has; the first of them stands in its folder. */
MkAuthority *
mk_authority_new (MkWindow *window)
{
  MkAuthority *self = authority_new (MK_AUTHORITY_KNOWN);
  g_autofree char *path = g_build_filename (self->folder, "start.json", NULL);

  g_assert_true (mk_demo_write_package (path, NULL));
  mk_app_test_on_store (window, catch_up_func, self);
  return self;
}

MkAuthority *
mk_authority_new_unknown (void)
{
  return authority_new (MK_AUTHORITY_STRANGER);
}

/* A new epoch that does not name the one before. */
void
mk_authority_begin_anew (MkAuthority *self)
{
  self->epoch = OTHER_EPOCH;
  self->number = 0;
  g_clear_pointer (&self->previous, g_free);
}

/* Writes its next package; returns its path. */
char *
mk_authority_write (MkAuthority *self,
                    guint        n_entries,
                    const char  *entries)
{
  g_autofree char *previous =
      self->previous != NULL ? g_strdup_printf ("\"%s\"", self->previous) : g_strdup ("null");
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  char *path;

  self->number++;
  text = g_strdup_printf (
      "{\"format\":\"makker-udveksling\",\"version\":1,\"pakkeId\":\"%s\",\"afsender\":{\"id\":\"%s\","
      "\"rolle\":\"myndighed\",\"navn\":\"Jobcenter Eksempelby\",\"cvrNummer\":\"99999918\"},"
      "\"modtager\":{\"rolle\":\"leder\",\"navn\":\"Eksempelbutikken ApS\"},\"epoke\":\"%s\","
      "\"loebenummer\":%d,\"forrigeSha256\":%s,\"oprettet\":\"2026-12-03T09:00:00+01:00\","
      "\"antal\":%u,\"poster\":[%s]}",
      uuid, self->id, self->epoch, (int) self->number, previous, n_entries, entries);
  name = g_strdup_printf ("makker-%.8s-%.8s-%06d.json", self->id, self->epoch, (int) self->number);
  path = g_build_filename (self->folder, name, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_free (self->previous);
  self->previous = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  return path;
}

/* Contacts of its own, or their removal, as entries. */
char *
mk_authority_contacts (guint    n_contacts,
                       gint64   revision,
                       gboolean deletes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_contacts; i++)
    {
      g_string_append_printf (
          text,
          "%s{\"type\":\"kontakt\",\"id\":\"aaaaaaaa-0000-4000-8000-%012u\",\"revision\":%d,"
          "\"handling\":\"%s\",\"aendret\":\"2026-12-03T09:00:00+01:00\"",
          i > 0 ? "," : "", i, (int) revision, deletes ? "slet" : "gem");
      g_string_append (text, deletes ? "}"
                                     : ",\"data\":{\"navn\":\"Anna\",\"funktion\":\"Vagt\","
                                       "\"organisation\":\"Jobcenter Eksempelby\",\"telefon\":"
                                       "\"70 10 10 10\",\"prioritet\":3,\"aabningstider\":[]}}");
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* A receipt for a package that was written to @file, as an entry; @rest follows its status. */
char *
mk_authority_receipt (const char *file,
                      const char *rest)
{
  g_autofree char *text = read_file (file);
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autofree char *uuid = g_uuid_string_random ();
  g_autoptr (JsonNode) root = json_from_string (text, NULL);

  return g_strdup_printf (
      "{\"type\":\"kvittering\",\"id\":\"%s\",\"revision\":1,\"handling\":\"gem\","
      "\"aendret\":\"2026-12-03T09:30:00+01:00\",\"data\":{\"pakkeId\":\"%s\",\"sha256\":\"%s\","
      "\"status\":%s}}",
      uuid, json_object_get_string_member (json_node_get_object (root), "pakkeId"), sha256, rest);
}

void
mk_authority_free (MkAuthority *self)
{
  mk_demo_remove (self->folder);
  g_free (self->folder);
  g_free (self->previous);
  g_free (self);
}
