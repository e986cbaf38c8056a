/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-field-words.h"

#include "mk-choice-words.h"
#include "mk-date-text.h"
#include "mk-duration.h"
#include "mk-package.h"
#include "mk-record-type.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An entry as it will travel, in words: every member that is in it and no other. */

static void add_member (GPtrArray     *words,
                        const MkField *field,
                        const char    *name,
                        JsonNode      *node,
                        guint          depth);

static void
field_words_free (gpointer data)
{
  MkFieldWords *words = data;

  g_free (words->name);
  g_free (words->label);
  g_free (words->value);
  g_free (words);
}

/* Values */

static char *
date_words (const char *text)
{
  g_autoptr (GDateTime) moment = mk_date_text_read (text);

  return moment != NULL ? mk_date_text_long (moment) : g_strdup (text);
}

static char *
text_words (const MkField *field,
            const char    *text)
{
  char *clock;

  if (field == NULL)
    return g_strdup (text);
  if (g_str_equal (field->name, "type") && mk_record_type_find (text) != NULL)
    return g_strdup (_ (mk_record_type_find (text)->label));
  switch (field->kind)
    {
    case MK_KIND_DATE:
      return date_words (text);
    case MK_KIND_DATE_TIME:
      return mk_date_text_moment (text);
    case MK_KIND_TIME:
      clock = mk_date_text_clock_of (text);
      return clock != NULL ? clock : g_strdup (text);
    case MK_KIND_CHOICE:
      return g_strdup (mk_choice_words (field->name, text));
    case MK_KIND_TEXT:
    case MK_KIND_UUID:
    case MK_KIND_SHA256:
    case MK_KIND_BASE64:
    case MK_KIND_INTEGER:
    case MK_KIND_BOOLEAN:
    case MK_KIND_OBJECT:
    case MK_KIND_OBJECTS:
    case MK_KIND_INTEGERS:
    case MK_KIND_UUIDS:
    default:
      return g_strdup (text);
    }
}

/* The number itself, as it travels, and how long that is. */
static char *
duration_words (gint64 minutes)
{
  g_autofree char *words = mk_duration_to_words (minutes);

  /* Translators: a number of minutes, which the label names, and the same in hours. */
  return g_strdup_printf (_ ("%1$d (%2$s)"), (int) minutes, words);
}

static gboolean
is_weekday (const MkField *field)
{
  return g_str_equal (field->name, "dag") || g_str_equal (field->name, "dage");
}

static char *
number_words (const MkField *field,
              JsonNode      *node)
{
  gint64 number = json_node_get_int (node);

  if (json_node_get_value_type (node) != G_TYPE_INT64)
    return json_to_string (node, FALSE);
  if (field != NULL && number >= 0 && number < G_MAXINT && strstr (field->name, "inutter") != NULL)
    return duration_words (number);
  if (field != NULL && is_weekday (field) && number >= 1 && number <= 7)
    return g_strdup (mk_date_text_weekday ((int) number));
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static char *
value_words (const MkField *field,
             JsonNode      *node)
{
  if (JSON_NODE_HOLDS_NULL (node))
    return g_strdup (C_ ("value", "None"));
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? C_ ("value", "Yes") : C_ ("value", "No"));
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return text_words (field, json_node_get_string (node));
  return number_words (field, node);
}

/* Fields */

static void
add (GPtrArray     *words,
     const MkField *field,
     const char    *name,
     char          *value,
     guint          depth)
{
  MkFieldWords *one = g_new0 (MkFieldWords, 1);

  one->name = g_strdup (name);
  one->label = g_strdup (field != NULL ? _ (field->label) : name);
  one->value = value;
  one->is_technical =
      field != NULL && (field->kind == MK_KIND_UUID || field->kind == MK_KIND_UUIDS ||
                        field->kind == MK_KIND_SHA256);
  one->depth = depth;
  g_ptr_array_add (words, one);
}

static void
add_object (GPtrArray     *words,
            const MkShape *shape,
            JsonObject    *object,
            guint          depth)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    add_member (words, mk_shape_find (shape, name), name, node, depth);
}

static gboolean
is_plain (JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (element) || JSON_NODE_HOLDS_ARRAY (element))
        return FALSE;
    }
  return TRUE;
}

static void
add_plain_list (GPtrArray     *words,
                const MkField *field,
                const char    *name,
                JsonArray     *array,
                guint          depth)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_strv_builder_take (builder, value_words (field, json_array_get_element (array, i)));
  values = g_strv_builder_end (builder);
  add (words, field, name,
       values[0] != NULL ? g_strjoinv (", ", values) : g_strdup (C_ ("value", "None")), depth);
}

static void
add_member (GPtrArray     *words,
            const MkField *field,
            const char    *name,
            JsonNode      *node,
            guint          depth)
{
  JsonArray *array;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      add (words, field, name, NULL, depth);
      add_object (words, field != NULL ? field->shape : NULL, json_node_get_object (node),
                  depth + 1);
      return;
    }
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      add (words, field, name, value_words (field, node), depth);
      return;
    }
  array = json_node_get_array (node);
  if (is_plain (array))
    add_plain_list (words, field, name, array, depth);
  else
    for (guint i = 0; i < json_array_get_length (array); i++)
      add_member (words, field, name, json_array_get_element (array, i), depth);
}

static const MkRecordType *
type_of (JsonObject *entry)
{
  return mk_record_type_find (json_object_get_string_member_with_default (entry, "type", NULL));
}

static void
add_envelope (GPtrArray  *words,
              JsonObject *entry,
              gboolean    is_content)
{
  const MkRecordType *type = type_of (entry);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, entry);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      const MkField *field = mk_shape_find (&mk_entry_key_shape, name);

      if ((g_str_equal (name, "data") && JSON_NODE_HOLDS_OBJECT (node)) != is_content)
        continue;
      if (field == NULL)
        field = mk_shape_find (&mk_entry_rest_shape, name);
      if (is_content)
        add_object (words, type != NULL ? type->shape : NULL, json_node_get_object (node), 0);
      else
        add_member (words, field, name, node, 0);
    }
}

/**
 * mk_entry_words:
 * @entry: an entry of a package
 *
 * Returns: (transfer full) (element-type MkFieldWords): every field that is in it, first what it
 *   says, then what stands around it
 */
GPtrArray *
mk_entry_words (JsonObject *entry)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (field_words_free);

  add_envelope (words, entry, TRUE);
  add_envelope (words, entry, FALSE);
  return words;
}

/**
 * mk_data_words:
 * @type: the name of a type, as it travels, known here or not
 * @data: what a record of it says
 *
 * Returns: (transfer full) (element-type MkFieldWords): every field that is in it
 */
GPtrArray *
mk_data_words (const char *type,
               JsonObject *data)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (field_words_free);
  const MkRecordType *known = mk_record_type_find (type);

  add_object (words, known != NULL ? known->shape : NULL, data, 0);
  return words;
}

/**
 * mk_entry_title:
 * @entry: an entry of a package
 *
 * Returns: (transfer full): what kind it is
 */
char *
mk_entry_title (JsonObject *entry)
{
  const MkRecordType *type = type_of (entry);

  if (type == NULL)
    return g_strdup (json_object_get_string_member_with_default (entry, "type", ""));
  return g_strdup (_ (type->label));
}
