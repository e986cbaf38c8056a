/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-sample.h"

/* Random structs that keep to their field table, from GTest's seeded source of randomness. Rules
 * across fields are not kept to: read them by mk_sample_bare_shape(). */

#define MEMBER(data, field, Type) (*(Type *) (gpointer) ((char *) (data) + (field)->offset))
#define CONST_MEMBER(data, field, Type) \
  (*(Type const *) (gconstpointer) ((const char *) (data) + (field)->offset))

static guint
below (guint end)
{
  return (guint) g_test_rand_int_range (0, (gint32) end);
}

/**
 * mk_sample_text:
 * @most: the most code points
 *
 * Returns: (transfer full): text of 1 to @most code points, also of those that are often got wrong
 */
char *
mk_sample_text (guint most)
{
  static const gunichar some[] = { 'a',    'Z',    ' ',    '\n',   '\t',   '"',     '\\',
                                   '/',    '\'',   '<',    '&',    '%',    '0',     0xa0,
                                   0xe6,   0xf8,   0xe5,   0x301,  0x200d, 0x2028,  0x20ac,
                                   0xd7ff, 0xe000, 0xfeff, 0xfffd, 0xffff, 0x1f642, 0x10ffff };
  GString *text = g_string_new (NULL);

  for (guint n = 1 + below (most); n > 0; n--)
    g_string_append_unichar (text, some[below (G_N_ELEMENTS (some))]);
  return g_string_free_and_steal (text);
}

static char *
hex (guint length)
{
  GString *digits = g_string_new (NULL);

  while (length-- > 0)
    g_string_append_c (digits, "0123456789abcdef"[below (16)]);
  return g_string_free_and_steal (digits);
}

static char *
date (void)
{
  guint year = 1 + below (9999);
  guint month = 1 + below (12);

  return g_strdup_printf ("%04u-%02u-%02u", year, month,
                          1 + below (
                                  g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year)));
}

static char *
date_time (void)
{
  static const char *const ends[] = { "Z", "+01:00", "-00:00", "+14:00", "-14:00", ".5+02:00" };
  g_autofree char *day = date ();

  return g_strdup_printf ("%sT%02u:%02u:%02u%s", day, below (24), below (60), below (60),
                          ends[below (G_N_ELEMENTS (ends))]);
}

static char *
base64 (void)
{
  g_autofree char *bytes = hex (below (30));

  return g_base64_encode ((const guchar *) bytes, strlen (bytes));
}

static char *
string (const MkField *field)
{
  g_autofree char *digits = NULL;

  switch ((guint) field->kind)
    {
    case MK_KIND_DATE:
      return date ();
    case MK_KIND_TIME:
      return g_strdup_printf ("%02u:%02u", below (24), below (60));
    case MK_KIND_DATE_TIME:
      return date_time ();
    case MK_KIND_UUID:
    case MK_KIND_UUIDS:
      digits = hex (32);
      return g_strdup_printf ("%.8s-%.4s-%.4s-%.4s-%.12s", digits, digits + 8, digits + 12,
                              digits + 16, digits + 20);
    case MK_KIND_CHOICE:
      return g_strdup (field->choices[below (g_strv_length ((char **) field->choices))]);
    case MK_KIND_SHA256:
      return hex (64);
    case MK_KIND_BASE64:
      return base64 ();
    default:
      return mk_sample_text (field->max > 0 ? (guint) MIN (field->max, 40) : 40);
    }
}

