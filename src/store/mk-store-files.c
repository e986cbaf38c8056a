/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A store as a directory: the database, the key slots and the lock together. Whatever is missing
 * is named; nothing is ever made in its place.
 *
 * A new store is made in this order: an empty MK_STORE_UNFINISHED_FILE, which says that nobody has
 * used what is here; the key slots; the database; and at last the database gets its name. Whoever
 * is interrupted finds the mark the next time and starts again.
 */
#include "mk-store-files.h"

#include "mk-database-private.h"
#include "mk-durable.h"
#include "mk-key-slots.h"
#include "mk-random.h"
#include "mk-store-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* What an interrupted creation leaves. The mark is the last to be cleared away. */
static const char *const unfinished_files[] = {
  MK_STORE_KEYS_FILE,
  MK_STORE_KEYS_FILE ".tmp",
  MK_STORE_UNFINISHED_FILE "-wal",
  MK_STORE_UNFINISHED_FILE "-journal",
  MK_STORE_UNFINISHED_FILE,
};

static gboolean
is_there (const char *directory,
          const char *name)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK);
}

static gboolean
is_unfinished (const char *directory)
{
  return is_there (directory, MK_STORE_UNFINISHED_FILE) &&
         !is_there (directory, MK_STORE_DATABASE_FILE);
}

static gboolean
is_in_the_way (const char *name,
               gboolean    unfinished)
{
  if (strcmp (name, MK_STORE_LOCK_FILE) == 0)
    return FALSE;
  if (!unfinished)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (unfinished_files); i++)
    if (strcmp (name, unfinished_files[i]) == 0)
      return FALSE;
  return TRUE;
}

static gboolean
refuse_existing (const char *path,
                 GError    **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *display_name = g_filename_display_name (name);

  g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_EXISTS,
               _ ("A new store can’t be made here: “%s” is in the way. It was left as it is. "
                  "Choose an empty folder."),
               display_name);
  return FALSE;
}

static gboolean
make_directory (const char *directory,
                GError    **error)
{
  if (g_file_test (directory, G_FILE_TEST_EXISTS) && !g_file_test (directory, G_FILE_TEST_IS_DIR))
    return refuse_existing (directory, error);
  if (g_mkdir_with_parents (directory, 0700) == 0)
    return TRUE;
  mk_durable_set_error (error, directory, errno);
  return FALSE;
}

static gboolean
require_free (const char *directory,
              GError    **error)
{
  g_autoptr (GDir) listing = g_dir_open (directory, 0, NULL);
  gboolean unfinished = is_unfinished (directory);
  const char *name;

  if (listing == NULL)
    {
      mk_durable_set_error (error, directory, EACCES);
      return FALSE;
    }
  while ((name = g_dir_read_name (listing)) != NULL)
    if (is_in_the_way (name, unfinished))
      return refuse_existing (name, error);
  return TRUE;
}

static void
clear_away (const char *directory)
{
  for (gsize i = 0; i < G_N_ELEMENTS (unfinished_files); i++)
    {
      g_autofree char *path = g_build_filename (directory, unfinished_files[i], NULL);

      mk_store_file_remove (path);
    }
}

static gboolean
mark_unfinished (const char *directory,
                 GError    **error)
{
  g_autofree char *path = g_build_filename (directory, MK_STORE_UNFINISHED_FILE, NULL);

  return mk_store_file_reserve (path, error) && mk_durable_sync_directory (directory, error);
}

static gboolean
write_slots (const char            *directory,
             const guint8          *key,
             const MkStoreCreation *creation,
             char                 **recovery_code,
             GError               **error)
{
  g_autoptr (MkKeySlots) slots = mk_key_slots_new ();

  return (creation->passphrase == NULL ||
          mk_key_slots_add_passphrase (slots, key, creation->passphrase, error)) &&
         (creation->keyring_secret == NULL ||
          mk_key_slots_set_keyring (slots, key, creation->keyring_id, creation->keyring_secret,
                                    error)) &&
         mk_key_slots_add_recovery (slots, key, recovery_code, error) &&
         mk_key_slots_save (slots, directory, error);
}

/* Takes @lock over. */
static MkDatabase *
make_files (const char            *directory,
            MkStoreLock           *lock,
            const MkStoreCreation *creation,
            char                 **recovery_code,
            GError               **error)
{
  MkDatabaseOptions options = { .lock = lock,
                                .fill = creation->fill,
                                .fill_data = creation->fill_data };
  MkDatabase *database = NULL;
  guint8 key[MK_KEY_SIZE];

  mk_random_bytes (key, sizeof key);
  if (mark_unfinished (directory, error) &&
      write_slots (directory, key, creation, recovery_code, error))
    database = mk_database_create_full (directory, key, &options, error);
  else
    mk_store_lock_release (lock);
  explicit_bzero (key, sizeof key);
  return database;
}

