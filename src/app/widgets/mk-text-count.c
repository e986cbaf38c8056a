/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-text-count.h"

#include <glib/gi18n-lib.h>

/**
 * mk_text_count_words:
 * @length: of a text, in characters
 * @most: how long it may be
 *
 * Says how long a text is, from where the end is near.
 *
 * Returns: (transfer full) (nullable): the words; %NULL for a text with room left
 */
char *
mk_text_count_words (glong length,
                     glong most)
{
  if (length > most)
    /* Translators: how long a text is, and how long it may be. */
    return g_strdup_printf (_ ("The text is too long: %1$'ld of %2$'ld characters. Shorten it."),
                            length, most);
  if (length > most - most / 10)
    return g_strdup_printf (_ ("%1$'ld of %2$'ld characters"), length, most);
  return NULL;
}
