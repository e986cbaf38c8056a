/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-example.h"

#include "mk-record-type.h"

/**
 * mk_example_path:
 * @path: of a file or folder of the sources, from their top
 *
 * Returns: (transfer full): where it is
 */
char *
mk_example_path (const char *path)
{
  const char *source = g_getenv ("MAKKER_SOURCE");

  if (source == NULL)
    g_error ("MAKKER_SOURCE does not name the folder of the sources.");
  return g_build_filename (source, path, NULL);
}

/**
 * mk_example_load:
 * @name: of a record type, or `pakke`
 *
 * Returns: (transfer full): the root of the example of that name: a published one, or that of a type
 *   which stays
 */
JsonNode *
mk_example_load (const char *name)
{
  const MkRecordType *type = mk_record_type_find (name);
  const char *folder = type != NULL && type->stays ? "tests/core/examples" : "data/schema/examples";
  g_autofree char *within = g_strdup_printf ("%s/%s.json", folder, name);
  g_autofree char *path = mk_example_path (within);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  if (!json_parser_load_from_file (parser, path, &error))
    g_error ("Each record type has an example of its own: %s", error->message);
  return json_parser_steal_root (parser);
}
