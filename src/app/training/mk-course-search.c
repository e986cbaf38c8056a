/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-course-search.h"

#include "mk-search.h"
#include "training/mk-course.h"

/* Finds words in the course. It is small enough to be looked through as one types. Main thread. */

/* The blocks of each lesson, in the order of mk_course_get(). */
static GPtrArray *
all_blocks (void)
{
  static GPtrArray *all = NULL;
  const GPtrArray *lessons = mk_course_get ();

  if (all != NULL)
    return all;
  all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 0; i < lessons->len; i++)
    {
      g_autofree char *words = mk_course_words (g_ptr_array_index (lessons, i));

      g_ptr_array_add (all, g_strsplit (words, "\n", -1));
    }
  return all;
}

/* The first block with the most of the words; %NULL where one of them stands nowhere. */
static const char *
best_block (const char *const *blocks,
            const char *const *words)
{
  g_autofree char *whole = g_strjoinv ("\n", (char **) blocks);
  const char *best = NULL;
  guint most = 0;

  if (mk_search_count (whole, words) < g_strv_length ((char **) words))
    return NULL;
  for (guint i = 0; blocks[i] != NULL; i++)
    {
      guint count = mk_search_count (blocks[i], words);

      if (count > most)
        {
          most = count;
          best = blocks[i];
        }
    }
  return best;
}

/**
 * mk_course_search:
 * @text: what is searched for
 * @func: (scope call): told of each lesson that was found, in the order of reading
 * @user_data: for @func
 *
 * Finds the lessons in which all words stand, as mk_search() finds records.
 */
void
mk_course_search (const char       *text,
                  MkCourseFoundFunc func,
                  gpointer          user_data)
{
  g_auto (GStrv) words = mk_search_words (text);
  const GPtrArray *lessons = mk_course_get ();
  const GPtrArray *blocks = all_blocks ();

  for (guint i = 0; words[0] != NULL && i < lessons->len; i++)
    {
      const char *best = best_block (g_ptr_array_index (blocks, i), (const char *const *) words);

      if (best != NULL)
        func (g_ptr_array_index (lessons, i), best, user_data);
    }
}
