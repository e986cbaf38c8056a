/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-gate.h"

#include "mk-gate-members.h"
#include "mk-package.h"
#include "mk-shape.h"

#include <stdlib.h>
#include <string.h>
#include <yyjson.h>

/* Foreign bytes in, judged values out. The parser refuses what is no JSON; the walk after it
 * refuses what JSON allows and the contract does not. */

#define LONGEST_NAME_SHOWN 40

struct _MkGate
{
  GBytes     *bytes;
  yyjson_doc *document;
};

/* Where the walk stands: the way back to the root, and what it knows of the names on it. */
typedef struct _Place Place;
struct _Place
{
  const Place *parent;
  yyjson_val  *key;
  gsize        index;
};

/* Reading */

static MkJsonKind
gate_kind (gconstpointer node)
{
  switch (yyjson_get_type ((yyjson_val *) node))
    {
    case YYJSON_TYPE_NULL:
      return MK_JSON_NULL;
    case YYJSON_TYPE_BOOL:
      return MK_JSON_BOOLEAN;
    case YYJSON_TYPE_NUM:
      return yyjson_is_int ((yyjson_val *) node) ? MK_JSON_INTEGER : MK_JSON_REAL;
    case YYJSON_TYPE_STR:
      return MK_JSON_TEXT;
    case YYJSON_TYPE_ARR:
      return MK_JSON_LIST;
    case YYJSON_TYPE_OBJ:
      return MK_JSON_OBJECT;
    default:
      return MK_JSON_NONE;
    }
}

static gboolean
gate_boolean (gconstpointer node)
{
  return yyjson_get_bool ((yyjson_val *) node);
}

static gint64
gate_integer (gconstpointer node)
{
  return yyjson_get_sint ((yyjson_val *) node);
}

static const char *
gate_text (gconstpointer node)
{
  return yyjson_get_str ((yyjson_val *) node);
}

static gconstpointer
gate_member (gconstpointer object,
             const char   *name)
{
  return yyjson_obj_get ((yyjson_val *) object, name);
}

static void gate_foreach (gconstpointer node,
                          MkJsonFunc    func,
                          gpointer      user_data);

static const MkJsonClass gate_class = {
  gate_kind, gate_boolean, gate_integer, gate_text, gate_member, gate_foreach,
};

static void
gate_foreach (gconstpointer node,
              MkJsonFunc    func,
              gpointer      user_data)
{
  yyjson_val *value, *key;
  gsize i, n;

  if (yyjson_is_arr ((yyjson_val *) node))
    {
      yyjson_arr_foreach ((yyjson_val *) node, i, n, value)
          func (NULL, (MkJsonValue) { &gate_class, value }, user_data);
    }
  else
    {
      yyjson_obj_foreach ((yyjson_val *) node, i, n, key, value)
          func (yyjson_get_str (key), (MkJsonValue) { &gate_class, value }, user_data);
    }
}

/* Refusing */

static void
append_place (GString     *pointer,
              const Place *place)
{
  if (place == NULL || place->parent == NULL)
    return;
  append_place (pointer, place->parent);
  g_string_append_c (pointer, '/');
  if (place->key == NULL)
    {
      g_string_append_printf (pointer, "%" G_GSIZE_FORMAT, place->index);
      return;
    }
  for (const char *c = yyjson_get_str (place->key), *end = c + LONGEST_NAME_SHOWN;
       *c != '\0' && c < end; c = g_utf8_next_char (c))
    {
      if (*c == '~' || *c == '/')
        g_string_append (pointer, *c == '~' ? "~0" : "~1");
      else
        g_string_append_len (pointer, c, g_utf8_next_char (c) - c);
    }
}

static gboolean
refuse (MkFaults    *faults,
        const Place *place,
        const char  *reason)
{
  g_autoptr (GString) pointer = g_string_new (NULL);

  append_place (pointer, place);
  mk_faults_add (faults, MK_CODE_READING, pointer->str, "%s", reason);
  return FALSE;
}

static gboolean walk (yyjson_val  *value,
                      const Place *place,
                      guint        depth,
                      MkFaults    *faults);

static gboolean
walk_text (yyjson_val  *text,
           const Place *place,
           MkFaults    *faults)
{
  if (memchr (yyjson_get_str (text), '\0', yyjson_get_len (text)) == NULL)
    return TRUE;
  return refuse (faults, place, "Filen indeholder tegnet \\u0000, som ikke er tilladt.");
}

static gboolean
walk_number (yyjson_val  *number,
             const Place *place,
             MkFaults    *faults)
{
  gboolean is_good = TRUE;

  if (yyjson_is_uint (number))
    is_good = yyjson_get_uint (number) <= (guint64) MK_INTEGER_MAX;
  else if (yyjson_is_sint (number))
    is_good = yyjson_get_sint (number) >= -MK_INTEGER_MAX;
  return is_good || refuse (faults, place,
                            "Filen indeholder et helt tal, der er større end formatet tillader.");
}

static gboolean
walk_list (yyjson_val  *list,
           const Place *place,
           guint        depth,
           MkFaults    *faults)
{
  yyjson_val *value;
  gsize i, n;

  yyjson_arr_foreach (list, i, n, value)
  {
    Place inner = { place, NULL, i };

    if (!walk (value, &inner, depth, faults))
      return FALSE;
  }
  return TRUE;
}

