/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-check.h"

/**
 * mk_check_order:
 * @begin: (nullable): a date, YYYY-MM-DD
 * @end: (nullable): a date
 * @pointer: JSON pointer to the object they stand in
 * @name: the contract's name of @end
 * @faults: where a fault of value goes when @end lies before @begin
 */
void
mk_check_order (const char *begin,
                const char *end,
                const char *pointer,
                const char *name,
                MkFaults   *faults)
{
  g_autofree char *place = g_strdup_printf ("%s/%s", pointer, name);

  if (begin != NULL && end != NULL && g_strcmp0 (end, begin) < 0)
    mk_faults_add (faults, MK_CODE_VALUE, place, "»%s« ligger før begyndelsen.", name);
}

/**
 * mk_check_unique:
 * @list: (nullable): structs, each with a text at @offset
 * @offset: of that text in the struct
 * @pointer: JSON pointer to the object that the list stands in
 * @name: the contract's name of the list
 * @faults: where a fault of value goes for the first text that stands there twice
 */
void
mk_check_unique (const GPtrArray *list,
                 gsize            offset,
                 const char      *pointer,
                 const char      *name,
                 MkFaults        *faults)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const char *item = g_ptr_array_index (list, i);
      char *text = *(char *const *) (gconstpointer) (item + offset);
      g_autofree char *place = g_strdup_printf ("%s/%s/%u/kode", pointer, name, i);

      if (g_hash_table_add (seen, text))
        continue;
      mk_faults_add (faults, MK_CODE_VALUE, place, "Den samme »kode« står to gange.");
      return;
    }
}
