/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-fold.h"

#include <string.h>

/**
 * mk_fold:
 * @text: valid UTF-8
 *
 * Folds text for searching in Danish: upper and lower case are the same, æ ø å stay letters of their
 * own, and aa is å, so that Aarhus finds Århus and "ar" does not find "år".
 *
 * Returns: (transfer full): the folded text, NFC
 */
char *
mk_fold (const char *text)
{
  g_autofree char *folded_case = g_utf8_casefold (text, -1);
  g_autofree char *composed = g_utf8_normalize (folded_case, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GString *folded = g_string_new (composed != NULL ? composed : folded_case);

  g_string_replace (folded, "aa", "å", 0);
  return g_string_free_and_steal (folded);
}

static gboolean
begins_with_folded (const char *text,
                    const char *folded_word)
{
  glong letters = 2 * g_utf8_strlen (folded_word, -1) + 2;
  g_autofree char *head = g_utf8_substring (text, 0, MIN (letters, g_utf8_strlen (text, -1)));
  g_autofree char *folded = mk_fold (head);

  return g_str_has_prefix (folded, folded_word);
}

/**
 * mk_fold_excerpt:
 * @text: valid UTF-8
 * @folded_word: what is looked for, folded by mk_fold()
 * @around: how many letters to show on each side
 *
 * Returns: (transfer full) (nullable): the first place in @text that holds the word, with what stands
 *   around it on one line and "…" where it was cut; %NULL when it does not stand there
 */
char *
mk_fold_excerpt (const char *text,
                 const char *folded_word,
                 glong       around)
{
  const char *end = text + strlen (text);
  const char *at = text;
  const char *from, *to;
  g_autofree char *cut = NULL;

  while (at < end && !begins_with_folded (at, folded_word))
    at = g_utf8_next_char (at);
  if (at == end)
    return NULL;
  from = at;
  to = at;
  for (glong i = 0; i < around && from > text; i++)
    from = g_utf8_prev_char (from);
  for (glong i = 0; i < around + g_utf8_strlen (folded_word, -1) && to < end; i++)
    to = g_utf8_next_char (to);
  cut = g_strndup (from, (gsize) (to - from));
  g_strdelimit (cut, "\n\t", ' ');
  return g_strconcat (from > text ? "…" : "", cut, to < end ? "…" : "", NULL);
}
