/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-gate-members.h"

#include <stdlib.h>
#include <string.h>

/* Comparing the members of objects by their sorted names: a hostile object may have a million. */

static int
compare_texts (yyjson_val *a,
               yyjson_val *b)
{
  gsize length_a = yyjson_get_len (a);
  gsize length_b = yyjson_get_len (b);

  if (length_a != length_b)
    return length_a < length_b ? -1 : 1;
  return memcmp (yyjson_get_str (a), yyjson_get_str (b), length_a);
}

static int
compare_keys (const void *a,
              const void *b)
{
  return compare_texts (*(yyjson_val *const *) a, *(yyjson_val *const *) b);
}

static yyjson_val **
sorted_keys (yyjson_val *object)
{
  yyjson_val **keys = g_new (yyjson_val *, yyjson_obj_size (object));
  yyjson_val *key, *value;
  gsize i, n;

  yyjson_obj_foreach (object, i, n, key, value) keys[i] = key;
  /* There are no keys of an empty object, not even a place where they would be. */
  if (keys != NULL)
    qsort (keys, yyjson_obj_size (object), sizeof *keys, compare_keys);
  return keys;
}

/**
 * mk_gate_members_repeat:
 * @object: an object
 *
 * Returns: whether two of its members have the same name
 */
gboolean
mk_gate_members_repeat (yyjson_val *object)
{
  gsize n = yyjson_obj_size (object);
  g_autofree yyjson_val **keys = n > 1 ? sorted_keys (object) : NULL;

  for (gsize i = 1; i < n; i++)
    if (compare_texts (keys[i - 1], keys[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
objects_equal (yyjson_val *a,
               yyjson_val *b)
{
  gsize n = yyjson_obj_size (a);
  g_autofree yyjson_val **keys_a = NULL;
  g_autofree yyjson_val **keys_b = NULL;

  if (n != yyjson_obj_size (b))
    return FALSE;
  keys_a = sorted_keys (a);
  keys_b = sorted_keys (b);
  for (gsize i = 0; i < n; i++)
    if (compare_texts (keys_a[i], keys_b[i]) != 0 ||
        !mk_gate_members_equal (yyjson_obj_iter_get_val (keys_a[i]),
                                yyjson_obj_iter_get_val (keys_b[i])))
      return FALSE;
  return TRUE;
}

static gboolean
lists_equal (yyjson_val *a,
             yyjson_val *b)
{
  yyjson_arr_iter others = yyjson_arr_iter_with (b);
  yyjson_val *value;
  gsize i, n;

  if (yyjson_arr_size (a) != yyjson_arr_size (b))
    return FALSE;
  yyjson_arr_foreach (a, i, n, value) if (!mk_gate_members_equal (
                                              value, yyjson_arr_iter_next (&others))) return FALSE;
  return TRUE;
}

static gboolean
numbers_equal (yyjson_val *a,
               yyjson_val *b)
{
  if (yyjson_is_int (a) && yyjson_is_int (b))
    return yyjson_get_sint (a) == yyjson_get_sint (b);
  return yyjson_get_num (a) == yyjson_get_num (b);
}

/**
 * mk_gate_members_equal:
 * @a: (nullable): a value
 * @b: (nullable): another one
 *
 * Returns: whether both are the same JSON value: members in any order, numbers by what they count
 */
gboolean
mk_gate_members_equal (yyjson_val *a,
                       yyjson_val *b)
{
  if (a == NULL || b == NULL || yyjson_get_type (a) != yyjson_get_type (b))
    return FALSE;
  switch (yyjson_get_type (a))
    {
    case YYJSON_TYPE_BOOL:
      return yyjson_get_bool (a) == yyjson_get_bool (b);
    case YYJSON_TYPE_NUM:
      return numbers_equal (a, b);
    case YYJSON_TYPE_STR:
      return compare_texts (a, b) == 0;
    case YYJSON_TYPE_ARR:
      return lists_equal (a, b);
    case YYJSON_TYPE_OBJ:
      return objects_equal (a, b);
    default:
      return TRUE;
    }
}
