/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-probe.h"

#include "mk-sample.h"

/* One field at its place in the whole. */
typedef struct
{
  JsonNode      *root;
  const MkField *field;
  JsonObject    *object;
  const char    *pointer;
  MkProbeFunc    func;
  gpointer       user_data;
} Place;

static void
put (const Place *place,
     JsonNode    *value)
{
  if (value != NULL)
    json_object_set_member (place->object, place->field->name, json_node_copy (value));
  else
    json_object_remove_member (place->object, place->field->name);
}

/* Tells of the whole with @value in the field's place (NULL: without the field) and takes it out
 * again. @suffix is what stands behind the field's own pointer. */
static void
probe (const Place *place,
       JsonNode    *value,
       const char  *code,
       const char  *suffix)
{
  const char *name = place->field->name;
  g_autoptr (JsonNode) old = NULL;
  g_autofree char *pointer = g_strdup_printf ("%s/%s%s", place->pointer, name, suffix);
  MkProbe told = { place->root, place->field, value, code, pointer };

  if (json_object_has_member (place->object, name))
    old = json_object_dup_member (place->object, name);
  put (place, value);
  place->func (&told, place->user_data);
  put (place, old);
}

static void
probe_json (const Place *place,
            const char  *json,
            const char  *code,
            const char  *suffix)
{
  g_autoptr (JsonNode) value = json_from_string (json, NULL);

  g_assert_nonnull (value);
  probe (place, value, code, suffix);
}

static void
probe_text (const Place *place,
            const char  *text,
            const char  *code)
{
  g_autoptr (JsonNode) value = json_node_init_string (json_node_alloc (), text);

  probe (place, value, code, "");
}

static void
probe_integer (const Place *place,
               gint64       number,
               const char  *code)
{
  g_autoptr (JsonNode) value = json_node_init_int (json_node_alloc (), number);

  probe (place, value, code, "");
}

static void
probe_repeated (const Place *place,
                const char  *letter,
                gint64       times,
                const char  *code)
{
  GString *text = g_string_new (NULL);
  g_autofree char *whole = NULL;

  while (times-- > 0)
    g_string_append (text, letter);
  whole = g_string_free_and_steal (text);
  probe_text (place, whole, code);
}

static void
probe_kinds (const Place *place)
{
  static const char *const wrong[] = {
    "\"" MK_PROBE_SECRET "\"", "7", "1.5", "7.0", "1e3", "true", "[]", "{}", "-0.0", NULL
  };
  MkKind kind = place->field->kind;
  gboolean is_text = kind == MK_KIND_TEXT || kind == MK_KIND_CHOICE;

  for (guint i = 0; wrong[i] != NULL; i++)
    {
      gboolean is_right = (wrong[i][0] == '"' && is_text) ||
                          (g_str_equal (wrong[i], "7") && kind == MK_KIND_INTEGER) ||
                          (g_str_equal (wrong[i], "true") && kind == MK_KIND_BOOLEAN) ||
                          (wrong[i][0] == '[' && kind > MK_KIND_OBJECT) ||
                          (wrong[i][0] == '{' && kind == MK_KIND_OBJECT);

      if (!is_right)
        probe_json (place, wrong[i], MK_CODE_FIELD, "");
    }
}

static void
probe_presence (const Place *place)
{
  MkFieldFlags flags = place->field->flags;
  g_autoptr (JsonNode) good = mk_sample_node (place->field);

  probe (place, good, NULL, "");
  probe (place, NULL, flags & MK_REQUIRED ? MK_CODE_FIELD : NULL, "");
  probe_json (place, "null", flags & MK_NULLABLE ? NULL : MK_CODE_FIELD, "");
}

static void
probe_text_limits (const Place *place)
{
  gint64 most = place->field->max == 0 ? 10000 : place->field->max;

  probe_text (place, "", place->field->flags & MK_REQUIRED ? MK_CODE_VALUE : NULL);
  probe_text (place, "Æble\n\tpære 🙂", NULL);
  probe_text (place, MK_PROBE_SECRET "\r", MK_CODE_VALUE);
  probe_text (place, MK_PROBE_SECRET "\x7f", MK_CODE_VALUE);
  probe_text (place, MK_PROBE_SECRET "\xc2\x85", MK_CODE_VALUE);
  probe_text (place, MK_PROBE_SECRET "\x1b", MK_CODE_VALUE);
  if (most < 0)
    {
      probe_repeated (place, "å", 100000, NULL);
      return;
    }
  probe_repeated (place, "å", most, NULL);
  probe_repeated (place, "🙂", most, NULL);
  probe_repeated (place, "å", most + 1, MK_CODE_VALUE);
  probe_repeated (place, "a", most + 1, MK_CODE_VALUE);
}

static void
probe_forms (const Place       *place,
             const char *const *no_form,
             const char *const *no_value)
{
  for (; *no_form != NULL; no_form++)
    probe_text (place, *no_form, MK_CODE_FIELD);
  for (; *no_value != NULL; no_value++)
    probe_text (place, *no_value, MK_CODE_VALUE);
}

