/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-shape.h"

/* Making, copying and freeing structs by their field table. */

#define MEMBER(data, field, Type) ((Type *) (void *) ((char *) (data) + (field)->offset))
#define CONST_MEMBER(data, field, Type) \
  (*(Type const *) (const void *) ((const char *) (data) + (field)->offset))

static void
free_member (const MkField *field,
             gpointer       data)
{
  switch (field->kind)
    {
    case MK_KIND_INTEGER:
    case MK_KIND_BOOLEAN:
      break;
    case MK_KIND_OBJECT:
      mk_shape_free (field->shape, *MEMBER (data, field, gpointer));
      break;
    case MK_KIND_OBJECTS:
      {
        GPtrArray *list = *MEMBER (data, field, GPtrArray *);

        for (guint i = 0; list != NULL && i < list->len; i++)
          mk_shape_free (field->shape, g_ptr_array_index (list, i));
        g_clear_pointer (&list, g_ptr_array_unref);
        break;
      }
    case MK_KIND_INTEGERS:
      g_clear_pointer (MEMBER (data, field, GArray *), g_array_unref);
      break;
    case MK_KIND_UUIDS:
      g_clear_pointer (MEMBER (data, field, GPtrArray *), g_ptr_array_unref);
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
      g_free (*MEMBER (data, field, char *));
      break;
    }
}

/**
 * mk_shape_new:
 * @shape: a shape
 *
 * Returns: (transfer full): a struct of the shape with nothing in it; free with mk_shape_free()
 */
gpointer
mk_shape_new (const MkShape *shape)
{
  gpointer data = g_malloc0 (shape->size);

  for (guint i = 0; i < shape->n_fields; i++)
    {
      const MkField *field = &shape->fields[i];

      if (field->kind == MK_KIND_INTEGER)
        *MEMBER (data, field, gint64) = MK_ABSENT;
      else if (field->kind == MK_KIND_BOOLEAN)
        *MEMBER (data, field, int) = MK_ABSENT;
    }
  return data;
}

/**
 * mk_shape_free:
 * @shape: a shape
 * @data: (nullable): a struct of the shape
 */
void
mk_shape_free (const MkShape *shape,
               gpointer       data)
{
  if (data == NULL)
    return;
  for (guint i = 0; i < shape->n_fields; i++)
    free_member (&shape->fields[i], data);
  g_free (data);
}

static gpointer
copy_text (gconstpointer text,
           gpointer      unused G_GNUC_UNUSED)
{
  return g_strdup (text);
}

static GPtrArray *
copy_objects (const MkShape *shape,
              GPtrArray     *list)
{
  GPtrArray *copy = list != NULL ? g_ptr_array_new () : NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    g_ptr_array_add (copy, mk_shape_copy (shape, g_ptr_array_index (list, i)));
  return copy;
}

static GPtrArray *
copy_texts (GPtrArray *list)
{
  GPtrArray *copy = list != NULL ? g_ptr_array_copy (list, copy_text, NULL) : NULL;

  if (copy != NULL)
    g_ptr_array_set_free_func (copy, g_free);
  return copy;
}

static GArray *
copy_integers (GArray *list)
{
  return list != NULL ? g_array_copy (list) : NULL;
}

static gpointer
copy_object (const MkShape *shape,
             gconstpointer  object)
{
  return object != NULL ? mk_shape_copy (shape, object) : NULL;
}

static void
copy_member (const MkField *field,
             gpointer       to,
             gconstpointer  from)
{
  switch (field->kind)
    {
    case MK_KIND_INTEGER:
      *MEMBER (to, field, gint64) = CONST_MEMBER (from, field, gint64);
      break;
    case MK_KIND_BOOLEAN:
      *MEMBER (to, field, int) = CONST_MEMBER (from, field, int);
      break;
    case MK_KIND_OBJECT:
      *MEMBER (to, field, gpointer) =
          copy_object (field->shape, CONST_MEMBER (from, field, gpointer));
      break;
    case MK_KIND_OBJECTS:
      *MEMBER (to, field, GPtrArray *) =
          copy_objects (field->shape, CONST_MEMBER (from, field, GPtrArray *));
      break;
    case MK_KIND_INTEGERS:
      *MEMBER (to, field, GArray *) = copy_integers (CONST_MEMBER (from, field, GArray *));
      break;
    case MK_KIND_UUIDS:
      *MEMBER (to, field, GPtrArray *) = copy_texts (CONST_MEMBER (from, field, GPtrArray *));
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
      *MEMBER (to, field, char *) = g_strdup (CONST_MEMBER (from, field, char *));
      break;
    }
}

/**
 * mk_shape_copy:
 * @shape: a shape
 * @data: a struct of the shape
 *
 * Returns: (transfer full): a copy that shares nothing with @data
 */
gpointer
mk_shape_copy (const MkShape *shape,
               gconstpointer  data)
{
  gpointer copy = mk_shape_new (shape);

  for (guint i = 0; i < shape->n_fields; i++)
    copy_member (&shape->fields[i], copy, data);
  return copy;
}

/**
 * mk_shape_find:
 * @shape: (nullable): a shape
 * @name: the contract's name of a field
 *
 * Returns: (transfer none) (nullable): the field, %NULL where the shape has none of the name
 */
const MkField *
mk_shape_find (const MkShape *shape,
               const char    *name)
{
  for (guint i = 0; shape != NULL && i < shape->n_fields; i++)
    if (g_str_equal (shape->fields[i].name, name))
      return &shape->fields[i];
  return NULL;
}