/* Takes @lock over. A failure leaves nothing but the lock's file. */
static MkDatabase *
create_locked (const char            *directory,
               MkStoreLock           *lock,
               const MkStoreCreation *creation,
               char                 **recovery_code,
               GError               **error)
{
  g_autoptr (MkSecretText) code = NULL;
  MkDatabase *database;

  if (!require_free (directory, error))
    {
      mk_store_lock_release (lock);
      return NULL;
    }
  clear_away (directory);
  database = make_files (directory, lock, creation, &code, error);
  if (database != NULL)
    *recovery_code = g_steal_pointer (&code);
  else if (!is_there (directory, MK_STORE_DATABASE_FILE))
    clear_away (directory);
  return database;
}

static MkDatabase *
create_in (const char            *directory,
           const MkStoreCreation *creation,
           char                 **recovery_code,
           GError               **error)
{
  MkStoreLock *lock;

  /* Before the lock, which would leave its file in somebody's full directory. */
  if (!require_free (directory, error))
    return NULL;
  lock = mk_store_lock_take (directory, MK_STORE_LOCK_WAIT, error);
  return lock != NULL ? create_locked (directory, lock, creation, recovery_code, error) : NULL;
}

/**
 * mk_store_files_create:
 * @directory: where the store goes; missing or empty
 * @passphrase: what shall open it, as it is typed
 * @recovery_code: (out) (transfer full): the recovery key, to be shown this once; an
 *   [alias@SecretText]
 * @error: return location
 *
 * Makes a new store with a new random key, and opens it on this thread. A creation that was
 * interrupted is never taken for a store, and is cleared away by the next one. Takes about half a
 * second.
 *
 * Returns: (transfer full): the open database; %NULL with %MK_STORE_ERROR_REFUSED when the
 *   passphrase is too short, %MK_STORE_ERROR_EXISTS when anything is in the way,
 *   %MK_STORE_ERROR_BUSY when somebody else has the directory, or what the disk says
 */
MkDatabase *
mk_store_files_create (const char *directory,
                       const char *passphrase,
                       char      **recovery_code,
                       GError    **error)
{
  return mk_store_files_create_filled (directory, passphrase, NULL, NULL, recovery_code, error);
}

/**
 * mk_store_files_create_filled:
 * @directory: where the store goes; missing or empty
 * @passphrase: what shall open it, as it is typed
 * @fill: (nullable): writes what the store must hold from its first moment
 * @fill_data: for @fill
 * @recovery_code: (out) (transfer full): the recovery key
 * @error: return location
 *
 * As mk_store_files_create(), but the store is there only with what @fill wrote: an interruption
 * leaves no store without it.
 *
 * Returns: (transfer full): the open database, or %NULL
 */
MkDatabase *
mk_store_files_create_filled (const char    *directory,
                              const char    *passphrase,
                              MkDatabaseFill fill,
                              gconstpointer  fill_data,
                              char         **recovery_code,
                              GError       **error)
{
  const MkStoreCreation creation = { .passphrase = passphrase,
                                     .fill = fill,
                                     .fill_data = fill_data };

  return mk_store_files_create_full (directory, &creation, recovery_code, error);
}

/**
 * mk_store_files_create_full:
 * @directory: where the store goes; missing or empty
 * @creation: what it is made with
 * @recovery_code: (out) (transfer full): the recovery key
 * @error: return location
 *
 * As mk_store_files_create_filled(), for a store that the desktop's keyring opens, which already
 * keeps the secret.
 *
 * Returns: (transfer full): the open database, or %NULL
 */
MkDatabase *
mk_store_files_create_full (const char            *directory,
                            const MkStoreCreation *creation,
                            char                 **recovery_code,
                            GError               **error)
{
  g_return_val_if_fail (recovery_code != NULL, NULL);
  g_return_val_if_fail (creation->passphrase != NULL || creation->keyring_secret != NULL, NULL);

  if (creation->passphrase != NULL && !mk_passphrase_judge (creation->passphrase, error))
    return NULL;
  return make_directory (directory, error) ? create_in (directory, creation, recovery_code, error)
                                           : NULL;
}

static gboolean
require_store (const char *directory,
               GError    **error)
{
  g_autofree char *path = g_build_filename (directory, MK_STORE_DATABASE_FILE, NULL);

  if (!is_unfinished (directory))
    return mk_store_file_require (path, error);
  g_set_error_literal (error, MK_STORE_ERROR, MK_STORE_ERROR_MISSING,
                       _ ("There is no store here: making it was interrupted. Nothing was lost. "
                          "Make the store again in the same folder."));
  return FALSE;
}

