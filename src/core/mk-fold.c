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

/* The bytes of the head of @text that fold to @folded_word; 0 when it does not begin with it. */
static gsize
measure_folded (const char *text,
                const char *folded_word)
{
  glong most = 2 * g_utf8_strlen (folded_word, -1) + 2;
  const char *end = text;

  for (glong i = 0; i < most && *end != '\0'; i++)
    {
      g_autofree char *head = NULL;
      g_autofree char *folded = NULL;

      end = g_utf8_next_char (end);
      head = g_strndup (text, (gsize) (end - text));
      folded = mk_fold (head);
      if (g_str_has_prefix (folded, folded_word))
        return (gsize) (end - text);
    }
  return 0;
}

/* A letter of ASCII that no mark follows folds to itself in lower case, and a to å, so that most
 * places need no folding to be passed over. */
static gboolean
may_begin (const char *text,
           const char *folded_word)
{
  char letter = g_ascii_tolower (*text);

  if ((guchar) *text >= 0x80 || (guchar) text[1] >= 0x80 || letter == 'a')
    return TRUE;
  return letter == *folded_word;
}

static gboolean
is_word_start (const char *text,
               const char *at)
{
  return at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

/**
 * mk_fold_find:
 * @text: valid UTF-8
 * @folded_word: what is looked for, folded by mk_fold()
 * @is_start: whether only the beginning of a word counts
 * @length: (out): how many bytes of @text it takes
 *
 * Returns: (transfer none) (nullable): the first place in @text that holds the word; %NULL when it
 *   does not stand there
 */
const char *
mk_fold_find (const char *text,
              const char *folded_word,
              gboolean    is_start,
              gsize      *length)
{
  g_return_val_if_fail (length != NULL, NULL);

  for (const char *at = text; *at != '\0' && *folded_word != '\0'; at = g_utf8_next_char (at))
    {
      if (!may_begin (at, folded_word) || (is_start && !is_word_start (text, at)))
        continue;
      *length = measure_folded (at, folded_word);
      if (*length > 0)
        return at;
    }
  return NULL;
}

/**
 * mk_fold_excerpt:
 * @text: valid UTF-8
 * @folded_word: what is looked for, folded by mk_fold()
 * @is_start: whether only the beginning of a word counts
 * @around: how many letters to show on each side
 *
 * Returns: (transfer full) (nullable): the first place in @text that holds the word, with what stands
 *   around it on one line and "…" where it was cut; %NULL when it does not stand there
 */
char *
mk_fold_excerpt (const char *text,
                 const char *folded_word,
                 gboolean    is_start,
                 glong       around)
{
  gsize length;
  const char *from = mk_fold_find (text, folded_word, is_start, &length);
  const char *to = from != NULL ? from + length : NULL;
  g_autofree char *cut = NULL;

  if (from == NULL)
    return NULL;
  for (glong i = 0; i < around && from > text; i++)
    from = g_utf8_prev_char (from);
  for (glong i = 0; i < around && *to != '\0'; i++)
    to = g_utf8_next_char (to);
  cut = g_strndup (from, (gsize) (to - from));
  g_strdelimit (cut, "\n\t", ' ');
  return g_strconcat (from > text ? "…" : "", cut, *to != '\0' ? "…" : "", NULL);
}

/* The first two letters of the word at @word, or its only one. */
static char *
start_of (const char *word)
{
  const char *end = g_utf8_next_char (word);

  if (g_unichar_isalnum (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return g_strndup (word, (gsize) (end - word));
}

/**
 * mk_fold_starts:
 * @folded: text, folded by mk_fold()
 *
 * What is too short for an index of trigrams becomes long enough by two blanks before it: the
 * beginnings of words, each once.
 *
 * Returns: (transfer full): the first two letters of every word, two blanks before each
 */
char *
mk_fold_starts (const char *folded)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *starts = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_autofree char *start = NULL;

      if (!g_unichar_isalnum (g_utf8_get_char (at)) || !is_word_start (folded, at))
        continue;
      start = start_of (at);
      if (!g_hash_table_contains (known, start))
        g_string_append_printf (starts, MK_FOLD_START "%s", start);
      g_hash_table_add (known, g_steal_pointer (&start));
    }
  return g_string_free_and_steal (starts);
}
