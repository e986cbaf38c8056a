/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-search-text.h"

#include "mk-record-type.h"

/* What can be found follows from the field tables: the fields that are MK_SEARCHED. */

static void append_shape (GString       *text,
                          const MkShape *shape,
                          MkJsonValue    value);

static void
append_value (GString       *text,
              const MkField *field,
              MkJsonValue    value)
{
  if (field->kind == MK_KIND_OBJECT)
    append_shape (text, field->shape, value);
  else if ((field->flags & MK_SEARCHED) && mk_json_text (value) != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", mk_json_text (value));
}

typedef struct
{
  GString       *text;
  const MkShape *shape;
} Listing;

static void
append_element (const char *name G_GNUC_UNUSED,
                MkJsonValue value,
                gpointer    user_data)
{
  Listing *listing = user_data;

  append_shape (listing->text, listing->shape, value);
}

static void
append_shape (GString       *text,
              const MkShape *shape,
              MkJsonValue    value)
{
  for (guint i = 0; i < shape->n_fields; i++)
    {
      const MkField *field = &shape->fields[i];
      MkJsonValue member = mk_json_member (value, field->name);
      Listing listing = { text, field->shape };

      if (field->kind == MK_KIND_OBJECTS)
        mk_json_foreach (member, append_element, &listing);
      else
        append_value (text, field, member);
    }
}

static void
append_object (GString            *text,
               const MkRecordType *type,
               MkJsonValue         object)
{
  g_autofree char *words = NULL;

  append_shape (text, type->shape, object);
  if (type->dup_words != NULL)
    words = type->dup_words (object);
  if (words != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", words);
}

/**
 * mk_search_text_of:
 * @type: the contract's name of a type
 * @data: the record's data
 *
 * Returns: (transfer full): the texts of a record that a search finds it by, a line each; empty for a
 *   type that this version does not know
 */
char *
mk_search_text_of (const char *type,
                   MkJsonValue data)
{
  const MkRecordType *known = mk_record_type_find (type);
  GString *text = g_string_new (NULL);

  if (known != NULL)
    append_object (text, known, data);
  return g_string_free_and_steal (text);
}

/**
 * mk_search_text:
 * @type: the contract's name of a type
 * @data: (nullable): JSON text of the record's data
 * @private_data: (nullable): JSON text of what is private
 *
 * Returns: (transfer full): as mk_search_text_of(), of both
 */
char *
mk_search_text (const char *type,
                const char *data,
                const char *private_data)
{
  const char *const objects[] = { data, private_data };
  const MkRecordType *known = mk_record_type_find (type);
  GString *text = g_string_new (NULL);

  for (guint i = 0; known != NULL && i < G_N_ELEMENTS (objects); i++)
    {
      g_autoptr (JsonNode) root = objects[i] != NULL ? mk_json_from_text (objects[i]) : NULL;

      if (root != NULL)
        append_object (text, known, mk_json_of (root));
    }
  return g_string_free_and_steal (text);
}
