/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-fuzz.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Damage that keeps the form of JSON, so that it reaches what lies behind the parser. */

/* Where a value stands: in a list or in an object. */
typedef struct
{
  JsonNode   *parent;
  const char *name;
  guint       index;
} Place;

static void
collect (JsonNode *node,
         GArray   *places)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *list = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (list); i++)
        {
          Place place = { node, NULL, i };

          g_array_append_val (places, place);
          collect (json_array_get_element (list, i), places);
        }
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr (GList) names = json_object_get_members (object);

      for (GList *link = names; link != NULL; link = link->next)
        {
          Place place = { node, link->data, 0 };

          g_array_append_val (places, place);
          collect (json_object_get_member (object, link->data), places);
        }
    }
}

static JsonNode *
value_at (const Place *place)
{
  if (place->name != NULL)
    return json_object_get_member (json_node_get_object (place->parent), place->name);
  return json_array_get_element (json_node_get_array (place->parent), place->index);
}

/* json_node_copy() would share what is inside, and something could come to stand in itself. */
static JsonNode *
copy_at (const Place *place)
{
  g_autofree char *text = json_to_string (value_at (place), FALSE);
  JsonNode *copy = json_from_string (text, NULL);

  /* json-glib writes some numbers that it does not read. */
  return copy != NULL ? copy : json_node_init_null (json_node_alloc ());
}

/* Takes @value; %NULL removes what stands there. */
static void
put (const Place *place,
     JsonNode    *value)
{
  JsonArray *list = place->name == NULL ? json_node_get_array (place->parent) : NULL;

  if (list != NULL)
    {
      json_array_remove_element (list, place->index);
      if (value != NULL)
        json_array_add_element (list, value);
    }
  else if (value != NULL)
    json_object_set_member (json_node_get_object (place->parent), place->name, value);
  else
    json_object_remove_member (json_node_get_object (place->parent), place->name);
}

/* What is near a limit, or of another kind. */
static JsonNode *
odd_value (GRand *chance)
{
  static const char *const odd[] = {
    "null",
    "true",
    "0",
    "-1",
    "1",
    "2",
    "5",
    "7",
    "1441",
    "1.5",
    "1e300",
    "9007199254740992",
    "-9007199254740992",
    "\"\"",
    "\" \"",
    "\"\\u0085\"",
    "\"\\r\\n\"",
    "\"\\uffff\"",
    "\"gem\"",
    "\"slet\"",
    "\"leveret\"",
    "\"2026-02-30\"",
    "\"2026-12-31\"",
    "\"0001-01-01\"",
    "\"24:00\"",
    "\"2026-11-16T09:00:00.123456789-14:00\"",
    "\"11111111-1111-4111-8111-111111111111\"",
    "\"33333333-3333-4333-8333-333333333333\"",
    "\"44444444-4444-4444-8444-444444444444\"",
    "\"ffffffff-ffff-ffff-ffff-ffffffffffff\"",
    "\"forloeb\"",
    "\"kvittering\"",
    "\"kontakt\"",
    "\"nytSlags\"",
    "[]",
    "[[],{}]",
    "{}",
    "{\"\":null}",
  };

  return json_from_string (odd[g_rand_int_range (chance, 0, G_N_ELEMENTS (odd))], NULL);
}

static void
rename_member (const Place *place,
               const Place *other,
               GRand       *chance)
{
  const char *name = other->name != NULL && g_rand_boolean (chance) ? other->name : "ukendtFelt";
  JsonObject *object = json_node_get_object (place->parent);
  JsonNode *value = copy_at (place);
  g_autofree char *kept = g_strdup (name);

  json_object_remove_member (object, place->name);
  json_object_set_member (object, kept, value);
}

static void
damage_once (JsonNode *root,
             GRand    *chance)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  const Place *place, *other;

  collect (root, places);
  if (places->len == 0)
    return;
  place =
      &g_array_index (places, Place, (guint) g_rand_int_range (chance, 0, (gint32) places->len));
  other =
      &g_array_index (places, Place, (guint) g_rand_int_range (chance, 0, (gint32) places->len));
  switch (g_rand_int_range (chance, 0, 8))
    {
    case 0:
      put (place, NULL);
      break;
    case 1:
    case 2:
      put (place, copy_at (other));
      break;
    case 3:
      if (place->name != NULL)
        rename_member (place, other, chance);
      break;
    case 4:
      if (place->name == NULL)
        json_array_add_element (json_node_get_array (place->parent), copy_at (place));
      break;
    default:
      put (place, odd_value (chance));
      break;
    }
}

/* json-glib goes down into what is nested by calling itself, for as long as there is a stack. */
static gboolean
is_deep (const char *text)
{
  guint depth = 0;

  for (; *text != '\0' && depth < 100; text++)
    if (*text == '[' || *text == '{')
      depth++;
    else if ((*text == ']' || *text == '}') && depth > 0)
      depth--;
  return *text != '\0';
}

/**
 * mk_fuzz_damage_json:
 * @data: (inout): bytes
 * @size: how many
 * @most: how many there is room for
 * @chance: decides
 *
 * Damages a few values of JSON text.
 *
 * Returns: how many bytes there are now; 0 where @data is no JSON or there is no room
 */
gsize
mk_fuzz_damage_json (guint8 *data,
                     gsize   size,
                     gsize   most,
                     GRand  *chance)
{
  g_autofree char *text = mk_fuzz_text (data, size);
  g_autoptr (JsonNode) root =
      text != NULL && !is_deep (text) ? json_from_string (text, NULL) : NULL;
  g_autofree char *damaged = NULL;
  gsize length;

  if (root == NULL)
    return 0;
  for (gint32 n = g_rand_int_range (chance, 1, 4); n > 0; n--)
    damage_once (root, chance);
  damaged = json_to_string (root, FALSE);
  length = strlen (damaged);
  if (length > most)
    return 0;
  memcpy (data, damaged, length);
  return length;
}
