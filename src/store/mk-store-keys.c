/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The ways to an open store: each changes `makker.keys` while the store's lock is held.
 */
#include "mk-store-keys.h"

#include "mk-database-private.h"
#include "mk-key-slots.h"

/**
 * mk_store_keys_add_passphrase:
 * @database: an open store
 * @passphrase: what shall open it too, as it is typed
 * @error: return location
 *
 * Adds a way to open the store. Takes about a fifth of a second.
 *
 * Returns: whether it is on the disk
 */
gboolean
mk_store_keys_add_passphrase (MkDatabase *database,
                              const char *passphrase,
                              GError    **error)
{
  g_autoptr (MkKeySlots) slots = mk_key_slots_load (mk_database_directory (database), error);

  return slots != NULL && mk_key_slots_add_passphrase (slots, database->key, passphrase, error) &&
         mk_key_slots_save (slots, database->directory, error);
}

/**
 * mk_store_keys_new_recovery:
 * @database: an open store
 * @recovery_code: (out) (transfer full): the recovery key, to be shown this once; an
 *   [alias@SecretText]
 * @error: return location
 *
 * Makes a new recovery key; the former one opens the store no more.
 *
 * Returns: whether it is on the disk
 */
gboolean
mk_store_keys_new_recovery (MkDatabase *database,
                            char      **recovery_code,
                            GError    **error)
{
  g_autoptr (MkKeySlots) slots = mk_key_slots_load (mk_database_directory (database), error);
  g_autoptr (MkSecretText) code = NULL;

  if (slots == NULL || !mk_key_slots_add_recovery (slots, database->key, &code, error) ||
      !mk_key_slots_save (slots, database->directory, error))
    return FALSE;
  *recovery_code = g_steal_pointer (&code);
  return TRUE;
}

/**
 * mk_store_keys_set_keyring:
 * @database: an open store
 * @id: UUID under which the desktop's keyring keeps @secret, already
 * @secret: what shall open it too
 * @former_id: (out) (transfer full) (nullable): what the keyring keeps for nothing from now on
 * @error: return location
 *
 * Adds the way by the keyring, in the place of the former one.
 *
 * Returns: whether it is on the disk
 */
gboolean
mk_store_keys_set_keyring (MkDatabase *database,
                           const char *id,
                           const char *secret,
                           char      **former_id,
                           GError    **error)
{
  g_autoptr (MkKeySlots) slots = mk_key_slots_load (mk_database_directory (database), error);
  g_autofree char *former = NULL;

  if (slots == NULL)
    return FALSE;
  former = g_strdup (mk_key_slots_get_keyring_id (slots));
  if (!mk_key_slots_set_keyring (slots, database->key, id, secret, error) ||
      !mk_key_slots_save (slots, database->directory, error))
    return FALSE;
  *former_id = g_steal_pointer (&former);
  return TRUE;
}