static void
probe_elements (const Place *place)
{
  const MkField *field = place->field;
  g_autofree char *low = g_strdup_printf ("[%" G_GINT64_FORMAT "]", field->min - 1);
  g_autofree char *high =
      g_strdup_printf ("[%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT "]", field->max, field->max + 1);

  probe_json (place, "[]", NULL, "");
  probe_json (place, "[null]", MK_CODE_FIELD, "/0");
  probe_json (place, "[[]]", MK_CODE_FIELD, "/0");
  probe_json (place, "[\"" MK_PROBE_SECRET "\"]", MK_CODE_FIELD, "/0");
  if (field->kind == MK_KIND_INTEGERS)
    {
      probe_json (place, low, MK_CODE_VALUE, "/0");
      probe_json (place, high, MK_CODE_VALUE, "/1");
      probe_json (place, "[1.0]", MK_CODE_FIELD, "/0");
    }
  if (field->kind == MK_KIND_UUIDS)
    probe_json (place, "[\"B214C9A4-5320-553F-A8C0-5FDCB5CCCC62\"]", MK_CODE_FIELD, "/0");
}

static void
probe_integer_limits (const Place *place)
{
  probe_integer (place, place->field->min, NULL);
  probe_integer (place, place->field->max, NULL);
  probe_integer (place, place->field->min - 1, MK_CODE_VALUE);
  probe_integer (place, place->field->max + 1, MK_CODE_VALUE);
  probe_integer (place, G_MININT, MK_CODE_VALUE);
}

static void
probe_calendar (const Place *place)
{
  static const char *const no_date[] = { "", "2026-2-30", "21-11-2027", NULL };
  static const char *const no_day[] = { "2026-02-30", "0000-01-01", NULL };
  static const char *const no_time[] = { "7:31", "07.31", "07:31:00", NULL };
  static const char *const no_clock[] = { "24:00", "07:60", NULL };
  static const char *const no_moment[] = { "2026-11-22", "2026-11-22t07:31:00Z", NULL };
  static const char *const no_instant[] = { "2026-02-30T07:31:00Z", "2026-11-22T23:59:60Z", NULL };

  if (place->field->kind == MK_KIND_DATE)
    probe_forms (place, no_date, no_day);
  else if (place->field->kind == MK_KIND_TIME)
    probe_forms (place, no_time, no_clock);
  else
    probe_forms (place, no_moment, no_instant);
}

static void
probe_values (const Place *place)
{
  static const char *const none[] = { NULL };
  static const char *const no_token[] = { "", "B214C9A4-5320-553F-A8C0-5FDCB5CCCC62", "TQ=", NULL };

  switch ((guint) place->field->kind)
    {
    case MK_KIND_TEXT:
      probe_text_limits (place);
      break;
    case MK_KIND_INTEGER:
      probe_integer_limits (place);
      break;
    case MK_KIND_DATE:
    case MK_KIND_TIME:
    case MK_KIND_DATE_TIME:
      probe_calendar (place);
      break;
    case MK_KIND_UUID:
    case MK_KIND_SHA256:
      probe_forms (place, no_token, none);
      break;
    case MK_KIND_BASE64:
      probe_forms (place, no_token + 1, none);
      break;
    case MK_KIND_CHOICE:
      probe_text (place, MK_PROBE_SECRET, MK_CODE_VALUE);
      probe_text (place, "", MK_CODE_VALUE);
      break;
    case MK_KIND_OBJECTS:
    case MK_KIND_INTEGERS:
    case MK_KIND_UUIDS:
      probe_elements (place);
      break;
    default:
      break;
    }
}

static void walk_shape (const Place   *outer,
                        const MkShape *shape,
                        JsonObject    *object,
                        const char    *pointer);

/* An object of the example, or a made one where the example leaves it out; of a list the first. */
static void
walk_inner (const Place *place)
{
  const MkField *field = place->field;
  g_autofree char *pointer = g_strdup_printf ("%s/%s", place->pointer, field->name);
  g_autofree char *first = g_strdup_printf ("%s/0", pointer);
  JsonArray *list;

  if (!json_object_has_member (place->object, field->name))
    json_object_set_member (place->object, field->name, mk_sample_node (field));
  if (field->kind == MK_KIND_OBJECT)
    {
      walk_shape (place, field->shape, json_object_get_object_member (place->object, field->name),
                  pointer);
      return;
    }
  list = json_object_get_array_member (place->object, field->name);
  if (json_array_get_length (list) == 0)
    {
      gpointer data = mk_sample_struct (field->shape);

      json_array_add_object_element (list, mk_shape_write (field->shape, data, MK_WRITE_ALL));
      mk_shape_free (field->shape, data);
    }
  walk_shape (place, field->shape, json_array_get_object_element (list, 0), first);
}

static void
walk_shape (const Place   *outer,
            const MkShape *shape,
            JsonObject    *object,
            const char    *pointer)
{
  for (guint i = 0; i < shape->n_fields; i++)
    {
      Place place = *outer;

      place.field = &shape->fields[i];
      place.object = object;
      place.pointer = pointer;
      probe_presence (&place);
      probe_kinds (&place);
      probe_values (&place);
      if (place.field->shape != NULL)
        walk_inner (&place);
    }
}

/**
 * mk_probe_shape:
 * @shape: a shape
 * @root: a good object of it; it is changed and changed back
 * @func: (scope call): called for each probe
 * @user_data: for @func
 *
 * Puts every field of @shape to the test, also those within: left out, null, of another kind, at
 * its limits and beyond them.
 */
void
mk_probe_shape (const MkShape *shape,
                JsonNode      *root,
                MkProbeFunc    func,
                gpointer       user_data)
{
  Place whole = { root, NULL, NULL, "", func, user_data };

  walk_shape (&whole, shape, json_node_get_object (root), "");
}
