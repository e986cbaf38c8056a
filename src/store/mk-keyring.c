/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-keyring-private.h"

#include "mk-desktop-keyring.h"
#include "mk-random.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * MkKeyring:
 *
 * Where a secret is kept that opens with the person's own log-in. It is another program's: it may
 * be missing, ask the person something first, or never answer, so that every call has a time
 * limit. May be called from any thread with a main context of its own.
 */
G_DEFINE_INTERFACE (MkKeyring, mk_keyring, G_TYPE_OBJECT)

/* Long enough for a person to type the log-in's password when the desktop asks for it. */
static guint patience = 60000;

static MkKeyring *keyring_for_tests;

/* A call that goes on. It ends once: with the answer, at its limit, or when it is cancelled. */
typedef struct
{
  GTask        *task; /* NULL when it was ended */
  GCancellable *inner; /* what the implementation looks at */
  GSource      *limit;
  GSource      *cancelling; /* or NULL */
} Call;

static void
mk_keyring_default_init (MkKeyringInterface *interface)
{
}

static void
question_free (gpointer data)
{
  MkKeyringQuestion *question = data;

  g_free (question->id);
  mk_secret_text_free (question->secret);
  g_free (question);
}

static void
call_clear (gpointer data)
{
  Call *call = data;

  g_assert (call->task == NULL);
  g_clear_object (&call->inner);
}

static void
call_unref (gpointer data)
{
  g_rc_box_release_full (data, call_clear);
}

static void
remove_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

/* Returns: (transfer full) (nullable): the task, when this is what ends it */
static GTask *
end_call (Call *call)
{
  GTask *task = g_steal_pointer (&call->task);

  if (task == NULL)
    return NULL;
  remove_source (&call->limit);
  remove_source (&call->cancelling);
  /* Whoever answers to this finds the call ended already. */
  g_cancellable_cancel (call->inner);
  return task;
}

static gboolean
limit_cb (gpointer data)
{
  g_autoptr (GTask) task = end_call (data);

  if (task != NULL)
    g_task_return_new_error_literal (task, MK_STORE_ERROR, MK_STORE_ERROR_KEYRING,
                                     _ ("The computer’s keyring does not answer. Nothing was "
                                        "changed. Use the passphrase or the recovery key."));
  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      data)
{
  g_autoptr (GTask) task = end_call (data);

  if (task != NULL)
    g_task_return_error_if_cancelled (task);
  return G_SOURCE_REMOVE;
}

/* What the other program says is for the log, without what it was asked. */
static void
return_unusable (GTask        *task,
                 const GError *cause)
{
  g_debug ("The keyring can’t be used: %s", cause->message);
  g_task_return_new_error_literal (task, MK_STORE_ERROR, MK_STORE_ERROR_KEYRING,
                                   _ ("The computer’s keyring can’t be used. Nothing was changed. "
                                      "Use the passphrase or the recovery key."));
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  Call *call = user_data;
  g_autoptr (GTask) task = end_call (call);
  g_autoptr (GError) error = NULL;
  gpointer answer = g_task_propagate_pointer (G_TASK (result), &error);
  const MkKeyringQuestion *question = g_task_get_task_data (G_TASK (result));
  gboolean is_secret = question->verb == MK_KEYRING_LOAD;

  if (task == NULL && is_secret)
    mk_secret_text_free (answer);
  else if (task != NULL && error != NULL)
    return_unusable (task, error);
  else if (task != NULL && is_secret && answer == NULL)
    g_task_return_new_error_literal (
        task, MK_STORE_ERROR, MK_STORE_ERROR_KEYRING,
        _ ("The computer’s keyring does not have the key. Nothing was changed. Use the passphrase "
           "or the recovery key."));
  else if (task != NULL)
    g_task_return_pointer (task, answer, is_secret ? (GDestroyNotify) mk_secret_text_free : NULL);
  call_unref (call);
}

