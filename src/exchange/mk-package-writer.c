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
  g_autoptr (JsonObject) key_object = mk_shape_write (&mk_entry_key_shape, &key, MK_WRITE_PUBLIC);
  g_autoptr (JsonObject) rest_object =
      mk_shape_write (&mk_entry_rest_shape, &rest, MK_WRITE_PUBLIC);
  g_autofree char *key_text = mk_json_to_text (key_object);
  g_autofree char *rest_text = mk_json_to_text (rest_object);

  /* {key} and {rest} become {key,rest or {key,rest,"data":{…}}. */
  g_string_append_len (entries, key_text, (gssize) strlen (key_text) - 1);
  g_string_append_printf (entries, ",%s", rest_text + 1);
  if (pending->deleted)
    return;
  g_string_truncate (entries, entries->len - 1);
  g_string_append (entries, ",\"data\":");
  g_string_append (entries, pending->data);
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
