/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-format.h"
#include "mk-shape.h"

#include <string.h>

/* Reading a JSON object into its struct by the field table, and every fault with its place. */

/* One field being read: where its value goes, and where faults of it are told to stand. */
typedef struct
{
  const MkField *field;
  gpointer       data;
  const char    *pointer;
  MkReadFlags    flags;
  MkFaults      *faults;
  guint          index;
} Reading;

static void
fault (const Reading *reading,
       const char    *code,
       const char    *should)
{
  mk_faults_add (reading->faults, code, reading->pointer, "»%s« %s.", reading->field->name, should);
}

static const char *
wanted_form (MkKind kind)
{
  static const char *const words[] = {
    [MK_KIND_TEXT] = "skal være en tekst",
    [MK_KIND_INTEGER] = "skal være et helt tal uden decimaler",
    [MK_KIND_BOOLEAN] = "skal være true eller false",
    [MK_KIND_DATE] = "skal være en dato skrevet som 2026-11-21",
    [MK_KIND_TIME] = "skal være et klokkeslæt skrevet som 07:30",
    [MK_KIND_DATE_TIME] = "skal være dato og klokkeslæt med tidszone som 2026-11-21T07:30:00+01:00",
    [MK_KIND_UUID] = "skal være et UUID med små bogstaver",
    [MK_KIND_CHOICE] = "skal være en tekst",
    [MK_KIND_SHA256] = "skal være 64 hexadecimale cifre med små bogstaver",
    [MK_KIND_BASE64] = "skal være base64 uden linjeskift",
    [MK_KIND_OBJECT] = "skal være et objekt",
    [MK_KIND_OBJECTS] = "skal være en liste",
    [MK_KIND_INTEGERS] = "skal være en liste",
    [MK_KIND_UUIDS] = "skal være en liste",
  };

  return words[kind];
}

static void
judge_text (const Reading *reading,
            const char    *text)
{
  gint64 most = reading->field->max == 0 ? MK_TEXT_MAX : reading->field->max;

  if (*text == '\0' && (reading->field->flags & MK_REQUIRED))
    fault (reading, MK_CODE_VALUE, "må ikke være tom");
  else if (most > 0 && strlen (text) > (gsize) most && g_utf8_strlen (text, -1) > most)
    mk_faults_add (reading->faults, MK_CODE_VALUE, reading->pointer,
                   "»%s« er for lang. Højst %" G_GINT64_FORMAT " tegn er tilladt.",
                   reading->field->name, most);
  else if (mk_format_has_control (text))
    fault (reading, MK_CODE_VALUE, "indeholder et styretegn, som ikke er tilladt");
}

static void
judge_form (const Reading *reading,
            MkFormat       format)
{
  if (format == MK_FORMAT_BAD_FORM)
    fault (reading, MK_CODE_FIELD, wanted_form (reading->field->kind));
  else if (format == MK_FORMAT_BAD_VALUE)
    fault (reading, MK_CODE_VALUE, "findes ikke i kalenderen eller på uret");
}

static void
judge_string (const Reading *reading,
              const char    *text)
{
  switch (reading->field->kind)
    {
    case MK_KIND_DATE:
      judge_form (reading, mk_format_judge_date (text));
      break;
    case MK_KIND_TIME:
      judge_form (reading, mk_format_judge_time (text));
      break;
    case MK_KIND_DATE_TIME:
      judge_form (reading, mk_format_judge_date_time (text));
      break;
    case MK_KIND_UUID:
    case MK_KIND_UUIDS:
      judge_form (reading, mk_format_judge_uuid (text));
      break;
    case MK_KIND_SHA256:
      judge_form (reading, mk_format_judge_sha256 (text));
      break;
    case MK_KIND_BASE64:
      judge_form (reading, mk_format_judge_base64 (text));
      break;
    case MK_KIND_CHOICE:
      if (!g_strv_contains (reading->field->choices, text))
        fault (reading, MK_CODE_VALUE, "er ikke en af de værdier, som formatet kender");
      break;
    case MK_KIND_TEXT:
    case MK_KIND_INTEGER:
    case MK_KIND_BOOLEAN:
    case MK_KIND_OBJECT:
    case MK_KIND_OBJECTS:
    case MK_KIND_INTEGERS:
    default:
      judge_text (reading, text);
      break;
    }
}