/* Returns: (transfer full): @source, attached */
static GSource *
attach (Call       *call,
        GSource    *source,
        GSourceFunc func)
{
  g_source_set_callback (source, func, g_rc_box_acquire (call), call_unref);
  g_source_attach (source, g_main_context_get_thread_default ());
  return source;
}

static Call *
begin_call (GTask *task)
{
  Call *call = g_rc_box_new0 (Call);
  GCancellable *cancellable = g_task_get_cancellable (task);

  call->task = task;
  call->inner = g_cancellable_new ();
  call->limit = attach (call, g_timeout_source_new (patience), limit_cb);
  if (cancellable != NULL)
    call->cancelling =
        attach (call, g_cancellable_source_new (cancellable), G_SOURCE_FUNC (cancelled_cb));
  return call;
}

static void
ask (MkKeyring          *self,
     MkKeyringVerb       verb,
     const char         *id,
     const char         *secret,
     GCancellable       *cancellable,
     GAsyncReadyCallback callback,
     gpointer            user_data)
{
  Call *call = begin_call (g_task_new (self, cancellable, callback, user_data));
  GTask *inner = g_task_new (self, call->inner, answered_cb, call);
  MkKeyringQuestion *question = g_new0 (MkKeyringQuestion, 1);

  question->verb = verb;
  question->id = g_strdup (id);
  question->secret = g_strdup (secret);
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, question, question_free);
  MK_KEYRING_GET_IFACE (self)->ask (self, question, inner);
}

/**
 * mk_keyring_get_default:
 *
 * Returns: (transfer full): the keyring of this session, which may turn out not to be there
 */
MkKeyring *
mk_keyring_get_default (void)
{
  return keyring_for_tests != NULL ? g_object_ref (keyring_for_tests) : mk_desktop_keyring_new ();
}

/**
 * mk_keyring_new_secret:
 *
 * Returns: (transfer full): a new random secret, which can't be guessed at any speed
 */
MkSecretText *
mk_keyring_new_secret (void)
{
  guint8 random[MK_KEY_SIZE];
  MkSecretText *text;

  mk_random_bytes (random, sizeof random);
  text = g_base64_encode (random, sizeof random);
  explicit_bzero (random, sizeof random);
  return text;
}

/**
 * mk_keyring_probe_async:
 * @self: a keyring
 * @cancellable: (nullable): ends it
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Finds out whether the keyring can be used at all; mk_keyring_done_finish() tells.
 */
void
mk_keyring_probe_async (MkKeyring          *self,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_return_if_fail (MK_IS_KEYRING (self));

  ask (self, MK_KEYRING_PROBE, NULL, NULL, cancellable, callback, user_data);
}

/**
 * mk_keyring_load_async:
 * @self: a keyring
 * @id: UUID under which the secret is kept
 * @cancellable: (nullable): ends it
 * @callback: called when it is there, and after a minute in any case
 * @user_data: for @callback
 *
 * Asks for a secret. The desktop may ask the person for the log-in's password first.
 */
void
mk_keyring_load_async (MkKeyring          *self,
                       const char         *id,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_return_if_fail (MK_IS_KEYRING (self));
  g_return_if_fail (id != NULL);

  ask (self, MK_KEYRING_LOAD, id, NULL, cancellable, callback, user_data);
}

/**
 * mk_keyring_save_async:
 * @self: a keyring
 * @id: UUID under which the secret shall be kept
 * @secret: the secret
 * @cancellable: (nullable): ends it
 * @callback: called when it is kept, and after a minute in any case
 * @user_data: for @callback
 *
 * Gives a secret to the keyring; mk_keyring_done_finish() tells whether it took it.
 */
void
mk_keyring_save_async (MkKeyring          *self,
                       const char         *id,
                       const char         *secret,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_return_if_fail (MK_IS_KEYRING (self));
  g_return_if_fail (id != NULL && secret != NULL);

  ask (self, MK_KEYRING_SAVE, id, secret, cancellable, callback, user_data);
}

