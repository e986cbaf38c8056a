/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mk-reason-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Why an entry was refused, as a person reads it: a reason that travels ends with the place in the
 * package, which is for those who write programs. */

/* Where " (/poster/…)" at the end of a reason begins, or NULL. */
static const char *
find_place (const char *reason)
{
  const char *place = g_strrstr (reason, " (/poster/");

  return place != NULL && g_str_has_suffix (place, ")") ? place : NULL;
}

/* The field that a place below the entry's data names, however deep; NULL where nobody knows it. */
static const MkField *
field_at (const MkRecordType *type,
          const char         *place)
{
  g_auto (GStrv) parts = g_strsplit (place, "/", -1);
  const MkShape *shape = type->shape;
  const MkField *field = NULL;

  if (g_strv_length (parts) < 5 || !g_str_equal (parts[3], "data"))
    return NULL;
  for (guint i = 4; parts[i] != NULL; i++)
    {
      g_strdelimit (parts[i], ")", '\0');
      /* A number counts within a list. */
      if (g_ascii_isdigit (parts[i][0]))
        continue;
      field = mk_shape_find (shape, parts[i]);
      shape = field != NULL ? field->shape : NULL;
    }
  return field;
}

/**
 * mk_reason_words:
 * @type: (nullable): of the entry that was refused
 * @reason: (nullable): why, a Danish sentence as it travels
 *
 * Returns: (transfer full) (nullable): the same without the place in the package, and with the field
 *   by the name that people know
 */
char *
mk_reason_words (const MkRecordType *type,
                 const char         *reason)
{
  const char *place = reason != NULL ? find_place (reason) : NULL;
  const MkField *field = place != NULL && type != NULL ? field_at (type, place) : NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *quoted = NULL;
  GString *words;

  if (place == NULL)
    return g_strdup (reason);
  sentence = g_strndup (reason, (gsize) (place - reason));
  if (field == NULL)
    return g_steal_pointer (&sentence);
  quoted = g_strdup_printf ("»%s«", field->name);
  if (strstr (sentence, quoted) == NULL)
    return g_strdup_printf ("%s: %s", _ (field->label), sentence);
  words = g_string_new (sentence);
  g_string_replace (words, field->name, _ (field->label), 1);
  return g_string_free_and_steal (words);
}
