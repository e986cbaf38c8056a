/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "punchcard/mk-ask-work.h"

#include "workplace/mk-record-saving.h"
#include "workplace/mk-workplace-work.h"

#include <glib/gi18n-lib.h>

/* The work on requests: done on the store's thread, by plain functions on the database. */

/**
 * mk_ask_withdraw:
 * @database: a store
 * @id: UUID of an own request
 * @error: return location
 *
 * Takes a request back. One that nobody else has seen is deleted, so that it never travels; of
 * another one the authority is told.
 *
 * Returns: (transfer full): what was saved; %NULL on error, when nothing was
 */
MkSaved *
mk_ask_withdraw (MkDatabase *database,
                 const char *id,
                 GError    **error)
{
  g_autoptr (MkHelp) help = mk_help_read (database, error);
  const MkHelpRecord *request = help != NULL ? mk_help_find_request (help, id) : NULL;
  g_autoptr (MkAskDraft) draft = NULL;

  if (help == NULL)
    return NULL;
  if (request == NULL)
    {
      g_set_error_literal (error, MK_RECORD_ERROR, MK_RECORD_ERROR_UNKNOWN,
                           _ ("The request is not here any more."));
      return NULL;
    }
  if (request->sent == NULL)
    return mk_own_record_delete (database, &mk_support_request_type, id, error);
  draft = mk_ask_draft_of (request, TRUE);
  g_set_str (&draft->data->status, MK_REQUEST_WITHDRAWN);
  return mk_record_save_judged (database, &mk_support_request_type, id, draft->data, error);
}

static gpointer
withdraw_func (MkDatabase   *database,
               gpointer      data,
               GCancellable *cancellable,
               GError      **error)
{
  return mk_ask_withdraw (database, data, error);
}

/**
 * mk_ask_withdraw_async:
 * @workplace: a workplace
 * @id: UUID of an own request
 * @callback: called when it is durable, or has failed
 * @user_data: for @callback
 *
 * Takes a request back, which can be undone.
 */
void
mk_ask_withdraw_async (MkWorkplace        *workplace,
                       const char         *id,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_return_if_fail (MK_IS_WORKPLACE (workplace));

  mk_workplace_change_async (workplace, withdraw_func, g_strdup (id), g_free, callback, user_data);
}