static gboolean
judge_integer (const Reading *reading,
               MkJsonValue    value)
{
  gint64 number;

  if (mk_json_kind (value) != MK_JSON_INTEGER)
    {
      fault (reading, MK_CODE_FIELD, "skal være et helt tal uden decimaler");
      return FALSE;
    }
  number = mk_json_integer (value);
  if (number < reading->field->min || number > reading->field->max)
    mk_faults_add (reading->faults, MK_CODE_VALUE, reading->pointer,
                   "»%s« skal være mellem %" G_GINT64_FORMAT " og %" G_GINT64_FORMAT ".",
                   reading->field->name, reading->field->min, reading->field->max);
  return TRUE;
}

static gpointer
member_of (const Reading *reading)
{
  return (char *) reading->data + reading->field->offset;
}

static Reading
element_reading (Reading *list,
                 char   **pointer)
{
  Reading element = *list;

  element.pointer = *pointer = g_strdup_printf ("%s/%u", list->pointer, list->index++);
  return element;
}

static void
read_object_element (const char *name G_GNUC_UNUSED,
                     MkJsonValue value,
                     gpointer    user_data)
{
  g_autofree char *pointer = NULL;
  Reading element = element_reading (user_data, &pointer);
  GPtrArray *list = *(GPtrArray **) member_of (&element);

  if (mk_json_kind (value) != MK_JSON_OBJECT)
    fault (&element, MK_CODE_FIELD, "må kun indeholde objekter");
  else
    g_ptr_array_add (list, mk_shape_read (element.field->shape, value, element.flags, pointer,
                                          element.faults));
}

static void
read_integer_element (const char *name G_GNUC_UNUSED,
                      MkJsonValue value,
                      gpointer    user_data)
{
  g_autofree char *pointer = NULL;
  Reading element = element_reading (user_data, &pointer);

  if (judge_integer (&element, value))
    {
      gint64 number = mk_json_integer (value);

      g_array_append_val (*(GArray **) member_of (&element), number);
    }
}

static void
read_uuid_element (const char *name G_GNUC_UNUSED,
                   MkJsonValue value,
                   gpointer    user_data)
{
  g_autofree char *pointer = NULL;
  Reading element = element_reading (user_data, &pointer);
  const char *text = mk_json_text (value);

  if (text == NULL)
    {
      fault (&element, MK_CODE_FIELD, "må kun indeholde UUID'er med små bogstaver");
      return;
    }
  judge_string (&element, text);
  g_ptr_array_add (*(GPtrArray **) member_of (&element), g_strdup (text));
}

static void
read_list (Reading    *reading,
           MkJsonValue value)
{
  MkJsonFunc func = read_object_element;

  if (mk_json_kind (value) != MK_JSON_LIST)
    {
      fault (reading, MK_CODE_FIELD, "skal være en liste");
      return;
    }
  if (reading->field->kind == MK_KIND_INTEGERS)
    {
      *(GArray **) member_of (reading) = g_array_new (FALSE, FALSE, sizeof (gint64));
      func = read_integer_element;
    }
  else if (reading->field->kind == MK_KIND_UUIDS)
    {
      *(GPtrArray **) member_of (reading) = g_ptr_array_new_with_free_func (g_free);
      func = read_uuid_element;
    }
  else
    *(GPtrArray **) member_of (reading) = g_ptr_array_new ();
  mk_json_foreach (value, func, reading);
}

static void
read_object (const Reading *reading,
             MkJsonValue    value)
{
  if (mk_json_kind (value) != MK_JSON_OBJECT)
    fault (reading, MK_CODE_FIELD, "skal være et objekt");
  else
    *(gpointer *) member_of (reading) = mk_shape_read (reading->field->shape, value, reading->flags,
                                                       reading->pointer, reading->faults);
}

static void
read_string (const Reading *reading,
             MkJsonValue    value)
{
  const char *text = mk_json_text (value);
  g_autofree char *taken = NULL;

  if (text == NULL)
    {
      fault (reading, MK_CODE_FIELD, wanted_form (reading->field->kind));
      return;
    }
  taken = reading->flags & MK_READ_CLOSED ? mk_format_unix_lines (text) : g_strdup (text);
  judge_string (reading, taken);
  *(char **) member_of (reading) = g_steal_pointer (&taken);
}

