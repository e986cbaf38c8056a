/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keys/mk-keys.h"

#include "mk-key-slots.h"
#include "mk-random.h"
#include "mk-store-keys.h"

/* What the window does with the ways to its store. */

/* A way by the keyring that is being added. */
typedef struct
{
  MkKeyring    *keyring;
  char         *id;
  char         *former_id; /* set by the store's thread */
  MkSecretText *secret;
} Adding;

static void
adding_free (gpointer data)
{
  Adding *adding = data;

  g_object_unref (adding->keyring);
  g_free (adding->id);
  g_free (adding->former_id);
  mk_secret_text_free (adding->secret);
  g_free (adding);
}

/**
 * mk_keys_ways:
 * @directory: (type filename): the store's folder
 * @keyring_id: (out) (transfer full) (nullable): what its secret is kept under in the keyring
 *
 * Returns: how the store there can be opened; none where that can't be read
 */
MkWays
mk_keys_ways (const char *directory,
              char      **keyring_id)
{
  g_autoptr (MkKeySlots) slots = mk_key_slots_load (directory, NULL);
  MkWays ways = MK_WAY_NONE;

  *keyring_id = NULL;
  if (slots == NULL)
    return ways;
  *keyring_id = g_strdup (mk_key_slots_get_keyring_id (slots));
  if (*keyring_id != NULL)
    ways |= MK_WAY_KEYRING;
  if (mk_key_slots_has (slots, MK_KEY_SLOT_PASSPHRASE))
    ways |= MK_WAY_PASSPHRASE;
  if (mk_key_slots_has (slots, MK_KEY_SLOT_RECOVERY))
    ways |= MK_WAY_RECOVERY;
  return ways;
}

/* What work on the store ended with, handed on. */
static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;
  gpointer outcome = mk_store_run_finish (MK_STORE (object), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, outcome, (GDestroyNotify) mk_secret_text_free);
}

static gpointer
set_keyring_func (MkDatabase   *database,
                  gpointer      data,
                  GCancellable *cancellable,
                  GError      **error)
{
  Adding *adding = data;

  mk_store_keys_set_keyring (database, adding->id, adding->secret, &adding->former_id, error);
  return NULL;
}

/* Whichever of the two secrets opens nothing now is forgotten. */
static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  const Adding *adding = g_task_get_task_data (task);
  GError *error = NULL;
  const char *useless;

  mk_store_run_finish (MK_STORE (object), result, &error);
  useless = error != NULL ? adding->id : adding->former_id;
  if (useless != NULL)
    mk_keyring_remove (adding->keyring, useless);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, NULL, NULL);
}

static void
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;

  if (!mk_keyring_done_finish (MK_KEYRING (object), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  mk_store_run_async (g_task_get_source_object (task), set_keyring_func,
                      g_task_get_task_data (task), NULL, NULL, MK_STORE_WRITE, NULL, added_cb,
                      g_object_ref (task));
}

/**
 * mk_keys_add_keyring_async:
 * @store: an open store
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Lets the desktop's keyring open the store from now on, in the place of a former one;
 * mk_keys_finish() tells.
 */
void
mk_keys_add_keyring_async (MkStore            *store,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  GTask *task = g_task_new (store, NULL, callback, user_data);
  Adding *adding = g_new0 (Adding, 1);

  adding->keyring = mk_keyring_get_default ();
  adding->id = mk_random_uuid ();
  adding->secret = mk_keyring_new_secret ();
  g_task_set_task_data (task, adding, adding_free);
  mk_keyring_save_async (adding->keyring, adding->id, adding->secret, NULL, kept_cb, task);
}

static gpointer
set_recovery_func (MkDatabase   *database,
                   gpointer      data,
                   GCancellable *cancellable,
                   GError      **error)
{
  mk_installation_set_recovery (database, (MkRecovery) GPOINTER_TO_INT (data), error);
  return NULL;
}

/**
 * mk_keys_set_recovery_async:
 * @store: an open store
 * @recovery: whether the person has the recovery code
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes down what the person said about the recovery code; mk_keys_finish() tells.
 */
void
mk_keys_set_recovery_async (MkStore            *store,
                            MkRecovery          recovery,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  GTask *task = g_task_new (store, NULL, callback, user_data);

  mk_store_run_async (store, set_recovery_func, GINT_TO_POINTER ((int) recovery), NULL, NULL,
                      MK_STORE_WRITE, NULL, done_cb, task);
}

/**
 * mk_keys_finish:
 * @store: a store
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: %FALSE with the reason when nothing was changed
 */
gboolean
mk_keys_finish (MkStore      *store,
                GAsyncResult *result,
                GError      **error)
{
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  g_task_propagate_pointer (G_TASK (result), &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gpointer
new_recovery_func (MkDatabase   *database,
                   gpointer      data,
                   GCancellable *cancellable,
                   GError      **error)
{
  char *code = NULL;

  mk_store_keys_new_recovery (database, &code, error);
  return code;
}

/**
 * mk_keys_new_recovery_async:
 * @store: an open store
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Makes a new recovery code; the former one opens nothing from then on.
 */
void
mk_keys_new_recovery_async (MkStore            *store,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  mk_store_run_async (store, new_recovery_func, NULL, NULL, (GDestroyNotify) mk_secret_text_free,
                      MK_STORE_WRITE, NULL, done_cb, g_task_new (store, NULL, callback, user_data));
}

/**
 * mk_keys_new_recovery_finish:
 * @store: a store
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): the code, to be shown this once; %NULL with the reason
 */
MkSecretText *
mk_keys_new_recovery_finish (MkStore      *store,
                             GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