/**
 * mk_keyring_remove:
 * @self: a keyring
 * @id: UUID of what opens nothing any more
 *
 * Asks the keyring to forget it. Nobody waits for that, and nothing is wrong when it does not.
 */
void
mk_keyring_remove (MkKeyring  *self,
                   const char *id)
{
  g_return_if_fail (MK_IS_KEYRING (self));
  g_return_if_fail (id != NULL);

  ask (self, MK_KEYRING_REMOVE, id, NULL, NULL, NULL, NULL);
}

/**
 * mk_keyring_done_finish:
 * @self: a keyring
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: %FALSE with %MK_STORE_ERROR_KEYRING when the keyring could not, or did not in time, or
 *   with %G_IO_ERROR_CANCELLED
 */
gboolean
mk_keyring_done_finish (MkKeyring    *self,
                        GAsyncResult *result,
                        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}

/**
 * mk_keyring_load_finish:
 * @self: a keyring
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): the secret; %NULL with %MK_STORE_ERROR_KEYRING when it is not there or
 *   the keyring could not give it, or with %G_IO_ERROR_CANCELLED
 */
MkSecretText *
mk_keyring_load_finish (MkKeyring    *self,
                        GAsyncResult *result,
                        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
keep_result_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

/* Waits on a main context of its own until a call is answered. */
static GAsyncResult *
wait_for_call (MkKeyring    *self,
               MkKeyringVerb verb,
               const char   *id,
               const char   *secret)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  GAsyncResult *result = NULL;

  g_main_context_push_thread_default (context);
  ask (self, verb, id, secret, NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  /* What was given up comes to its end here: nobody else runs this context. */
  while (g_main_context_iteration (context, FALSE))
    continue;
  g_main_context_pop_thread_default (context);
  return result;
}

/**
 * mk_keyring_load:
 * @self: a keyring
 * @id: UUID under which the secret is kept
 * @error: return location
 *
 * mk_keyring_load_async() for programs without a window, which wait for it.
 *
 * Returns: (transfer full): the secret, or %NULL
 */
MkSecretText *
mk_keyring_load (MkKeyring  *self,
                 const char *id,
                 GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_return_val_if_fail (MK_IS_KEYRING (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  result = wait_for_call (self, MK_KEYRING_LOAD, id, NULL);
  return mk_keyring_load_finish (self, result, error);
}

/**
 * mk_keyring_save:
 * @self: a keyring
 * @id: UUID under which the secret shall be kept
 * @secret: the secret
 * @error: return location
 *
 * mk_keyring_save_async() for programs without a window, which wait for it.
 *
 * Returns: whether it is kept
 */
gboolean
mk_keyring_save (MkKeyring  *self,
                 const char *id,
                 const char *secret,
                 GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_return_val_if_fail (MK_IS_KEYRING (self), FALSE);
  g_return_val_if_fail (id != NULL && secret != NULL, FALSE);

  result = wait_for_call (self, MK_KEYRING_SAVE, id, secret);
  return mk_keyring_done_finish (self, result, error);
}

/**
 * mk_keyring_remove_now:
 * @self: a keyring
 * @id: UUID of what opens nothing any more
 *
 * mk_keyring_remove() for programs without a window, which wait for it.
 */
void
mk_keyring_remove_now (MkKeyring  *self,
                       const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_return_if_fail (MK_IS_KEYRING (self));
  g_return_if_fail (id != NULL);

  result = wait_for_call (self, MK_KEYRING_REMOVE, id, NULL);
}

/**
 * mk_keyring_set_default_for_tests:
 * @keyring: (nullable): what stands in for the desktop's keyring; %NULL for that itself
 */
void
mk_keyring_set_default_for_tests (MkKeyring *keyring)
{
  g_set_object (&keyring_for_tests, keyring);
}

/**
 * mk_keyring_set_patience_for_tests:
 * @milliseconds: how long a call may take
 */
void
mk_keyring_set_patience_for_tests (guint milliseconds)
{
  patience = milliseconds;
}
