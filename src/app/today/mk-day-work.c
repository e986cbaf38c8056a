/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "today/mk-day-work.h"

#include "mk-attention.h"

/* What the page of this day remembers: done on the store's thread, by plain functions on the
 * database. The page shows what stands in the store, so that it is read again afterwards. */

/* What shall not be asked before a day. */
typedef struct
{
  char *kind;
  char *subject;
  char *until;
} Dismissal;

static void
dismissal_free (gpointer data)
{
  Dismissal *dismissal = data;

  g_free (dismissal->kind);
  g_free (dismissal->subject);
  g_free (dismissal->until);
  g_free (dismissal);
}

static gpointer
seen_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  return GINT_TO_POINTER (mk_news_seen (database, error));
}

static gpointer
not_now_func (MkDatabase   *database,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  const Dismissal *dismissal = data;

  return GINT_TO_POINTER (
      mk_dismissal_put (database, dismissal->kind, dismissal->subject, dismissal->until, error));
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;

  if (mk_store_run_finish (MK_STORE (object), result, &error) == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  mk_workplace_refresh (g_task_get_source_object (task));
  g_task_return_boolean (task, TRUE);
}

/**
 * mk_day_seen_async:
 * @workplace: a workplace
 * @callback: called when it is durable, or has failed
 * @user_data: for @callback
 *
 * Remembers that what came back has been looked at.
 */
void
mk_day_seen_async (MkWorkplace        *workplace,
                   GAsyncReadyCallback callback,
                   gpointer            user_data)
{
  g_return_if_fail (MK_IS_WORKPLACE (workplace));

  mk_store_run_async (mk_workplace_get_store (workplace), seen_func, NULL, NULL, NULL,
                      MK_STORE_WRITE, NULL, done_cb,
                      g_task_new (workplace, NULL, callback, user_data));
}

/**
 * mk_day_not_now_async:
 * @workplace: a workplace
 * @kind: of question
 * @subject: what it is about
 * @until: the day on which it may be asked again, YYYY-MM-DD
 * @callback: called when it is durable, or has failed
 * @user_data: for @callback
 *
 * Remembers that somebody does not want to be asked now.
 */
void
mk_day_not_now_async (MkWorkplace        *workplace,
                      const char         *kind,
                      const char         *subject,
                      const char         *until,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  Dismissal *dismissal;

  g_return_if_fail (MK_IS_WORKPLACE (workplace));

  dismissal = g_new0 (Dismissal, 1);
  dismissal->kind = g_strdup (kind);
  dismissal->subject = g_strdup (subject);
  dismissal->until = g_strdup (until);
  mk_store_run_async (mk_workplace_get_store (workplace), not_now_func, dismissal, dismissal_free,
                      NULL, MK_STORE_WRITE, NULL, done_cb,
                      g_task_new (workplace, NULL, callback, user_data));
}

/**
 * mk_day_finish:
 * @workplace: a workplace
 * @result: what the callback was given
 * @error: return location
 *
 * Ends both of them.
 *
 * Returns: %FALSE with the store's error, when nothing was remembered
 */
gboolean
mk_day_finish (MkWorkplace  *workplace,
               GAsyncResult *result,
               GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workplace), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
