/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-format.h"
#include "mk-shape.h"

/* Writing a struct as a JSON object by the field table. */

static gconstpointer
member_of (const MkField *field,
           gconstpointer  data)
{
  return (const char *) data + field->offset;
}

static JsonNode *
take_array (JsonArray *array)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, array);
  return node;
}

static JsonNode *
take_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return node;
}

static JsonNode *
write_objects (const MkField *field,
               GPtrArray     *list,
               MkWriteWhat    what)
{
  JsonArray *array = json_array_sized_new (list->len);

  for (guint i = 0; i < list->len; i++)
    json_array_add_object_element (array, mk_shape_write (field->shape, g_ptr_array_index (list, i),
                                                          what));
  return take_array (array);
}

static JsonNode *
write_integers (GArray *list)
{
  JsonArray *array = json_array_sized_new (list->len);

  for (guint i = 0; i < list->len; i++)
    json_array_add_int_element (array, g_array_index (list, gint64, i));
  return take_array (array);
}

static JsonNode *
write_uuids (GPtrArray *list)
{
  JsonArray *array = json_array_sized_new (list->len);

  for (guint i = 0; i < list->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (list, i));
  return take_array (array);
}

static JsonNode *
write_string (const MkField *field,
              const char    *text)
{
  g_autofree char *lines = NULL;

  if (text == NULL)
    return field->flags & MK_NULLABLE ? json_node_new (JSON_NODE_NULL) : NULL;
  lines = field->kind == MK_KIND_TEXT ? mk_format_unix_lines (text) : g_strdup (text);
  return json_node_init_string (json_node_alloc (), lines);
}

static JsonNode *
write_number (gint64   number,
              gboolean is_boolean)
{
  if (number == MK_ABSENT)
    return NULL;
  return is_boolean ? json_node_init_boolean (json_node_alloc (), number != 0)
                    : json_node_init_int (json_node_alloc (), number);
}

/* NULL when the field is absent. */
static JsonNode *
write_field (const MkField *field,
             gconstpointer  data,
             MkWriteWhat    what)
{
  gconstpointer member = member_of (field, data);
  gpointer pointer;

  if (field->kind == MK_KIND_INTEGER)
    return write_number (*(const gint64 *) member, FALSE);
  if (field->kind == MK_KIND_BOOLEAN)
    return write_number (*(const int *) member, TRUE);

  pointer = *(gpointer const *) member;
  switch (field->kind)
    {
    case MK_KIND_OBJECT:
      return pointer == NULL ? NULL : take_object (mk_shape_write (field->shape, pointer, what));
    case MK_KIND_OBJECTS:
      return pointer == NULL ? NULL : write_objects (field, pointer, what);
    case MK_KIND_INTEGERS:
      return pointer == NULL ? NULL : write_integers (pointer);
    case MK_KIND_UUIDS:
      return pointer == NULL ? NULL : write_uuids (pointer);
    case MK_KIND_TEXT:
    case MK_KIND_INTEGER:
    case MK_KIND_BOOLEAN:
    case MK_KIND_DATE:
    case MK_KIND_TIME:
    case MK_KIND_DATE_TIME:
    case MK_KIND_UUID:
    case MK_KIND_CHOICE:
    case MK_KIND_SHA256:
    case MK_KIND_BASE64:
    default:
      return write_string (field, pointer);
    }
}

static gboolean
is_wanted (const MkField *field,
           MkWriteWhat    what)
{
  gboolean is_private = (field->flags & MK_PRIVATE) != 0;

  return what == MK_WRITE_ALL || is_private == (what == MK_WRITE_PRIVATE);
}

/**
 * mk_shape_write:
 * @shape: a shape
 * @data: a struct of the shape
 * @what: which of its fields
 *
 * Writes in the table's order, leaves out what is absent, and turns CR LF into LF.
 *
 * Returns: (transfer full): the JSON object
 */
JsonObject *
mk_shape_write (const MkShape *shape,
                gconstpointer  data,
                MkWriteWhat    what)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < shape->n_fields; i++)
    {
      const MkField *field = &shape->fields[i];
      JsonNode *node = is_wanted (field, what) ? write_field (field, data, what) : NULL;

      if (node != NULL)
        json_object_set_member (object, field->name, node);
    }
  return object;
}

/* Whether there was something to add. */
static gboolean
append_member (GString       *json,
               const MkField *field,
               gconstpointer  data)
{
  gconstpointer member = member_of (field, data);

  if (field->kind == MK_KIND_INTEGER && *(const gint64 *) member != MK_ABSENT)
    g_string_append_printf (json, "\"%s\":%" G_GINT64_FORMAT, field->name,
                            *(const gint64 *) member);
  else if (field->kind != MK_KIND_INTEGER && *(char *const *) member != NULL)
    {
      g_string_append_printf (json, "\"%s\":", field->name);
      mk_json_append_text (json, *(char *const *) member);
    }
  else
    return FALSE;
  return TRUE;
}

/**
 * mk_shape_append_members:
 * @json: the text of an object that has begun
 * @shape: a shape of texts and integers alone, none of them of several lines
 * @data: a struct of the shape
 *
 * Adds the members that mk_shape_write() would write, each with a comma behind it. For what is
 * written by the thousand.
 */
void
mk_shape_append_members (GString       *json,
                         const MkShape *shape,
                         gconstpointer  data)
{
  for (guint i = 0; i < shape->n_fields; i++)
    {
      const MkField *field = &shape->fields[i];

      g_assert (field->kind != MK_KIND_BOOLEAN && field->kind < MK_KIND_OBJECT);
      if (append_member (json, field, data))
        g_string_append_c (json, ',');
    }
}
