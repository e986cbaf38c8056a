/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the published JSON Schemas from the field tables: write-schema FOLDER. */

#include "mk-schema.h"

static gboolean
write_schema (const char *folder,
              const char *name,
              JsonObject *schema,
              GError    **error)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.schema.json", folder, name);
  g_autofree char *text = mk_schema_to_text (schema);

  json_object_unref (schema);
  return g_file_set_contents (path, text, -1, error);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  const MkRecordType *type;
  gboolean written;

  if (argc != 2)
    {
      g_printerr ("Usage: %s FOLDER\n", argv[0]);
      return 2;
    }
  written = write_schema (argv[1], "pakke", mk_schema_for_package (), &error);
  for (guint i = 0; written && (type = mk_record_type_get (i)) != NULL; i++)
    /* What never leaves is nobody else's to read. */
    written = type->stays ||
              write_schema (argv[1], type->name, mk_schema_for_type (type), &error);
  if (!written)
    g_printerr ("The schemas could not be written: %s\n", error->message);
  return written ? 0 : 1;
}
