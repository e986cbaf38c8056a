/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-private-text.h"

#include <string.h>

/* The texts of a check-in that stay here share its one private field. What worked stands in a first
 * line of its own, in Danish like all that is stored, so that it is found again. */
#define SMALL_WIN "Det lykkedes: "

/**
 * mk_private_text_join:
 * @small_win: (nullable): what worked, one line
 * @note: (nullable): the note
 *
 * Returns: (transfer full) (nullable): both as one text; %NULL when there is none
 */
char *
mk_private_text_join (const char *small_win,
                      const char *note)
{
  if (small_win == NULL)
    return g_strdup (note);
  return g_strconcat (SMALL_WIN, small_win, note != NULL ? "\n" : NULL, note, NULL);
}

/**
 * mk_private_text_split:
 * @text: (nullable): what mk_private_text_join() made, or any other text
 * @small_win: (out) (transfer full) (nullable): what worked
 * @note: (out) (transfer full) (nullable): the note
 */
void
mk_private_text_split (const char *text,
                       char      **small_win,
                       char      **note)
{
  const char *line, *end;

  *small_win = NULL;
  *note = NULL;
  if (text == NULL)
    return;
  if (!g_str_has_prefix (text, SMALL_WIN))
    {
      *note = g_strdup (text);
      return;
    }
  line = text + strlen (SMALL_WIN);
  end = strchr (line, '\n');
  *small_win = end != NULL ? g_strndup (line, (gsize) (end - line)) : g_strdup (line);
  *note = end != NULL && end[1] != '\0' ? g_strdup (end + 1) : NULL;
}
