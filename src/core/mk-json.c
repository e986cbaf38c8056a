/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-json.h"

static MkJsonKind
json_kind (gconstpointer node)
{
  JsonNode *json = (JsonNode *) node;

  switch (json_node_get_node_type (json))
    {
    case JSON_NODE_OBJECT:
      return MK_JSON_OBJECT;
    case JSON_NODE_ARRAY:
      return MK_JSON_LIST;
    case JSON_NODE_NULL:
      return MK_JSON_NULL;
    case JSON_NODE_VALUE:
    default:
      break;
    }
  switch (json_node_get_value_type (json))
    {
    case G_TYPE_STRING:
      return MK_JSON_TEXT;
    case G_TYPE_BOOLEAN:
      return MK_JSON_BOOLEAN;
    case G_TYPE_INT64:
      return MK_JSON_INTEGER;
    default:
      return MK_JSON_REAL;
    }
}

static gboolean
json_boolean (gconstpointer node)
{
  return json_node_get_boolean ((JsonNode *) node);
}

static gint64
json_integer (gconstpointer node)
{
  return json_node_get_int ((JsonNode *) node);
}

static const char *
json_text (gconstpointer node)
{
  return json_node_get_string ((JsonNode *) node);
}

static gconstpointer
json_member (gconstpointer object,
             const char   *name)
{
  return json_object_get_member (json_node_get_object ((JsonNode *) object), name);
}

static void json_foreach (gconstpointer node,
                          MkJsonFunc    func,
                          gpointer      user_data);

static const MkJsonClass json_class = {
  json_kind, json_boolean, json_integer, json_text, json_member, json_foreach,
};

static void
json_foreach (gconstpointer node,
              MkJsonFunc    func,
              gpointer      user_data)
{
  if (JSON_NODE_HOLDS_ARRAY ((JsonNode *) node))
    {
      JsonArray *array = json_node_get_array ((JsonNode *) node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        func (NULL, mk_json_of (json_array_get_element (array, i)), user_data);
    }
  else
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *member;

      json_object_iter_init_ordered (&iter, json_node_get_object ((JsonNode *) node));
      while (json_object_iter_next_ordered (&iter, &name, &member))
        func (name, mk_json_of (member), user_data);
    }
}

/**
 * mk_json_of:
 * @node: (nullable): a json-glib node
 *
 * Returns: the node as a value, borrowed
 */
MkJsonValue
mk_json_of (JsonNode *node)
{
  return (MkJsonValue) { &json_class, node };
}

/**
 * mk_json_kind:
 * @value: a value
 *
 * Returns: its kind; %MK_JSON_NONE for one that is not there
 */
MkJsonKind
mk_json_kind (MkJsonValue value)
{
  return value.node == NULL ? MK_JSON_NONE : value.class->kind (value.node);
}

/**
 * mk_json_boolean:
 * @value: a value of kind %MK_JSON_BOOLEAN
 *
 * Returns: what it says
 */
gboolean
mk_json_boolean (MkJsonValue value)
{
  g_return_val_if_fail (mk_json_kind (value) == MK_JSON_BOOLEAN, FALSE);
  return value.class->boolean (value.node);
}

/**
 * mk_json_integer:
 * @value: a value of kind %MK_JSON_INTEGER
 *
 * Returns: the number
 */
gint64
mk_json_integer (MkJsonValue value)
{
  g_return_val_if_fail (mk_json_kind (value) == MK_JSON_INTEGER, 0);
  return value.class->integer (value.node);
}

/**
 * mk_json_text:
 * @value: a value
 *
 * Returns: (transfer none) (nullable): its UTF-8 text, or %NULL when it is no text
 */
const char *
mk_json_text (MkJsonValue value)
{
  return mk_json_kind (value) == MK_JSON_TEXT ? value.class->text (value.node) : NULL;
}

/**
 * mk_json_member:
 * @value: a value
 * @name: a member's name
 *
 * Returns: the member, of kind %MK_JSON_NONE when @value is no object or has no such member
 */
MkJsonValue
mk_json_member (MkJsonValue value,
                const char *name)
{
  MkJsonValue member = { value.class, NULL };

  if (mk_json_kind (value) == MK_JSON_OBJECT)
    member.node = value.class->member (value.node, name);
  return member;
}

/**
 * mk_json_foreach:
 * @value: a list or an object; anything else has no members
 * @func: called for each member in order, with its name in an object and %NULL in a list
 * @user_data: for @func
 */
void
mk_json_foreach (MkJsonValue value,
                 MkJsonFunc  func,
                 gpointer    user_data)
{
  MkJsonKind kind = mk_json_kind (value);

  if (kind == MK_JSON_LIST || kind == MK_JSON_OBJECT)
    value.class->foreach (value.node, func, user_data);
}

/**
 * mk_json_to_text:
 * @object: a JSON object
 *
 * Returns: (transfer full): it as compact UTF-8 text
 */
char *
mk_json_to_text (JsonObject *object)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (root, object);
  return json_to_string (root, FALSE);
}

/**
 * mk_json_append_text:
 * @json: JSON being written
 * @text: UTF-8
 *
 * Adds a string.
 */
void
mk_json_append_text (GString    *json,
                     const char *text)
{
  g_string_append_c (json, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_c (json, '\\');
      if ((guchar) *c < 0x20)
        g_string_append_printf (json, "\\u%04x", (guint) *c);
      else
        g_string_append_c (json, *c);
    }
  g_string_append_c (json, '"');
}

/**
 * mk_json_from_text:
 * @text: JSON that this program wrote
 *
 * For what the store holds, which was judged before it came there; foreign bytes go through the
 * exchange's gate.
 *
 * Returns: (transfer full): the root, or an empty object if @text is no JSON object
 */
JsonNode *
mk_json_from_text (const char *text)
{
  JsonNode *root = json_from_string (text, NULL);

  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return root;
  g_clear_pointer (&root, json_node_unref);
  root = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (root, json_object_new ());
  return root;
}
