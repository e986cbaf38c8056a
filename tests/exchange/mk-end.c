/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-end.h"

#include "mk-export.h"
#include "mk-installation.h"
#include "mk-own-records.h"
#include "mk-records.h"

#include <glib/gstdio.h>
#include <string.h>

static const guint8 test_key[MK_KEY_SIZE] = "thirty-two bytes, not a secret!";

MkEnd *
mk_end_new (const char *id,
            MkRole      role)
{
  g_autoptr (GError) error = NULL;
  MkEnd *self = g_new0 (MkEnd, 1);
  MkInstallation installation = {
    (char *) id, role, (char *) "Person Prøve", (char *) "Eksempelbutikken ApS", NULL, NULL
  };

  self->id = g_strdup (id);
  self->directory = g_dir_make_tmp ("makker-end-XXXXXX", &error);
  g_assert_no_error (error);
  self->database = mk_database_create (self->directory, test_key, &error);
  g_assert_no_error (error);
  mk_installation_insert (self->database, &installation, &error);
  g_assert_no_error (error);
  return self;
}

/* Empties a folder, whose files are known to lie flat but for what was exported. */
static void
remove_all (const char *path)
{
  g_autoptr (GDir) listing = g_dir_open (path, 0, NULL);
  const char *name;

  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_all (inner);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

void
mk_end_free (MkEnd *self)
{
  mk_database_close (self->database);
  remove_all (self->directory);
  if (self->backup != NULL)
    remove_all (self->backup);
  g_free (self->directory);
  g_free (self->backup);
  g_free (self->id);
  g_free (self);
}

static void
copy_files (const char *from,
            const char *to)
{
  g_autoptr (GDir) listing = g_dir_open (from, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      if (!g_file_test (source, G_FILE_TEST_IS_REGULAR))
        continue;
      g_assert_true (g_file_get_contents (source, &bytes, &length, NULL));
      g_assert_true (g_file_set_contents_full (target, bytes, (gssize) length,
                                               G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
}

static void
reopen (MkEnd *self)
{
  g_autoptr (GError) error = NULL;

  self->database = mk_database_open (self->directory, test_key, &error);
  g_assert_no_error (error);
}

/* Makes a backup, as whoever copies the folder of a closed store does. */
void
mk_end_keep (MkEnd *self)
{
  if (self->backup != NULL)
    remove_all (self->backup);
  g_free (self->backup);
  self->backup = g_dir_make_tmp ("makker-backup-XXXXXX", NULL);
  mk_database_close (self->database);
  copy_files (self->directory, self->backup);
  reopen (self);
}

/* Puts the backup in the store's place. */
void
mk_end_restore (MkEnd *self)
{
  mk_database_close (self->database);
  remove_all (self->directory);
  g_assert_cmpint (g_mkdir (self->directory, 0700), ==, 0);
  copy_files (self->backup, self->directory);
  reopen (self);
}

void
mk_sent_free (gpointer data)
{
  MkSent *sent = data;

  g_free (sent->recipient);
  g_bytes_unref (sent->bytes);
  g_free (sent);
}

JsonNode *
mk_sent_parse (GBytes *bytes)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return json_from_string (text, NULL);
}

/* Exports to a folder that is thrown away: what comes back are the files. */
GPtrArray *
mk_end_export (MkEnd *self,
               gint64 from)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (self->directory, "out", NULL);
  g_autoptr (GPtrArray) exported = mk_export (self->database, folder, NULL, from, &error);
  GPtrArray *files = g_ptr_array_new_with_free_func (mk_sent_free);

  g_assert_no_error (error);
  for (guint i = 0; i < exported->len; i++)
    {
      const MkExported *file = g_ptr_array_index (exported, i);
      MkSent *sent = g_new0 (MkSent, 1);
      char *bytes;
      gsize length;

      g_assert_true (g_file_get_contents (file->file, &bytes, &length, NULL));
      sent->recipient = g_strdup (file->recipient);
      sent->bytes = g_bytes_new_take (bytes, length);
      g_ptr_array_add (files, sent);
    }
  if (exported->len > 0)
    remove_all (folder);
  return files;
}

GPtrArray *
mk_end_take (MkEnd      *self,
             GBytes     *bytes,
             MkTakeFlags flags)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->directory, "in", NULL);
  const char *files[] = { path, NULL };
  GPtrArray *verdicts;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  verdicts = mk_take_files (self->database, files, flags, &error);
  g_assert_no_error (error);
  return verdicts;
}

/* Saves a whole object as `makkerctl save` does, which has no fault. */
char *
mk_end_save (MkEnd      *self,
             const char *type,
             const char *id,
             const char *data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkFaults) faults = mk_faults_new ();
  g_autoptr (JsonNode) root = mk_json_from_text (data);
  const MkRecordType *known = mk_record_type_find (type);
  gpointer content =
      mk_shape_read (known->shape, mk_json_of (root), MK_READ_PRIVATE | MK_READ_CLOSED, "", faults);
  g_autoptr (MkSaved) saved = NULL;

  g_assert_cmpuint (mk_faults_count (faults), ==, 0);
  saved = mk_own_record_save (self->database, known, id, content, &error);
  g_assert_no_error (error);
  mk_shape_free (known->shape, content);
  return g_strdup (saved->id);
}

static void
seen_free (gpointer data)
{
  MkSeen *seen = data;

  g_free (seen->type);
  g_free (seen->writer);
  g_free (seen->data);
  g_free (seen->state);
  g_free (seen);
}

typedef struct
{
  GHashTable *records;
  gboolean    deleted;
} Looking;

static void
look_at (const MkListed *listed,
         gpointer        user_data)
{
  Looking *looking = user_data;
  MkSeen *seen = g_new0 (MkSeen, 1);

  seen->type = g_strdup (listed->type);
  seen->revision = listed->revision;
  seen->writer = g_strdup (listed->writer);
  seen->own = listed->own;
  seen->deleted = looking->deleted;
  seen->data = looking->deleted ? NULL : g_strdup (listed->data);
  seen->state = g_strdup (listed->state);
  /* No record is listed twice. */
  g_assert_true (g_hash_table_insert (looking->records, g_strdup (listed->id), seen));
}

/* Every record of the store by its UUID, receipts too. */
GHashTable *
mk_end_records (MkEnd *self)
{
  g_autoptr (GError) error = NULL;
  Looking looking = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, seen_free), FALSE };

  for (guint i = 0; i < 2; i++)
    {
      MkListing listing = { .limit = -1, .deleted = i == 1 };

      looking.deleted = listing.deleted;
      mk_record_list (self->database, &listing, look_at, &looking, &error);
      g_assert_no_error (error);
    }
  return looking.records;
}
