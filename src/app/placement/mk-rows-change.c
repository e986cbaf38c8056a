/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "placement/mk-rows-change.h"

/* How one list of rows becomes another in steps, so that whoever shows it keeps all that stays. */

/* Where more than so many rows lie between the first and the last change, it is one step. */
#define MOST_WALKED 4096

typedef struct
{
  GArray          *rows; /* which @func changes */
  GArray          *wanted;
  MkRowsChangeFunc func;
  gpointer         user_data;
} Change;

static gboolean
is_same (const MkLogRow *row,
         const MkLogRow *other)
{
  return row->key == other->key && row->week == other->week;
}

static const MkLogRow *
at (GArray *rows,
    guint   position)
{
  return &g_array_index (rows, MkLogRow, position);
}

/* @added rows of those that are wanted come at @position in the place of @removed others. */
static void
step (const Change *change,
      guint         position,
      guint         removed,
      guint         added)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (MkLogRow));

  if (removed == 0 && added == 0)
    return;
  if (added > 0)
    g_array_append_vals (rows, at (change->wanted, position), added);
  change->func (position, removed, rows, change->user_data);
}

static guint
count_equal_heads (const Change *change)
{
  guint most = MIN (change->rows->len, change->wanted->len);
  guint count = 0;

  while (count < most && is_same (at (change->rows, count), at (change->wanted, count)))
    count++;
  return count;
}

static guint
count_equal_tails (const Change *change,
                   guint         head)
{
  guint most = MIN (change->rows->len, change->wanted->len) - head;
  guint count = 0;

  while (count < most && is_same (at (change->rows, change->rows->len - 1 - count),
                                  at (change->wanted, change->wanted->len - 1 - count)))
    count++;
  return count;
}

/* The keys between @head and @tail rows at the ends. */
static GHashTable *
keys_between (GArray *rows,
              guint   head,
              guint   tail)
{
  GHashTable *keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = head; i < rows->len - tail; i++)
    g_hash_table_add (keys, g_memdup2 (&at (rows, i)->key, sizeof (gint64)));
  return keys;
}

/* How many rows from @position on are none of @keys. */
static guint
count_others (GArray     *rows,
              guint       position,
              guint       tail,
              GHashTable *keys)
{
  guint count = 0;

  while (position + count < rows->len - tail &&
         !g_hash_table_contains (keys, &at (rows, position + count)->key))
    count++;
  return count;
}

/* A row that stands in both and was moved goes here and comes again where it belongs. */
static void
walk (const Change *change,
      guint         position,
      guint         tail)
{
  g_autoptr (GHashTable) old = keys_between (change->rows, position, tail);
  g_autoptr (GHashTable) new = keys_between (change->wanted, position, tail);

  while (position < change->rows->len - tail || position < change->wanted->len - tail)
    {
      guint removed, added;

      if (position < change->rows->len - tail && position < change->wanted->len - tail &&
          is_same (at (change->rows, position), at (change->wanted, position)))
        {
          position++;
          continue;
        }
      removed = count_others (change->rows, position, tail, new);
      added = count_others (change->wanted, position, tail, old);
      if (removed == 0 && added == 0)
        {
          g_hash_table_remove (old, &at (change->rows, position)->key);
          removed = 1;
        }
      step (change, position, removed, added);
      position += added;
    }
}

/**
 * mk_rows_change:
 * @rows: (element-type MkLogRow): the rows that are there, which @func changes
 * @wanted: (element-type MkLogRow): the rows that shall be there
 * @is_exact: whether what stays between two changes shall stay; otherwise it is one step
 * @func: (scope call): does a step
 * @user_data: for @func
 *
 * Makes the one from the other, from the first row to the last.
 */
void
mk_rows_change (GArray          *rows,
                GArray          *wanted,
                gboolean         is_exact,
                MkRowsChangeFunc func,
                gpointer         user_data)
{
  Change change = { rows, wanted, func, user_data };
  guint head = count_equal_heads (&change);
  guint tail = count_equal_tails (&change, head);
  guint removed = rows->len - head - tail;
  guint added = wanted->len - head - tail;

  if (is_exact && removed > 0 && added > 0 && removed + added <= MOST_WALKED)
    walk (&change, head, tail);
  else
    step (&change, head, removed, added);
}
