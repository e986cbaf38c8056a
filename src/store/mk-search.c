/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-search.h"

#include "mk-fold.h"
#include "mk-search-text.h"

/* The search index follows every record in the transaction that writes it. */

#define LETTERS_AROUND 40

static char *
text_of (const MkVersion *version)
{
  return version->read.class != NULL
             ? mk_search_text_of (version->type, version->read)
             : mk_search_text (version->type, version->data, version->private_data);
}

/**
 * mk_search_put:
 * @database: a store, in a transaction
 * @record: key of the record
 * @version: its newest version
 * @error: return location
 *
 * Puts what can be found of a record in the index, in the place of what stood there of it; of a
 * deleted record nothing is left there.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_search_put (MkDatabase      *database,
               gint64           record,
               const MkVersion *version,
               GError         **error)
{
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *starts = NULL;

  if (version->key != 0 &&
      !mk_statement_run (mk_database_query (database, "search-remove", record), error))
    return FALSE;
  if (version->deleted)
    return TRUE;
  text = text_of (version);
  if (*text == '\0')
    return TRUE;
  folded = mk_fold (text);
  starts = mk_fold_starts (folded);
  return mk_statement_run (mk_database_query (database, "search-add", record, folded, starts),
                           error);
}

/* Words of two letters and less are beginnings of words; longer ones stand anywhere. */
static gboolean
is_short (const char *word)
{
  return g_utf8_strlen (word, -1) < 3;
}

/* The letters of a short word, which may have a sign before or behind them. */
static char *
letters_of (const char *word)
{
  GString *letters = g_string_new (NULL);

  for (; *word != '\0'; word = g_utf8_next_char (word))
    if (g_unichar_isalnum (g_utf8_get_char (word)))
      g_string_append_unichar (letters, g_utf8_get_char (word));
    else if (letters->len > 0)
      break;
  return g_string_free_and_steal (letters);
}

/* Quotes make every other character a plain one. A short sign stands in no index and asks for
 * nothing. */
static void
add_word (const char *word,
          GString    *expression)
{
  g_autofree char *letters = is_short (word) ? letters_of (word) : NULL;
  g_auto (GStrv) pieces = g_strsplit (letters != NULL ? letters : word, "\"", -1);
  g_autofree char *quoted = g_strjoinv ("\"\"", pieces);

  if (*quoted == '\0')
    return;
  g_string_append_printf (expression, "%s%s : \"%s%s\"", expression->len > 0 ? " AND " : "",
                          letters != NULL ? "starts" : "text", letters != NULL ? MK_FOLD_START : "",
                          quoted);
}

/**
 * mk_search_words:
 * @text: as a person typed it
 *
 * Returns: (transfer full): its words, folded
 */
GStrv
mk_search_words (const char *text)
{
  g_autofree char *folded = mk_fold (text);
  g_auto (GStrv) typed = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; typed[i] != NULL; i++)
    if (*typed[i] != '\0')
      g_strv_builder_add (words, typed[i]);
  return g_strv_builder_end (words);
}

/**
 * mk_search_expression:
 * @text: as a person typed it; several words must all stand in a record
 *
 * Returns: (transfer full) (nullable): what the index is asked; %NULL when nothing is
 */
char *
mk_search_expression (const char *text)
{
  g_auto (GStrv) words = mk_search_words (text);
  GString *expression = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    add_word (words[i], expression);
  return g_string_free (expression, expression->len == 0);
}

/**
 * mk_search_place:
 * @text: where to look
 * @word: one of mk_search_words()
 * @length: (out): how many bytes of @text it takes
 *
 * Returns: (transfer none) (nullable): where @text holds the word the way a search finds it
 */
const char *
mk_search_place (const char *text,
                 const char *word,
                 gsize      *length)
{
  return mk_fold_find (text, word, is_short (word), length);
}

/**
 * mk_search_count:
 * @text: where to look
 * @words: as mk_search_words() returns them
 *
 * Returns: how many of the words @text holds
 */
guint
mk_search_count (const char        *text,
                 const char *const *words)
{
  guint count = 0;
  gsize length;

  for (guint i = 0; words[i] != NULL; i++)
    count += mk_search_place (text, words[i], &length) != NULL;
  return count;
}

typedef struct
{
  char      **words;
  MkFoundFunc func;
  gpointer    user_data;
} Telling;

static void
tell (MkStatement   *statement,
      const Telling *telling)
{
  const char *type = mk_statement_text (statement, 1);
  const char *data = mk_statement_text (statement, 2);
  g_autofree char *text = mk_search_text (type, data, mk_statement_text (statement, 3));
  g_autofree char *excerpt = NULL;
  MkFound found = { .id = mk_statement_text (statement, 0),
                    .type = type,
                    .data = data,
                    .placement = mk_statement_text (statement, 4),
                    .key = mk_statement_int64 (statement, 5) };

  for (guint i = 0; telling->words[i] != NULL && excerpt == NULL; i++)
    excerpt =
        mk_fold_excerpt (text, telling->words[i], is_short (telling->words[i]), LETTERS_AROUND);
  found.excerpt = excerpt;
  telling->func (&found, telling->user_data);
}

/**
 * mk_search:
 * @database: a store
 * @text: as a person typed it; several words must all stand in a record
 * @limit: at most so many; negative for all
 * @func: (scope call): called for each record that was found, the last made first
 * @user_data: for @func
 * @error: return location
 *
 * Finds living records by what their types name as searched. Words of three letters and more are
 * found inside of words, shorter ones at their beginning; case does not matter, and aa is å.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_search (MkDatabase *database,
           const char *text,
           gint64      limit,
           MkFoundFunc func,
           gpointer    user_data,
           GError    **error)
{
  g_autofree char *expression = mk_search_expression (text);
  g_auto (GStrv) words = mk_search_words (text);
  g_autoptr (MkStatement) statement = NULL;
  g_autoptr (GError) local = NULL;
  Telling telling = { words, func, user_data };

  if (expression == NULL)
    return TRUE;
  statement = mk_database_query (database, "search", expression, limit);
  while (mk_statement_step (statement, &local))
    tell (statement, &telling);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
