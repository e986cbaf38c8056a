/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-package-writer.h"

#include <string.h>

/* Packages as bytes: envelopes joined with the `data` texts that the store holds. No tree of a
 * package is ever built. */

/**
 * mk_package_append_entry:
 * @entries: JSON text
 * @pending: a record to be packed
 *
 * Adds it as an entry of a package.
 */
void
mk_package_append_entry (GString         *entries,
                         const MkPending *pending)
{
  MkEntryKey key = { (char *) pending->type, (char *) pending->id, pending->revision };
  MkEntryRest rest = { (char *) (pending->deleted ? MK_ACTION_DELETE : MK_ACTION_SAVE),
                       (char *) pending->changed, (char *) pending->origin };

  g_string_append_c (entries, '{');
  mk_shape_append_members (entries, &mk_entry_key_shape, &key);
  mk_shape_append_members (entries, &mk_entry_rest_shape, &rest);
  if (pending->deleted)
    g_string_truncate (entries, entries->len - 1);
  else
    {
      g_string_append (entries, "\"data\":");
      g_string_append (entries, pending->data);
    }
  g_string_append_c (entries, '}');
}

/**
 * mk_package_write:
 * @header: everything but the entries
 * @entries: the entries, each written by mk_package_write_entry(), with commas between
 *
 * Returns: (transfer full): the bytes of the package
 */
GBytes *
mk_package_write (const MkPackageHeader *header,
                  const GString         *entries)
{
  g_autoptr (JsonObject) object =
      mk_shape_write (&mk_package_header_shape, header, MK_WRITE_PUBLIC);
  g_autofree char *text = mk_json_to_text (object);
  GString *package = g_string_sized_new (strlen (text) + entries->len + 16);

  g_string_append_len (package, text, (gssize) strlen (text) - 1);
  g_string_append (package, ",\"poster\":[");
  g_string_append_len (package, entries->str, (gssize) entries->len);
  g_string_append (package, "]}\n");
  return g_string_free_to_bytes (package);
}
