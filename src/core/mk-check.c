/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-check.h"

#include <string.h>

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

typedef struct
{
  const char *text;
  guint       index;
} Member;

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  const Member *one = a, *other = b;
  int order = strcmp (one->text, other->text);

  return order != 0 ? order : (one->index > other->index) - (one->index < other->index);
}

/* The texts in order, so that equal ones stand side by side. */
static GArray *
sorted_members (const GPtrArray *list,
                gsize            offset)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (Member));

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const char *item = g_ptr_array_index (list, i);
      Member member = { *(char *const *) (gconstpointer) (item + offset), i };

      g_array_append_val (members, member);
    }
  g_array_sort (members, compare_members);
  return members;
}

/**
 * mk_check_unique:
 * @list: (nullable): structs, each with a text at @offset
 * @offset: of that text in the struct
 * @pointer: JSON pointer to the object that the list stands in
 * @name: the contract's name of the list
 * @faults: where a fault of value goes for the first text that stands there twice
 *
 * Sorts rather than hashes: hostile texts may all have one hash, and there may be 200,000 of them.
 */
void
mk_check_unique (const GPtrArray *list,
                 gsize            offset,
                 const char      *pointer,
                 const char      *name,
                 MkFaults        *faults)
{
  g_autoptr (GArray) members = sorted_members (list, offset);
  g_autofree char *place = NULL;
  guint first = G_MAXUINT;

  for (guint i = 1; i < members->len; i++)
    {
      const Member *member = &g_array_index (members, Member, i);

      if (strcmp (member[-1].text, member->text) == 0)
        first = MIN (first, member->index);
    }
  if (first == G_MAXUINT)
    return;
  place = g_strdup_printf ("%s/%s/%u/kode", pointer, name, first);
  mk_faults_add (faults, MK_CODE_VALUE, place, "Den samme »kode« står to gange.");
}