static gboolean
walk_object (yyjson_val  *object,
             const Place *place,
             guint        depth,
             MkFaults    *faults)
{
  yyjson_val *key, *value;
  gsize i, n;

  yyjson_obj_foreach (object, i, n, key, value)
  {
    Place inner = { place, key, 0 };

    if (!walk_text (key, place, faults) || !walk (value, &inner, depth, faults))
      return FALSE;
  }
  if (mk_gate_members_repeat (object))
    return refuse (faults, place, "Det samme navn står to gange i et objekt.");
  return TRUE;
}

/* @depth is that of @value if it is a list or an object; the root's is 1. */
static gboolean
walk (yyjson_val  *value,
      const Place *place,
      guint        depth,
      MkFaults    *faults)
{
  switch (yyjson_get_type (value))
    {
    case YYJSON_TYPE_RAW:
      return refuse (faults, place,
                     "Filen indeholder et tal, der er større end formatet tillader.");
    case YYJSON_TYPE_NUM:
      return walk_number (value, place, faults);
    case YYJSON_TYPE_STR:
      return walk_text (value, place, faults);
    case YYJSON_TYPE_ARR:
    case YYJSON_TYPE_OBJ:
      if (depth > MK_PACKAGE_MOST_DEPTH)
        return refuse (faults, place,
                       "Filen har flere niveauer inden i hinanden, end formatet tillader.");
      return yyjson_is_arr (value) ? walk_list (value, place, depth + 1, faults)
                                   : walk_object (value, place, depth + 1, faults);
    default:
      return TRUE;
    }
}

static void
refuse_syntax (const yyjson_read_err *problem,
               const char            *bytes,
               gsize                  length,
               MkFaults              *faults)
{
  gsize line = 1, column = 1, character = 0;

  if (problem->code == YYJSON_READ_ERROR_MEMORY_ALLOCATION)
    {
      mk_faults_add (faults, MK_CODE_READING, "", "Der er ikke hukommelse nok til at læse filen.");
      return;
    }
  if (length > 0)
    yyjson_locate_pos (bytes, length, problem->pos, &line, &column, &character);
  mk_faults_add (faults, MK_CODE_READING, "",
                 "Filen er ikke gyldig JSON i UTF-8: linje %" G_GSIZE_FORMAT
                 ", tegn %" G_GSIZE_FORMAT ".",
                 line, column);
}

/**
 * mk_gate_open:
 * @bytes: foreign bytes
 * @faults: where the one fault goes when they are refused, with code `laesning`
 *
 * Reads @bytes by section 2 of the exchange contract: at most 8 MiB of UTF-8 without byte order
 * mark, strict JSON, no name twice in an object, no U+0000, at most 32 levels, and only numbers
 * that the contract allows. Takes about ten times the bytes in memory at worst.
 *
 * Returns: (transfer full) (nullable): what was read; %NULL when it is refused
 */
MkGate *
mk_gate_open (GBytes   *bytes,
              MkFaults *faults)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  yyjson_read_err problem = { 0 };
  g_autoptr (MkGate) self = g_new0 (MkGate, 1);
  Place root = { NULL, NULL, 0 };

  if (length > MK_PACKAGE_MOST_BYTES)
    {
      mk_faults_add (faults, MK_CODE_READING, "", "Filen er større end 8 MiB, som er det største.");
      return NULL;
    }
  self->bytes = g_bytes_ref (bytes);
  self->document = yyjson_read_opts ((char *) (gpointer) text, length, YYJSON_READ_BIGNUM_AS_RAW,
                                     NULL, &problem);
  if (self->document == NULL)
    {
      refuse_syntax (&problem, text, length, faults);
      return NULL;
    }
  return walk (yyjson_doc_get_root (self->document), &root, 1, faults) ? g_steal_pointer (&self)
                                                                       : NULL;
}

/**
 * mk_gate_free:
 * @self: (nullable): what was read
 */
void
mk_gate_free (MkGate *self)
{
  if (self == NULL)
    return;
  yyjson_doc_free (self->document);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/**
 * mk_gate_root:
 * @self: what was read
 *
 * Returns: its root
 */
MkJsonValue
mk_gate_root (const MkGate *self)
{
  return (MkJsonValue) { &gate_class, yyjson_doc_get_root (self->document) };
}

/**
 * mk_gate_dup_text:
 * @value: a value of a gate
 *
 * Returns: (transfer full): it as compact JSON text, with the values it had
 */
char *
mk_gate_dup_text (MkJsonValue value)
{
  gsize length;
  char *written = yyjson_val_write ((yyjson_val *) value.node, YYJSON_WRITE_NOFLAG, &length);
  char *text;

  g_return_val_if_fail (written != NULL, NULL);
  text = g_strndup (written, length);
  free (written);
  return text;
}

/**
 * mk_gate_is_equal:
 * @value: a value of a gate
 * @text: JSON text that the store holds
 *
 * Returns: whether both are the same JSON value, whatever the order of their members
 */
gboolean
mk_gate_is_equal (MkJsonValue value,
                  const char *text)
{
  yyjson_doc *document = yyjson_read (text, strlen (text), YYJSON_READ_NOFLAG);
  gboolean is_equal =
      mk_gate_members_equal ((yyjson_val *) value.node, yyjson_doc_get_root (document));

  yyjson_doc_free (document);
  return is_equal;
}