static gint64
integer (const MkField *field)
{
  guint64 span = (guint64) field->max - (guint64) field->min;
  guint64 random = (guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();

  if (below (4) == 0)
    return below (2) ? field->min : field->max;
  return field->min + (gint64) (random % (span + 1));
}

static gpointer
list (const MkField *field)
{
  GPtrArray *pointers;

  if (field->kind == MK_KIND_INTEGERS)
    {
      GArray *integers = g_array_new (FALSE, FALSE, sizeof (gint64));

      for (guint n = below (5); n > 0; n--)
        {
          gint64 number = integer (field);

          g_array_append_val (integers, number);
        }
      return integers;
    }
  pointers = g_ptr_array_new ();
  if (field->kind == MK_KIND_UUIDS)
    g_ptr_array_set_free_func (pointers, g_free);
  for (guint n = below (4); n > 0; n--)
    g_ptr_array_add (pointers, field->kind == MK_KIND_UUIDS ? string (field)
                                                            : mk_sample_struct (field->shape));
  return pointers;
}

static void
fill (const MkField *field,
      gpointer       data)
{
  switch ((guint) field->kind)
    {
    case MK_KIND_INTEGER:
      MEMBER (data, field, gint64) = integer (field);
      break;
    case MK_KIND_BOOLEAN:
      MEMBER (data, field, int) = g_test_rand_bit ();
      break;
    case MK_KIND_OBJECT:
      MEMBER (data, field, gpointer) = mk_sample_struct (field->shape);
      break;
    case MK_KIND_OBJECTS:
    case MK_KIND_INTEGERS:
    case MK_KIND_UUIDS:
      MEMBER (data, field, gpointer) = list (field);
      break;
    default:
      MEMBER (data, field, char *) = string (field);
      break;
    }
}

/**
 * mk_sample_struct:
 * @shape: a shape
 *
 * Returns: (transfer full): a random struct of it, with about half of what may be left out
 */
gpointer
mk_sample_struct (const MkShape *shape)
{
  gpointer data = mk_shape_new (shape);

  for (guint i = 0; i < shape->n_fields; i++)
    {
      const MkField *field = &shape->fields[i];
      gboolean is_needed = (field->flags & MK_REQUIRED) && !(field->flags & MK_NULLABLE);

      if (is_needed || g_test_rand_bit ())
        fill (field, data);
    }
  return data;
}

/**
 * mk_sample_node:
 * @field: a field
 *
 * Returns: (transfer full): a good value for it
 */
JsonNode *
mk_sample_node (const MkField *field)
{
  MkField alone = *field;
  MkShape shape = { sizeof (gint64), &alone, 1, NULL };
  g_autoptr (JsonObject) object = NULL;
  gpointer data;

  alone.offset = 0;
  data = mk_shape_new (&shape);
  fill (&alone, data);
  object = mk_shape_write (&shape, data, MK_WRITE_ALL);
  mk_shape_free (&shape, data);
  return json_object_dup_member (object, field->name);
}

/**
 * mk_sample_bare_shape:
 * @shape: a shape
 *
 * Returns: (transfer none): it without its rules across fields; lives until the test ends
 */
const MkShape *
mk_sample_bare_shape (const MkShape *shape)
{
  MkShape *bare = g_memdup2 (shape, sizeof *shape);
  MkField *fields = g_memdup2 (shape->fields, shape->n_fields * sizeof *fields);

  for (guint i = 0; i < shape->n_fields; i++)
    if (fields[i].shape != NULL)
      fields[i].shape = mk_sample_bare_shape (fields[i].shape);
  bare->fields = fields;
  bare->check = NULL;
  g_test_queue_free (fields);
  g_test_queue_free (bare);
  return bare;
}

static gboolean
equal_lists (const MkField *field,
             gconstpointer  a,
             gconstpointer  b)
{
  const GPtrArray *one = a, *other = b;

  if (one == NULL || other == NULL)
    return one == other;
  if (field->kind == MK_KIND_INTEGERS)
    {
      const GArray *numbers = a, *others = b;

      return numbers->len == others->len &&
             (numbers->len == 0 ||
              memcmp (numbers->data, others->data, numbers->len * sizeof (gint64)) == 0);
    }
  if (one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    if (field->kind == MK_KIND_UUIDS
            ? !g_str_equal (one->pdata[i], other->pdata[i])
            : !mk_sample_equal (field->shape, one->pdata[i], other->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
equal_members (const MkField *field,
               gconstpointer  a,
               gconstpointer  b)
{
  if (field->kind == MK_KIND_INTEGER)
    return CONST_MEMBER (a, field, gint64) == CONST_MEMBER (b, field, gint64);
  if (field->kind == MK_KIND_BOOLEAN)
    return CONST_MEMBER (a, field, int) == CONST_MEMBER (b, field, int);
  if (field->kind == MK_KIND_OBJECT)
    return mk_sample_equal (field->shape, CONST_MEMBER (a, field, gpointer),
                            CONST_MEMBER (b, field, gpointer));
  if (field->kind > MK_KIND_OBJECT)
    return equal_lists (field, CONST_MEMBER (a, field, gpointer),
                        CONST_MEMBER (b, field, gpointer));
  return g_strcmp0 (CONST_MEMBER (a, field, char *), CONST_MEMBER (b, field, char *)) == 0;
}

/**
 * mk_sample_equal:
 * @shape: a shape
 * @a: (nullable): a struct of it
 * @b: (nullable): another
 *
 * Returns: whether both hold the same
 */
gboolean
mk_sample_equal (const MkShape *shape,
                 gconstpointer  a,
                 gconstpointer  b)
{
  if (a == NULL || b == NULL)
    return a == b;
  for (guint i = 0; i < shape->n_fields; i++)
    if (!equal_members (&shape->fields[i], a, b))
      return FALSE;
  return TRUE;
}
