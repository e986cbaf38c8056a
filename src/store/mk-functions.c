/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-functions.h"

#include "mk-fold.h"
#include "mk-search-text.h"

/* Functions of our own in SQL. */

static void
search_text (sqlite3_context *context,
             int              n_values G_GNUC_UNUSED,
             sqlite3_value  **values)
{
  const char *type = (const char *) sqlite3_value_text (values[0]);
  const char *data = (const char *) sqlite3_value_text (values[1]);
  const char *private_data = (const char *) sqlite3_value_text (values[2]);
  g_autofree char *text = mk_search_text (type, data, private_data);

  sqlite3_result_text (context, mk_fold (text), -1, g_free);
}

static void
search_starts (sqlite3_context *context,
               int              n_values G_GNUC_UNUSED,
               sqlite3_value  **values)
{
  const char *folded = (const char *) sqlite3_value_text (values[0]);

  sqlite3_result_text (context, mk_fold_starts (folded != NULL ? folded : ""), -1, g_free);
}

/**
 * mk_functions_register:
 * @handle: a connection
 *
 * Adds mk_search_text (type, data, private): the folded text that a record is found by, and
 * mk_search_starts (text): the beginnings of its words.
 */
void
mk_functions_register (sqlite3 *handle)
{
  sqlite3_create_function_v2 (handle, "mk_search_text", 3,
                              SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
                              search_text, NULL, NULL, NULL);
  sqlite3_create_function_v2 (handle, "mk_search_starts", 1,
                              SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
                              search_starts, NULL, NULL, NULL);
}