static void
read_present (Reading    *reading,
              MkJsonValue value)
{
  switch (reading->field->kind)
    {
    case MK_KIND_INTEGER:
      if (judge_integer (reading, value))
        *(gint64 *) member_of (reading) = mk_json_integer (value);
      break;
    case MK_KIND_BOOLEAN:
      if (mk_json_kind (value) != MK_JSON_BOOLEAN)
        fault (reading, MK_CODE_FIELD, "skal være true eller false");
      else
        *(int *) member_of (reading) = mk_json_boolean (value);
      break;
    case MK_KIND_OBJECT:
      read_object (reading, value);
      break;
    case MK_KIND_OBJECTS:
    case MK_KIND_INTEGERS:
    case MK_KIND_UUIDS:
      read_list (reading, value);
      break;
    case MK_KIND_TEXT:
    case MK_KIND_DATE:
    case MK_KIND_TIME:
    case MK_KIND_DATE_TIME:
    case MK_KIND_UUID:
    case MK_KIND_CHOICE:
    case MK_KIND_SHA256:
    case MK_KIND_BASE64:
    default:
      read_string (reading, value);
      break;
    }
}

static void
read_field (Reading    *reading,
            MkJsonValue value)
{
  MkJsonKind kind = mk_json_kind (value);

  if (kind == MK_JSON_NULL && (reading->field->flags & MK_NULLABLE))
    return;
  if (kind != MK_JSON_NONE)
    read_present (reading, value);
  else if (reading->field->flags & MK_REQUIRED)
    fault (reading, MK_CODE_FIELD, "mangler");
}

typedef struct
{
  const MkShape *shape;
  const char    *pointer;
  MkReadFlags    flags;
  MkFaults      *faults;
} Unknown;

static gboolean
knows (const Unknown *unknown,
       const char    *name)
{
  for (guint i = 0; i < unknown->shape->n_fields; i++)
    {
      const MkField *field = &unknown->shape->fields[i];

      if (g_str_equal (field->name, name))
        return !(field->flags & MK_PRIVATE) || (unknown->flags & MK_READ_PRIVATE);
    }
  return FALSE;
}

static void
refuse_unknown (const char *name,
                MkJsonValue value G_GNUC_UNUSED,
                gpointer    user_data)
{
  const Unknown *unknown = user_data;

  if (!knows (unknown, name))
    mk_faults_add (unknown->faults, MK_CODE_FIELD, unknown->pointer,
                   "Et felt har et navn, som denne type ikke kender.");
}

/**
 * mk_shape_read:
 * @shape: a shape
 * @value: a value of kind %MK_JSON_OBJECT
 * @flags: what is read
 * @pointer: JSON pointer to @value; "" for the whole
 * @faults: where faults are added
 *
 * Reads @value by the table. What is at fault is left out of the struct as far as it has no room
 * there; the caller looks at @faults before it uses the rest. The rules across fields are judged
 * only when no fault was found below @pointer before.
 *
 * Returns: (transfer full): a struct of the shape; free with mk_shape_free()
 */
gpointer
mk_shape_read (const MkShape *shape,
               MkJsonValue    value,
               MkReadFlags    flags,
               const char    *pointer,
               MkFaults      *faults)
{
  gpointer data = mk_shape_new (shape);
  guint before = mk_faults_count (faults);

  for (guint i = 0; i < shape->n_fields; i++)
    {
      const MkField *field = &shape->fields[i];
      g_autofree char *place = g_strdup_printf ("%s/%s", pointer, field->name);
      Reading reading = { field, data, place, flags, faults, 0 };

      if ((field->flags & MK_PRIVATE) && !(flags & MK_READ_PRIVATE))
        continue;
      read_field (&reading, mk_json_member (value, field->name));
    }
  if (flags & MK_READ_CLOSED)
    {
      Unknown unknown = { shape, pointer, flags, faults };

      mk_json_foreach (value, refuse_unknown, &unknown);
    }
  if (shape->check != NULL && mk_faults_count (faults) == before)
    shape->check (data, pointer, faults);
  return data;
}
