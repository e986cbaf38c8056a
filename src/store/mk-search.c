/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-search.h"

#include "mk-fold.h"
#include "mk-search-text.h"

/* The search index follows every record in the transaction that writes it. */

#define LETTERS_AROUND 40

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

  if (version->key != 0 &&
      (!mk_statement_run (mk_database_query (database, "search-part-remove", record), error) ||
       !mk_statement_run (mk_database_query (database, "search-word-remove", record), error)))
    return FALSE;
  if (version->deleted)
    return TRUE;
  text = mk_search_text (version->type, version->data, version->private_data);
  if (*text == '\0')
    return TRUE;
  folded = mk_fold (text);
  return mk_statement_run (mk_database_query (database, "search-part-add", record, folded),
                           error) &&
         mk_statement_run (mk_database_query (database, "search-word-add", record, folded), error);
}

static gboolean
has_letter (const char *word)
{
  for (; *word != '\0'; word = g_utf8_next_char (word))
    if (g_unichar_isalnum (g_utf8_get_char (word)))
      return TRUE;
  return FALSE;
}

/* The words of a search as expressions of the two indexes: long ones are parts of words, short ones
 * beginnings. Quotes make every other character a plain one. A short sign stands in neither index
 * and asks for nothing. */
static void
add_word (const char *word,
          GString    *parts,
          GString    *words)
{
  gboolean is_long = g_utf8_strlen (word, -1) >= 3;
  GString *into = is_long ? parts : words;
  g_auto (GStrv) pieces = g_strsplit (word, "\"", -1);
  g_autofree char *quoted = g_strjoinv ("\"\"", pieces);

  if (!is_long && !has_letter (word))
    return;
  g_string_append_printf (into, "%s\"%s\"%s", into->len > 0 ? " AND " : "", quoted,
                          is_long ? "" : "*");
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
  g_autofree char *text =
      mk_search_text (type, mk_statement_text (statement, 2), mk_statement_text (statement, 3));
  g_autofree char *excerpt = NULL;
  MkFound found = { mk_statement_text (statement, 0), type, NULL };

  for (guint i = 0; telling->words[i] != NULL && excerpt == NULL; i++)
    if (*telling->words[i] != '\0')
      excerpt = mk_fold_excerpt (text, telling->words[i], LETTERS_AROUND);
  found.excerpt = excerpt;
  telling->func (&found, telling->user_data);
}

/**
 * mk_search:
 * @database: a store
 * @text: as a person typed it; several words must all stand in a record
 * @limit: at most so many; negative for all
 * @func: (scope call): called for each record that was found, the last stored first
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
  g_autofree char *folded = mk_fold (text);
  g_auto (GStrv) typed = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GString) parts = g_string_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (MkStatement) statement = NULL;
  g_autoptr (GError) local = NULL;
  Telling telling = { typed, func, user_data };

  for (guint i = 0; typed[i] != NULL; i++)
    add_word (typed[i], parts, words);
  if (parts->len == 0 && words->len == 0)
    return TRUE;
  statement = mk_database_query (database, "search", parts->len > 0 ? parts->str : (char *) NULL,
                                 words->len > 0 ? words->str : (char *) NULL, limit);
  while (mk_statement_step (statement, &local))
    tell (statement, &telling);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