/* The slot was opened, so the key is the right one for these key slots: what can't be read with it
 * is not theirs, or damaged. */
static MkDatabase *
open_database (const char  *directory,
               const guint8 key[MK_KEY_SIZE],
               MkStoreLock *lock,
               GError     **error)
{
  MkDatabaseOptions options = { .lock = lock };
  GError *failure = NULL;
  MkDatabase *database = mk_database_open_full (directory, key, &options, &failure);

  if (database != NULL)
    return database;
  if (!g_error_matches (failure, MK_STORE_ERROR, MK_STORE_ERROR_WRONG_KEY))
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  g_error_free (failure);
  g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_DAMAGED,
               _ ("“%s” does not belong to the key file “%s”, or it is damaged. Both were left as "
                  "they are. Put the two files of one backup in their place."),
               MK_STORE_DATABASE_FILE, MK_STORE_KEYS_FILE);
  return NULL;
}

typedef gboolean (*OpenSlotFunc) (MkKeySlots *slots,
                                  const char *secret,
                                  guint8      key[MK_KEY_SIZE],
                                  GError    **error);

/* Takes @lock over. */
static MkDatabase *
open_locked (const char  *directory,
             MkStoreLock *lock,
             OpenSlotFunc open_slot,
             const char  *secret,
             GError     **error)
{
  g_autoptr (MkKeySlots) slots = mk_key_slots_load (directory, error);
  guint8 key[MK_KEY_SIZE];
  MkDatabase *database;

  if (slots == NULL || !open_slot (slots, secret, key, error))
    {
      mk_store_lock_release (lock);
      return NULL;
    }
  database = open_database (directory, key, lock, error);
  explicit_bzero (key, sizeof key);
  return database;
}

static MkDatabase *
open_with (const char  *directory,
           OpenSlotFunc open_slot,
           const char  *secret,
           GError     **error)
{
  MkStoreLock *lock;

  if (!require_store (directory, error))
    return NULL;
  lock = mk_store_lock_take (directory, MK_STORE_LOCK_WAIT, error);
  return lock != NULL ? open_locked (directory, lock, open_slot, secret, error) : NULL;
}

/**
 * mk_store_files_open:
 * @directory: the store's directory
 * @passphrase: (nullable): what a person typed; %NULL when there is none
 * @error: return location
 *
 * Opens a store on this thread. Takes about a fifth of a second, and longer when somebody else has
 * the store or when it is of an older version.
 *
 * Returns: (transfer full): the open database; %NULL with %MK_STORE_ERROR_NO_KEY when there is no
 *   passphrase or no key slot, %MK_STORE_ERROR_WRONG_KEY when the passphrase does not fit, and as
 *   mk_database_open() says
 */
MkDatabase *
mk_store_files_open (const char *directory,
                     const char *passphrase,
                     GError    **error)
{
  if (passphrase != NULL)
    return open_with (directory, mk_key_slots_open_with_passphrase, passphrase, error);
  if (require_store (directory, error))
    g_set_error_literal (error, MK_STORE_ERROR, MK_STORE_ERROR_NO_KEY,
                         _ ("The store is locked and no passphrase was given. Nothing was changed. "
                            "Give the passphrase or the recovery key."));
  return NULL;
}

/**
 * mk_store_files_open_with_recovery:
 * @directory: the store's directory
 * @recovery_code: the recovery key as a person typed it
 * @error: return location
 *
 * Opens a store on this thread when the passphrase is lost.
 *
 * Returns: (transfer full): the open database, or %NULL as mk_store_files_open()
 */
MkDatabase *
mk_store_files_open_with_recovery (const char *directory,
                                   const char *recovery_code,
                                   GError    **error)
{
  return open_with (directory, mk_key_slots_open_with_recovery, recovery_code, error);
}

/**
 * mk_store_files_open_with_keyring:
 * @directory: the store's directory
 * @secret: what the desktop's keyring keeps for it
 * @error: return location
 *
 * Opens a store on this thread with what was loaded from the keyring.
 *
 * Returns: (transfer full): the open database, or %NULL as mk_store_files_open(); with
 *   %MK_STORE_ERROR_KEYRING when the secret does not fit
 */
MkDatabase *
mk_store_files_open_with_keyring (const char *directory,
                                  const char *secret,
                                  GError    **error)
{
  return open_with (directory, mk_key_slots_open_with_keyring, secret, error);
}
